r"""Praise that states no fact.

"Legendary", "world-class", "one of the finest": the words ask for admiration and say nothing that could be checked.
Articles about people, firms and places are full of them where they were written by those concerned. Name the prize,
the number or the critic in place of the praise.

Silent in quotations. Off by default: praise is common in honest reviews, speeches and stories.

Bad:

    The legendary guitarist opened the festival.
    It is one of the finest harbours in the country.
    The firm offers world-class service to its clients.
    Her highly influential essay appeared in spring.

Good:

    The guitarist, who won the prize twice, opened the festival.
    It is the third-largest harbour in the country.
    “She is a legendary cook,” he told the paper.
    The legend of the drowned bell is told in every village.

Known false alarms: superlatives with their proof in the sentence ("the most popular, with 81 votes").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuslint import PhraseMatch, Phrases
from corpuslint_rules.claims._attribution import spoken

if TYPE_CHECKING:
    from corpuslint import Unit


def quoted(match: PhraseMatch, unit: Unit) -> bool:
    """Whether the praise is a speaker's."""
    return spoken(unit, match.start, match.end)


RULE = Phrases(
    code="UC103",
    name="peacock-term",
    doc=__doc__,
    message="praise in place of a fact: {match}",
    version=2,
    default=False,
    files=__file__,
    veto=quoted,
    strength="weak",
)
