"""Sources in, units of work out: small files in packs, long texts in pieces, files of records in slices of lines."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from corpuslint.discover import Source
from corpuslint.engine_codes import CODES
from corpuslint.read.block import Block, Files, Lines, Piece, ReadOptions, Start, Trouble
from corpuslint.read.field import field_path, first_record, show_keys, way_out
from corpuslint.read.problem import StreamError, advance, foreign, problem, trouble, without_bom
from corpuslint.read.stream import CHUNK, chunks, lines, pieces

PACK = 256
"""Files that one unit of work may hold."""


def blocks(sources: Iterable[Source], options: ReadOptions = ReadOptions()) -> Iterator[Block]:  # noqa: B008 (frozen)
    """The work, in the order of the sources. Memory does not grow with a file, only with its longest line."""
    pack: list[Source] = []
    total = 0
    for source in sources:
        size = _small(source, options.piece_size)
        if size is not None:
            pack.append(source)
            total += size
        if pack and (size is None or total >= options.block_size or len(pack) == PACK):
            yield Files(tuple(pack))
            pack, total = [], 0
        if size is None:
            yield from _lines(source, options) if source.kind == "lines" else _pieces(source, options)
    if pack:
        yield Files(tuple(pack))


def _small(source: Source, limit: int) -> int | None:
    """The size of a file that a worker can read by itself; None for what must be streamed from here."""
    if source.kind == "lines" or source.compression or source.data is not None:
        return None
    try:
        status = os.stat(source.file)  # noqa: PTH116 (quicker by half, for each of many files)
    except OSError:
        return 0  # the worker meets the same error, and reports it
    if stat.S_ISDIR(status.st_mode):
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) and status.st_size <= limit else None


def _pieces(source: Source, options: ReadOptions) -> Iterator[Block]:
    start = Start()
    data = b""
    try:
        for data, last in pieces(chunks(source, min(CHUNK, options.piece_size)), options.piece_size):
            if start.offset == 0:
                data, start = without_bom(data)  # noqa: PLW2901
                if not last:
                    yield _oversize(source.path, options.piece_size)
            yield Piece(source.path, source.kind, data, start)
            if not last:
                start = advance(start, data)
    except UnicodeDecodeError:
        return  # whoever loads the piece reports it
    except StreamError as error:
        yield trouble("CL901", source.path, str(error), start.line)
        return
    if start == Start() and not data:
        yield trouble("CL908", source.path, "an empty file")


def _oversize(path: str, limit: int) -> Trouble:
    message = f"a text of more than {limit} bytes is linted in pieces: rules on whole documents see one piece"
    return Trouble((problem("CL904", path, message),), {})


def _lines(source: Source, options: ReadOptions) -> Iterator[Block]:
    line, byte, field = 1, 0, None
    try:
        stream = chunks(source, min(CHUNK, options.block_size))
        for data in lines(stream, options.block_size, options.line_limit):
            if field is None:
                if what := foreign(source.path, data):
                    yield trouble("CL902", source.path, what)
                    return
                data, start = without_bom(data)  # noqa: PLW2901
                byte = start.byte
                field = field_path(data, options.text_field)
                if field is None:
                    yield _no_text(source.path, data)
                    return
            yield Lines(source.path, data, line, byte, field)
            line += data.count(b"\n")
            byte += len(data)
    except StreamError as error:
        yield trouble("CL901", source.path, str(error), line)
        return
    if field is None:
        yield trouble("CL908", source.path, "an empty file")


def _no_text(path: str, data: bytes) -> Trouble:
    first = first_record(data)
    message = f"no text in the first records, which have {show_keys(first)}; {way_out(first)}"
    return Trouble((problem("CL903", path, message),), {CODES["CL903"].name: 1})
