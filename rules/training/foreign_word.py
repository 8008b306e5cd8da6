"""Build what MT111 knows of other languages: a table of their words, and weights of letter groups for all others.

    python rules/training/foreign_word.py WORDFREQ_DATA

WORDFREQ_DATA: the folder ``wordfreq/data`` of the package wordfreq (data: CC BY-SA 4.0; see NOTICE). Needs msgpack,
simplemma, whose forms tell German nouns from names, and scikit-learn. The same data give the same files:

foreign_word.tsv: a word in small letters and a letter for what it is: ``f`` foreign, ``s`` foreign and so frequent that
it is known with a capital as well, ``n`` a German noun, ``b`` both, ``m`` foreign amid small words only, ``e`` English
though its letters look foreign.
foreign_word_letters.tsv: one to four letters (a space is a word's edge) and their weight in tenths; the first line is
the bias. A logistic regression on words of nine languages against words of English texts.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from pathlib import Path
from typing import Any

from corpuslint_rules.english import frequency, is_derived, is_word

OUT = Path(__file__).parents[1] / "corpuslint_rules/translation"
LANGUAGES = ("de", "fr", "es", "it", "pt", "pl", "cs", "nl", "sv")
SEED = 20

LISTED = 3.2
"""Zipf frequency abroad of a word that is listed; of a short one, and of one a letter away from an English word."""
SHORT_LISTED, SHORT = 4.0, 4
ALIKE_LISTED = 4.6
ENGLISH = 2.4
"""Zipf frequency in English texts, which cite and name, that a listed word stays below."""
FARTHER = 1.7
"""By so much it is rarer there than abroad."""
STRONG = 4.9
"""Zipf frequency of a word that is known with a capital as well."""
FREQUENT, CITED = 5.2, 3.1
"""A word so frequent may be less rare in English texts than others."""
RARE_ENGLISH = 1.9
"""Zipf frequency in books that a word stays below which dictionaries of English have."""
NOUN, NOUN_ENGLISH = 3.4, 1.9
DERIVED_LISTED, DERIVED_ENGLISH = 4.0, 0.9
"""For words that English prefixes and suffixes make of English words."""
NATIVE = 1.4
"""Zipf frequency in English texts of a word that is listed as English."""
SURE = 2.5
"""What the letters of a word must at least come to: words that do are not listed."""

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
    data = parser.parse_args().data
    english = frequencies(data / "large_en.msgpack.gz")
    abroad: dict[str, float] = {}
    for language in LANGUAGES:
        for word, zipf in frequencies(data / f"large_{language}.msgpack.gz").items():
            abroad[word] = max(zipf, abroad.get(word, 0))
    weights = train(english, abroad)
    write(OUT / "foreign_word_letters.tsv", {group: f"{round(weight * 10)}" for group, weight in weights.items()})
    write(OUT / "foreign_word.tsv", listed(english, abroad, weights))


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


def score(word: str, weights: dict[str, float]) -> float:
    padded = f" {word} "
    groups = (padded[at : at + size] for size in range(1, 5) for at in range(len(padded) - size + 1))
    return weights[""] + sum(weights.get(group, 0.0) for group in groups)


def listed(english: dict[str, float], abroad: dict[str, float], weights: dict[str, float]) -> dict[str, str]:
    """The letter of each word that is listed."""
    nouns, loans = german_nouns(), set(LOANS.read_text(encoding="utf-8").split())
    kinds = dict.fromkeys(sorted(loans), "e") | dict.fromkeys(BRIEF, "m")
    for word, zipf in abroad.items():
        known = english.get(word, 0)
        if not _FRAGMENT.fullmatch(word) or word in loans or (len(word) < SHORT and word.isascii()):
            continue
        strong = frequency(word) < RARE_ENGLISH and (
            (zipf >= STRONG and known <= min(ENGLISH, zipf - FARTHER))
            or (zipf >= FREQUENT and known <= min(CITED, zipf - FARTHER - 0.5))
        )
        noun = word in nouns and zipf >= NOUN and known <= NOUN_ENGLISH and not is_word(word)
        if strong or noun:
            kinds[word] = "b" if strong and noun else "s" if strong else "n"
        elif is_plain(word, zipf, known) and score(word, weights) < SURE:
            kinds[word] = "f"
    for word, zipf in english.items():
        native = zipf >= NATIVE and abroad.get(word, 0) < zipf + FARTHER and _WORD.fullmatch(word)
        if native and word not in kinds and not is_derived(word) and score(word, weights) >= SURE:
            kinds[word] = "e"
    return dict(sorted(kinds.items()))


def is_plain(word: str, zipf: float, known: float) -> bool:
    """Whether a word is frequent enough abroad, and no variant of an English one."""
    if known > min(ENGLISH, zipf - FARTHER) or zipf < (SHORT_LISTED if len(word) <= SHORT else LISTED) or is_word(word):
        return False
    if is_derived(word) and (zipf < DERIVED_LISTED or known > DERIVED_ENGLISH):
        return False
    return zipf >= ALIKE_LISTED or not is_alike(word)


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
    letters = "abcdefghijklmnopqrstuvwxyz"
    for at in range(len(word)):
        near = [word[:at] + word[at + 1 :], word[:at] + word[at : at + 2][::-1] + word[at + 2 :]]
        near += [word[:at] + letter + word[at + rest :] for letter in letters for rest in (0, 1)]
        if any(frequency(other) > 3.6 for other in near):
            return True
    return False


def write(path: Path, table: dict[str, str]) -> None:
    path.write_text("".join(f"{key}\t{value}\n" for key, value in table.items()), encoding="utf-8")
    print(f"{path.name}: {len(table)} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
