"""Slices of a file of records: one JSON object a line, decoded all at once where nothing is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding
from corpuslint.read.address import LineAddress
from corpuslint.read.block import Lines, ReadOptions, Start
from corpuslint.read.field import UNDECODED, text_decoder
from corpuslint.read.lenient import InvalidRecordError, text_of
from corpuslint.read.problem import problem, undecodable
from corpuslint.read.record import Batch, LineRecord, Origin
from corpuslint.read.stream import cut


def load_lines(block: Lines, options: ReadOptions) -> Batch:
    """The texts of a slice. The index of a text is not that of its line: blank and bad lines have none."""
    opener = _Opener(block, options.id_field)
    problems: list[Finding] = []
    texts, indices = _at_once(block) or _one_by_one(opener, problems)
    if any(map(str.isspace, texts)) or "" in texts:
        texts, indices = _without_blank(texts, indices, opener, problems)
    skipped = Counter(CODES[found.code].name for found in problems)
    offsets: Sequence[int] | None = None
    if len(block.data) > options.piece_size:
        texts, indices, offsets = _in_pieces(texts, indices, opener, problems, options.piece_size)

    def record(index: int) -> LineRecord:
        return opener.record(texts[index], indices[index], offsets[index] if offsets else 0)

    def origin(index: int) -> Origin | None:
        at = indices[index]
        return None if offsets else Origin(block.path, block.line + at, repr(block.field).encode() + opener.line(at))

    return Batch(texts, record, sorted(problems, key=lambda found: found.line), dict(skipped), origin)


class _Opener:
    """Finds the lines of a slice again, once something about one of them is to be said."""

    def __init__(self, block: Lines, id_field: str | None):
        self.block = block
        self._id_field = id_field
        self._last: tuple[int, LineAddress] | None = None

    @cached_property
    def starts(self) -> list[int]:
        data, starts = self.block.data, [0]
        while at := data.find(b"\n", starts[-1]) + 1:
            starts.append(at)
        return starts

    def line(self, index: int) -> bytes:
        """A line with its break: slicing all of a long line's block copies nothing."""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.block.data)
        return self.block.data[self.starts[index] : end]

    def address(self, index: int) -> LineAddress:
        """The pieces of a text share one."""
        if self._last is None or self._last[0] != index:
            self._last = index, LineAddress(self.line(index), self.block.line + index, self.block.field)
        return self._last[1]

    def record(self, text: str, index: int, offset: int = 0) -> LineRecord:
        return LineRecord(self.block.path, text, self.address(index), offset=offset, id_field=self._id_field)

    def problem(self, code: str, message: str, index: int, column: int = 1) -> Finding:
        return problem(code, self.block.path, message, self.block.line + index, column)


def _at_once(block: Lines) -> tuple[list[str], Sequence[int]] | None:
    """All texts and the indices of their lines; None if anything is wrong with any line."""
    decoder, text = text_decoder(block.field)
    try:
        rows = decoder.decode_lines(block.data)
    except UNDECODED:
        return None
    count = block.data.count(b"\n") + (not block.data.endswith(b"\n"))
    indices: Sequence[int] = range(count)
    if len(rows) != count:  # the decoder skips blank lines, and lets a record go on in the next line
        indices = [index for index, line in enumerate(block.data.split(b"\n")) if line.strip()]
    return (list(map(text, rows)), indices) if len(rows) == len(indices) else None


def _one_by_one(opener: _Opener, problems: list[Finding]) -> tuple[list[str], Sequence[int]]:
    decoder, text = text_decoder(opener.block.field)
    texts: list[str] = []
    indices: list[int] = []
    for index in range(len(opener.starts)):
        line = opener.line(index)
        if not line.strip():
            continue
        try:
            texts.append(text(decoder.decode(line)))
        except UNDECODED:
            found = _leniently(opener, line, index)
            if isinstance(found, Finding):
                problems.append(found)
                continue
            texts.append(found)
        indices.append(index)
    return texts, indices


def _leniently(opener: _Opener, line: bytes, index: int) -> str | Finding:
    try:
        return text_of(line, opener.block.field)
    except UnicodeDecodeError as error:
        start = Start(opener.block.byte + opener.starts[index], line=opener.block.line + index)
        return undecodable(opener.block.path, line, error, start)
    except InvalidRecordError as error:
        return opener.problem("CL903", str(error), index, error.column)


def _without_blank(
    texts: list[str], indices: Sequence[int], opener: _Opener, problems: list[Finding]
) -> tuple[list[str], Sequence[int]]:
    kept = []
    for text, index in zip(texts, indices, strict=True):
        if text and not text.isspace():
            kept.append((text, index))
        else:
            problems.append(opener.problem("CL908", "a text of nothing but blanks" if text else "an empty text", index))
    return [text for text, _ in kept], [index for _, index in kept]


def _in_pieces(
    texts: list[str], indices: Sequence[int], opener: _Opener, problems: list[Finding], size: int
) -> tuple[list[str], list[int], list[int]]:
    pieces: list[tuple[str, int, int]] = []
    for text, index in zip(texts, indices, strict=True):
        if len(text) > size:
            message = f"a text of more than {size} characters is linted in pieces: document rules see one piece"
            problems.append(opener.problem("CL904", message, index))
        start = 0
        while len(text) - start > size:
            end = cut(text, start, start + size, ("\n", "\r", " "))
            pieces.append((text[start:end], index, start))
            start = end
        pieces.append((text[start:] if start else text, index, start))
    return [p[0] for p in pieces], [p[1] for p in pieces], [p[2] for p in pieces]
