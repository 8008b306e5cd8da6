"""A quoted piece of a sentence that was given a capital letter: called it "The first step" towards peace.

Rewriting tools put a capital at the start of every quotation, also where only a few words of a running sentence are
quoted. A single such phrase may be a title, so the rule wants evidence: an article or pronoun with a capital after a
word that must be followed by the rest of its sentence, or several such phrases in one text.

Bad:

    Officials spoke of "The first real chance" in a decade.
    The plan is "A serious threat" to small farms, she wrote.
    It praised the "Close friendship" of the towns and their "Shared history" as neighbours.

Good:

    She read a chapter of "The Great Gatsby" to the class.
    The poster said "The end is near" in red letters.
    They spoke of "the first real chance" in a decade.
    A song called "A hard day" was played at the wedding.
    He asked for "Paris" and got "Rome" instead.
    The note ends with "I will be back" and no name.

Known false alarms: titles that are written with only one capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Doc, Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.splits._words import ARTICLES, BE, CONJUNCTIONS, DEMONSTRATIVES, POSSESSIVES, PREPOSITIONS, words

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_FRAMES = "|".join(
    sorted(
        (PREPOSITIONS | BE | CONJUNCTIONS | ARTICLES | DEMONSTRATIVES | POSSESSIVES) - {"like", "if", "when", "where"}
    )
)
_FRAME = (
    rf"(?:{_FRAMES}|so-called|called|order|two|three|many|some|any|no|own|other|more|very|such|become|remains?|became"
    r"|not|has|have|had|than)"
)
_PATTERN = (
    rf"(?P<open>[\"“])(?=\p{{Lu}}\p{{Ll}}* ,*\p{{Ll}})(?<=(?<![\w.])(?P<frame>{_FRAME}) [\"“])"
    r"(?P<first>\p{Lu}\p{Ll}*)(?P<rest>(?:[ -][\p{L}\p{N}'’,-]{1,30}){1,24})(?P<stop>[.,]?)[\"”]"
)
_TRIGGER = rf"{_FRAME} [\"“]\p{{Lu}}\p{{Ll}}* ,*\p{{Ll}}[\p{{L}}\p{{N}}'’, -]*[.,]?[\"”]"
_BEFORE = lazy_pattern(
    r"\b(?:titled|entitled|called|named|dubbed|headlined|reads?|reading|says?|said|saying|shout(?:s|ed|ing)|chant(?:s|ed|ing)|songs?|"
    r"book|film|movie|novel|play|poem|album|episode|series|show|article|paper|essay|chapter|song|single|track|story|post|"
    r"column|video|painting|exhibition|slogan|motto|sign|banner|phrase|words?|term|section|question|campaign|movement|hashtag|"
    r"heading|headline|title|lyrics?|sang|sings|singing|sung|wrote|asked|replied|answered|means?|meaning|translated|tweeted)\b[^.?!\"“”]{0,20}$",
    re.IGNORECASE,
)
_DETERMINERS = ARTICLES | DEMONSTRATIVES | POSSESSIVES - {"her"}
_CLAUSE = words(
    """i we you he she it they who what why how when where if do don't did does let no yes not never please there
    here stop go get make keep be is are was were can could will would should thank thanks happy good once"""
)


def _check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    strength = _strength(match, unit.text)
    if strength == 2 or (strength and unit.doc.once(_fragments) > 1):
        yield Hit(match.start("open"), match.end())


def _strength(match: regex.Match[str], text: str) -> int:
    """2 for a phrase that can only be a part of its sentence, 1 for one that looks like it, 0 for others."""
    frame, first, rest = match["frame"], match["first"].lower(), match["rest"].replace(",", " ").split()
    start = match.start("frame")
    before = text[max(0, start - 60) : start]
    if (
        not rest
        or not rest[0][:1].islower()
        or not _goes_on(match, text)
        or (frame not in BE and _BEFORE.search(before))
    ):
        return 0
    if first in _DETERMINERS:
        if frame in _DETERMINERS or any(word in BE for word in rest) or len(rest) > 6:
            return 0
        return (1 if frame == "called" else 2) if all(word.islower() for word in rest) else 0
    clause = first in _CLAUSE or any(
        word in {"i", "we", "you", "he", "she", "they", "is", "are", "was"} for word in rest
    )
    return 0 if clause or len(first) < 2 else 1


def _goes_on(match: regex.Match[str], text: str) -> bool:
    """Whether the sentence goes on behind the quotation, or ends with it."""
    after = text[match.end() : match.end() + 4]
    return bool(re.match(r"[,;:)]? [a-z\"“(]|[,;)]|[.]?(?: |$)", after))


def _fragments(doc: Doc) -> int:
    """How many phrases of a text look like parts of sentences."""
    import regex  # noqa: PLC0415

    return sum(1 for match in regex.finditer(_PATTERN, doc.text) if _strength(match, doc.text))


RULE = Pattern(
    code="SP104",
    name="recapitalised-quote",
    doc=__doc__,
    message="capital inside a sentence: {match}",
    languages=frozenset({"en"}),
    pattern=_PATTERN,
    triggers=(_TRIGGER,),
    check=_check,
)
