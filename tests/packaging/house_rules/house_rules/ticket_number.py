"""The number of a ticket in the newsroom's tracker.

Bad:

    The date is wrong (DESK-1234).
    desk-99: ask for the full name

Good:

    Desk 1234 is in the reading room.
    The DESK-TOP computer was new.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    yield Hit(*match.span(), f"ticket {match['number']} of {unit.doc.meta.get('desk', 'the desk')}")


RULE = Pattern(
    code="XX102",
    name="ticket-number",
    doc=__doc__,
    message="ticket",
    pattern=r"(?i)\bdesk-(?P<number>[0-9]+)\b",
    check=check,
    severity="error",
)
