"""Full dates in English text and in the fields of records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corpuslint.lazy import lazy_pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?"
    "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    lazy_pattern(rf"\b{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}\b"),
    lazy_pattern(rf"\b{_MONTH}\s{_DAY},\s?{_YEAR}\b"),
    lazy_pattern(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?=\b|T)"),
)


def dates_in(text: str) -> Iterator[tuple[date, int, int]]:
    """Each full date with where it stands; a day that does not exist is passed over."""
    for form in _FORMS:
        for found in form.finditer(text):
            month = found["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            try:
                yield date(int(found["year"]), number, int(found["day"])), *found.span()
            except ValueError:  # the 31st of February
                continue


def first_date(text: str) -> date | None:
    """The first full date in a field, in whatever form; None if there is none."""
    found = min(dates_in(text), key=lambda each: each[1], default=None)
    return found[0] if found else None
