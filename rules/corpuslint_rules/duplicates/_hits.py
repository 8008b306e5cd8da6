"""Findings of copies: the passage in the copy, and with it where it stands in the record to keep, then the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from corpuslint import CorpusHit

if TYPE_CHECKING:
    from corpuslint import Collection, Passage
    from corpuslint_rules.duplicates._copies import Copies, Copy


def copies_of(collection: Collection) -> Copies:
    """All copies of a collection, found when first asked."""
    from corpuslint_rules.duplicates._copies import find_copies  # noqa: PLC0415 (other runs need none of it)

    return collection.once(find_copies)


def hits(
    collection: Collection, kinds: frozenset[str], message: Callable[[Collection, Copy], str]
) -> Iterator[CorpusHit]:
    """A finding for each copy of these kinds, at its longest passage."""
    for copy in copies_of(collection).copies:
        if copy.kind in kinds:
            yield hit(copy, message(collection, copy))


def hit(copy: Copy, message: str) -> CorpusHit:
    """The finding: ``related`` is the same passage in the keeper, then for every other one its place here and there."""
    first, *others = copy.passages
    related: list[Passage] = [first.keeper]
    for passage in others:
        related += [passage.copy, passage.keeper]
    return CorpusHit(first.copy, message, round(copy.share, 2), tuple(related))


def keep(collection: Collection, copy: Copy) -> str:
    """What to do about a copy of one record."""
    return f"keep {collection.place(copy.keepers[0])}: {copy.why}"


def percent(share: float) -> str:
    """A share that is not all of it, as whole percents, never rounded to all."""
    return f"{min(99, round(100 * share))} %"
