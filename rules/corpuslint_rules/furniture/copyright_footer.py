"""A copyright notice from the foot of a page.

Notices repeat through a whole site and say nothing about the text. Found are lines that open with a copyright sign or
the word and give a year, "all rights reserved", and the agencies' bans on copying.

Bad:

    © 2021 Harbour Gazette Ltd. All rights reserved.
    Copyright (c) 1999-2024 by the Northern Miners' Museum
    All Rights Reserved.
    This material may not be published, broadcast, rewritten or redistributed.
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


def check(match: "regex.Match[str]", unit: Unit) -> Iterator[Hit]:
    if len(unit.text) <= LONGEST and not unit.quoted(*match.span()):
        yield Hit(*match.span())


RULE = Pattern(
    code="BP107",
    name="copyright-footer",
    doc=__doc__,
    message="copyright notice: {match}",
    pattern=r"""(?ix)
        ^[^\w©(]{0,6} (?: (?:copyright\s{0,3})? [©] | \(c\)\s{0,2}copyright | copyright\s{0,3}\(c\) )
            [^\w\n]{0,6} (?:\p{L}[\p{L}.,&'’-]*\s){0,6} [^\w\n]{0,4} (?:19|20)\d\d\b .{0,120}
      | ^[^\w©(]{0,6} copyright [^\w\n]{0,4} (?:19|20)\d\d\b .{0,120}
      | ^[^\w©(]{0,6} copyright \s (?-i:\p{Lu}[\p{L}.,&'’-]*\s){1,6} (?:19|20)\d\d \W{0,4}$
      | ^[^\w©]{0,6} [©] \s{0,3} (?:19|20)?\p{L}.{0,60}$
      | ^\W{0,3}\(c\)\s{0,3}(?:19|20)\d\d\b[^\n]{1,80}$
      | \ball\s+rights?\s+reserved\b
      | \bthis\s+(?:material|article|story|content)\s+may\s+not\s+be\s+(?:published|reproduced|copied|reprinted)\b
      | \breproduction\b.{0,60}\bwithout\b.{0,40}\b(?:permission|consent)\b.{0,30}\bprohibited\b
      | ^\W{0,3}(?:proudly\s+)?powered\s+by\s+(?:wordpress|blogger|drupal|joomla|ghost|tumblr|squarespace|wix|typepad)\b
    """,
    check=check,
)
