"""From code points of a text to lines and columns of its file. Everything is bisected, nothing is counted twice."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import msgspec

from corpuslint.lazy import lazy_pattern
from corpuslint.read.block import Start

_MARK = lazy_pattern(r'["{}\[\]]')
_COLON = lazy_pattern(r"\s*:")
_ESCAPE = lazy_pattern(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])")
_LOW = lazy_pattern(r"\\u[dD][c-fC-F]")
_LONGEST = 12
_STRETCH = 1024


class Position(NamedTuple):
    """A span as an editor addresses it: lines and columns from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Utf8Length:
    """Bytes of UTF-8 before an offset of a text. Asked from left to right, every character is counted once."""

    def __init__(self, text: str):
        self._text = text
        self._offset = self._bytes = 0

    def before(self, offset: int) -> int:
        low, high = sorted((offset, self._offset))
        between = len(self._text[low:high].encode("utf-8", "surrogatepass"))
        self._bytes += between if offset >= self._offset else -between
        self._offset = offset
        return self._bytes


class FileAddress:
    """Places in a file, or in the piece of it that begins at ``start``."""

    def __init__(self, text: str, start: Start = Start()):  # noqa: B008 (frozen)
        self._text = text
        self.start = start

    def place(self, start: int, end: int) -> Position:
        """Where ``text[start:end]`` stands."""
        lines, first = self._line_starts, self.start
        line = bisect_right(lines, start) - 1
        end_line = bisect_right(lines, end, line) - 1
        column = start - lines[line] + (1 if line else first.column)
        end_column = end - lines[end_line] + (1 if end_line else first.column)
        return Position(first.line + line, column, first.line + end_line, end_column)

    def byte_columns(self, start: int, end: int) -> tuple[int, int]:
        """The columns of ``start`` and ``end`` in bytes; in a line that was cut, characters before the cut are one."""
        return self._byte_column(start), self._byte_column(end)

    def _byte_column(self, offset: int) -> int:
        index = bisect_right(self._line_starts, offset) - 1
        before = self.start.column if index == 0 else 1
        texts, lines = self._lengths
        return texts.before(offset) - lines.before(self._line_starts[index]) + before

    @cached_property
    def _lengths(self) -> tuple[Utf8Length, Utf8Length]:
        return Utf8Length(self._text), Utf8Length(self._text)

    @cached_property
    def _line_starts(self) -> array[int]:
        text = self._text
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        starts = array("q", accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
        starts.pop()
        return starts


class LineAddress:
    """Places in the JSON string that ``field`` leads to in one raw line of a file."""

    def __init__(self, raw: bytes, line: int, field: tuple[str, ...]):
        self.raw = raw
        self.line = line
        self.field = field

    def place(self, start: int, end: int) -> Position:
        """Where code points ``start`` to ``end`` of the decoded string stand, however they are escaped."""
        return Position(self.line, self._column(start), self.line, self._column(end))

    def byte_columns(self, start: int, end: int) -> tuple[int, int]:
        """The columns of ``start`` and ``end`` in bytes of the raw line."""
        length = self._length
        return length.before(self._column(start) - 1) + 1, length.before(self._column(end) - 1) + 1

    @cached_property
    def _length(self) -> Utf8Length:
        return Utf8Length(self._map[0])

    def _column(self, offset: int) -> int:
        line, offsets, columns = self._map
        index = bisect_right(offsets, offset) - 1
        left, at = offset - offsets[index], columns[index]
        for escape in _ESCAPE.finditer(line, at, columns[index + 1]):
            plain = escape.start() - at
            if plain >= left:
                break
            left, at = left - plain - 1, escape.end()
        return at + left + 1

    @cached_property
    def _map(self) -> tuple[str, array[int], array[int]]:
        """The line; for every stretch of its string, the code points of the text before it and where it begins."""
        line = self.raw.decode("utf-8", "replace")
        start, end = string_span(line, self.field)
        offsets, columns, offset = array("q", [0]), array("q", [start]), 0
        while start < end:
            after = end if end - start <= _STRETCH else _unsplit(line, start, start + _STRETCH)
            stretch = line[start:after]
            offset += len(msgspec.json.decode(f'"{stretch}"')) if "\\" in stretch else len(stretch)
            offsets.append(offset)
            columns.append(after)
            start = after
        columns.append(end)
        return line, offsets, columns


def string_span(line: str, field: tuple[str, ...]) -> tuple[int, int]:
    """Where the string that ``field`` leads to stands in a line, without its quotes. The last of equal keys counts."""
    span, at = (0, 0), 0
    path: list[str | None] = []
    key: str | None = None
    wanted = list(field[:-1])
    while mark := _MARK.search(line, at):
        start, at = mark.span()
        match mark[0]:
            case "{" | "[" as opening:
                path.append(key)
                key = None if opening == "[" else key
            case "}" | "]":
                key = path.pop() if path else None
            case _:
                at = _string_end(line, at) + 1
                if colon := _COLON.match(line, at):
                    key, at = _key(line[start:at]), colon.end()
                elif key == field[-1] and path[1:] == wanted:
                    span = start + 1, at - 1
    return span


def _string_end(line: str, at: int) -> int:
    while (quote := line.find('"', at)) >= 0:
        slashes = 0
        while line[quote - 1 - slashes] == "\\":
            slashes += 1
        if slashes % 2 == 0:
            return quote
        at = quote + 1
    return len(line)


def _unsplit(line: str, start: int, at: int) -> int:
    """``at``, or a place shortly before it where no escape is cut in two; at ``start`` none is."""
    slash = line.rfind("\\", at - _LONGEST, at)
    if slash < 0:
        return at
    first = slash
    while first > start and line[first - 1] == "\\":
        first -= 1
    if (slash - first) % 2:
        return slash + 1
    return slash - 6 if _LOW.match(line, slash) else slash


def _key(literal: str) -> str:
    if "\\" not in literal:
        return literal[1:-1]
    import json  # noqa: PLC0415 (few keys have escapes; unlike msgspec it decodes lone surrogates)

    key: str = json.loads(literal)
    return key


def lone_surrogate(line: str, field: tuple[str, ...]) -> int:
    """The column of the first escaped surrogate without its other half."""
    escapes = _ESCAPE.finditer(line, *string_span(line, field))
    return next((e.start() + 1 for e in escapes if e[0][1:3] in {"ud", "uD"} and e[0][3] > "7" and len(e[0]) == 6), 1)
