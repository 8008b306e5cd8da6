"""Build what MT111 knows of other languages: a table of their words, and weights of letter groups for all others.

    python rules/training/foreign_word.py WORDFREQ_DATA DICTIONARY...

WORDFREQ_DATA: the folder ``wordfreq/data`` of the package wordfreq (data: CC BY-SA 4.0; see NOTICE). DICTIONARY: files
with an English word a line, such as the largest of SCOWL. Needs msgpack, simplemma, whose forms tell German nouns from
names, and scikit-learn. The same data give the same files:

foreign_word.tsv: a word in small letters and a letter for what it is: ``f`` foreign, ``s`` foreign and so frequent that
it is known with a capital as well, ``n`` a German noun, ``b`` both, or a noun that no English text has as a name, ``m``
foreign amid small words only, ``e`` English though its letters look foreign.
foreign_word_letters.tsv: one to four letters (a space is a word's edge) and their weight in tenths; the first line is
the bias. A logistic regression on words of nine languages against words of English texts.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

from corpuslint_rules.english import frequency, is_derived, is_word, words_table
from corpuslint_rules.translation._foreign_sieve import sure, weigh
from corpuslint_rules.translation._native import is_native

OUT = Path(__file__).parents[1] / "corpuslint_rules/translation"
LANGUAGES = ("de", "fr", "es", "it", "pt", "pl", "cs", "nl", "sv")
SEED = 20

LISTED = 3.2
"""Zipf frequency abroad of a word that is listed; of a short one, and of one a letter away from an English word."""
SHORT_LISTED, SHORT = 4.0, 4
ALIKE_LISTED, ORDINARY = 4.6, 3.6
SPELT_LISTED, SPELT, LONG = 2.7, 2.5, 6
"""Zipf frequency abroad of a word whose letters come to so much, and how many it has."""
NATIVE_LISTED = 3.9
"""Zipf frequency of such a word that could be an English one, misspelt."""
ENGLISH = 2.4
"""Zipf frequency in English texts, which cite and name, that a listed word stays below."""
FARTHER, STRONG_FARTHER, NATIVE_FARTHER = 3.0, 2.5, 1.7
"""By so much a listed word is rarer there, if it stands there at all, than abroad; one that is very frequent abroad;
and one that is listed as English is no rarer."""
STRONG = 4.9
"""Zipf frequency of a word that is known with a capital as well."""
FREQUENT, CITED = 5.2, 3.1
"""A word so frequent may be less rare in English texts than others."""
RARE_ENGLISH = 1.9
"""Zipf frequency in books that a word stays below which dictionaries of English have."""
NOUN, NOUN_ENGLISH = 3.4, 1.9
DICTIONARY_LISTED, DICTIONARY_FARTHER = 4.4, 2.9
"""Zipf frequency abroad of a word that dictionaries of English have and English texts have not, and by how much any
such word is rarer there."""
DERIVED_LISTED, DERIVED_ENGLISH = 4.0, 0.9
"""For words that English prefixes and suffixes make of English words."""
NATIVE = 1.0
"""Zipf frequency in English texts of a word that is listed as English."""
LOANS = Path(__file__).with_name("foreign_word.loans.txt")
"""Words and parts of phrases that English has borrowed, and those of placeholder text."""

BRIEF = ("que", "qui", "und", "ist")
"""Short words that no name or abbreviation looks like when they stand between small words."""

EXAMPLES = 250_000
RARE = 40
LIGHTEST = 0.15
_WORD = re.compile(r"[^\W\d_]{3,25}")
_FRAGMENT = re.compile(r"[^\W\d_]{2,25}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("dictionaries", type=Path, nargs="+")
    arguments = parser.parse_args()
    data = arguments.data
    english = frequencies(data / "large_en.msgpack.gz")
    abroad: dict[str, float] = {}
    for language in LANGUAGES:
        for word, zipf in frequencies(data / f"large_{language}.msgpack.gz").items():
            abroad[word] = max(zipf, abroad.get(word, 0))
    tenths = {group: round(weight * 10) for group, weight in train(english, abroad).items()}
    write(OUT / "foreign_word_letters.tsv", {group: f"{weight}" for group, weight in tenths.items()})
    weights = {group: weight / 10 for group, weight in tenths.items()}
    write(OUT / "foreign_word.tsv", listed(english, abroad, weights, dictionary(arguments.dictionaries)))


def dictionary(paths: list[Path]) -> set[str]:
    """The words in small letters that dictionaries of English have."""
    words = (word for path in paths for word in path.read_text(encoding="utf-8").split())
    return {word for word in words if word.islower()}


def frequencies(path: Path) -> dict[str, float]:
    """Zipf frequencies of one language; the file holds lists of words, the n-th of those with 9 - n / 100."""
    import msgpack  # noqa: PLC0415 (an extra)

    with gzip.open(path) as packed:
        _, *lists = msgpack.load(packed, raw=False)
    return {word: 9 - at / 100 for at, words in enumerate(lists) for word in words}


def train(english: dict[str, float], abroad: dict[str, float]) -> dict[str, float]:
    """Weights by group of letters; the bias under the empty group."""
    import numpy as np  # noqa: PLC0415
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 (an extra)
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    foreign = sorted(
        word
        for word, zipf in abroad.items()
        if zipf >= 2 and english.get(word, 0) < min(1.8, zipf - 2) and _WORD.fullmatch(word)
    )
    foreign = random.Random(SEED).sample(foreign, min(EXAMPLES, len(foreign)))
    native = sorted(w for w, zipf in english.items() if _WORD.fullmatch(w) and abroad.get(w, 0) <= zipf + 1)
    groups = CountVectorizer(analyzer="char_wb", ngram_range=(1, 4), binary=False, min_df=RARE, dtype=np.float32)
    features = groups.fit_transform(foreign + native)
    model = LogisticRegression(C=0.3, max_iter=300, solver="saga", tol=0.005, random_state=SEED)
    model.fit(features, [1] * len(foreign) + [0] * len(native))
    named: dict[str, Any] = dict(zip(groups.get_feature_names_out(), model.coef_[0], strict=True))
    return {"": float(model.intercept_[0])} | {g: float(named[g]) for g in sorted(named) if abs(named[g]) >= LIGHTEST}


def listed(
    english: dict[str, float], abroad: dict[str, float], weights: dict[str, float], dictionary: set[str]
) -> dict[str, str]:
    """The letter of each word that is listed."""
    nouns, loans = german_nouns(), set(LOANS.read_text(encoding="utf-8").split())
    kinds = dict.fromkeys(sorted(loans), "e") | dict.fromkeys(BRIEF, "m")
    for word, zipf in abroad.items():
        known = english.get(word, 0)
        if not _FRAGMENT.fullmatch(word) or word in kinds or (len(word) < SHORT and word.isascii()):
            continue
        strong = frequency(word) < RARE_ENGLISH and (
            (zipf >= STRONG and known <= min(ENGLISH, zipf - STRONG_FARTHER))
            or (zipf >= FREQUENT and known <= min(CITED, zipf - STRONG_FARTHER))
        )
        if word in dictionary and not is_foreign_all_the_same(zipf, known):
            continue
        noun = word in nouns and is_noun(word, zipf, known)
        letters = weigh(word, weights.get)
        if strong or noun:
            kinds[word] = "b" if noun and (strong or not known) else "s" if strong else "n"
        elif letters < sure(word) and is_plain(word, zipf, known, letters):
            kinds[word] = "f"
    for word in sorted(english.keys() | dictionary):
        native = word in dictionary or (
            english[word] >= NATIVE and abroad.get(word, 0) < english[word] + NATIVE_FARTHER
        )
        sounds = word not in kinds and _WORD.fullmatch(word) and weigh(word, weights.get) >= sure(word)
        if native and sounds and not is_native(word):
            kinds[word] = "e"
    return dict(sorted(kinds.items()))


def is_foreign_all_the_same(zipf: float, known: float) -> bool:
    """Whether a word that dictionaries of English have is so frequent abroad and so rare in English texts."""
    return zipf >= (STRONG if known else DICTIONARY_LISTED) and known <= zipf - DICTIONARY_FARTHER


def rarer(zipf: float) -> float:
    """Zipf frequency in English texts that a word of this one abroad stays below, if it stands there at all."""
    return max(0, zipf - (STRONG_FARTHER if zipf >= ALIKE_LISTED else FARTHER))


def is_noun(word: str, zipf: float, known: float) -> bool:
    """Whether a German noun is frequent enough, and no English word."""
    if zipf < NOUN or known > min(NOUN_ENGLISH, rarer(zipf)) or is_word(word):
        return False
    return known <= DERIVED_ENGLISH or not is_derived(word)


def is_plain(word: str, zipf: float, known: float, letters: float) -> bool:
    """Whether a word is frequent enough abroad, and no variant of an English one."""
    if known > min(ENGLISH, rarer(zipf)) or is_word(word):
        return False
    if letters >= SPELT and len(word) >= LONG:
        return zipf >= SPELT_LISTED and (zipf >= (NATIVE_LISTED if known else LISTED) or not is_native(word))
    if zipf < (SHORT_LISTED if len(word) <= SHORT else LISTED):
        return False
    if is_derived(word) and (zipf < DERIVED_LISTED or known > DERIVED_ENGLISH):
        return False
    return zipf >= (ALIKE_LISTED if known else SHORT_LISTED) or not is_alike(word)


def german_nouns() -> set[str]:
    """Nouns in small letters: written with a capital, with a plural or a case that a name has not."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415 (for training only)

    forms: dict[str, set[str]] = {}
    for entry in DefaultDictionaryFactory().get_dictionary("de").items():
        form, lemma = (part.decode() if isinstance(part, bytes) else part for part in entry)
        if lemma[:1].isupper() and form[:1].isupper():
            forms.setdefault(lemma, set()).add(form)
    inflected = {lemma: held - {lemma, lemma + "s", lemma + "'"} for lemma, held in forms.items()}
    return {word.lower() for lemma, held in inflected.items() if held for word in (lemma, *held)}


def is_alike(word: str) -> bool:
    """Whether one letter less, another or in its neighbour's place makes this a frequent English word."""
    letters, ordinary = "abcdefghijklmnopqrstuvwxyz", ordinary_words()
    for at in range(len(word)):
        near = {word[:at] + word[at + 1 :], word[:at] + word[at : at + 2][::-1] + word[at + 2 :]}
        near |= {word[:at] + letter + word[at + rest :] for letter in letters for rest in (0, 1)}
        if not ordinary.isdisjoint(near - {word}):
            return True
    return False


@cache
def ordinary_words() -> set[str]:
    """Frequent English words."""
    lines = words_table().text.decode().split()
    return {word for word in lines[::2] if frequency(word) > ORDINARY}


def write(path: Path, table: dict[str, str]) -> None:
    path.write_text("".join(f"{key}\t{value}\n" for key, value in table.items()), encoding="utf-8")
    print(f"{path.name}: {len(table)} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
