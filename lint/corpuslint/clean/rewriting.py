"""From edits of texts to bytes of a block: outside of the changed strings every byte stays."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpuslint.clean.edits import Edit
from corpuslint.read import Batch, LineRecord, Lines, Piece


class ByteEdit(NamedTuple):
    """At byte ``at`` of a block ``before`` becomes ``after``: what ``edit`` does to the text of a record.

    ``edit`` counts from ``offset`` of the record's whole text.
    """

    at: int
    before: bytes
    after: bytes
    edit: Edit
    offset: int
    record: str | None


def byte_edits(block: Piece | Lines, batch: Batch, edits: Mapping[int, Sequence[Edit]]) -> Iterator[ByteEdit]:
    """The edits of the texts of a block (by their index in the batch) as edits of its bytes, in order."""
    return _in_lines(block, batch, edits) if isinstance(block, Lines) else _in_text(batch, edits)


def patched(data: bytes, edits: Iterable[ByteEdit]) -> Iterator[bytes]:
    """The bytes with the edits made, piece by piece."""
    at = 0
    for edit in edits:
        yield data[at : edit.at]
        yield edit.after
        at = edit.at + len(edit.before)
    yield data[at:] if at else data


def _in_text(batch: Batch, edits: Mapping[int, Sequence[Edit]]) -> Iterator[ByteEdit]:
    for index, made in edits.items():
        record = batch.record(index)
        done, place = 0, 0
        for edit in made:
            place += len(record.text[done : edit.start].encode())
            before = record.text[edit.start : edit.end].encode()
            yield ByteEdit(place, before, edit.after.encode(), edit, record.offset, None)
            place, done = place + len(before), edit.end


def _in_lines(block: Lines, batch: Batch, edits: Mapping[int, Sequence[Edit]]) -> Iterator[ByteEdit]:
    """Edits of the strings in JSON lines; what is put in is escaped where the line has ASCII only."""
    start, number = 0, block.line
    for index, made in edits.items():
        record = batch.record(index)
        assert isinstance(record, LineRecord)
        wanted = record.place(0, 0).line
        while number < wanted:
            start, number = block.data.index(b"\n", start) + 1, number + 1
        line = record.raw.decode()
        done, place = 0, start
        for edit in made:
            _, column, _, end_column = record.place(edit.start, edit.end)
            place += len(line[done : column - 1].encode())
            before = line[column - 1 : end_column - 1].encode()
            after = json.dumps(edit.after, ensure_ascii=line.isascii())[1:-1].encode()
            yield ByteEdit(place, before, after, edit, record.offset, record.id)
            place, done = place + len(before), end_column - 1
