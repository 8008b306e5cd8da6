"""Whether a foreign word takes a word's place in an English sentence: by what stands on either side of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpuslint import Doc
from corpuslint.lazy import lazy_pattern
from corpuslint.quotes import quote_spans
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, is_derived, is_word, tag
from corpuslint_rules.splits._words import is_abbreviation
from corpuslint_rules.translation._native import is_compound

_REACH = 80
"""Characters on either side of a word that are looked at."""

_NEIGHBOURS = 5
_ENGLISH = 0.7
"""Part of a word's neighbours that must be English, and how many of them at least."""
_ENGLISH_WORDS, _FUNCTION_WORDS = 4, 1

_ODD = 5
"""Letters of a neighbour that makes a place doubtful if it is no word: a quotation goes on, or a text is damaged."""

_VERBS, _BEFORE_NOUNS = "vzdeg", "Dojct0"
"""Tags of words behind which a capital is a name's, and of those behind which it is a noun's."""

_ABROAD = words(
    """ad al alla cause da das de degli dei del della delle dem den der des di dos du e en et gli het il im je
    laissez le les lo los ma mes modus mon motu na ne nel nom noms nos nous par para por pour pro que qui sa
    ses si sont sur te tu una und une uno van vive von vous y zu zum zur"""
)
"""Words beside which a foreign one goes on with a phrase, a name or a quotation."""

_NO_NAMES = frozenset("emsb")
"""Kinds of listed words that are foreign, or borrowed, with a capital too."""

_LETTERS = lazy_pattern(r"([^\W\d_]+)(?:['’][a-z]{1,2}\b)?")
_LEFT, _RIGHT = lazy_pattern(r"(?<!\w)(?P<word>[A-Za-z]+) $"), lazy_pattern(r" (?P<word>[A-Za-z]+)(?!\w)")
_ELIDED = lazy_pattern(r"(?:^|[\s(\"“‘])(?:[cdjlmnst]|qu|un|all|dall|dell|nell|sull)['’]$")
_START = lazy_pattern(r"(?:^[—–-]? ?|[.!?:][\"”’)]* +|[\"“‘])$")
_ENDED = lazy_pattern(r"(?P<word>\w+)\W*$")
_LAST = lazy_pattern(
    r"(?:(?:^|[.!?:][\"”’)]* +|[\"“‘])(?=[A-Z])|(?<![^\W\d_])(?![A-Z])|(?<=\d))(?P<word>[A-Z]?[a-z]*),? $"
)
_NEXT = lazy_pattern(r" ?[.,;:!?]*(?:[\"”]?$|[\"”]? [\"“‘]?[a-z]|,)")
"""What stands on either side of a word that has a capital for being a noun, or the first of its sentence."""

_CITED = lazy_pattern(
    r"\b(?:words?|(?<!in )terms?|named?|called|means?|meaning|known as|so-called|dubbed|phrase|titled?|entitled"
    r"|spell?ed|spelt|suffix|prefix|particle|verb|noun|translated|translates|species|genus|subspecies|var|cf)[,:.]?"
    r"(?: (?:as|to|a|an|the|of|for))? $"
)
_GLOSSED = lazy_pattern(r"[,.;]? (?:mean(?:s|t|ing)?\b|literally\b|translates?\b|or\b|\()")
_OF_A_LANGUAGE = lazy_pattern(
    r"(?:^|(?<!\bthe )(?<!\ba ))\b(?:Latin|Greek|German|French|Spanish|Italian|Portuguese|Dutch|Polish|Czech|Swedish"
    r"|Danish|Norwegian|Icelandic|Russian|Yiddish|Hebrew|Arabic|Sanskrit|Irish|Gaelic|Welsh|Cree)[:,]? $"
)
"""A language that the word is said to be of."""

_ATTRIBUTED = lazy_pattern(r"[.!?][\"”']? ?-- ?[A-Z]")
"""An author's name behind what is quoted from him."""

_OPENED, _CLOSED = lazy_pattern(r"[({][^(){}]{0,25}$"), lazy_pattern(r"[^(){}]{0,15}[)}]")
"""A bracket of few words, as are glosses."""
_BROKEN_OFF = lazy_pattern(r"[.] $")
"""An abbreviation, as a word in small letters follows."""

_MARKS_BEFORE, _MARKS_AFTER = "\"'“‘«„`", lazy_pattern(r"[.,]?[\"'”’»“]")

_CITATION = 25
"""Characters of a quotation that is cited words rather than speech."""

