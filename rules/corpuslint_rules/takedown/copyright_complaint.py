"""How to complain about a breach of copyright, or the plea that none was meant.

Sites that copy tell owners where to send a complaint ("if you believe that your copyright has been infringed, notify
us"), name their agent under the DMCA, or say that no infringement is intended. Whoever keeps the page keeps a hint that
the text belongs to somebody else. Notices that also offer removal are TD101's.

Bad:

    If you believe this page infringes your copyright, please notify us in writing.
    Submit DMCA notices to our designated copyright agent at the address below.
    No copyright infringement is intended.
    Copyright complaints? Write to legal@pagemirror.example
    I do not own the rights to this song.
    DMCA Policy

Good:

    The band believes that the film infringes its copyright and has notified the studio.
    Congress passed the DMCA in 1998, and courts have argued about it ever since.
    The singer said that no copyright infringement was found by the jury.
    Students who think a grade is wrong may notify us in writing.
    She does not own the rights to her first six albums.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern, RemoveLine
from corpuslint_rules.takedown._frames import CONTACT, OPENING, gap, unquoted
from corpuslint_rules.takedown.removal_request_notice import FRAMES

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_BREACH = (
    r"(?:constitut\w+\s(?:copyright\s)?infring\w+|copy\s?rights?\s(?:infring\w+|violat\w+|breach\w*)|(?:infring|violat|breach)\w+\s(?:on\s|upon\s|of\s)?"
    r"(?:[\w'’]+\s+){0,3}?(?:copy\s?rights?|intellectual\s+property)|"
    r"copy\s?right(?:s|ed)?(?:\s+[\w'’]+){1,5}?\s+(?:infringed|violated|breached))"
)
_AGENT = r"(?:\bour|\bthe|'s|’s)\s+(?:designated\s+)?(?:dmca|copyright)\s+agent\b"
_TARGET = r"(?:\bto\s+us\b|\bour\b|\bwith\s+us\b)"
_NOTICE = (
    r"\b(?:dmca|copyright(?:\s+infringement)?)\s+(?:take-?down\s+)?(?:notices?|complaints?|claims?|notifications?)"
)
_FILE = rf"\b(?:file|submit|send|report)\s{gap(30)}{_NOTICE}"
_DMCA_LABEL = (
    r"(?i)^\W*(?:\w+\s+){0,3}dmca(?:\s*(?:[/&]|and)\s*copyright)?(?:\s+(?:policy|notices?|contact|compliance|"
    r"complaints?|takedowns?|(?:copyright\s+)?infringement\s+notices?|removal|report|page|disclaimer|agent|"
    r"requests?))?\W*$"
)
_COPYRIGHT_LABEL = (
    r"(?i)^\W*(?:report\s+(?:a\s+)?)?copyright\s+(?:infringement|complaints?|violation)s?"
    r"(?:\s+(?:notices?|policy|notifications?|claims?|form))?\W*$"
)

_MATTER = r"\b(?:dmca|copyright)\s+(?:notices?|complaints?|claims?|issues?|concerns?|matters?)\b[?,:]?"
_REACH = 400
"""Code points to either side of a complaint in which a removal notice is looked for."""

_FRAMES = (
    Frame(
        rf"(?i)(?:\bif\b|\bshould\b|\bin\s+case\b|\bany(?:one|body)?\b){gap(120)}\b{_BREACH}{gap(160)}{CONTACT}",
        (rf"(?i){_BREACH}{gap(160)}{CONTACT}",),
    ),
    Frame(rf"(?i)\b{_BREACH}{gap(60)}(?:\bplease\b|\bkindly\b){gap(20)}{CONTACT}"),
    Frame(rf"(?i){_FILE}{gap(60)}(?:{_AGENT}|{_TARGET})", (rf"(?i){_NOTICE}{gap(60)}(?:{_AGENT}|{_TARGET})",)),
    Frame(rf"(?i){_MATTER}{gap(60)}{CONTACT}"),
    Frame(
        rf"(?i){OPENING}(?:there\s+is\s+)?no\s+(?:copy\s?rights?|infringement)(?:\s+\w+)?\s+(?:is\s+|was\s+)?"
        r"(?:intended|meant)\b",
        (r"(?i)no\s+(?:copy\s?rights?|infringement)(?:\s+\w+)?\s+(?:is\s+|was\s+)?(?:intended|meant)",),
    ),
    Frame(
        r"(?i)\b(?:i|we)\s+do(?:\s+not|n['’]t)\s+(?:own|claim)\s+(?:\w+\s+){0,3}?(?:copy\s?rights?|rights|"
        r"ownership)\s+(?:to|of|for|in|over)\s+(?:this|these|the|any|it)\b",
        (r"(?i)n(?:o|['’])t\s+(?:own|claim)\s+(?:\w+\s+){0,3}?(?:copy\s?rights?|rights|ownership)\s",),
    ),
    Frame(
        rf"(?i){OPENING}(?:(?:copyright\s)?disclaimer\s*:?\s)?(?:i|we)\sdo(?:\snot|n['’]t)\s(?:own|claim)\s(?:any\s(?:of\s)?)?(?:the|these|this)\s"
        r"(?:\w+\s)?(?:images?|photos?|pictures?|music|songs?|contents?|videos?|clips?|characters?|footage|materials?|audio|text)\b",
        (r"(?i)n(?:o|['’])t\s(?:own|claim)\s(?:any\s(?:of\s)?)?(?:the|these|this)\s",),
    ),
    Frame(
        rf"(?i){OPENING}all\s(?:[\w,&]+\s){{1,9}}?(?:are|is|remains?|belongs?)\s(?:(?:(?:\w+\s)?by|the)\s)?(?:(?:sole\s)?(?:property|copyrights?)\sof|"
        r"to)\s(?:their|its)\s(?:respective|rightful|original)\s(?:copyright\s)?(?:owners?|authors?|creators?|holders?)",
        (r"(?i)(?:respective|rightful|original)\s(?:copyright\s)?(?:owner|author|creator|holder)",),
    ),
    Frame(
        rf"(?i){OPENING}(?:this\s(?:web\s?)?(?:site|blog|page|service)|we|our\s(?:web\s?)?(?:site|team))\s(?:\w+\s)?(?:compl(?:y|ies)|abides?|respects?)\s"
        r"(?:with\s|by\s)?(?:the\s)?(?:[\w.§]+\s){0,4}?(?:dmca|digital\smillennium)\b",
        (
            r"(?i)(?:compl(?:y|ies)|abides?|respects?)\s(?:with\s|by\s)?(?:the\s)?(?:[\w.§]+\s){0,4}(?:dmca|digital\smillennium)",
        ),
    ),
    Frame(
        rf"(?i){OPENING}(?:our|the)\s(?:designated\s)?(?:dmca|copyright)\sagent\s(?:can\sbe|may\sbe|is\savailable|for)\b",
        (r"(?i)(?:dmca|copyright)\sagent\s(?:can|may|is|for)\b",),
    ),
    Frame(
        rf"(?i){OPENING}to\s(?:file|submit|send|make|report)\s(?:an?\s|your\s)?(?:[\w-]+\s){{0,3}}?(?:notices?|notifications?|claims?|complaints?)\sof\s"
        r"(?:claimed\s|alleged\s)?(?:copyright\s)?infringement\b",
        (
            r"(?i)(?:notices?|notifications?|claims?|complaints?)\sof\s(?:claimed\s|alleged\s)?(?:copyright\s)?infringement",
        ),
    ),
    Frame(r"(?i)\bcopyright\s+disclaimer\s+under\s+section\s+107\b"),
    Frame(_DMCA_LABEL, ("(?i)dmca",)),
    Frame(_COPYRIGHT_LABEL),
)


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """Neither what is quoted, nor what TD101 finds."""
    import regex  # noqa: PLC0415

    for hit in unquoted(match, unit):
        first = max(0, hit.start - _REACH)
        text = unit.text[first : hit.end + _REACH]
        notices = (found for frame in FRAMES for found in regex.finditer(frame.pattern, text, timeout=1))
        if not any(found.start() < hit.end - first and hit.start - first < found.end() for found in notices):
            yield hit


RULE = Pattern(
    code="TD103",
    name="copyright-complaint",
    version=2,
    doc=__doc__,
    message="copyright complaint notice: {match}",
    pattern=_FRAMES,
    check=check,
    fix=RemoveLine(),
    strength="decisive",
)
