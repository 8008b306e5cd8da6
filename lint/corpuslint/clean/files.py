"""A file cleaned block by block: its new bytes, its edits, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from corpuslint.clean.edits import Edit
from corpuslint.clean.rewriting import ByteEdit, byte_edits
from corpuslint.clean.texts import Cleaner
from corpuslint.discover import Source
from corpuslint.engine_codes import could_not_lint
from corpuslint.finding import Finding
from corpuslint.read import Batch, LineRecord, Lines, Piece, ReadOptions, Trouble, blocks, load
from corpuslint.read.problem import problem, unreadable

_BOM = b"\xef\xbb\xbf"


class Part(NamedTuple):
    """Some bytes of a file, decompressed, ``byte`` where they begin in it, and what is to be changed in them.

    ``batch``: the texts in them, ``by_text``: the edits of each that has any.
    """

    byte: int
    data: bytes
    edits: list[ByteEdit]
    batch: Batch
    by_text: dict[int, list[Edit]]


class UncleanableError(Exception):
    """A file that cannot be read as text to its end: it is left out."""

    def __init__(self, finding: Finding):
        super().__init__(finding.message)
        self.finding = finding


def parts(cleaner: Cleaner, source: Source, options: ReadOptions) -> Iterator[Part]:
    """The file from its first byte to its last. Raises ``UncleanableError``."""
    reached = 0
    for block in blocks([_loaded(source)], options):
        if isinstance(block, Trouble):
            _refuse(block.problems)
            continue
        assert isinstance(block, Piece | Lines)
        batch = load(block, options)
        if isinstance(block, Piece):
            _refuse(batch.problems)
        byte = block.byte if isinstance(block, Lines) else block.start.byte
        found = cleaner.edits(batch).items()
        edits = {index: made for index, made in found if isinstance(block, Piece) or _is_utf8(batch, index)}
        head = _BOM[: byte - reached] if byte > reached else b""  # readers pass over a byte order mark
        moved = [edit._replace(at=edit.at + len(head)) for edit in byte_edits(block, batch, edits)]
        yield Part(reached, head + block.data, moved, batch, edits)
        reached = byte + len(block.data)


def _is_utf8(batch: Batch, index: int) -> bool:
    """Whether all of a record's line is UTF-8: readers look at the text alone, but columns count code points."""
    record = batch.record(index)
    assert isinstance(record, LineRecord)
    try:
        record.raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _refuse(problems: Iterable[Finding]) -> None:
    for found in problems:
        if could_not_lint(found):
            raise UncleanableError(found)


def _loaded(source: Source) -> Source:
    """The file with its bytes, if it is small: a file that ``blocks`` would leave to another process."""
    file = Path(source.file)
    try:
        if source.compression or file.stat().st_size > ReadOptions().piece_size:
            return source
        return msgspec.structs.replace(source, data=file.read_bytes())
    except OSError as error:
        raise UncleanableError(problem("CL901", source.path, unreadable(error))) from None
