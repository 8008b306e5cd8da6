"""A quoted piece of a sentence that was given a capital letter: called it "The first step" towards peace.

Rewriting tools put a capital at the start of every quotation, also where only a few words of a running sentence are
quoted. A single such phrase may be a title, so the rule wants evidence: an article or pronoun with a capital after a
word that must be followed by the rest of its sentence, or several such phrases in one text.

Bad:

    Officials spoke of "The first real chance" in a decade.
    The plan is "A serious threat" to small farms, she wrote.
    The mayor accepted "A large loan" that the town could not repay.
    It praised the "Close friendship" of the towns and their "Shared history" as neighbours.

Good:

    She read a chapter of "The Great Gatsby" to the class.
    The poster said "The end is near" in red letters.
    They spoke of "the first real chance" in a decade.
    A song called "A hard day" was played at the wedding.
    He asked for "Paris" and got "Rome" instead.
    The note ends with "I will be back" and no name.
    She watched "The long way home" twice in one week.
    Under the heading "The long way home" he tells of the war.
    One of them was whistling "A hard day" on the stairs, a song called "The long way" on the street.

Known false alarms: titles that are written with only one capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Doc, Frame, Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical
from corpuslint_rules._word_sets import words
from corpuslint_rules.splits._words import (
    ARTICLES,
    BE,
    CONJUNCTIONS,
    DEMONSTRATIVES,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
)

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
_PHRASE = r"(?P<first>\p{Lu}\p{Ll}*)(?P<rest>(?:[ -][\p{L}\p{N}'’,-]{1,30}){1,24})(?P<stop>[.,]?)[\"”]"
_AFTER_FRAME = rf"(?P<open>[\"“])(?=\p{{Lu}}\p{{Ll}}* ,*\p{{Ll}})(?<=(?<![\w.])(?P<frame>{_FRAME}) [\"“]){_PHRASE}"
_TAIL = r"[\p{L}\p{N}'’, -]*[.,]?[\"”]"
_FRAME_TRIGGER = rf"{_FRAME} [\"“]\p{{Lu}}\p{{Ll}}* ,*\p{{Ll}}{_TAIL}"
_DETERMINER = "(?:The|An?|Th(?:is|at|ese|ose)|My|Your|His|Its|Our|Their)"
_AFTER_ANY = rf"(?P<open>[\"“])(?={_DETERMINER} \p{{Ll}})(?<=(?<![\w.])(?P<frame>[a-z][a-z'’]*),? [\"“]){_PHRASE}"
_ANY_TRIGGER = rf"[a-z],? [\"“]{_DETERMINER} \p{{Ll}}{_TAIL}"
_WORK = lazy_pattern(
    r"\b(?:songs?|books?|films?|movies?|novels?|plays?|poems?|albums?|episodes?|series|show|articles?|papers?|essays?|"
    r"chapters?|singles?|tracks?|story|stories|post|column|videos?|paintings?|exhibition|slogans?|mottos?|signs?|banners?|"
    r"phrases?|words?|terms?|sections?|questions?|campaign|movement|hashtag|headings?|headlines?|titles?|lyrics?|"
    r"tag ?lines?|lines?|cries|cry|motif|memoir|ballad|tale|hymn|opera|sketch|lecture|talk|speech|report|theme)"
    r"(?: (?:of|in|from|called|titled|entitled|named|is|was|with|as|like|or|and|for|by|said|says))?,?$",
    re.IGNORECASE,
)
"""Something that has a title, before the quotation."""

_AMID = lazy_pattern(r"(?<=[a-z,] )[A-Z][a-z]*\b")

_UTTERED = lazy_pattern(
    r"\b(?:(?:en)?titled?|called?|calls|nam(?:es?|ed|ing)|dubb(?:ed|ing)|headlined?|read(?:s|ing)?|sa(?:y|ys|id|ying)|shout(?:s|ed|ing)?|"
    r"chant(?:s|ed|ing)?|s[aiu]ng|sing(?:s|ing)?|wr[io]te(?:s)?|writ(?:ing|ten)|ask(?:s|ed|ing)?|repl(?:y|ies|ied)|answered|"
    r"mean(?:s|t|ing)?|whistl(?:e|es|ed|ing)|translat(?:es?|ed)|tweet(?:s|ed)?|watch(?:e[ds]|ing)?|play(?:s|ed|ing)?|perform(?:s|ed|ing)?|record(?:ed|ing)|"
    r"releas(?:e|es|ed|ing)|publish(?:e[ds]|ing)?|recit(?:es?|ed|ing)|quot(?:es?|ed|ing)|hear(?:s|d|ing)?|think(?:s|ing)?|thought|"
    r"add(?:s|ed|ing)?|t[eo]ll?d?|tells|state[sd]?|insist(?:s|ed)?|explain(?:s|ed)?|argue[sd]?|cried|cr(?:y|ies|ying)|"
    r"scream(?:s|ed|ing)?|yell(?:s|ed|ing)?|whisper(?:s|ed|ing)?|mutter(?:s|ed)?|marked|labell?ed|know[ns]?)"
    r"(?: (?:me|him|her|us|them|it|you))?"
    r"(?: (?:as|with|by|that|to|out|or|and))?,?$",
    re.IGNORECASE,
)
"""A verb of saying, naming or performing, before the quotation."""

_REACH = 40
"""Characters that either of them takes at most."""

_DETERMINERS = ARTICLES | DEMONSTRATIVES | POSSESSIVES - {"her"}
_VERBS = BE | HAVE | MODALS
_PLAIN = BE | {"called", "so-called"}
_CLAUSE = words(
    """i we you he she it they who what why how when where if do don't did does let no yes not never please there
    here stop go get make keep be is are was were can could will would should thank thanks happy good once"""
)


def _check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    strength = _strength(match, unit.text)
    if strength and _is_name(match, unit.doc):
        return
    if strength == 2 or (strength and unit.doc.once(_fragments) > 1):
        yield Hit(match.start("open"), match.end())


def _is_name(match: regex.Match[str], doc: Doc) -> bool:
    """Whether the first word has its capital for being a name, as elsewhere in the text, or is a program's label."""
    if match["first"].lower() in _DETERMINERS:
        return False
    return doc.once(is_technical) or match["first"] in doc.once(_names)


