"""Pieces of patterns that the rules of this family share, and where what they match counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, PhraseMatch
from corpuslint_rules._vetoes import unlike_prompt

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit
    from corpuslint.rule import Check, Veto

SIGN_IN = r"(?:(?:sign|log)[\s-]?(?:back\s)?(?:in|on)|login|signin|register|sign\sup)"
ACCOUNT = r"(?:an?|your|my|the)\s(?:[\w+&'’-]+\s){0,3}?(?:account|profile)"
READER = r"(?:readers?|users?|members?|subscribers?|customers?|visitors?|supporters?|patrons?)"
TEXT = (
    r"(?:articles?|stor(?:y|ies)|posts?|contents?|pages?|reports?|episodes?|features?|pieces?|videos?|newsletters?|"
    r"issues?|analys[ie]s|columns?|sections?|texts?|archives?|reviews?)"
)
END = r"(?=\W*$|\s?[.!|•·*(»→])"
"""The wording ends here: the line does, or a sentence of it."""

START = r"(?:^|(?<=[.!?:|•·…»*)\]]\s)|(?<=\s[-–—]\s))[^\w\s$€£]{0,3}\s?(?:please,?\s|sorry,?\s|just\s)?"
"""The start of a line, or of what looks like a sentence in it, where a request may begin."""


def frames(*patterns: str | Frame) -> tuple[Frame, ...]:
    """The patterns as frames that start where a request may begin; letter case does not matter."""
    given = (p if isinstance(p, Frame) else Frame(p) for p in patterns)
    return tuple(Frame(rf"(?i){START}(?:{p.pattern})", tuple(f"(?i){t}" for t in p.triggers)) for p in given)


def prompts(words: int, veto: Veto | None = None) -> Check:
    """Takes what opens a line or sentence of up to so many words, unquoted; the marks before it are left out."""
    drops = veto or unlike_prompt(words)

    def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
        start, end = match.span()
        while start < end and not unit.text[start].isalnum():
            start += 1
        if not drops(PhraseMatch(start, end, match[0]), unit):
            yield Hit(start, end)

    return check
