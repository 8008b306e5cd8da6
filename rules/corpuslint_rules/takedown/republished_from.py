"""A note that the text first stood elsewhere.

"This article was originally published on …", "Reprinted with permission", "The post … appeared first on …": the text is
a copy, and the note, which is no part of it, says whose. Notes that give only the date of first publication are left
alone.

Bad:

    This article was originally published on The Riverside Post. Read the original article.
    Originally published by Harbour Weekly on 3 May.
    Reprinted with the kind permission of the Hill Society.
    The post Ten quiet beaches appeared first on Coastlines.
    Republished from Lakeside Notes under a Creative Commons licence.
    Source: https://lakeside.example/ten-beaches
    Original article: Northern News Agency

Good:

    Originally published in 1851, the novel sold badly for decades.
    This article was originally published on 4 June 2019 and has been updated.
    First published in The Strand, the story made its author famous.
    Source: the author's calculations from census data, tables 3 and 4.
    The data came from another source: Statistics Norway counts every birth.
    The first post appeared on the bridge overnight.
    Source: Striker Leaves Club

Known false alarms:

    "Source: X" under a table or figure that is the text's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Wordings
from corpuslint_rules._vetoes import unlike_prompt
from corpuslint_rules.takedown._frames import OPENING, unquoted

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_NOUN = (
    r"(?:articles?|posts?|stor(?:y|ies)|essays?|pieces?|op-?eds?|columns?|interviews?|reports?|excerpts?|extracts?|"
    r"commentar(?:y|ies)|"
    r"analys[ie]s|reviews?|news|contents?|features?|editorials?|texts?|blogs?|chapters?|transcripts?|release|recipes?|"
    r"poems?|translation)"
)
_THIS = (
    rf"(?:this|these|the\s+(?:above|following|preceding)|(?:an?\s+)?(?:\w+\s+)?(?:version|part|portion)s?\s+of\s+"
    rf"this)\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}"
)
_DATE = (
    r"(?:Jan|Feb|Mar(?:ch)?\b|Apr|May\b|June?\b|July?\b|Aug(?:ust)?\b|Sept?(?:ember)?\b|Oct(?:ober)?\b|Nov(?:ember)?\b"
    r"|Dec(?:ember)?\b|"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sun)(?:day)?\b|(?:Spring|Summer|Autumn|Fall|Winter)\s+\d)"
)
_SITE = r"(?:https?://|www\.|[\w-]{2,40}\.(?:com|org|net|edu|gov|info|co|io|news|example|[a-z]{2})\b)"
_OUTLET = (
    rf"(?:(?:the|our)\s+(?:[\w-]+\s+){{0,5}}?(?:issue|edition)\b|(?:(?i:the|our|their|its)\s+)?(?:(?!{_DATE})\p{{Lu}}|"
    rf"[\"“'‘*_]|{_SITE}))"
)
_PUT = r"(?:published|posted|printed|appeared|ran|produced|released|written|featured|aired|run)"
_AT = (
    r"(?:\s+(?:here|online|[\w-]+ly|today|yesterday|elsewhere)|\s+under\s+[^.!?]{1,60}?)?\s+(?:on|in|by|at|with|for|"
    r"via|from|as\s+part\s+of)\s+"
)
_REPRINT = r"(?:re-?(?:printed|published|posted|produced|blogged)|cross-?posted|excerpted|syndicated)"
_REST = r"(?:[^.!?,]|[.,](?!\s\p{Ll})){0,120}$"

_FIRST_PUT = rf"(?:originally|first|initially|previously)\s+{_PUT}{_AT}"
_AGAIN_FROM = (
    r"(?:re-?(?:printed|published|posted)|cross-?posted|syndicated)\s+(?:here\s+)?(?:from|by|via|courtesy\s+of)\s+"
)
_APPEARED = r"(?:first\s+appeared|appeared\s+first)\s+on\s"
_WAS_PROVIDED = (
    r"\s+(?:is|was|has\s+been)\s+(?:originally\s+)?(?:distributed|provided|supplied|syndicated|issued)\s+"
    r"(?:to\s+[^.!?]{1,40}?\s)?by\s+"
)

_FRAMES = (
    Frame(
        rf"\b(?i:{_THIS}\s+(?:is\s+|was\s+|were\s+|has\s+been\s+|have\s+been\s+|had\s+)?(?:also\s+)?"
        rf"{_FIRST_PUT}){_OUTLET}[^.!?\s]*",
        (rf"(?i:{_FIRST_PUT}){_OUTLET}",),
    ),
    Frame(
        rf"\b(?i:{_THIS}\s+(?:first\s+)?(?:is|was|were|has\s+been|have\s+been|is\s+being)\s+(?:\w+ly\s+)?"
        rf"{_AGAIN_FROM}){_OUTLET}[^.!?\s]*",
        (f"(?i){_AGAIN_FROM}",),
    ),
    rf"{OPENING}(?i:(?:originally|first)\s+(?:published|posted|appeared|printed|aired|ran){_AT}){_OUTLET}{_REST}",
    rf"\b(?i:{_REPRINT}(?:\s+here)?\s+(?:with|by)\s+(?:the\s+)?(?:(?:kind|express|full|written|prior)\s+"
    rf")*permission\b)",
    rf"{OPENING}(?i:(?:{_REPRINT}|reblogged|adapted|taken|copied)\s+from\s+)(?:(?i:the)\s+)?(?:\p{{Lu}}|"
    rf"{_SITE}){_REST}",
    r"\b(?i:re-?(?:published|posted|printed)\s+(?:here\s+)?(?:from\s+[^.!?]{1,60}?\s)?under\s+(?:an?\s+|the\s+"
    r")?(?:terms\s+of\s+(?:an?\s+|the\s+)?)?"
    r"(?:creative\s+commons|cc\b))",
    Frame(
        rf"{OPENING}(?i:{_THIS}\s)[^.!?]{{0,120}}\b(?i:re(?:produced|published|printed|posted)\shere\swith\s(?:\w+\s){{0,2}}?(?:permission|consent|"
        r"leave|approval)\b)",
        (r"(?i)re(?:produced|published|printed|posted)\shere\swith\s",),
    ),
    rf"{OPENING}(?i:read\s(?:the\s|this\s)(?:full|whole|entire|complete|rest\sof\sthe)\s(?:article|story|post|report|interview|piece)\s(?:at|on|in|via)\s)"
    rf"{_OUTLET}[^.!?]{{0,60}}$",
    Frame(
        rf"^\W*(?i:(?:credits?|source|note)\s*:\s*)?(?i:th(?:is|e)\s(?:{_NOUN})\s(?:is|was|has\sbeen)\s(?:copied|taken|borrowed|lifted)\sfrom\s){_OUTLET}{_REST}",
        (r"(?i)(?:is|was|been)\s(?:copied|taken|borrowed|lifted)\sfrom\s",),
    ),
    r"^\W*(?i:source\s(?:link|url|article))\W*$",
    r"^\((?i:via|h/t|from)\s(?:(?i:the)\s)?\p{Lu}[\p{L}\p{M}'’&.-]*(?:\s(?:(?i:of|the|and)\s)?\p{Lu}[\p{L}\p{M}\p{N}'’&.-]*){0,5}\)$",
    rf"{OPENING}(?i:(?:(?:you\s+can|please|click\s+here\s+to)\s+)?(?:read|view|see|visit)\s+(?:the\s+|this\s+"
    rf")?(?:full\s+)?(?:original|source)\s+"
    rf"(?:{_NOUN}|source|version|publication))(?=(?i:\s+(?:here|on|at|in\s+\p{{Lu}}))|\s*[.:,>→»]|\s*$)",
    Frame(
        rf"\b(?i:the\s+post\s+.{{1,200}}?\s{_APPEARED})\S+",
        (rf"(?i){_APPEARED}",),
    ),
    rf"^\W*(?i:(?:(?:news|article|story|content|text|original)\s+)?source|via|courtesy(?:\s+"
    rf"of)?)\s*[:：]\s*(?:(?i:the)\s+)?(?:{_SITE}[^\s,;]*|"
    r"\p{Lu}[\p{L}\p{M}'’&.-]*(?:[\s/,|+]{1,3}(?:(?i:of|the|and|for|de|via)\s+"
    r")?[\p{Lu}&(][\p{L}\p{M}\p{N}'’&.)-]*){0,6})\W*$",
    rf"^\W*(?i:original(?:ly)?\s+(?:article|post|story|source|link|url|content|published|version)|source\s+(?:url|link"
    rf"|article)|article\s+url)\s*"
    rf"(?:[:：]\s*(?:\p{{Lu}}|{_SITE}|[\"“])|{_SITE}){_REST}",
    Frame(
        rf"{OPENING}(?i:(?:{_THIS}|this\s+press\s+release){_WAS_PROVIDED}){_OUTLET}[^.!?\s]*",
        (rf"(?i){_NOUN}{_WAS_PROVIDED}",),
    ),
)


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """All but a headline that begins with "Source:"."""
    for hit in unquoted(match, unit):
        label = unit.text[hit.start : hit.end].partition(":")[0].strip().lower()
        if label not in ("source", "via") or "//" in match[0] or unit.line_index:
            yield hit


RULE = Wordings(
    code="TD102",
    name="republished-from",
    version=2,
    doc=__doc__,
    message="republished from elsewhere: {match}",
    severity="info",
    files=__file__,
    veto=unlike_prompt(60),
    pattern=_FRAMES,
    check=check,
)
