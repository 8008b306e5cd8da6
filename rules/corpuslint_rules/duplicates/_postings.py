"""Which records share rare word sequences: pairs worth comparing, from the sketches of all records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.duplicates._features import Features
    from corpuslint_rules.duplicates._words import Hashes, Ints

FREQUENT = 50
"""Records that hold a sequence; one in more of them joins all to the first of them only."""

SHARED, SHARE = 3, 0.08
"""Sequences that two records must share, and the part these are of what is known of the shorter one."""

MOST = 12
"""Pairs of a record, those with most in common; of every pair, one of its records must count it to these."""

BLOCK = 1 << 22
"""Pairs that are counted at once, but never fewer than those of one record."""

_AT_ONCE, _PART = 1 << 12, 1 << 18
"""Records whose sketches are copied at once; occurrences of hashes that are looked at at once."""

_HALF, _RECORD = 32, (1 << 32) - 1
"""Of an occurrence the bits that are the record's."""


class Candidates(NamedTuple):
    """Pairs of indices, ``left < right``, ascending, and how many sequences stood in too many records."""

    left: Ints
    right: Ints
    frequent: int


def candidates(records: Sequence[Features]) -> Candidates:
    """Pairs of records that may have a text, or a good part of it, in common.

    Memory: 8 bytes for each kept sequence, then about 30 for each that stands in several records, 60 if in more than
    ``FREQUENT``, and 40 for each pair of a block, 160 MB for a full one. Time: linear in the sequences, as none makes
    more than ``FREQUENT`` pairs of a record, and no record keeps more than ``MOST``.
    """
    import numpy as np  # noqa: PLC0415

    posted, starts, frequent = _postings(records)
    limits, counts = _limits(records)
    parts = []
    for left, right in _pairs(posted, starts):
        keys, shared = np.unique(left.astype(np.int64) * len(records) + right, return_counts=True)
        keys, shared = keys[shared >= SHARED], shared[shared >= SHARED]
        a, b = keys // len(records), keys % len(records)
        common = np.minimum(limits[a], limits[b])
        known = np.minimum(counts[a] * common / limits[a], counts[b] * common / limits[b])
        share = shared / known
        worth = share >= SHARE
        parts.append((a[worth], b[worth], share[worth]))
    if not parts:
        none = np.zeros(0, np.int64)
        return Candidates(none, none, frequent)
    left, right, share = map(np.concatenate, zip(*parts, strict=True))
    kept = _best(left, right, share) | _best(right, left, share)
    return Candidates(left[kept], right[kept], frequent)


def _limits(records: Sequence[Features]) -> tuple[NDArray[np.float64], Ints]:
    """For each record the hash up to which its sequences are known, and how many these are."""
    import numpy as np  # noqa: PLC0415

    counts = np.array([len(record.sketch) // 4 for record in records])
    return np.array([record.limit for record in records]), counts


def _postings(records: Sequence[Features]) -> tuple[NDArray[np.int32], Ints, int]:
    """Records of every sequence that stands in more than one, posting after posting, and where these start.

    Of a frequent sequence a pair is left for each record but the first: the two of them.
    """
    import numpy as np  # noqa: PLC0415

    posted, sizes, frequent = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)], 0
    for part in _parts(_occurrences(records)):
        hashes = part >> _HALF
        alike = np.zeros(len(part) + 1, bool)
        np.equal(hashes[1:], hashes[:-1], out=alike[1:-1])
        both = part[alike[1:] | alike[:-1]]  # the few that stand in several records
        both = both[np.append(True, both[1:] != both[:-1])] if len(both) else both  # once in each
        owner, hashes = (both & _RECORD).astype(np.int32), both >> _HALF
        starts = np.append(True, hashes[1:] != hashes[:-1]).nonzero()[0] if len(hashes) else sizes[0]
        counts = np.diff(np.append(starts, len(hashes)))
        often = counts > FREQUENT
        frequent += int(often.sum())
        usual = (counts > 1) & ~often
        posted.append(owner[np.repeat(usual, counts)])
        sizes.append(counts[usual])
        for start, count in zip(starts[often].tolist(), counts[often].tolist(), strict=True):
            pairs = np.full(2 * (count - 1), owner[start], np.int32)
            pairs[1::2] = owner[start + 1 : start + count]
            posted.append(pairs)
            sizes.append(np.full(count - 1, 2))
    size = np.concatenate(sizes)
    return np.concatenate(posted), np.cumsum(size) - size, frequent


def _occurrences(records: Sequence[Features]) -> Hashes:
    """Every hash of every sketch, and in its lower half the record, ascending."""
    import numpy as np  # noqa: PLC0415

    sizes = np.array([len(record.sketch) // 4 for record in records], np.int64)
    found = np.empty(sizes.sum(), np.uint64)
    end = 0
    for first in range(0, len(records), _AT_ONCE):
        hashes = np.frombuffer(b"".join(record.sketch for record in records[first : first + _AT_ONCE]), np.uint32)
        own = sizes[first : first + _AT_ONCE]
        start, end = end, end + len(hashes)
        np.left_shift(hashes, np.uint64(_HALF), out=found[start:end])  # of one that has room for it
        found[start:end] |= np.repeat(np.arange(first, first + len(own), dtype=np.uint64), own)
    found.sort()
    return found


def _parts(occurrences: Hashes) -> Iterator[Hashes]:
    """Parts of some size, none of which ends amid the occurrences of one hash."""
    start = 0
    while start < len(occurrences):
        last = occurrences[min(start + _PART, len(occurrences)) - 1]
        end = int(occurrences.searchsorted(last | _RECORD, side="right"))
        yield occurrences[start:end]
        start = end


def _pairs(posted: NDArray[np.int32], starts: Ints) -> Iterator[tuple[Ints, Ints]]:
    """All pairs of the postings, the left records ascending, a block of these at a time."""
    import numpy as np  # noqa: PLC0415

    if not len(posted):
        return
    sizes = np.diff(np.append(starts, len(posted)))
    ahead = (np.repeat(starts + sizes, sizes) - np.arange(len(posted)) - 1).astype(np.int32)
    order = np.argsort(posted, kind="stable")
    for first, last in pairwise(_blocks(posted[order], ahead[order])):
        at = order[first:last]
        counts = ahead[at]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        yield np.repeat(posted[at], counts), posted[np.repeat(at, counts) + 1 + within]


def _blocks(left: NDArray[np.int32], counts: NDArray[np.int32]) -> list[int]:
    """Where to cut the postings, which ascend by record and make so many pairs each, and where they end."""
    import numpy as np  # noqa: PLC0415

    records = np.append(True, left[1:] != left[:-1]).nonzero()[0]
    before = np.cumsum(np.add.reduceat(counts, records, dtype=np.int64)) // BLOCK
    return [0, *records[1:][before[1:] != before[:-1]].tolist(), len(left)]


def _best(ours: Ints, theirs: Ints, share: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pairs are among the best of the first record."""
    import numpy as np  # noqa: PLC0415

    order = np.lexsort((theirs, -share, ours))
    new = np.append(True, np.diff(ours[order]) != 0) if len(ours) else np.zeros(0, bool)
    rank = np.arange(len(ours)) - np.maximum.accumulate(np.where(new, np.arange(len(ours)), 0))
    kept = np.zeros(len(ours), bool)
    kept[order] = rank < MOST
    return kept
