"""From the findings of a record to points: the receipt. The sums are exact, as points are counted in hundredths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container
from typing import NamedTuple

from corpuslint.verdicts.scheme import Scheme

ALIKE = 6
"""Findings of one rule in one window that count, each half as much as the one before."""

DECISIVE = 3
"""Findings of a decisive rule in one window that count, each in full."""


class Count(NamedTuple):
    """``number`` findings of a rule in one window of a record."""

    code: str
    window: int
    number: int


class Item(NamedTuple):
    """A line of a receipt; ``cost`` in hundredths of a point. What a family's cap takes off has the family as code."""

    code: str
    number: int
    cost: int


class Receipt(NamedTuple):
    """``total``: the sum of the costs of ``items``; ``strong``: what it would be without the weak rules."""

    items: tuple[Item, ...]
    total: int
    strong: int


NOTHING = Receipt((), 0, 0)


def receipt(counts: Collection[Count], scheme: Scheme, without: Container[str] = ()) -> Receipt:
    """What these findings cost, ``without`` some rules. The dearest item comes first, what caps take off last."""
    if not counts:
        return NOTHING
    costs: Counter[str] = Counter()
    found: Counter[str] = Counter()
    by_family: dict[tuple[int, str], list[Count]] = defaultdict(list)
    for count in counts:
        if count.code in scheme.points and count.code not in without:
            by_family[count.window, count.code[:2]].append(count)
    total = strong = 0
    for (_, family), members in by_family.items():
        sums = {True: 0, False: 0}
        for code, _, number in members:
            cost = cost_of(code, number, scheme)
            costs[code] += cost
            found[code] += number
            sums[code in scheme.weak] += cost
        cap = scheme.caps.get(family, scheme.cap)
        strong += min(cap, sums[False])
        allowed = min(cap, sums[False] + min(scheme.weak_cap, sums[True]))
        total += allowed
        costs[family] -= sum(sums.values()) - allowed
    items = (Item(code, found[code], cost) for code, cost in costs.items() if cost)
    return Receipt(tuple(sorted(items, key=lambda item: (-item.cost, item.code))), total, strong)


def cost_of(code: str, count: int, scheme: Scheme) -> int:
    """What so many findings of a rule cost in one window, in hundredths of a point.

    Of a decisive rule the first three cost the same; of others each costs half as much as the one before, up to six.
    """
    if code in scheme.decisive:
        return scheme.points[code] * min(count, DECISIVE)
    return round(scheme.points[code] * (2 - 0.5 ** (min(count, ALIKE) - 1)))
