"""From the findings of a record to points: the receipt. The sums are exact, as points are counted in hundredths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator
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


class Sums(NamedTuple):
    """``total``: hundredths of a point; ``strong``: what they would be without the weak rules."""

    total: int = 0
    strong: int = 0


class Receipt(NamedTuple):
    """``sums`` are those of the costs of ``items``."""

    items: tuple[Item, ...] = ()
    sums: Sums = Sums()


def receipt(counts: Collection[Count], scheme: Scheme, without: Container[str] = ()) -> Receipt:
    """What these findings cost, ``without`` some rules. The dearest item comes first, what caps take off last."""
    if not counts:
        return Receipt()
    costs: Counter[str] = Counter()
    found: Counter[str] = Counter()
    total = strong = 0
    for family, members in _by_window_and_family(counts, scheme, without):
        for code, number, cost in members:
            costs[code] += cost
            found[code] += number
        full = _full(members, scheme)
        capped = _capped(full, family, scheme)
        total, strong = total + capped.total, strong + capped.strong
        costs[family] -= full.total - capped.total
    items = (Item(code, found[code], cost) for code, cost in costs.items() if cost)
    return Receipt(tuple(sorted(items, key=lambda item: (-item.cost, item.code))), Sums(total, strong))


def savings(counts: Iterable[Count], scheme: Scheme) -> dict[str, Sums]:
    """By how much the receipt would be lower without a rule, for each of them."""
    saved: dict[str, Sums] = defaultdict(Sums)
    for family, members in _by_window_and_family(counts, scheme):
        full = _full(members, scheme)
        capped = _capped(full, family, scheme)
        for item in members:
            own, before = _full([item], scheme), saved[item.code]
            rest = _capped(Sums(full.total - own.total, full.strong - own.strong), family, scheme)
            saved[item.code] = Sums(
                before.total + capped.total - rest.total, before.strong + capped.strong - rest.strong
            )
    return saved


def _by_window_and_family(
    counts: Iterable[Count], scheme: Scheme, without: Container[str] = ()
) -> Iterator[tuple[str, list[Item]]]:
    """What the findings cost in each window, family by family, before caps."""
    groups: dict[tuple[int, str], list[Item]] = defaultdict(list)
    for code, window, number in counts:
        if code in scheme.points and code not in without:
            groups[window, code[:2]].append(Item(code, number, cost_of(code, number, scheme)))
    for (_, family), members in groups.items():
        yield family, members


def _full(members: Iterable[Item], scheme: Scheme) -> Sums:
    costs = [(item.cost, item.code in scheme.weak) for item in members]
    return Sums(sum(cost for cost, _ in costs), sum(cost for cost, weak in costs if not weak))


def _capped(full: Sums, family: str, scheme: Scheme) -> Sums:
    """What a family costs in a window at most."""
    cap = scheme.caps.get(family, scheme.cap)
    weak = min(scheme.weak_cap, full.total - full.strong)
    return Sums(min(cap, full.strong + weak), min(cap, full.strong))


def cost_of(code: str, count: int, scheme: Scheme) -> int:
    """What so many findings of a rule cost in one window, in hundredths of a point.

    Of a decisive rule the first three cost the same; of others each costs half as much as the one before, up to six.
    """
    if code in scheme.decisive:
        return scheme.points[code] * min(count, DECISIVE)
    return round(scheme.points[code] * (2 - 0.5 ** (min(count, ALIKE) - 1)))
