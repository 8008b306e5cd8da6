"""Files whose whole content is one text."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding
from corpuslint.read.address import FileAddress
from corpuslint.read.block import Files, Piece
from corpuslint.read.markdown import mask
from corpuslint.read.problem import foreign, problem, undecodable, unreadable, without_bom
from corpuslint.read.record import Batch, FileRecord, Origin

_CHUNK = 1 << 16


def load_files(block: Files) -> Batch:
    """Small files, read whole."""
    return _load(_read(block), whole=True)


def load_piece(block: Piece) -> Batch:
    """A text that came with its bytes, or a piece of it."""
    return _load([block], whole=False)


def _read(block: Files) -> Iterator[Piece | Finding]:
    for source in block.sources:
        try:
            data = _content(source.file)
        except OSError as error:
            yield problem("CL901", source.path, unreadable(error))
        else:
            yield Piece(source.path, source.kind, *without_bom(data))


def _content(file: str) -> bytes:
    """All bytes of a file, in half the time that a file object takes, for each of many files."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return b"".join(iter(partial(os.read, handle, _CHUNK), b""))
    finally:
        os.close(handle)


def _load(pieces: Iterable[Piece | Finding], whole: bool) -> Batch:
    texts: list[str] = []
    originals: list[tuple[Piece, str]] = []
    problems: list[Finding] = []
    for piece in pieces:
        text = piece if isinstance(piece, Finding) else _decode(piece)
        if isinstance(text, Finding):
            problems.append(text)
        elif isinstance(piece, Piece):
            texts.append(mask(text, front_matter=piece.start.offset == 0) if piece.kind == "markdown" else text)
            originals.append((piece, text))
    skipped = Counter(CODES[found.code].name for found in problems)

    def record(index: int) -> FileRecord:
        piece, text = originals[index]
        return FileRecord(piece.path, piece.kind, text, FileAddress(text, piece.start))

    def origin(index: int) -> Origin | None:
        piece, _ = originals[index]
        return Origin(piece.path, 1, piece.kind.encode() + piece.data) if whole else None

    markdown = [index for index, (piece, _) in enumerate(originals) if piece.kind == "markdown"]
    return Batch(texts, record, problems, dict(skipped), origin, markdown)


def _decode(piece: Piece) -> str | Finding:
    path, data, start = piece.path, piece.data, piece.start
    if start.offset == 0 and (what := foreign(path, data)):
        return problem("CL902", path, what)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return undecodable(path, data, error, start)
    if not text or text.isspace():
        return problem("CL908", path, "nothing but blanks" if text else "an empty file", start.line, start.column)
    return text
