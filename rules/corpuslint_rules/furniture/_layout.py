"""Where a document's prose stands, and which of its lines are known from pages: what the rules on whole texts share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from corpuslint import Doc
from corpuslint.fold import core, fold
from corpuslint.statistics import SHORT

SURE = 2
"""Weight of a line that is furniture wherever it stands; a word that is so only among its like weighs 1."""

_HERE = Path(__file__).parent
_AMONG_ITS_LIKE = "furniture_run"
_SENTENCE_END = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)]"
_WORD = re.compile(r"[^\W\d_]{4,}")


class Row(NamedTuple):
    """A line that is not blank: its span in the document, its number of words, its weight as furniture."""

    start: int
    end: int
    text: str
    words: int
    weight: int
    prose: bool


def rows(doc: Doc) -> list[Row]:
    """The lines that are not blank."""
    return [_row(line.start, line.text) for line in doc.lines if line.text.strip()]


def _row(start: int, line: str) -> Row:
    text = line.strip()
    start += len(line) - len(line.lstrip())
    words = len(text.split())
    prose = words >= 12 and text.rstrip(_CLOSERS).endswith(_SENTENCE_END)
    return Row(start, start + len(text), text, words, weight(text), prose)


def weight(line: str) -> int:
    """``SURE``, 1, or 0 for a line that is in none of this family's phrase files."""
    return _weights().get(core(fold(line)), 0) if len(line) <= SHORT else 0


@lru_cache(maxsize=1)
def _weights() -> dict[str, int]:
    known: dict[str, int] = {}
    for path in _HERE.glob("*.txt"):
        worth = 1 if path.name.startswith(_AMONG_ITS_LIKE) else SURE
        for line in path.read_text(encoding="utf-8").split("\n"):
            phrase = core(fold(line.removeprefix("= ").strip()))
            if phrase and not line.startswith("#"):
                known[phrase] = max(worth, known.get(phrase, 0))
    return known


def main_block(lines: Sequence[Row]) -> tuple[int, int, float]:
    """The run of rows with the most prose (indexes, the end exclusive) and its worth in words.

    Prose counts its words, a short line costs a little, a known line of furniture much: the best segment wins.
    """
    best = (0, 0, 0.0)
    start, worth = 0, 0.0
    for at, row in enumerate(lines):
        if worth <= 0:
            start, worth = at, 0.0
        worth += _worth(row)
        if worth > best[2]:
            best = (start, at + 1, worth)
    return best


def _worth(row: Row) -> float:
    if row.prose:
        return row.words
    if row.weight:
        return -20
    return -1 if len(row.text) <= SHORT else min(row.words, 10) * 0.3


def content_words(text: str) -> set[str]:
    """Words of four letters and more, folded."""
    return set(_WORD.findall(fold(text)))
