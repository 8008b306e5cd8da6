"""From lines and columns as findings have them to an editor's positions, in the encoding that it asked for."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position as EditorPosition
from lsprotocol.types import PositionEncodingKind, Range

from corpuslint.lazy import lazy_pattern
from corpuslint.read import Position

_BREAK = lazy_pattern(r"\r\n|\n|\r")
_CODECS = {PositionEncodingKind.Utf8: ("utf-8", 1), PositionEncodingKind.Utf16: ("utf-16-le", 2)}


class Places:
    """The places of a document. ``encoding``: by whose units an editor counts.

    records: the document has a record a line, and only ``\\n`` ends a line for its findings.
    """

    def __init__(self, text: str, encoding: PositionEncodingKind, records: bool):
        self._text = text
        self._codec = None if text.isascii() else _CODECS.get(encoding)
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        self._own_starts = _line_feeds(text) if records and "\r" in text else self._starts
        self._mark = text.startswith("\ufeff")

    def range(self, place: Position) -> Range:
        """Where the place is for the editor; of one beyond the end, the end."""
        return Range(self._at(place.line, place.column), self._at(place.end_line, place.end_column))

    def _at(self, line: int, column: int) -> EditorPosition:
        if line > len(self._own_starts):
            offset = len(self._text)
        else:
            # readers pass over a byte order mark
            offset = self._own_starts[line - 1] + column - 1 + (self._mark and line == 1)
        index = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[index] : offset]
        if self._codec is None or before.isascii():
            return EditorPosition(index, len(before))
        codec, size = self._codec
        return EditorPosition(index, len(before.encode(codec, "surrogatepass")) // size)


def _line_feeds(text: str) -> list[int]:
    starts = [0]
    while at := text.find("\n", starts[-1]) + 1:
        starts.append(at)
    return starts
