"""For a whole buffer at once: the records in which a statistic may be above zero.

A filter may keep too many records, never too few: the statistic itself is counted only for those that are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Bools = npt.NDArray[np.bool_]
    Ints = npt.NDArray[np.int64]

SMALL = 16_384
"""Bytes: in a smaller buffer it is cheaper to count the statistics than to import numpy."""


def candidates(needs: Iterable[str], buffer: Buffer) -> Iterable[int]:
    """Indices of the records of a buffer in which none of the statistics is surely zero."""
    filters = [name for name in needs if name in FILTERS]
    if buffer.size < SMALL or not filters:
        return range(buffer.count)
    kept = buffer.maybe(filters[0])
    for name in filters[1:]:
        kept = kept & buffer.maybe(name)
    return [int(index) for index in kept.nonzero()[0]]


class Buffer:
    """Records joined for the scanner, as arrays. ``data``: a break, then the records, each with a break after it.

    ``starts``: where each record starts, and where a further one would.
    """

    def __init__(self, data: bytes, starts: list[int]):
        self.data = data
        self.size = len(data)
        self.count = len(starts) - 1
        self._starts = starts
        self._maybe: dict[str, Bools] = {}

    def maybe(self, statistic: str) -> Bools:
        """For each record whether the statistic may be above zero; computed once."""
        if statistic not in self._maybe:
            self._maybe[statistic] = FILTERS[statistic](self)
        return self._maybe[statistic]

    @cached_property
    def bytes(self) -> npt.NDArray[np.uint8]:
        import numpy as np  # noqa: PLC0415 (a small file needs none of it)

        return np.frombuffer(self.data, dtype=np.uint8)

    @cached_property
    def starts(self) -> Ints:
        return _array(self._starts[:-1])

    @cached_property
    def ends(self) -> Ints:
        return _array(self._starts[1:]) - 1

    @cached_property
    def breaks(self) -> Ints:
        """Where the line breaks are; ``\\r\\n`` counts as two, with an empty line between them."""
        found = self.bytes == 10
        return _where(found | (self.bytes == 13) if b"\r" in self.data else found)

    @cached_property
    def line_record(self) -> Ints:
        """For each line (between two breaks) the index of its record."""
        return _array(self.starts.searchsorted(self.breaks[:-1] + 1, side="right")) - 1

    @cached_property
    def line_lengths(self) -> Ints:
        """The length of each line in code points."""
        continuing = _where((self.bytes & 0xC0) == 0x80)
        at = continuing.searchsorted(self.breaks)
        return _array((self.breaks[1:] - self.breaks[:-1] - 1) - (at[1:] - at[:-1]))

    def records_with(self, lines: Bools) -> Bools:
        """The records that have one of the marked lines."""
        flags = self.none()
        flags[self.line_record[lines]] = True
        return flags

    def none(self) -> Bools:
        import numpy as np  # noqa: PLC0415

        return np.zeros(self.count, dtype=np.bool_)


def _array(values: Any) -> Ints:
    import numpy as np  # noqa: PLC0415

    return np.asarray(values, dtype=np.int64)


def _where(flags: Bools) -> Ints:
    import numpy as np  # noqa: PLC0415

    return np.flatnonzero(flags)


def _table(characters: bytes, beyond_ascii: bool = False) -> Bools:
    import numpy as np  # noqa: PLC0415

    table = np.zeros(256, dtype=np.bool_)
    table[list(characters)] = True
    table[128:] |= beyond_ascii
    return table


def _unpaired_marks(buffer: Buffer) -> Bools:
    """Lines with an odd number of straight quotes, or with more of an opening mark than of its closing one."""
    import numpy as np  # noqa: PLC0415

    data = buffer.bytes
    at = _where(_table(b'"()[]\xe2\xc2')[data])
    first, second, third = data[at], data[at + 1], data[np.minimum(at + 2, buffer.size - 1)]
    line = buffer.breaks.searchsorted(at) - 1
    lines = len(buffer.breaks) - 1
    curly = (first == 0xE2) & (second == 0x80)
    angle = first == 0xC2
    balances = (
        (first == ord("("), first == ord(")")),
        (first == ord("["), first == ord("]")),
        (curly & ((third == 0x9C) | (third == 0x9E)), curly & (third == 0x9D)),
        (angle & (second == 0xAB), angle & (second == 0xBB)),
    )
    odd = np.bincount(line[first == ord('"')], minlength=lines) % 2 == 1
    for opening, closing in balances:
        odd |= np.bincount(line[opening], minlength=lines) != np.bincount(line[closing], minlength=lines)
    return buffer.records_with(odd)


def _open_end(buffer: Buffer) -> Bools:
    closed: Bools = _table(b".!?:;")[buffer.bytes[buffer.ends - 1]]
    return ~closed


_SMALL_OR_SPACE = bytes(range(97, 123)) + b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"


def _lower_start(buffer: Buffer) -> Bools:
    small: Bools = _table(_SMALL_OR_SPACE, beyond_ascii=True)[buffer.bytes[buffer.starts]]
    return small


def _lower_lines(buffer: Buffer) -> Bools:
    small = _table(_SMALL_OR_SPACE, beyond_ascii=True)[buffer.bytes[buffer.breaks[:-1] + 1]]
    first_of_record = buffer.breaks[:-1] + 1 == buffer.starts[buffer.line_record]
    return buffer.records_with(small & ~first_of_record)


def _lower_cased(buffer: Buffer) -> Bools:
    capitals = _where((buffer.bytes >= 65) & (buffer.bytes <= 90))
    return _array(capitals.searchsorted(buffer.starts)) == _array(capitals.searchsorted(buffer.ends))


def _decomposed(buffer: Buffer) -> Bools:
    """Code points from U+0300 on; those below are their own normal form C."""
    at = _where(buffer.bytes >= 0xCC)
    punctuation = (buffer.bytes[at] == 0xE2) & (buffer.bytes[at + 1] == 0x80) & (buffer.bytes[at + 2] >= 0x90)
    flags = buffer.none()
    flags[buffer.starts.searchsorted(at[~punctuation], side="right") - 1] = True
    return flags


def _repeated_lines(buffer: Buffer) -> Bools:
    """Lines of one record that have, without spaces and tabs around them, the same length and the same ends."""
    import numpy as np  # noqa: PLC0415

    start, end = buffer.breaks[:-1] + 1, buffer.breaks[1:].copy()
    space = _table(b" \t")
    while (blank := (start < end) & space[buffer.bytes[start]]).any():
        start = start + blank
    while (blank := (start < end) & space[buffer.bytes[end - 1]]).any():
        end = end - blank
    full = start < end
    start, end, record = start[full], end[full], buffer.line_record[full]
    ends = [
        buffer.bytes[start],
        buffer.bytes[end - 1],
        buffer.bytes[(start + end) // 2],
        buffer.bytes[(3 * start + end) // 4],
    ]
    keys = np.stack([record, end - start, *(_array(byte) for byte in ends)])
    keys = keys[:, np.lexsort(keys[::-1])]
    flags = buffer.none()
    flags[keys[0, 1:][(keys[:, 1:] == keys[:, :-1]).all(axis=0)]] = True
    return flags


FILTERS: dict[str, Callable[[Buffer], Bools]] = {
    "unpaired_marks": _unpaired_marks,
    "open_end": _open_end,
    "lower_start": _lower_start,
    "lower_lines": _lower_lines,
    "lower_cased": _lower_cased,
    "decomposed": _decomposed,
    "repeated_lines": _repeated_lines,
}
