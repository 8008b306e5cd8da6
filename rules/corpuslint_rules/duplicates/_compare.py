"""What two texts have in common, worked out on all their words: runs of equal words, and the passages they make up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpuslint_rules._membership import among
from corpuslint_rules.duplicates._words import Sequences, Words

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

LITTLE = 1 / 3
"""The share of the shorter text's words that must be equal, or else the two are not looked at any further: less than
any kind of copy has."""

OPEN = 8
"""Passages that a run may go on with, the last ones begun."""


class Run(NamedTuple):
    """Equal words: ``length`` of them, from word ``left`` of one text and word ``right`` of the other."""

    left: int
    right: int
    length: int


class Stretch(NamedTuple):
    """Words ``left`` to ``left_end`` of one text and ``right`` to ``right_end`` of the other, ``equal`` of which are
    equal, in order. ``left_span``, ``right_span``: the code points where these stand."""

    left: int
    left_end: int
    right: int
    right_end: int
    equal: int
    left_span: tuple[int, int]
    right_span: tuple[int, int]

    @property
    def turned(self) -> Stretch:
        return Stretch(
            self.right, self.right_end, self.left, self.left_end, self.equal, self.right_span, self.left_span
        )


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
        passages = tuple(sorted(passage.turned for passage in self.passages))
        return replace(self, passages=passages, left=self.right, right=self.left)

    @property
    def shorter(self) -> Side:
        return self.left if self.left.words <= self.right.words else self.right


def compare(left: Words, right: Words) -> Comparison:
    """What two texts have in common: nothing, where it is little."""
    size = 2 * RUN if left.unspaced and right.unspaced else RUN
    found = runs(left, right, size, LITTLE * min(len(left), len(right)))
    if not found:
        return Comparison((), Side(len(left), 0, 0, 0), Side(len(right), 0, 0, 0), 0, 1.0, 1.0)
    chains = passages(chained(found))
    used = [run for chain in chains for run in chain]
    here = _side(len(left), [(c[0].left, c[-1].left + c[-1].length) for c in chains], [(r[0], r[2]) for r in used])
    there = _side(len(right), [(c[0].right, c[-1].right + c[-1].length) for c in chains], [r[1:] for r in used])
    shorter, longer, side = (left, right, here) if len(left) <= len(right) else (right, left, there)
    facts, ordinary = _kept(shorter, longer) if LITTLE <= side.share < 1 else (1.0, 1.0)
    return Comparison(
        passages=tuple(_stretch(chain, left, right) for chain in chains),
        left=here,
        right=there,
        longest=max((run.length for run in used), default=0),
        facts=facts,
        ordinary=ordinary,
    )


def said(words: Words) -> int:
    """How many words a text has without those that it says again: sequences are counted once."""
    size = 2 * RUN if words.unspaced else RUN
    counts = words.sequences(size).counts
    return len(words) if counts is None else len(words) - int((counts == 0).sum())


def runs(left: Words, right: Words, size: int, fewest: float = 0) -> list[Run]:
    """The longest runs of at least ``size`` equal words, in the order of the left text; none where all of them have
    fewer words than ``fewest``."""
    rows, columns = _matches(left.sequences(size), right.sequences(size))
    if not len(rows) or size * len(rows) < fewest:
        return []
    width = len(left) + 1  # so that the last row of a diagonal is not the neighbour of the next one's first
    height = len(right)
    places = (rows - columns + height) * width + rows
    places.sort()
    bounds = [0, *((places[1:] - places[:-1] != 1).nonzero()[0] + 1).tolist(), len(places)]
    if len(rows) + (size - 1) * (len(bounds) - 1) < fewest:
        return []
    found = []
    for (start, end), place in zip(pairwise(bounds), places[bounds[:-1]].tolist(), strict=True):
        diagonal, row = divmod(place, width)
        found.append(Run(row, row - diagonal + height, end - start + size - 1))
    return sorted(found)


def _matches(left: Sequences, right: Sequences) -> tuple[Ints, Ints]:
    """All pairs of equal sequences by their first words, but those that stand too often in the right text."""
    import numpy as np  # noqa: PLC0415

    if not len(right.hashes):
        return left.first[:0], right.first
    at = right.hashes.searchsorted(left.hashes)
    found = right.hashes.take(at, mode="clip") == left.hashes
    rows, at = left.first[found], at[found]
    if right.counts is None:
        return rows, right.first[at]
    counts = right.counts[at]
    counts[counts > REPEATS] = 0
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(rows, counts), right.first[np.repeat(at, counts) + within]


def chained(found: list[Run]) -> list[list[Run]]:
    """Runs that follow each other in both texts with small gaps. Each goes on with the chain that ends nearest."""
    chains: list[list[Run]] = []
    ends: list[tuple[int, int]] = []
    for run in found:
        left, right, length = run
        best, cost = -1, 2 * GAP + 1
        for at in range(max(0, len(ends) - OPEN), len(ends)):
            before, beside = left - ends[at][0], right - ends[at][1]
            if -RUN < before <= GAP and -RUN < beside <= GAP and abs(before) + abs(beside) < cost:
                best, cost = at, abs(before) + abs(beside)
        end = left + length, right + length
        if best < 0:
            chains.append([run])
            ends.append(end)
        else:
            chains[best].append(run)
            ends[best] = end
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


def _stretch(chain: list[Run], left: Words, right: Words) -> Stretch:
    first, last = chain[0], chain[-1]
    left_end, right_end = last.left + last.length, last.right + last.length
    equal = min(sum(run.length for run in chain), left_end - first.left)
    spans = left.span(first.left, left_end), right.span(first.right, right_end)
    return Stretch(first.left, left_end, first.right, right_end, equal, *spans)


def _side(words: int, spans: list[tuple[int, int]], equal: list[tuple[int, int]]) -> Side:
    """``spans``: starts and ends of passages; ``equal``: starts and lengths of runs. Overlaps count once."""
    runs_there = [(start, start + length) for start, length in equal]
    whole = [(start, start + length) for start, length in equal if length >= PASSAGE]
    return Side(words, *map(_covered, (spans, runs_there, whole)))


def _covered(spans: list[tuple[int, int]]) -> int:
    """How many places lie in these spans."""
    covered = done = 0
    for start, end in sorted(spans):
        if end > done:
            covered += end - max(start, done)
            done = end
    return covered


def _kept(shorter: Words, longer: Words) -> tuple[float, float]:
    """The shares of the shorter text's facts and of its other words that the longer one has."""
    there = longer.ordered
    numbers, names, others = shorter.figures, shorter.names, shorter.others
    kept = 2 * _common(numbers, longer.figures) + _among(names, there)
    facts = (kept + 1) / (2 * len(numbers) + len(names) + 1)
    return facts, _among(others, there) / len(others) if len(others) else 1.0


def _among(values: Hashes, ordered: Hashes) -> int:
    """How many of the values are among some that ascend."""
    import numpy as np  # noqa: PLC0415

    return int(np.count_nonzero(among(values, ordered)))


def _common(left: Hashes, right: Hashes) -> int:
    """How many hashes both have, repeated ones as often as both have them."""
    return (Counter(left.tolist()) & Counter(right.tolist())).total() if len(left) and len(right) else 0
