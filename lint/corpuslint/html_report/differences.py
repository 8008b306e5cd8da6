"""Two texts side by side, word by word: what is the same in both, what only one has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from corpuslint.html_report.marked import Piece, pieces
from corpuslint.lazy import lazy_pattern

WORDS = 2000
"""Words of a text that are compared."""

EDGE = 20
"""Words that are shown at either end of a passage that both texts have."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: every character is a word of its own."""

_WORD = lazy_pattern(rf"[{_UNSPACED}]\s*|[^\s{_UNSPACED}]+\s*|\s+")

Kind = Literal["same", "differs"]


class Cell(NamedTuple):
    """One side of a row. ``left_out``: words in its middle, between ``pieces`` and ``rest``, that are not shown."""

    pieces: tuple[Piece, ...]
    left_out: int = 0
    rest: tuple[Piece, ...] = ()


class Row(NamedTuple):
    """A stretch of both texts: ``same`` words, up to case and white space, or words that only one has or that differ.

    ``passage``: the number of a passage that both have; 0 for what differs.
    """

    kind: Kind
    left: Cell
    right: Cell
    passage: int = 0


class Compared(NamedTuple):
    """``rows`` together are both texts; ``unread``: the words of each that were compared, where one is longer."""

    rows: tuple[Row, ...]
    unread: int


def differences(left: str, right: str, *, whole: bool) -> Compared:
    """What the texts share and where they differ. ``whole``: also the middle of long passages that both have."""
    first, second = _words(left), _words(right)
    rows = tuple(_rows(first[:WORDS], second[:WORDS], whole))
    return Compared(rows, WORDS if max(len(first), len(second)) > WORDS else 0)


def _words(text: str) -> list[str]:
    """Words, each with the white space behind it; no more of them than are compared, and one."""
    found = []
    for match in _WORD.finditer(text):
        found.append(match[0])
        if len(found) > WORDS:
            break
    return found


def _rows(left: Sequence[str], right: Sequence[str], whole: bool) -> Iterator[Row]:
    number = 0
    matcher = SequenceMatcher(None, list(map(_key, left)), list(map(_key, right)))
    for tag, a, b, c, d in _smoothed(matcher.get_opcodes()):
        if tag == "equal":
            number += 1
            yield Row("same", _cell(left[a:b], whole), _cell(right[c:d], whole), number)
        else:
            yield Row("differs", _cell(left[a:b], True), _cell(right[c:d], True))


def _key(word: str) -> str:
    return re.sub(r"\W+", "", word).casefold() or word.strip()


def _smoothed(
    opcodes: Sequence[tuple[str, int, int, int, int]], least: int = 4
) -> Iterator[tuple[str, int, int, int, int]]:
    """Chance words in common within what differs are no passage: what stands between two differences must be longer."""
    pending: tuple[str, int, int, int, int] | None = None
    for index, (tag, a, b, c, d) in enumerate(opcodes):
        inner = 0 < index < len(opcodes) - 1
        if tag == "equal" and (b - a >= least or not inner):
            if pending:
                yield pending
            pending = None
            yield tag, a, b, c, d
        else:
            pending = ("replace", pending[1], b, pending[3], d) if pending else ("replace", a, b, c, d)
    if pending:
        yield pending


def _cell(words: Sequence[str], whole: bool) -> Cell:
    if whole or len(words) <= 2 * EDGE + 5:
        return Cell(pieces(_flat(words)))
    return Cell(pieces(_flat(words[:EDGE])), len(words) - 2 * EDGE, pieces(_flat(words[-EDGE:])))


def _flat(words: Sequence[str]) -> str:
    return " ".join("".join(words).split())
