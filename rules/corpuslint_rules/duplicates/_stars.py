"""Of copies of copies: which record each copy is set against. Only pairs that were compared count, never chains, and
no near copy is set against another one: whoever drops all of them still has what each was set against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from corpuslint_rules.duplicates._compare import Comparison
from corpuslint_rules.duplicates._keeper import Standing
from corpuslint_rules.duplicates._kinds import Kind, kind_of

PIECES = 6
"""Records that a text may be pieced together from that are looked at."""

PIECE, PIECED = 0.2, 0.8
"""The share of a text's words that each of them must give, and all together."""

Neighbours = Mapping[int, Mapping[int, Kind]]
"""Records that were found to be copies of each other, with the kind of copy, both ways."""

Compare = Callable[[int, int], Comparison]


class Star(NamedTuple):
    """A copy and the record it is set against, or all those that it is pieced together from (then without a kind)."""

    copy: int
    keepers: tuple[int, ...]
    kind: Kind | None


def stars(neighbours: Neighbours, standings: Mapping[int, Standing], compare: Compare) -> Iterator[Star]:
    """The copies, in the order of their indices: each against the best of those that are better than it is.

    Those that are no copies themselves come first, then those that are no near copies. Where all better ones are near
    copies, what these are set against is compared; a record that is no copy of that is set against a near copy if it is
    derived from it, and is no copy at all if it is only nearly the same. What is pieced together is worse than its
    pieces, and set against all of them, near copies of others or not.
    """
    pieces = {index: parts for index in sorted(neighbours) if (parts := _pieces(index, neighbours, standings, compare))}
    final = {index: standings[index]._replace(pieced=index in pieces) for index in neighbours}
    ordered = sorted(neighbours, key=final.__getitem__)
    found: dict[int, Star] = {}
    for index in ordered:
        if index in pieces:
            found[index] = Star(index, pieces[index], None)
            continue
        better = sorted((other for other in neighbours[index] if final[other] < final[index]), key=final.__getitem__)
        if star := _against(index, better, neighbours, found, compare):
            found[index] = star
    yield from sorted(found.values())


def _against(
    index: int, better: list[int], neighbours: Neighbours, found: Mapping[int, Star], compare: Compare
) -> Star | None:
    """``better``: the records to choose from, the best first; ``found``: the copies among them."""
    whole = [other for other in better if other not in found]
    kept = [other for other in better if other in found and found[other].kind != "near"]
    for other in whole + kept:
        return Star(index, (other,), neighbours[index][other])
    for other in dict.fromkeys(found[near].keepers[0] for near in better):
        if kind := kind_of(compare(index, other)):
            return Star(index, (other,), kind)
    derived = (other for other in better if neighbours[index][other] != "near")
    return next((Star(index, (other,), neighbours[index][other]) for other in derived), None)


def _pieces(index: int, neighbours: Neighbours, standings: Mapping[int, Standing], compare: Compare) -> tuple[int, ...]:
    """The records, no copies of each other, of which this one has parts that make it up; none if there are no such.

    A record that is wholly in this one is no such piece: this one is then its fuller version.
    """
    apart: list[int] = []
    partly = (other for other, kind in neighbours[index].items() if kind == "partly")
    for other in sorted(partly, key=standings.__getitem__):
        if len(apart) < PIECES and not any(other in neighbours[chosen] for chosen in apart):
            apart.append(other)
    if len(apart) < 2:
        return ()
    found = {other: compare(index, other) for other in apart}
    places = {
        other: {word for passage in same.passages for word in range(passage.left, passage.left_end)}
        for other, same in found.items()
    }
    words = found[apart[0]].left.words
    covered: set[int] = set()
    chosen = []
    for other in sorted(apart, key=lambda other: (-len(places[other]), other)):
        if len(places[other] - covered) >= max(PIECE * words, 0.8 * len(places[other])):
            covered |= places[other]
            chosen.append(other)
    return tuple(sorted(chosen)) if len(chosen) > 1 and len(covered) >= PIECED * words else ()
