"""Vetoes that several families share: where a phrase must stand in its line to be what it looks like."""

from __future__ import annotations

from corpuslint import PhraseMatch, Unit
from corpuslint.lazy import lazy_pattern
from corpuslint.rule import Veto
from corpuslint_rules._word_sets import words

_STOP = lazy_pattern(r"[.!?:|•·…»>*)\]。！？：」）]|(?:^|\s)[-–—]")
_NUMBER = lazy_pattern(r"\W{0,8}\d{1,3}\W{1,8}")
_LONGEST_WORD = 15

_HEADING = lazy_pattern(r" {0,3}#{1,6}\s")
_UNDERLINE = lazy_pattern(r" {0,3}(?:=+|-+)\s*")
_PROSE = lazy_pattern(r"(?:\S+\s+){7,}\S+[.:]\s*$")
_ITEM = lazy_pattern(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(?P<word>[^\W\d_]+)\s+[^\W\d_]")
_STEPS = words(
    """accept add allow apply ask attach call change check choose clear click close complete configure confirm connect
    continue copy create delete deploy disable download drag edit enable enter export fill find follow generate get give
    go grant hit hold import insert install invite keep launch leave let link locate look make move name navigate note
    open paste pick plug point press print provide pull push put remove rename replace reset restart return review run
    save scan scroll search select send set ship show skip specify start stop submit switch tap test turn type uncheck
    update upgrade upload use verify view visit wait write"""
)
"""Verbs with which the steps of a guide begin."""


def guides(unit: Unit) -> bool:
    """Whether the line is a heading with prose under it, or a step among others: a guide's and not a page's prompt."""
    if _HEADING.match(unit.text):
        return _PROSE.search(unit.line(1) or unit.line(2)) is not None
    if _UNDERLINE.fullmatch(unit.line(1)):
        return _PROSE.search(unit.line(2) or unit.line(3)) is not None
    if _ITEM.match(unit.text + " a") is None:
        return False
    beside = (_ITEM.match(unit.line(distance)) for distance in (-1, 1))
    return any(item is not None and item["word"].lower() in _STEPS for item in beside)


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
    """Drops a phrase that opens no sentence, is quoted, guides through a program, or stands in too long a line."""

    def drops(match: PhraseMatch, unit: Unit) -> bool:
        if guides(unit):
            return True
        if fills_line(match, unit):
            return False
        return longer_than(words, unit) or not opens_sentence(match, unit) or unit.quoted(match.start, match.end)

    return drops
