"""Records joined for the scanner, seen as arrays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Bools = npt.NDArray[np.bool_]
    Bytes = npt.NDArray[np.uint8]
    Ints = npt.NDArray[np.int64]
    Places = Sequence[int] | Ints

T = TypeVar("T")

_CONTINUING = bytes(range(0x80, 0xC0))
"""The bytes of a character that are not its first."""

SMALL = 16_384
"""Bytes: to a smaller buffer plain Python comes sooner than the import of numpy."""


def of_one(text: str) -> Buffer:
    """A buffer of a single record."""
    encoded = text.encode("utf-8", "surrogatepass")
    return Buffer(b"\n" + encoded + b"\n", [1, len(encoded) + 2])


class Buffer:
    """``data``: a break, then the records, each with a break after it.

    ``starts``: where each record starts, and where a further one would.
    """

    def __init__(self, data: bytes, starts: list[int]):
        self.data = data
        self.size = len(data)
        self.count = len(starts) - 1
        self._starts = starts
        self._computed: dict[Callable[[Buffer], Any], Any] = {}

    def once(self, compute: Callable[[Buffer], T]) -> T:
        """What ``compute`` makes of this buffer, computed when first asked: evidence that several sieves share."""
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        value: T = self._computed[compute]
        return value

    @property
    def small(self) -> bool:
        """Whether the buffer is better looked at without arrays."""
        return self.size < SMALL

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each record starts and ends."""
        return [(start, following - 1) for start, following in pairwise(self._starts)]

    def record_at(self, offset: int) -> int:
        """The index of the record at an offset."""
        return bisect_right(self._starts, offset, hi=self.count) - 1

    @cached_property
    def bytes(self) -> Bytes:
        import numpy as np  # noqa: PLC0415 (a small file needs none of it)

        return np.frombuffer(self.data, dtype=np.uint8)

    @cached_property
    def starts(self) -> Ints:
        return array(self._starts[:-1])

    @cached_property
    def ends(self) -> Ints:
        return array(self._starts[1:]) - 1

    @cached_property
    def breaks(self) -> Ints:
        """Where the line breaks are; ``\\r\\n`` counts as two, with an empty line between them."""
        found = self.bytes == 10
        return where(found | (self.bytes == 13) if b"\r" in self.data else found)

    @cached_property
    def blanks(self) -> Ints:
        """Where spaces and control characters are: what stands between words."""
        return where(self.bytes <= 32)

    @cached_property
    def line_record(self) -> Ints:
        """For each line (between two breaks) the index of its record."""
        return self.record_of(self.breaks[:-1] + 1)

    @cached_property
    def continuing(self) -> Ints:
        """Where the bytes of a character stand that are not its first."""
        return where((self.bytes & 0xC0) == 0x80)

    @cached_property
    def line_lengths(self) -> Ints:
        """The length of each line in code points."""
        at = self.continuing.searchsorted(self.breaks)
        return array((self.breaks[1:] - self.breaks[:-1] - 1) - (at[1:] - at[:-1]))

    @cached_property
    def high(self) -> tuple[Ints, Bytes, Bytes, Bytes]:
        """Where characters beyond ASCII begin, and their first three bytes (of a short one, what follows it)."""
        at = where(self.bytes >= 0xC2)
        return at, self.bytes[at], self.bytes[at + 1], self.bytes[(at + 2).clip(max=self.size - 1)]

    def record_of(self, offsets: Ints) -> Ints:
        """The index of the record at each offset."""
        return array(self.starts.searchsorted(offsets, side="right")) - 1

    def records_at(self, offsets: Ints) -> Bools:
        """The records that hold one of the offsets."""
        flags = self.none()
        flags[self.record_of(offsets)] = True
        return flags

    def records_with(self, lines: Bools) -> Bools:
        """The records that have one of the marked lines."""
        flags = self.none()
        flags[self.line_record[lines]] = True
        return flags

    def places(self, offsets: Places) -> dict[int, list[int]]:
        """Offsets by the index of their record, as code points in it."""
        found: dict[int, list[int]] = {}
        if self.small:
            for offset in map(int, offsets):
                index = self.record_at(offset)
                within = self.data[self.spans[index][0] : offset].decode("utf-8", "surrogatepass")
                found.setdefault(index, []).append(len(within))
            return found
        if not len(offsets):
            return found
        offsets = array(offsets)
        record = self.record_of(offsets)
        before = self._characters(self.starts[record], offsets)
        for index, place in zip(record.tolist(), before.tolist(), strict=True):
            found.setdefault(index, []).append(place)
        return found

    def located(self, ends: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
        """For what ends at these offsets: the record that holds its last byte, and how many characters of the record
        begin before the end. A break belongs to the record that it follows.
        """
        if self.small:
            records = [max(self.record_at(end - 1), 0) for end in ends]
            spans = [
                (self.spans[record][0], min(end, self.spans[record][1]))
                for record, end in zip(records, ends, strict=True)
            ]
            return records, [len(self.data[start:end].translate(None, _CONTINUING)) for start, end in spans]
        offsets = array(ends)
        record = self.record_of(offsets - 1).clip(min=0)
        start = self.starts[record]
        before = self._characters(start, offsets.clip(start, self.ends[record]))
        return record.tolist(), before.tolist()

    def _characters(self, starts: Ints, ends: Ints) -> Ints:
        """How many characters begin between these offsets."""
        return (ends - starts) - (self.continuing.searchsorted(ends) - self.continuing.searchsorted(starts))

    def none(self) -> Bools:
        """No record."""
        import numpy as np  # noqa: PLC0415

        return np.zeros(self.count, dtype=np.bool_)


def array(values: Any) -> Ints:
    """Whole numbers as an array."""
    import numpy as np  # noqa: PLC0415

    return np.asarray(values, dtype=np.int64)


def where(flags: Bools) -> Ints:
    """The indices of what is marked."""
    import numpy as np  # noqa: PLC0415

    return np.flatnonzero(flags)


def table(characters: bytes, beyond_ascii: bool = False) -> Bools:
    """A table of 256: which bytes are meant."""
    import numpy as np  # noqa: PLC0415

    marked = np.zeros(256, dtype=np.bool_)
    marked[list(characters)] = True
    marked[128:] |= beyond_ascii
    return marked
