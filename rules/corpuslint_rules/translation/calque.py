"""A phrase that was translated word by word.

Machine translation carries the phrases of other languages over: a deadlock becomes a "dead point", a prosecution an
"attraction to responsibility". No native writer has these phrases; one is enough to doubt where a text comes from.

Bad:

    The talks have reached a dead point.
    Despite the rain, the driver was attracted to administrative responsibility.
    We ask for further informations about the ferry.
    The harbour could be able to take larger ships next year.

Good:

    The talks have reached a deadlock.
    The piston stops for an instant at its dead point.
    For further information on the ferry, ask the harbour master.
    The function of the gate is in the drawing, and what it depends on is the tide.

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
    version=2,
    doc=__doc__,
    message="not an English phrase: {match}",
    languages=frozenset({"en"}),
    files=__file__,
    veto=veto,
)
