"""Which of several copies to keep, and why: one order over all records, so no two can each be the worse."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    from corpuslint.metadata import Metadata

STEP = 1.05
"""Texts whose lengths differ by less than about a twentieth count as equally long at first."""

NO_DATE = "9999"
"""Sorts after all dates."""

_DATE = lazy_pattern(r"\d{4}-\d{2}-\d{2}")


class Standing(NamedTuple):
    """What decides whether a record is kept, the first difference first: small is better.

    pieced: made up of others; size: minus the logarithm of its words outside template lines; lacking: how many of
    author, date and url it lacks; date: ISO, unknown ones last; fewer: minus its words; record: its
    index, by path and line. given: those of author, date and url that it has.
    """

    pieced: bool
    size: int
    lacking: int
    date: str
    fewer: int
    record: int
    given: tuple[str, ...]


def standing(words: int, metadata: Metadata, index: int, pieced: bool = False) -> Standing:
    """The standing of a record with so many words outside template lines."""
    size = -int(math.log(max(words, 1), STEP))
    given = tuple(field for field in _FIELDS if getattr(metadata, field))
    return Standing(pieced, size, len(_FIELDS) - len(given), iso_date(metadata.date), -words, index, given)


_FIELDS = ("author", "date", "url")

NOBODY = Standing(False, 0, 0, "", 0, 0, ())
"""The standing of a record that nothing is set against."""


def iso_date(date: str) -> str:
    """The day, as ISO has it; what sorts after all of them where there is none."""
    found = _DATE.match(date)
    return found[0] if found else NO_DATE


def reason(keeper: Standing, copy: Standing) -> str:
    """The first difference, in words."""
    if keeper.pieced != copy.pieced:
        return "it is not pieced together"
    if keeper.size != copy.size:
        return _more_words(keeper, copy)
    if keeper.lacking != copy.lacking:
        more = [field for field in keeper.given if field not in copy.given]
        return f"it has {' and '.join(more)}"
    if keeper.date != copy.date:
        return f"it is dated {keeper.date}, this {copy.date}" if copy.date != NO_DATE else f"it is dated {keeper.date}"
    return _more_words(keeper, copy) if keeper.fewer != copy.fewer else "it comes first"


def _more_words(keeper: Standing, copy: Standing) -> str:
    more = copy.fewer - keeper.fewer
    return f"it has {more} word{'s' * (more != 1)} more"
