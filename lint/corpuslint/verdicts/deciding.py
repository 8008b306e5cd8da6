"""From points to a verdict: density, the bars, and what it would have taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corpuslint.verdicts.points import Receipt
from corpuslint.verdicts.scheme import Bar, Scheme
from corpuslint.verdicts.verdict import DECISIONS, Counterfactual, Decision

STEADY = 300
"""Words of median text that are added to each record, so that a short one is not judged by a chance finding."""


def density(total: int, words: int, median: float) -> float:
    """Points per 1,000 words, to the hundredth; ``total`` in hundredths of a point, ``median`` in points per word."""
    return round(1000 * (total / 100 + STEADY * median) / (words + STEADY), 2)


def decide(receipt: Receipt, words: int, median: float, scheme: Scheme, vetoed: bool = False) -> Decision:
    """The verdict. Weak rules cannot turn keep into drop: without them the record must be worth a review at least."""
    if vetoed:
        return "drop"
    if not _reaches(scheme.review, receipt.total, words, median):
        return "keep"
    dropped = _reaches(scheme.drop, receipt.total, words, median)
    return "drop" if dropped and _reaches(scheme.review, receipt.strong, words, median) else "review"


def _reaches(bar: Bar, total: int, words: int, median: float) -> bool:
    return total >= bar.points and density(total, words, median) >= max(bar.density, bar.times * 1000 * median)


def counterfactual(
    decision: Decision, codes: Iterable[str], without: Callable[[frozenset[str]], Decision]
) -> Counterfactual | None:
    """The fewest rules without whose findings the verdict is better; None for what is kept, or not to be bettered.

    ``codes``: the rules of the receipt, the dearest first; ``without``: the verdict without some of them.
    """
    if decision == "keep":
        return None
    candidates = list(codes)
    sets = [frozenset([code]) for code in candidates]
    sets += [frozenset(candidates[:count]) for count in range(2, len(candidates) + 1)]
    for left_out in sets:
        better = without(left_out)
        if DECISIONS.index(better) < DECISIONS.index(decision):
            return Counterfactual(tuple(code for code in candidates if code in left_out), better)
    return None
