"""Texts with their addresses: what a loaded unit of work offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, TypeAlias

import msgspec

from corpuslint.discover import Kind
from corpuslint.finding import Finding
from corpuslint.read.address import FileAddress, LineAddress, Position
from corpuslint.read.field import UNDECODED, decode, fields_of, record_id, text_decoder
from corpuslint.read.lenient import text_of
from corpuslint.read.markdown import mask


class FileRecord:
    """A file, or a piece of it. ``offset`` is where ``text`` begins in the file's whole text.

    ``id``: tells texts apart that a caller gives without a file; files have none.
    """

    field: str | None = None
    meta: Mapping[str, Any] = {}

    def __init__(self, path: str, kind: Kind, text: str, address: FileAddress, id: str | None = None):
        self.id = id
        self.path = path
        self.kind = kind
        self.text = text
        self.offset = address.start.offset
        self._address = address

    def __reduce__(self) -> tuple[Any, ...]:
        return FileRecord, (self.path, self.kind, self.text, FileAddress(self.text, self._address.start), self.id)

    @property
    def line(self) -> int:
        """The line of the file in which ``text`` begins."""
        return self._address.start.line

    def place(self, start: int, end: int) -> Position:
        """Where ``text[start:end]`` stands in the file."""
        return self._address.place(start, end)

    def byte_columns(self, start: int, end: int) -> tuple[int, int]:
        """The columns of ``text[start:end]`` in bytes of UTF-8."""
        return self._address.byte_columns(start, end)


class LineRecord:
    """A line of a file of records, or a piece of its text. ``offset`` is where ``text`` begins in the whole text."""

    kind: ClassVar[Kind] = "lines"

    def __init__(self, path: str, text: str, address: LineAddress, *, offset: int = 0, id_field: str | None = None):
        self.path = path
        self.text = text
        self.offset = offset
        self._address = address
        self._id_field = id_field

    def __reduce__(self) -> tuple[Any, ...]:
        address = self._address.raw, self._address.line, self._address.field
        return _line_record, (self.path, address, self.offset, len(self.text), self._id_field)

    @property
    def line(self) -> int:
        """The line of the file that holds the record."""
        return self._address.line

    @cached_property
    def id(self) -> str | None:
        """The record's id as a string; None if it has none."""
        return record_id(self._fields, self._id_field)

    @property
    def raw(self) -> bytes:
        """The line as it stands in the file."""
        return self._address.raw

    @property
    def field(self) -> str:
        """Where the text stands, as a JSON pointer."""
        return "".join("/" + key.replace("~", "~0").replace("/", "~1") for key in self._address.field)

    @cached_property
    def meta(self) -> dict[str, Any]:
        """The fields of the record, the text's own left out."""
        return {key: decode(value) for key, value in self._fields.items() if (key,) != self._address.field}

    def place(self, start: int, end: int) -> Position:
        """Where ``text[start:end]`` stands in the raw line."""
        return self._address.place(self.offset + start, self.offset + end)

    def byte_columns(self, start: int, end: int) -> tuple[int, int]:
        """The columns of ``text[start:end]`` in bytes of the raw line."""
        return self._address.byte_columns(self.offset + start, self.offset + end)

    @cached_property
    def _fields(self) -> dict[str, msgspec.Raw]:
        return fields_of(self._address.raw)


def _line_record(
    path: str, address: tuple[bytes, int, tuple[str, ...]], offset: int, size: int, id_field: str | None
) -> LineRecord:
    """A record from its raw line, which alone is put on disk or sent to other processes."""
    raw, _, field = address
    decoder, text_in = text_decoder(field)
    try:
        text = text_in(decoder.decode(raw))
    except UNDECODED:
        text = text_of(raw, field)
    text = text[offset : offset + size]
    return LineRecord(path, text, LineAddress(*address), offset=offset, id_field=id_field)


Record: TypeAlias = FileRecord | LineRecord


def linted(record: Record) -> str:
    """The text of a record as rules see it: in Markdown without front matter and code, lengths kept."""
    return mask(record.text, front_matter=record.offset == 0) if record.kind == "markdown" else record.text


class Origin(NamedTuple):
    """Where a text stands, and the bytes that it was read from: all that its findings depend on but the rules."""

    path: str
    line: int
    identity: bytes


class Batch(msgspec.Struct, frozen=True, dict=True):
    """The texts of a unit of work, and what of it could not be linted: findings, and records by reason."""

    texts: list[str]
    record: Callable[[int], Record]
    """The record of ``texts[i]``: made when asked."""
    problems: list[Finding] = []
    skipped: dict[str, int] = {}
    origin: Callable[[int], Origin | None] = lambda _: None
    """The origin of ``texts[i]``; None for a piece of a text."""
    markdown: Sequence[int] = ()
    """Which texts are of Markdown."""

    @cached_property
    def size(self) -> int:
        """Code points of all texts."""
        return sum(map(len, self.texts))

    def only(self, indices: Sequence[int]) -> Batch:
        """A batch of some of the texts, and of nothing else."""
        return Batch([self.texts[index] for index in indices], lambda at: self.record(indices[at]))


def joined(batches: Sequence[Batch]) -> Batch:
    """The texts of some batches as one, without what could not be linted."""
    if len(batches) == 1:
        return batches[0]
    at = [(batch, index) for batch in batches for index in range(len(batch.texts))]

    def record(index: int) -> Record:
        batch, own = at[index]
        return batch.record(own)

    def origin(index: int) -> Origin | None:
        batch, own = at[index]
        return batch.origin(own)

    return Batch([batch.texts[index] for batch, index in at], record, origin=origin)
