"""For a whole buffer at once: the lines in which a kind of quotation mark or bracket has no partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint.scan.buffer import where
from corpuslint_rules.splits._marks import brackets_pair, quotes_pair

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer, Ints, Places


def unpaired_lines(buffer: Buffer) -> Places:
    """Where lines start that have an odd number of straight quotes, or not as many closing marks as opening ones.

    Single quotes that close may be apostrophes: of these only too few count.
    """
    return list(_in_small(buffer.data)) if buffer.small else _among_many(buffer)


def _in_small(data: bytes) -> Iterator[int]:
    at = 0
    for encoded in data.replace(b"\r", b"\n").split(b"\n"):
        line = encoded.decode("utf-8", "surrogatepass")
        if not (quotes_pair(line) and brackets_pair(line)) or line.count("‘") > line.count("’"):
            yield at
        at += len(encoded) + 1


def _among_many(buffer: Buffer) -> Ints:
    import numpy as np  # noqa: PLC0415

    data, breaks = buffer.bytes, buffer.breaks
    at = where((data == ord('"')) | ((data & 0xFE) == ord("(")) | ((data & 0xF9) == 0x59))  # ( and ); Y, [, ] and _
    ascii_mark = data[at]
    wide_at, first, second, third = buffer.high
    wide_mark = first.astype(np.int32) << 16 | second.astype(np.int32) << 8 | np.where(first < 0xE0, 0, third)

    def count(mark: str) -> Ints:
        """How many of this mark each line has."""
        if mark.isascii():
            places = at[ascii_mark == ord(mark)]
        else:
            places = wide_at[wide_mark == int.from_bytes(mark.encode().ljust(3, b"\0"))]
        counted: Ints = np.bincount(breaks.searchsorted(places) - 1, minlength=len(breaks) - 1)
        return counted

    odd = count('"') % 2 == 1
    for opening, closing in ("()", "[]", "«»", "‹›", "「」", "『』"):
        odd |= count(opening) != count(closing)
    odd |= count("“") + count("„") != count("”")
    odd |= count("‘") > count("’")
    starts: Ints = breaks[:-1][odd] + 1
    return starts
