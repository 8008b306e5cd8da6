"""What two texts have in common, worked out on all their words: runs of equal words, and the passages they make up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpuslint_rules.duplicates._words import Words, among, distinct, grams

if TYPE_CHECKING:
    from corpuslint_rules.duplicates._words import Hashes, Ints

RUN = 3
"""Words of the shortest run that is looked at; twice as many characters in a script without spaces."""

REPEATS = 4
"""Places of one run in a text that are looked at; what stands there oftener tells nothing."""

GAP = 8
"""Words between two runs of one passage, at most, in either text."""

PASSAGE = 12
"""Equal words of a passage, at least."""

SENTENCE, CUT, BESIDE = 6, 80, 2
"""Equal words of a passage that goes on where another one ends, with so many words between them in one text and next to
none in the other: there sentences were left out."""

OPEN = 8
"""Passages that a run may go on with, the last ones begun."""


class Run(NamedTuple):
    """Equal words: ``length`` of them, from word ``left`` of one text and word ``right`` of the other."""

    left: int
    right: int
    length: int


class Stretch(NamedTuple):
    """Words ``left`` to ``left_end`` of one text and ``right`` to ``right_end`` of the other, ``equal`` of which are
    equal, in order."""

    left: int
    left_end: int
    right: int
    right_end: int
    equal: int


class Side(NamedTuple):
    """Of the words of one text (``words``): how many lie in passages, are equal there, are equal in long runs."""

    words: int
    spanned: int
    equal: int
    whole: int

    @property
    def share(self) -> float:
        return self.equal / self.words if self.words else 0.0


@dataclass(frozen=True)
class Comparison:
    """``passages`` in the order of the left text; ``longest``: words of the longest run.

    ``facts`` and ``ordinary``: the share of the shorter text's numbers and capitalised words, and of its other words,
    that the longer one has too, wherever they stand.
    """

    passages: tuple[Stretch, ...]
    left: Side
    right: Side
    longest: int
    facts: float
    ordinary: float

    @property
    def turned(self) -> Comparison:
        """The same with the sides changed."""
        passages = sorted(Stretch(p.right, p.right_end, p.left, p.left_end, p.equal) for p in self.passages)
        return replace(self, passages=tuple(passages), left=self.right, right=self.left)

    @property
    def shorter(self) -> Side:
        return min(self.left, self.right, key=lambda side: side.words)


def compare(left: Words, right: Words) -> Comparison:
    """What two texts have in common."""
    size = 2 * RUN if left.unspaced and right.unspaced else RUN
    found = runs(left.hashes, right.hashes, size)
    chains = passages(chained(found))
    used = [run for chain in chains for run in chain]
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    facts, ordinary = _kept(shorter, longer)
    return Comparison(
        passages=tuple(map(_stretch, chains)),
        left=_side(len(left), [(c[0].left, c[-1].left + c[-1].length) for c in chains], [(r[0], r[2]) for r in used]),
        right=_side(len(right), [(c[0].right, c[-1].right + c[-1].length) for c in chains], [r[1:] for r in used]),
        longest=max((run.length for run in used), default=0),
        facts=facts,
        ordinary=ordinary,
    )


def runs(left: Hashes, right: Hashes, size: int) -> list[Run]:
    """The longest runs of at least ``size`` equal words, in the order of the left text."""
    import numpy as np  # noqa: PLC0415

    rows, columns = _matches(grams(left, size), grams(right, size))
    if not len(rows):
        return []
    diagonal = rows - columns
    order = np.lexsort((rows, diagonal))
    rows, diagonal = rows[order], diagonal[order]
    first = np.append(True, (np.diff(diagonal) != 0) | (np.diff(rows) != 1)).nonzero()[0]
    lengths = np.diff(np.append(first, len(rows))) + size - 1
    return sorted(map(Run, rows[first].tolist(), (rows - diagonal)[first].tolist(), lengths.tolist()))


def _matches(left: Hashes, right: Hashes) -> tuple[Ints, Ints]:
    """All pairs of equal hashes, but those that stand too often in the right text."""
    import numpy as np  # noqa: PLC0415

    order = np.argsort(right, kind="stable")
    ordered = right[order]
    first = np.searchsorted(ordered, left)
    counts = np.searchsorted(ordered, left, side="right") - first
    counts[counts > REPEATS] = 0
    rows = np.repeat(np.arange(len(left)), counts)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return rows, order[np.repeat(first, counts) + within]


def chained(found: list[Run]) -> list[list[Run]]:
    """Runs that follow each other in both texts with small gaps. Each goes on with the chain that ends nearest."""
    chains: list[list[Run]] = []
    for run in found:
        best, cost = None, 2 * GAP + 1
        for chain in chains[-OPEN:]:
            last = chain[-1]
            before, beside = run.left - last.left - last.length, run.right - last.right - last.length
            if -RUN < before <= GAP and -RUN < beside <= GAP and abs(before) + abs(beside) < cost:
                best, cost = chain, abs(before) + abs(beside)
        if best is None:
            chains.append([run])
        else:
            best.append(run)
    return chains


def passages(chains: list[list[Run]]) -> list[list[Run]]:
    """The chains that are long enough, by themselves or as the neighbours of others."""
    long = [(chain, equal) for chain in chains if (equal := sum(run.length for run in chain)) >= SENTENCE]
    kept = [equal >= PASSAGE for _, equal in long]
    for at, ((chain, _), (following, _)) in enumerate(pairwise(long)):
        last, first = chain[-1], following[0]
        less, more = sorted((first.left - last.left - last.length, first.right - last.right - last.length))
        if -RUN < less <= BESIDE and more <= CUT:
            kept[at] = kept[at + 1] = True
    return [chain for (chain, _), keep in zip(long, kept, strict=True) if keep]


def _stretch(chain: list[Run]) -> Stretch:
    first, last = chain[0], chain[-1]
    left_end, right_end = last.left + last.length, last.right + last.length
    equal = sum(run.length for run in chain)
    return Stretch(first.left, left_end, first.right, right_end, min(equal, left_end - first.left))


def _side(words: int, spans: list[tuple[int, int]], equal: list[tuple[int, int]]) -> Side:
    """``spans``: starts and ends of passages; ``equal``: starts and lengths of runs. Overlaps count once."""
    import numpy as np  # noqa: PLC0415

    depth = np.zeros((3, words + 1), np.int64)
    for start, end in spans:
        depth[0, start] += 1
        depth[0, end] -= 1
    for start, length in equal:
        depth[1, start] += 1
        depth[1, start + length] -= 1
        if length >= PASSAGE:
            depth[2, start] += 1
            depth[2, start + length] -= 1
    return Side(words, *map(int, (np.cumsum(depth, axis=1) > 0).sum(axis=1)))


def _kept(shorter: Words, longer: Words) -> tuple[float, float]:
    """The shares of the shorter text's facts and of its other words that the longer one has."""
    numbers, names = shorter.hashes[shorter.numbers], distinct(shorter.hashes[shorter.capitals])
    others = distinct(shorter.hashes[~shorter.numbers & ~shorter.capitals])
    there = distinct(longer.hashes)
    kept_numbers, kept_names = _common(numbers, longer.hashes[longer.numbers]), int(among(names, there).sum())
    facts = (2 * kept_numbers + kept_names + 1) / (2 * len(numbers) + len(names) + 1)
    return facts, float(among(others, there).mean()) if len(others) else 1.0


def _common(left: Hashes, right: Hashes) -> int:
    """How many hashes both have, repeated ones as often as both have them."""
    import numpy as np  # noqa: PLC0415

    ours, our_counts = np.unique(left, return_counts=True)
    theirs, their_counts = np.unique(right, return_counts=True)
    _, at, beside = np.intersect1d(ours, theirs, assume_unique=True, return_indices=True)
    return int(np.minimum(our_counts[at], their_counts[beside]).sum())
