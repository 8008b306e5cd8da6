"""How a text falls into units, the same for both engines: all units of a scope, or those that hold one offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from corpuslint.lazy import lazy_pattern
from corpuslint.rule import Scope
from corpuslint.sentences import sentence_spans

WINDOW = 8192
"""Code points: a longer line or paragraph is judged in windows of this length, so that no rule gets quadratic."""

_STEP = WINDOW - 1024
_BLANK = lazy_pattern(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))\s*")


class Units:
    """The units of one text. Offsets are code points; nothing is computed before it is asked for."""

    def __init__(self, text: str):
        self.text = text
        self._has_return = "\r" in text
        self._line = (0, -1)
        self._paragraphs: list[tuple[int, int]] | None = None
        self._sentences: tuple[tuple[int, int], list[tuple[int, int]]] | None = None

    def all(self, scope: Scope) -> Iterator[tuple[int, int]]:
        """Every unit of the scope, in order; long ones as windows."""
        blocks = self.paragraphs if scope == "paragraph" else self.lines()
        for start, end in blocks:
            for window in _windows(start, end):
                yield from self._within(window, scope)

    def at(self, offset: int, scope: Scope) -> Iterable[tuple[int, int]]:
        """The units of the scope that hold this offset: one, or more where windows overlap."""
        start, end = self.paragraph(offset) if scope == "paragraph" else self.line(offset)
        if end - start <= WINDOW and scope != "sentence":
            return ((start, end),) if start <= offset < end else ()
        return self._in_windows(start, end, offset, scope)

    def _in_windows(self, start: int, end: int, offset: int, scope: Scope) -> Iterator[tuple[int, int]]:
        for window in _windows(start, end, offset):
            units = self._within(window, scope)
            unit = units[bisect_right(units, (offset, len(self.text) + 1)) - 1] if units else (0, 0)
            if unit[0] <= offset < unit[1]:
                yield unit

    def line(self, offset: int) -> tuple[int, int]:
        """The line that holds this offset, without its break."""
        if not self._line[0] <= offset <= self._line[1]:
            text = self.text
            start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
            end = len(text) if end < 0 else end
            if self._has_return:
                start = max(start, text.rfind("\r", start, offset) + 1)
                cut = text.find("\r", offset, end)
                end = end if cut < 0 else cut
            self._line = (start, end)
        return self._line

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The paragraph that holds this offset; an empty span at it where it stands between two."""
        at = bisect_right(self.paragraphs, (offset, len(self.text) + 1)) - 1
        found = self.paragraphs[at] if at >= 0 else (offset, offset)
        return found if offset < found[1] else (offset, offset)

    @property
    def paragraphs(self) -> list[tuple[int, int]]:
        """What stands between blank lines."""
        if self._paragraphs is None:
            starts, ends = [0], []
            for found in _BLANK.finditer(self.text):
                ends.append(found.start())
                starts.append(found.end())
            self._paragraphs = list(zip(starts, [*ends, len(self.text)], strict=True))
        return self._paragraphs

    def lines(self) -> Iterator[tuple[int, int]]:
        """Every line, without its break."""
        start = 0
        while start <= len(self.text):
            _, end = self.line(start)
            yield start, end
            start = end + (2 if self.text.startswith("\r\n", end) else 1)

    def _within(self, window: tuple[int, int], scope: Scope) -> list[tuple[int, int]]:
        """The units of a window, in order. The sentences of the last window are kept: triggers come in crowds."""
        if scope != "sentence":
            return [window]
        if self._sentences is None or self._sentences[0] != window:
            start, end = window
            self._sentences = window, [(start + s, start + e) for s, e in sentence_spans(self.text[start:end])]
        return self._sentences[1]


def _windows(start: int, end: int, offset: int | None = None) -> Iterator[tuple[int, int]]:
    """The windows of a block, or only those that hold an offset."""
    if end - start <= WINDOW:
        yield start, end
        return
    first = start if offset is None else start + max(0, (offset - start - WINDOW) // _STEP + 1) * _STEP
    for at in range(first, end - (WINDOW - _STEP), _STEP):
        if offset is not None and at > offset:
            return
        yield at, min(at + WINDOW, end)
