"""The text of a record with its findings marked: windows around them, lines, pieces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpuslint.escape import HIDDEN
from corpuslint.lazy import lazy_pattern

AROUND = 300
"""Code points on either side of a finding that a snippet shows."""

_BREAK = lazy_pattern(r"\r\n|\r|\n")

_NAMES = {
    "\x00": "NUL",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\xad": "SHY",
    "\u200b": "ZWSP",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2028": "LSEP",
    "\u2029": "PSEP",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}


class Piece(NamedTuple):
    """A stretch of a line that is alike throughout.

    ``findings``: the numbers of those that cover it; ``begins``: of those that begin here, so that each is labelled
    once. ``name``: of an invisible character, which stands for it; then ``text`` says in words what it is.
    """

    text: str
    findings: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    name: str = ""


class Snippet(NamedTuple):
    """Lines of a text. ``before``, ``after``: code points that were left out between it and what stands before it, and
    at the end of the text."""

    lines: tuple[tuple[Piece, ...], ...]
    before: int = 0
    after: int = 0


class Span(NamedTuple):
    """What a finding covers: code points of the text."""

    start: int
    end: int
    number: int


def marked(text: str, spans: Sequence[Span], *, whole: bool, most: int) -> tuple[Snippet, ...]:
    """The text, or what stands around its findings, at most ``most`` code points of it.

    Of a text without findings the beginning is shown. What was left out is counted.
    """
    snippets = []
    shown_to = 0
    for start, end in _within(_windows(text, spans, whole), most):
        inside = [s for s in spans if (s.start < end or s.start == len(text)) and max(s.end, s.start + 1) > start]
        snippets.append(Snippet(tuple(_lines(text, start, end, inside)), start - shown_to))
        shown_to = end
    if snippets:
        snippets[-1] = snippets[-1]._replace(after=len(text) - shown_to)
    return tuple(snippets)


def pieces(text: str) -> tuple[Piece, ...]:
    """A text without findings in pieces; line breaks are invisible characters here."""
    return tuple(_shown(text, (), ()))


def _windows(text: str, spans: Sequence[Span], whole: bool) -> list[tuple[int, int]]:
    """What is to be shown: stretches in order that do not touch."""
    if whole or len(text) <= 2 * AROUND:
        return [(0, len(text))]
    if not spans:
        return [(0, _word_edge(text, 2 * AROUND))]
    windows: list[tuple[int, int]] = []
    for span in sorted(spans):
        long = span.end - span.start > 4 * AROUND  # what goes on and on is shown by its beginning
        start = _word_edge(text, max(0, span.start - AROUND))
        end = _word_edge(text, min(len(text), (span.start if long else span.end) + (4 if long else 1) * AROUND))
        if windows and start <= windows[-1][1] + 40:  # a gap this small costs more than it saves
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows


def _within(windows: Sequence[tuple[int, int]], most: int) -> Iterator[tuple[int, int]]:
    for start, end in windows:
        if most <= 0:
            return
        yield start, min(end, start + most)
        most -= end - start


def _word_edge(text: str, at: int) -> int:
    """A place at or shortly before this one at which a word begins."""
    if 0 < at < len(text):
        space = max(text.rfind(" ", at - 30 if at > 30 else 0, at), text.rfind("\n", at - 30 if at > 30 else 0, at))
        return space + 1 if space >= 0 else at
    return at


def _lines(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[tuple[Piece, ...]]:
    breaks = list(_BREAK.finditer(text, start, end))
    begins = [start, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), end]
    unlabelled = {span.number for span in spans}
    for first, last in zip(begins, ends, strict=True):
        yield tuple(_line(text, first, last, spans, unlabelled))


def _line(text: str, start: int, end: int, spans: Sequence[Span], unlabelled: set[int]) -> Iterator[Piece]:
    """The pieces of a line: cut where a finding begins or ends. A finding of no length gets a piece without text."""
    here = [span for span in spans if span.start <= end and span.end >= start]
    cuts = sorted({start, end, *(at for span in here for at in span[:2] if start < at < end)})
    for left, right in pairwise((*cuts, end)):
        covering = tuple(span.number for span in here if span.start <= left < right <= span.end)
        at_left = (span.number for span in here if span.start == span.end == left)
        begins = tuple(sorted(unlabelled.intersection((*covering, *at_left))))
        unlabelled.difference_update(begins)
        if begins or left < right:
            yield from _shown(text[left:right], covering, begins)


def _shown(text: str, findings: tuple[int, ...], begins: tuple[int, ...]) -> Iterator[Piece]:
    """The stretch in pieces: what cannot be seen stands for itself by its name."""
    at = 0
    for hidden in HIDDEN.finditer(text):
        if hidden[0] == "\t":
            continue
        if hidden.start() > at or begins:
            yield Piece(text[at : hidden.start()], findings, begins)
            begins = ()
        yield Piece(_described(hidden[0]), findings, (), _NAMES.get(hidden[0], f"U+{ord(hidden[0]):04X}"))
        at = hidden.end()
    if at < len(text) or begins:
        yield Piece(text[at:], findings, begins)


def _described(character: str) -> str:
    name = unicodedata.name(character, "").lower() or {"Cs": "lone surrogate"}.get(
        unicodedata.category(character), "control character"
    )
    return f"{name}, U+{ord(character):04X}"
