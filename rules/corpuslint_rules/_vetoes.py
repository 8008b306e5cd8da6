"""Vetoes that several families share: where a phrase must stand in its line to be what it looks like."""

from __future__ import annotations

from corpuslint import PhraseMatch, Unit
from corpuslint.lazy import lazy_pattern
from corpuslint.rule import Veto

_STOP = lazy_pattern(r"[.!?:|•·…»>*)\]。！？：」）]|(?:^|\s)[-–—]")
_NUMBER = lazy_pattern(r"\W{0,8}\d{1,3}\W{1,8}")
_LONGEST_WORD = 15


def opens_sentence(match: PhraseMatch, unit: Unit) -> bool:
    """Whether the phrase opens its line or a sentence of it. A numbered line is a step of a guide (``3. Log in``)."""
    text, at = unit.text, match.start
    while at and not text[at - 1].isalnum():
        at -= 1
    if at == 0:
        return True
    return _STOP.search(text, at, match.start) is not None and not _NUMBER.fullmatch(text, 0, match.start)


def fills_line(match: PhraseMatch, unit: Unit) -> bool:
    """Whether the line holds nothing beside the phrase."""
    return unit.text.strip() == unit.text[match.start : match.end]


def longer_than(words: int, unit: Unit) -> bool:
    """Whether the unit has more words; very long ones are not even split."""
    return len(unit.text) > words * _LONGEST_WORD or len(unit.text.split()) > words


def unlike_prompt(words: int) -> Veto:
    """Drops a phrase that opens no sentence, is quoted, or stands in a line of more words than a prompt has."""

    def drops(match: PhraseMatch, unit: Unit) -> bool:
        if fills_line(match, unit):
            return False
        return longer_than(words, unit) or not opens_sentence(match, unit) or unit.quoted(match.start, match.end)

    return drops
