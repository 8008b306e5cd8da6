"""A phrase that was translated word by word, or spun out of a fixed English one.

Machine translation and paraphrasing tools replace words without regard to the phrase they stand in: real estate becomes
"genuine bequest", a deadlock a "dead point", the United States the "Joined together States". No native writer has these
phrases; one is enough to doubt where a text comes from.

Bad:

    The talks have reached a dead point.
    Concurring to the ministry, the dam will be ready in May.
    He moved to the Joined together States 30 a long time ago.
    The passing toll rose to nine after the storm.
    The harbour could be able to take larger ships next year.

Good:

    The talks have reached a deadlock.
    The piston stops for an instant at its dead point.
    The two towns, joined together, stated their case.
    A long time ago, 30 men worked here.
    It was a passing fancy, and it took its toll.

Known false alarms:

    Articles about machine translation that give such phrases without quotation marks; comic writing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuslint import Phrases
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.translation._cited import cited

if TYPE_CHECKING:
    from corpuslint.rule import PhraseMatch
    from corpuslint.unit import Unit

_MACHINERY = lazy_pattern(
    r"\b(?:pistons?|cranks?\w*|strokes?|engines?|valves?|levers?|top|bottom|upper|lower|climb\w*)\b", re.IGNORECASE
)


def veto(match: PhraseMatch, unit: Unit) -> bool:
    if match.phrase == "dead point" and _MACHINERY.search(unit.text[max(0, match.start - 80) : match.end + 80]):
        return True
    return cited(match, unit)


RULE = Phrases(
    code="MT110",
    name="calque",
    doc=__doc__,
    message="not an English phrase: {match}",
    languages=frozenset({"en"}),
    files=__file__,
    veto=veto,
)