_NAMED = lazy_pattern(
    r"\b(?:drugs?|medicines?|medications?|antivirals?|antibiotics?|vaccines?|treatments?|steroids?|compounds?"
    r"|proteins?|enzymes?|hormones?|genes?|minerals?|herbs?|spices?|dish(?:es)?|cheeses?|wines?|breeds?|dances?|instruments?"
    r"|martial arts?|apps?|commands?|functions?|packages?|librar(?:y|ies)|modules?|variables?|users?|tribes?|gods?) $"
)
"""Nouns behind which the name of one such thing stands."""

_POST = lazy_pattern(r"(?<!\S)@\w|\w://")


class Around(NamedTuple):
    """The line up to a word, and from behind it on, ``_REACH`` characters each; the line, and where the word stands."""

    before: str
    after: str
    line: str
    start: int
    end: int

    @classmethod
    def of(cls, match: re.Match[str], doc: Doc) -> Around:
        line = doc.lines[doc.line_index(match.start())]
        before = doc.text[max(line.start, match.start() - _REACH) : match.start()]
        after = doc.text[match.end() : min(line.end, match.end() + _REACH)]
        return cls(before, after, line.text, match.start() - line.start, match.end() - line.start)


def takes_a_place(word: str, listed: str, around: Around) -> bool:
    """Whether a word, listed as of this kind, stands amid English ones, and is neither cited nor a name."""
    before, after = around.before, around.after
    if before.endswith(("'", "’")) and not _ELIDED.search(before):
        return False
    return (
        _is_amid(listed, before, after)
        and _is_english(before, after)
        and not _is_cited(word, around)
        and not _is_quoted(around)
        and _is_common(word, listed, before, after)
        and not _POST.search(before + word + after)
    )


def _is_cited(word: str, around: Around) -> bool:
    """Whether it is named, explained or derived rather than used, or stands in what an author is quoted with."""
    before, after = around.before, around.after
    return bool(
        _CITED.search(before)
        or _NAMED.search(before)
        or _OF_A_LANGUAGE.search(before)
        or (word.islower() and _BROKEN_OFF.search(before))
        or _GLOSSED.match(after)
        or _ATTRIBUTED.search(after)
        or (_OPENED.search(before) and _CLOSED.match(after))
        or before.count("[") > before.count("]")
    )


def _is_amid(listed: str, before: str, after: str) -> bool:
    """Whether the words on both sides are no foreign ones, nor those of a name."""
    from corpuslint_rules.translation._foreign_sieve import kind  # noqa: PLC0415 (the tables)

    sides = [side["word"] for side in (_LEFT.search(before), _RIGHT.match(after)) if side]
    if any(side.lower() in _ABROAD or kind(side) in _NO_NAMES for side in sides):
        return False
    if any(side.islower() and not is_word(side) for side in sides):
        return False
    return len(sides) < 2 or any(side.islower() or (listed != "s" and is_word(side)) for side in sides)


def _is_english(before: str, after: str) -> bool:
    """Whether the words beside it are English; names do not count."""
    near = _LETTERS.findall(before)[-_NEIGHBOURS:] + _LETTERS.findall(after)[:_NEIGHBOURS]
    if sum(word.lower() in CLOSED_CLASS for word in near) < _FUNCTION_WORDS:
        return False
    unknown = [word for word in near if not is_word(word)]
    small = [word for word in unknown if word.islower()]
    if any(len(word) >= _ODD and not (is_derived(word) or is_compound(word)) for word in small):
        return False
    known = len(near) - len(unknown)
    return known >= max(_ENGLISH_WORDS, _ENGLISH * (known + len(small)))


def _is_common(word: str, listed: str, before: str, after: str) -> bool:
    """Whether the word is written small, or frequent and large only as the first of its sentence, or a noun."""
    if word.islower() and listed != "m":
        return True
    if listed in ("s", "b") and _opens(before, after):
        return True
    left = _LAST.search(before)
    if listed == "s" or left is None or _NEXT.match(after) is None:
        return False
    if listed == "n":
        return left["word"] == "" or tag(left["word"]) in _BEFORE_NOUNS
    return listed == "m" or tag(left["word"]) not in _VERBS


def _opens(before: str, after: str) -> bool:
    """Whether a sentence begins with the word and goes on behind it."""
    if not _START.search(before) or ((last := _ENDED.search(before)) and is_abbreviation(last["word"])):
        return False
    return after.startswith(",") or after[1:2].islower()


def _is_quoted(around: Around) -> bool:
    """Whether it is all that stands between two marks, or stands in a quotation of a few words."""
    if around.before[-1:] in _MARKS_BEFORE and around.before and _MARKS_AFTER.match(around.after):
        return True
    return any(
        first <= around.start and around.end <= last and last - first < _CITATION
        for first, last in quote_spans(around.line)
    )