def _names(doc: Doc) -> frozenset[str]:
    """The words that have a capital amid others."""
    return frozenset(_AMID.findall(doc.text))


def _strength(match: regex.Match[str], text: str) -> int:
    """2 for a phrase that can only be a part of its sentence, 1 for one that looks like it, 0 for others."""
    frame, first, rest = match["frame"], match["first"].lower(), match["rest"].replace(",", " ").split()
    before = text[max(0, match.start("frame") - 60) : match.start("open")].rstrip()
    if not rest or not rest[0][:1].islower() or not _goes_on(match, text):
        return 0
    near = max(0, len(before) - _REACH)
    if _WORK.search(before, near) or (frame not in _PLAIN and _UTTERED.search(before, near)):
        return 0
    if first in _DETERMINERS:
        if frame in _DETERMINERS - {"that"} or not _VERBS.isdisjoint(rest[:-1]) or len(rest) > 6:
            return 0
        return (1 if frame == "called" else 2) if all(word.islower() for word in rest) else 0
    clause = first in _CLAUSE or any(
        word in {"i", "we", "you", "he", "she", "they", "is", "are", "was"} for word in rest
    )
    longer = [word for word in rest if len(word) > 3]
    title = 3 * sum(not word[0].islower() for word in longer) > len(longer)
    return 0 if clause or title or len(first) < 2 else 1


def _goes_on(match: regex.Match[str], text: str) -> bool:
    """Whether the sentence goes on behind the quotation, or ends with it."""
    after = text[match.end() : match.end() + 4]
    return bool(re.match(r"[,;:)]? [a-z\"“(]|[,;)]|[.]?(?: |$)", after))


def _fragments(doc: Doc) -> int:
    """How many phrases of a text look like parts of sentences."""
    import regex  # noqa: PLC0415

    return sum(1 for match in regex.finditer(_AFTER_FRAME, doc.text) if _strength(match, doc.text))


RULE = Pattern(
    code="SP104",
    name="recapitalised-quote",
    doc=__doc__,
    message="capital inside a sentence: {match}",
    languages=frozenset({"en"}),
    version=3,
    pattern=(Frame(_AFTER_FRAME, (_FRAME_TRIGGER,)), Frame(_AFTER_ANY, (_ANY_TRIGGER,))),
    check=_check,
)
