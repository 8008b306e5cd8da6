"""Build the English word tables (rules/corpuslint_rules/english) from two lists with MIT licences; see NOTICE.

    python rules/training/english_words.py WORDS BIGRAMS LEXICON

WORDS:   frequency_dictionary_en_82_765.txt of symspellpy: a word and its count a line
BIGRAMS: frequency_bigramdictionary_en_243_342.txt of symspellpy: two words and their count a line
LEXICON: en/en-lexicon.txt of textblob: a word and its most likely Penn tag a line
Writes words.tsv (word, one character for frequency, one for the tag) and pairs.tsv (two content words a line).
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator
from pathlib import Path

from corpuslint_rules.english import CLOSED_CLASS, FREQUENCY_STEP, TAGS, guessed_tag

OUT = Path(__file__).parents[1] / "corpuslint_rules/english"
PAIRS = 26_000
NOT_SHIPPED = {
    "sex", "sexy", "porn", "porno", "nude", "naked", "pussy", "tits", "cock",
    "cum", "fuck", "fucking", "anal", "blowjob", "teen", "xxx", "dildo",
}  # fmt: skip

CONTRACTION = 5.0
"""Zipf frequency given to contractions, which the list of words leaves out."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("words", "bigrams", "lexicon"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    counts = {word: int(count) for word, count in _fields(arguments.words, 2)}
    lexicon = {fields[0]: fields[1] for fields in _fields(arguments.lexicon, 2)}
    total = sum(counts.values())
    zipf = {word: max(0.0, math.log10(count / total * 1e9)) for word, count in counts.items()}
    zipf |= {word: CONTRACTION for word in CLOSED_CLASS if word not in zipf}
    zipf |= {word: 0.0 for word in lexicon if word.isalpha() and word.islower() and word.isascii() and word not in zipf}
    lines = (f"{w}\t{chr(33 + round(zipf[w] / FREQUENCY_STEP))}{tag(w, lexicon)}\n" for w in sorted(zipf))
    (OUT / "words.tsv").write_text("".join(lines), encoding="ascii")
    pairs = sorted(_content_pairs(arguments.bigrams), reverse=True)[:PAIRS]
    (OUT / "pairs.tsv").write_text("".join(f"{pair}\n" for pair in sorted(p for _, p in pairs)), encoding="ascii")
    print(f"{len(zipf)} words, {len(pairs)} pairs")


def tag(word: str, lexicon: dict[str, str]) -> str:
    """The letter of a word's most likely tag: of its small spelling, else of the capitalised one, else by its end."""
    known = lexicon.get(word) or lexicon.get(word.capitalize(), "")
    penn = known.partition("|")[0]
    return TAGS.get(penn) or guessed_tag(word)


def _content_pairs(path: Path) -> Iterator[tuple[int, str]]:
    for first, second, count in _fields(path, 3):
        content = first.isalpha() and second.isalpha() and not {first, second} & set(CLOSED_CLASS)
        if {first, second} & NOT_SHIPPED:
            continue
        if content and min(len(first), len(second)) > 2 and (first + second).isascii():
            yield int(count), f"{first} {second}"


def _fields(path: Path, number: int) -> Iterator[tuple[str, ...]]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        fields = tuple(line.split())
        if len(fields) == number:
            yield fields


if __name__ == "__main__":
    main()
