"""A line that is nothing but a date, a time, a byline or a reading time.

Stamps and sign-offs belong beside a text, in its record, not in it: a reader of the text takes them for sentences.
Others want bylines kept: it is a convention, so a hint. A date alone counts only beside other furniture, for letters
begin with one; a byline alone only near the top.

Bad:

    Posted November 17, 2023 08:11

    Last updated on 3 March 2021 at 11:45 p.m.

    June 1, 2022, 12:02 PM

    By MARTA RUIZ Harbour News Service

    12 May 2019
    By Jonas Ekholm

    By Jonas Ekholm | 12 May 2019 | 6 min read

    5 min read

    Last updated on March 3, 2021 by Marta Ruiz

    (Reporting by Ana Lima in Oslo; editing by Jonas Ekholm)

    3 hours ago

Good:

    Posted to Cairo in 1938, he learned Arabic in a year.

    By Friday the water had gone down.

    The council met on June 1, 2022.

    In March 2021 the bridge was closed.

    August 19, 1975
    Dear Hannah, we are back from the islands.

    By Any Other Name by Marta Ruiz

    1. By Lantern Light
    2. By Grand Canal
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern, Unit

if TYPE_CHECKING:
    import regex

LONGEST = 240
"""Code points of a line that may be a stamp."""
NEAR = 10
"""Lines from the top of a document, blank ones aside, in which a byline alone counts."""
BESIDE = 4
"""Lines to either side of a date alone, one of which must be furniture too: letters and reports begin with dates."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = (
    rf"(?:\b{_MONTH}\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,2}}(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-](?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-[01]\d-[0-3]\d(?:T\d\d:\d\d:\d\d)?\b)"
)
_CLOCK = r"\b[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?m\b\.?)?"
_PERSON = r"\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}\s\p{Lu}[\p{L}.'’-]+"
_BY = r"\b(?:By|BY|(?:Written|Posted|Reported|Published|Reviewed)\sby):?\s"
_BYLINE = rf"(?-i:{_BY}{_PERSON})"
_BYLINE_START = rf"{_BY}\p{{Lu}}[\p{{L}}.'’-]*\s\p{{Lu}}"
_READING = (
    r"\b(?:\d{1,2}\s?-?(?:mins?|minutes?)\.?\s(?:to\s)?read\b|(?:reading|read)\stime:?\s\d{1,2}\s(?:mins?|minutes?)\b)"
)
_AGO = r"\b\d{1,2}\s(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\sago\b"
_SIGN_OFF = (
    r"(?:\babout\sthe\sauthors?\b"
    r"|\b(?:additional\s|with\s)?(?:reporting|writing)\sby\s[^.\n]{3,160}\bediting\sby\s[^.\n]{3,80})"
)
_HOUR = rf"\b(?:updated|posted|published|modified)(?:\sat)?:?\s{{1,2}}{_CLOCK}"
_EVIDENCE = rf"(?P<date>{_DATE})|(?P<byline>{_BYLINE})|(?P<sure>{_READING}|{_AGO}|{_SIGN_OFF}|{_HOUR})"
_DAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_BESIDE_THEM = (
    rf"{_CLOCK}|\b(?:(?:(?:first|last|originally|article|story|page|post|date|is|was)\s)?"
    r"(?:posted|published|updated|modified|edited|reviewed)(?:\s(?:on|at|date)\b)?|date|time|at|on|eastern|pacific"
    r"|[ecmp][sd]?t|gmt|utc|bst|ist|ces?t|kst|jst)\b"
    r"|(?-i:(?<=\d\s)by\s\p{Lu}[\p{L}.'’ -]{1,40})$"
)
_BYLINE_ALONE = rf"(?i)\W*(?:{_BYLINE}|{_READING})\W*"
_BETWEEN = r"[^\p{L}\p{N}]*+"
_STAMP = rf"(?i)^(?!\s*[\"'“‘«]){_BETWEEN}(?:(?>{_EVIDENCE}|(?P<day>{_DAY})|(?P<other>{_BESIDE_THEM})){_BETWEEN})++$"
_NO_NAME = (
    r"(?i)\b(?:all|amount|an|and|any|area|brand|category|choice|city|company|country|date|department|design|feature|"
    r"function|her|his|industry|invitation|job|language|law|level|location|my|name|number|order|our|popular|price|"
    r"product|region|role|season|section|sector|size|solution|state|style|subject|team|the|their|this|time|topic|type|"
    r"use|way|your)\b"
)
"""Words that follow "By" in headings of menus and titles of books."""


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    found = {kind for kind, captured in match.capturesdict().items() if captured}
    if found <= {"day", "other"}:
        return
    if found == {"byline"} and len(match.captures("byline")) == 1:
        stands = _heads_document(match["byline"], unit)
    else:
        stands = not found <= {"date", "day"} or _beside_furniture(unit)
    if stands:
        stamp = match[0].strip()
        start = match.start() + match[0].index(stamp)
        yield Hit(start, start + len(stamp))


def _heads_document(byline: str, unit: Unit) -> bool:
    """Whether a line that is only a byline stands near the top."""
    lines, at = unit.doc.lines, unit.line_index
    return at <= 3 * NEAR and sum(1 for line in lines[:at] if line.text.strip()) < NEAR and _is_name(byline, unit)


def _beside_furniture(unit: Unit) -> bool:
    """Whether a line near this one, which is only a date, is furniture too."""
    from corpuslint_rules.furniture._lexicon import weight  # noqa: PLC0415 (few texts need it)

    near = [unit.line(distance) for distance in range(-BESIDE, BESIDE + 1)]
    return any(weight(line) for line in near) or any(_is_byline(line, unit) for line in near)


def _is_name(byline: str, unit: Unit) -> bool:
    return unit.doc.compiled(_NO_NAME).search(byline) is None


def _is_byline(line: str, unit: Unit) -> bool:
    return len(line) <= LONGEST and unit.doc.compiled(_BYLINE_ALONE).fullmatch(line) is not None


RULE = Pattern(
    code="BP109",
    name="date-or-byline-stamp",
    doc=__doc__,
    message="date or byline stamp: {match}",
    severity="info",
    longest=LONGEST,
    pattern=_STAMP,
    triggers=(_BYLINE_START, *(f"(?i){kind}" for kind in (_DATE, _READING, _AGO, _SIGN_OFF, _HOUR))),
    check=check,
    searches=(_NO_NAME, _BYLINE_ALONE),
)
