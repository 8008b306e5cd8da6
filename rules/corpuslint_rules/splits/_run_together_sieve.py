"""Words run together, found in many records at once: small words not listed that fall into two listed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpuslint_rules.english.lookup import PAD, lookup, padded
from corpuslint_rules.splits._run_together import KNOWN, LONGEST, SHORTEST, parts

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

_STEP = 10
"""A frequency of the table is in tenths, plus one."""


def places(buffer: Buffer) -> Array:
    """Where a word stands that was run together from two."""
    import numpy as np  # noqa: PLC0415

    data = padded(buffer.data)
    starts, ends = _runs((data - np.uint8(97)) < 26)
    alone = (ends - starts <= LONGEST) & (data[starts - 1] <= 64)
    starts, ends = starts[alone], ends[alone]
    unlisted = lookup(data, starts, ends).frequency == 0
    starts, ends = starts[unlisted], ends[unlisted]
    divisible = _divisible(data, starts, ends)
    starts, ends = starts[divisible] - PAD, ends[divisible] - PAD
    words = (buffer.data[start:end].decode("ascii") for start, end in zip(starts.tolist(), ends.tolist(), strict=True))
    found: Array = starts[np.fromiter((parts(word) is not None for word in words), dtype=np.bool_, count=len(starts))]
    return found


def _runs(small: Array) -> tuple[Array, Array]:
    """Starts and ends of the runs of at least ``SHORTEST`` small letters."""
    import numpy as np  # noqa: PLC0415

    two = small[:-1] & small[1:]
    four = two[:-2] & two[2:]
    long = four[: 4 - SHORTEST] & four[SHORTEST - 4 :]
    edges = np.flatnonzero(long[1:] != long[:-1]) + 1
    return edges[::2], edges[1::2] + SHORTEST - 1


def _divisible(data: Array, starts: Array, ends: Array) -> Array:
    """Which words have a cut with two listed words of some frequency beside it."""
    import numpy as np  # noqa: PLC0415

    least = int(KNOWN * _STEP)
    cuts = ends - starts - 3
    word = np.repeat(np.arange(len(starts)), cuts)
    at = starts[word] + 2 + np.arange(len(word)) - np.repeat(np.cumsum(cuts) - cuts, cuts)
    first = lookup(data, starts[word], at).frequency > least
    word, at = word[first], at[first]
    divisible = np.zeros(len(starts), dtype=np.bool_)
    divisible[word[lookup(data, at, ends[word]).frequency > least]] = True
    return divisible
