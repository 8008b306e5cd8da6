"""Pieces of patterns that several rules of this family share."""

from __future__ import annotations

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
    r"(?:admins?|administrators?|administration|web\s?masters?|web\s?site|site|blog|blogger|moderators?|editors?))\b"
)

ADDRESS = r"[\w.+-]{1,64}(?:@|\s?[\[(]at[\])]\s?)\w"

CONTACT = (
    rf"\b(?:contact(?:ing)?|(?:e-?)?mail(?:ing)?|inform(?:ing)?|notify(?:ing)?|messag(?:e|ing)|writ(?:e|ing)(?:\s+to)?|"
    rf"reach(?:ing)?(?:\s+out\s+to)?|alert|in\s+(?:touch|contact)\s+with|(?:e-?mail|message|note|request|complaint)\s+"
    rf"to)"
    rf"\s+(?:to\s+)?{_WE}"
    r"|\b(?:dm|pm)\s+(?:us|me)\b|(?:^|[.!?,:;]\s*|\b(?:please|kindly|just|to|can|may|must|should|then|do)\s+)let\s+"
    r"us\s+know\b"
    r"|\bget\s+in\s+(?:touch|contact)\b|\bdrop\s+(?:us|me)\b|\bsend\s+(?:us|me)\b|\breport\s+(?:it\s+)?to\s+us\b"
    r"|\b(?:contact|e-?mail)\s+(?:at|via|through|by|on|for)\b|\b(?:the|our)\s+contact\s+(?:form|page)\b"
    rf"|\b(?:contact|(?:e-?)?mail|write(?:\s+to)?)\s*:?\s+(?:at\s+|to\s+)?{ADDRESS}"
)
"""How the keeper of the site is to be told."""

OPENING = r"(?:^|(?<=[.!?:;)\]|*])\s)[^\w\s]{0,4}\s?"
"""The start of a line, or of what looks like a sentence in it."""


def unquoted(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The match without the marks before it, unless somebody is quoted to have said it."""
    start, end = match.span()
    while start < end and not unit.text[start].isalnum():
        start += 1
    if not unit.quoted(start, end):
        yield Hit(start, end)
