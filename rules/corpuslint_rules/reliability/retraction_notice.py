"""A notice that the text itself was retracted or withdrawn.

Whoever published it no longer stands behind it. Retracted papers go on being copied and cited; a corpus should not
learn from them unawares. An expression of concern is found as well. A correction is not: who corrects is to be
trusted more.

What it needs: the text, in English. Strength: decisive. Silent in quotation marks and where another text is meant
("The journal has retracted a paper").

Bad:

    This article has been retracted at the request of the authors.
    RETRACTED: Tide mills and the flow of sediment in Orrin Bay
    Retraction Notice: we withdraw the article named above.
    The editors have retracted this article because the figures were reused.
    Editorial Expression of Concern

Good:

    The journal has retracted a paper on tide mills.
    Correction: an earlier version of this article gave the wrong year.
    The witness retracted her statement in court.
    "This article has been retracted," the page now says.
    The cat had retracted its claws.

Known false alarms: pages on how to mark retracted articles.

Source: the forms that COPE's guidelines ask for, and those in which publishers print them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_TEXT = r"""(?:article|paper|story|study|report|post|column|preprint|manuscript|chapter
    |review|essay|piece|publication)"""
_GONE = r"(?:(?:formally|officially|subsequently|since|now)\s)?(?:retracted|withdrawn)"

PATTERNS = (
    rf"""(?ix)(?<!\b(?:if|when|unless|whether|that|why|once|until|after|where)\s)\bthis\s{_TEXT}\s(?:has|have|is|was)\s
        (?:(?:now|since|also)\s)?(?:been\s)?(?:being\s)?{_GONE}\b""",
    rf"""(?ix)\b(?:have|has|are|is|hereby)\s(?:now\s)?(?:retract|retracted|retracting|withdraws?|withdrawn|withdrawing)\sthis\s
        (?:\w+\s)?{_TEXT}\b""",
    r"""(?x)^\W{0,6}(?:RETRACTED|WITHDRAWN|Retracted\s[Aa]rticle|Retraction\s(?:[Nn]otice|[Nn]ote|[Ss]tatement))
        (?:\s(?:ARTICLE|PAPER|CHAPTER))?\s?(?:[:\]]|\s[—–-]\s|$)(?:\s\S.{0,160})?""",
    r"""(?x)^\W{0,6}(?:(?:Editorial\s|Editor['’]s\s|Publisher['’]s\s)?Expression\sof\s[Cc]oncern|EXPRESSION\sOF\sCONCERN)
        \s?(?:[:—–-].{0,160})?$""",
)


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    """The notice, unless it is quoted."""
    if not unit.quoted(*match.span()):
        yield Hit(*match.span())


RULE = Pattern(
    code="SR111",
    name="retraction-notice",
    doc=__doc__,
    message="this text was retracted: {match}",
    default=False,
    for_verdicts=True,
    strength="decisive",
    languages=frozenset({"en"}),
    pattern=PATTERNS,
    check=check,
)
