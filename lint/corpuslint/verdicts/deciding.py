"""From points to a verdict: density, the bars, and what it would have taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from corpuslint.verdicts.points import Sums
from corpuslint.verdicts.scheme import Bar, Scheme
from corpuslint.verdicts.verdict import DECISIONS, Counterfactual, Decision

STEADY = 300
"""Words of median text that are added to each record, so that a short one is not judged by a chance finding."""


def density(total: int, words: int, median: float) -> float:
    """Points per 1,000 words, to the hundredth; ``total`` in hundredths of a point, ``median`` in points per word."""
    return round(1000 * (total / 100 + STEADY * median) / (words + STEADY), 2)


def decide(points: Sums, words: int, median: float, scheme: Scheme, vetoed: bool = False) -> Decision:
    """The verdict. Weak rules cannot turn keep into drop: without them the record must be worth a review at least."""
    if vetoed:
        return "drop"
    if not _reaches(scheme.review, points.total, words, median):
        return "keep"
    dropped = _reaches(scheme.drop, points.total, words, median)
    return "drop" if dropped and _reaches(scheme.review, points.strong, words, median) else "review"


def _reaches(bar: Bar, total: int, words: int, median: float) -> bool:
    return total >= bar.points and density(total, words, median) >= max(bar.density, bar.times * 1000 * median)


def counterfactual(
    decision: Decision, codes: Iterable[str], without: Callable[[frozenset[str]], Decision]
) -> Counterfactual | None:
    """The fewest rules without whose findings the verdict is better; None where it cannot be.

    ``codes``: the rules of the receipt, the dearest first; ``without``: the verdict without some of them.
    """
    candidates = list(codes)

    def better(left_out: frozenset[str]) -> bool:
        return DECISIONS.index(without(left_out)) < DECISIONS.index(decision)

    for code in candidates:
        if better(frozenset([code])):
            return Counterfactual((code,), without(frozenset([code])))
    counts = range(2, len(candidates) + 1)  # more left out is never worse
    at = bisect_left(counts, True, key=lambda count: better(frozenset(candidates[:count])))
    if at == len(counts):
        return None
    least = tuple(candidates[: counts[at]])
    return Counterfactual(least, without(frozenset(least)))
