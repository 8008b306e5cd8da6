"""A text that says it was paid for.

"This post is sponsored by", "paid partnership", "produced in partnership with our advertiser": the law makes
publishers say so, and readers weigh such a text as what it is, an advertisement.

What it needs: the text. Strength: good. Labels of advertisements beside a text are BP106's, affiliate links too; this
rule finds sentences that say of the text itself that it was bought.

Bad:

    This post is sponsored by Orrin Ferries.
    This article was paid for by the Tide Mill Trust.
    This is a sponsored post written on behalf of Orrin Ferries.
    I was compensated for this review, but all opinions are my own.
    This content was produced in partnership with Orrin Ferries and did not involve our newsroom.
    Dieser Beitrag entstand in bezahlter Zusammenarbeit mit dem Hafenamt.

Good:

    The regatta is sponsored by Orrin Ferries.
    This bridge was paid for by the Tide Mill Trust.
    The paper printed a sponsored post and lost forty readers.
    I was compensated for the broken window.
    This study was supported by the Tide Mill Trust.
    This feature was sponsored by Orrin Ferries and is in version 2.4.

Known false alarms: texts about such labels that show them without quotation marks.

Source: the rules of the FTC and of the German press council on labelling advertising; NewsGuard's criterion "labels
advertising".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_TEXT = r"""(?:post|article|story|content|blog\spost|review|video|piece|advertorial|recipe|report|column
    |page|episode|newsletter|giveaway|guide)"""
_PAID = r"(?:sponsored|paid\sfor|underwritten|funded|brought\sto\syou|commissioned)"

PATTERNS = (
    rf"""(?ix)\b(?:this|today['’]s)\s(?:\w+\s)?{_TEXT}\s(?:is|was|has\sbeen)\s(?:\w+ly\s)?(?:{_PAID}\s
        (?:and\s\w+\s)?by|sponsored)\b""",
    rf"""(?ix)\bthis\s(?:\w+\s)?{_TEXT}\s(?:is|was|has\sbeen)\s(?:\w+ly\s)?(?:created|produced|written|published
        |made|developed)\s(?:as\s(?:part\sof\s)?)?(?:an?\s)?(?:paid\s)?(?:in\s(?:paid\s|a\spaid\s
        |collaboration\sand\s)?(?:partnership|collaboration)|in\sassociation|on\sbehalf\sof|partnership)\b""",
    rf"""(?ix)\bthis\s(?:is|was|{_TEXT}\sis|{_TEXT}\scontains)\s(?:an?\s)?(?:sponsored|paid|promoted
        |promotional)\s(?:{_TEXT}|partnership|advertisement|promotion|placement|link|content|conversation)\b""",
    rf"""(?ix)\bI\s(?:was|have\sbeen|am\sbeing)\s(?:\w+ly\s)?(?:compensated|paid|sponsored)\s(?:for|to\swrite)\s
        (?:writing\s|sharing\s|creating\s)?(?:this|my)\s(?:\w+\s)?{_TEXT}""",
    r"""(?ix)\bI\s(?:was|have\sbeen)\s(?:given|provided|sent)\s[^.\n]{3,60}\s(?:in\sexchange\sfor
        |free\sof\scharge|for\sfree)\b[^.\n]{0,40}\b(?:review|opinion|post)""",
    r"""(?ix)\b(?:received|got)\s[^.\n]{3,60}\sin\sexchange\sfor\s(?:an?\s|my\s|this\s)?(?:honest|unbiased
        |fair)?\s?(?:and\s\w+\s)?(?:review|opinion)""",
    r"""(?ix)\b(?:in|ein(?:er|e)|durch)\s(?:bezahlte[rn]?)\s(?:Zusammenarbeit|Partnerschaft|Kooperation)\b
        |\bDieser\s(?:Artikel|Beitrag|Text)\s(?:ist\seine?\s(?:bezahlter?|gesponserte[rs]?)|wurde\s(?:gesponsert
        |bezahlt)|enthält\sWerbung)""",
    r"""(?ix)\b(?:article|contenu|billet)\s(?:sponsorisé|est\ssponsorisé)\spar\b|\bcontenido\spatrocinado\spor\b
        |\b(?:este|esta)\s(?:artículo|publicación|entrada)\s(?:está|es|fue)\spatrocinad[oa]\b|\bquesto\s
        (?:articolo|post)\sè\ssponsorizzato\b""",
)


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    """The sentence, unless it is quoted or denied."""
    start, end = match.span()
    if not unit.quoted(start, end):
        yield Hit(start, end)


RULE = Pattern(
    code="SR113",
    name="sponsored-text",
    doc=__doc__,
    message="this text was paid for: {match}",
    default=False,
    for_verdicts=True,
    version=2,
    pattern=PATTERNS,
    check=check,
)
