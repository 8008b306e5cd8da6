"""Which of several copies to keep, and why: one order over all records, so no two can each be the worse."""

from __future__ import annotations

import math
from typing import NamedTuple

from corpuslint.lazy import lazy_pattern
from corpuslint.metadata import Metadata

STEP = 1.05
"""Texts whose lengths differ by less than about a twentieth count as equally long at first."""

REPEATING = 1.4
"""How often a text says its words that, as a whole, is there twice: a page that was scraped with its print view."""

NO_DATE = "9999"
"""Sorts after all dates."""

_DATE = lazy_pattern(r"\d{4}-\d{2}-\d{2}")


class Standing(NamedTuple):
    """What decides whether a record is kept, the first difference first: small is better.

    pieced: made up of others; preference: see ``Collection.preference``; size: minus the logarithm of its words outside
    template lines, those that it says again aside; repeats: whether there are many of these; lacking: how many of
    author, date and url it lacks; date: ISO, unknown ones last; fewer: minus its words; record: its
    index, by path and line. given: those of author, date and url that it has.
    """

    pieced: bool
    preference: int
    size: int
    repeats: bool
    lacking: int
    date: str
    fewer: int
    record: int
    given: tuple[str, ...]


def standing(index: int, words: int, said: int, metadata: Metadata, preference: int = 0) -> Standing:
    """The standing of a record with so many words outside template lines, and so many without those said again."""
    given = tuple(field for field in _FIELDS if getattr(metadata, field))
    return Standing(
        pieced=False,
        preference=preference,
        size=-int(math.log(max(said, 1), STEP)),
        repeats=words > REPEATING * said,
        lacking=len(_FIELDS) - len(given),
        date=iso_date(metadata.date),
        fewer=-words,
        record=index,
        given=given,
    )


_FIELDS = ("author", "date", "url")


def iso_date(date: str) -> str:
    """The day, as ISO has it; what sorts after all of them where there is none."""
    found = _DATE.match(date)
    return found[0] if found else NO_DATE


def reason(keeper: Standing, copy: Standing) -> str:
    """The first difference, in words."""
    more = copy.fewer - keeper.fewer
    longer = f"it has {more} word{'s' * (more != 1)} more"
    beside = f", this {copy.date}" if copy.date != NO_DATE else ""
    whys = {
        "pieced": "it is not pieced together",
        "preference": "it comes first in prefer",
        "size": longer if more > 0 else "it says more, this repeats itself",
        "repeats": "it says once what this repeats",
        "lacking": f"it has {' and '.join(field for field in keeper.given if field not in copy.given)}",
        "date": f"it is dated {keeper.date}{beside}",
        "fewer": longer,
    }
    differing = (why for name, why in whys.items() if getattr(keeper, name) != getattr(copy, name))
    return next(differing, "it comes first")
