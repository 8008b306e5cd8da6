"""A copyright notice from the foot of a page.

Notices repeat through a whole site and say nothing about the text. Found are lines that open with a copyright sign or
the word and give a year, "all rights reserved", and the agencies' bans on copying.

Bad:

    © 2021 Harbour Gazette Ltd. All rights reserved.
    Copyright (c) 1999-2024 by the Northern Miners' Museum
    All Rights Reserved.
    This article may not be reproduced, sold or given away.
    Reproduction in whole or in part without permission is prohibited.
    Proudly powered by WordPress

Good:

    Copyright law was changed in 1976, and again in 1998.
    The heirs own the copyright in letters written before 1901.
    "All rights reserved" is printed on the back of every ticket.
    (c) in 2019, the parties met again in Geneva.

Known false alarms: a licence quoted in a text about software.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern, Unit

if TYPE_CHECKING:
    import regex

LONGEST = 400
"""Code points of a line that may be a notice; longer ones are paragraphs that hold one."""

_YEAR = r"(?:19|20)\d\d"


def check(match: "regex.Match[str]", unit: Unit) -> Iterator[Hit]:
    if not unit.quoted(*match.span()):
        yield Hit(*match.span())


RULE = Pattern(
    code="BP107",
    name="copyright-footer",
    doc=__doc__,
    message="copyright notice: {match}",
    longest=LONGEST,
    pattern=(
        r"(?i)^[^\w©(]{0,6}(?:(?:copyright\s{0,3})?[©]|\(c\)\s{0,2}copyright|copyright\s{0,3}\(c\))[^\w\n]{0,6}"
        rf"(?:\p{{L}}[\p{{L}}.,&'’-]*\s){{0,6}}[^\w\n]{{0,4}}{_YEAR}\b.{{0,120}}",
        rf"(?i)^[^\w©(]{{0,6}}copyright[^\w\n]{{0,4}}{_YEAR}\b.{{0,120}}",
        rf"(?i)^[^\w©(]{{0,6}}copyright\s(?-i:\p{{Lu}}[\p{{L}}.,&'’-]*\s){{1,6}}{_YEAR}\W{{0,4}}$",
        r"(?i)^[^\w©]{0,6}[©]\s{0,3}(?:19|20)?\p{L}.{0,60}$",
        rf"(?i)^\W{{0,3}}\(c\)\s{{0,3}}{_YEAR}\b[^\n]{{1,80}}$",
        r"(?i)\ball\s+rights?\s+reserved\b",
        r"(?i)\bthis\s+(?:material|article|story|content)\s+may\s+not\s+be\s+"
        r"(?:published|reproduced|copied|reprinted)\b",
        r"(?i)\breproduction\b.{0,60}\bwithout\b.{0,40}\b(?:permission|consent)\b.{0,30}\bprohibited\b",
        r"(?i)^\W{0,3}(?:proudly\s+)?powered\s+by\s+"
        r"(?:wordpress|blogger|drupal|joomla|ghost|tumblr|squarespace|wix|typepad)\b",
    ),
    check=check,
)
