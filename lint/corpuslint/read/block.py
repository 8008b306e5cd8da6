"""Units of work, made in one process and loaded in another: all of them can be pickled."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from corpuslint.discover import Kind, Source
from corpuslint.finding import Finding


class ReadOptions(msgspec.Struct, frozen=True):
    """How records are read. Fields may be dotted paths; ``None`` lets them be found. Sizes are in bytes."""

    text_field: str | None = None
    id_field: str | None = None
    block_size: int = 1 << 20
    piece_size: int = 32 << 20
    line_limit: int = 1 << 29


class Start(msgspec.Struct, frozen=True):
    """Where a piece begins in its text: byte and code point from 0, line and column from 1."""

    byte: int = 0
    offset: int = 0
    line: int = 1
    column: int = 1


class Files(msgspec.Struct, frozen=True):
    """Small files, yet to be read."""

    sources: tuple[Source, ...]


class Piece(msgspec.Struct, frozen=True):
    """A whole text or a piece of one too long to be linted at once."""

    path: str
    kind: Kind
    data: bytes
    start: Start = Start()


class Lines(msgspec.Struct, frozen=True):
    """Whole lines of a file of records: the number of the first, its byte in the file, and where a text stands."""

    path: str
    data: bytes
    line: int
    byte: int
    field: tuple[str, ...]


class Trouble(msgspec.Struct, frozen=True):
    """What could not be read: nothing to load."""

    problems: tuple[Finding, ...]
    skipped: dict[str, int]


Block: TypeAlias = Files | Piece | Lines | Trouble
