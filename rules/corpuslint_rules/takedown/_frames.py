"""Pieces of patterns that several rules of this family share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Hit

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit


def gap(length: int) -> str:
    """Up to so many characters of the same sentence; the dots of addresses do not end one."""
    return rf"(?:[^.!?;]|[.?](?=\w)){{0,{length}}}?"


TEXT = (
    r"(?:th(?:is|at|ese|ose|e)|y?our|any|such|said|an?|its|their|his|her|my|all|infringing)\s+(?:[\w'’/-]+\s+){0,3}?"
    r"(?:articles?|contents?|posts?|postings?|(?:web)?pages?|images?|photos?|photographs?|pictures?|pics?|materials?|"
    r"texts?|stor(?:y|ies)|news|videos?|publications?|write-?ups?|translations?|blogs?|lyrics|copyrighted\s+works?)\b"
)
"""What is to be removed: this article, the above image, your copyrighted material."""

_WE = (
    r"(?:us|me|our\s+(?:\w+\s+)?(?:team|staff|desk|office|editors?|department)|"
    r"(?:the|our|this)\s+(?:site['’]?s?\s+|website['’]?s?\s+|blog['’]?s?\s+)?"
    r"(?:admins?|administrators?|administration|web\s?masters?|web\s?site|site|blog|blogger|moderators?|editors?)|"
    r"admins?|administrators?|web\s?masters?|(?:our|the)\s+(?:designated\s+)?(?:copyright|dmca|legal)\s+(?:agent|team|department))\b"
)

ADDRESS = r"[\w.+-]{1,64}(?:@|\s?[\[(]at[\])]\s?)\w"

_TELL = (
    r"contact(?:ing)?",
    r"(?:e-?)?mail(?:ing)?",
    r"inform(?:ing)?",
    r"tell",
    r"notify(?:ing)?",
    r"messag(?:e|ing)",
    r"writ(?:e|ing)(?:\s+to)?",
    r"reach(?:ing)?(?:\s+out\s+to)?",
    r"alert",
    r"in\s+(?:touch|contact)\s+with",
    r"(?:e-?mail|message|note|request|complaint|report)\s+to",
)
_OTHERWISE = (
    r"\bdm\s+(?:us|me)\b",
    r"\bpm\s+(?:us|me)\b",
    r"(?:^|[.!?,:;]\s*|\b(?:please|kindly|just|to|can|may|must|should|then|do)\s+)let\s+us\s+know\b",
    r"\bget\s+in\s+(?:touch|contact)\b",
    r"\bdrop\s+(?:us|me)\b",
    r"\bsend\s+(?:us|me)\b",
    r"\breport\s+(?:it\s+)?to\s+us\b",
    rf"\b(?:sent|send|addressed|directed|mailed|report(?:ed)?)\s+to\s+(?:us\b|{ADDRESS})",
    r"\b(?:contact|e-?mail)\s+(?:at|via|through|by|on|for)\b",
    r"\b(?<=\b(?:the|our)\s)contact\s+(?:form|page)\b",
    rf"\b(?:contact|(?:e-?)?mail|write(?:\s+to)?)\s*:?\s+(?:at\s+|to\s+)?{ADDRESS}",
)
CONTACT = rf"(?:\b(?:{'|'.join(_TELL)})\s+(?:to\s+)?{_WE}|{'|'.join(_OTHERWISE)})"
"""How the keeper of the site is to be told."""

_WE_BEGIN = r"(?:us\W|me\W|our\s|(?:the|this)\s+(?:site|web|blog|admin|moder|edit|desig|copyr|dmca|legal)|admin|web)"
_WORD_END = re.compile(r"\\b(?=$|\|)")
CONTACTS = (
    *(rf"{tell}\s+(?:to\s+)?{_WE_BEGIN}" for tell in _TELL),
    *(_WORD_END.sub(r"\\W", wording) for wording in _OTHERWISE),
)
"""The same one by one, for triggers of what goes on behind them: many that start with a word are far faster to search
for than one with all."""

OPENING = r"(?:^|(?<=[.!?:;)\]|*])\s)[^\w\s]{0,4}\s?"
"""The start of a line, or of what looks like a sentence in it."""


def unquoted(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The match without the marks before it, unless somebody is quoted to have said it."""
    start, end = match.span()
    while start < end and not unit.text[start].isalnum():
        start += 1
    if not unit.quoted(start, end):
        yield Hit(start, end)
