"""The edit log: what was changed where, so that it can be reviewed and undone. JSON Lines.

First ``{"corpuslint":"edits","schema":1}``; then the edits of a file in order; after them the file itself, with the
digests of what it held and what became of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import msgspec

from corpuslint.errors import UsageError

SCHEMA = 1


class Head(msgspec.Struct, frozen=True, tag_field="kind", tag="edits"):
    """The first line."""

    schema: int = SCHEMA


class Change(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="edit"):
    """Byte ``byte`` of the (decompressed) file: ``before``, as it stood there, became ``after``.

    ``start`` and ``end`` are code points of the record's text.
    """

    path: str
    codes: tuple[str, ...]
    byte: int
    before: str
    after: str
    start: int
    end: int
    record: str | None = None
    safe: bool = True


class Whole(msgspec.Struct, frozen=True, tag_field="kind", tag="file"):
    """A file that was written: the SHA-256 of its decompressed bytes before and after."""

    path: str
    edits: int
    before: str
    after: str


Line: TypeAlias = Head | Change | Whole


def read_log(file: Path) -> Iterator[Change | Whole]:
    """The lines of a log. Raises ``UsageError`` for what is none, naming the line."""
    decoder = msgspec.json.Decoder(Line)
    try:
        with file.open("rb") as stream:
            for number, raw in enumerate(stream, 1):
                line = _decode(decoder, raw, f"{file}:{number}")
                if isinstance(line, Head) != (number == 1) or (isinstance(line, Head) and line.schema != SCHEMA):
                    raise UsageError(f"{file}:{number}: not a log that `corpuslint clean --log` wrote")
                if not isinstance(line, Head):
                    yield line
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None


def _decode(decoder: msgspec.json.Decoder[Line], raw: bytes, where: str) -> Line:
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{where}: not a line of an edit log: {error}") from None
