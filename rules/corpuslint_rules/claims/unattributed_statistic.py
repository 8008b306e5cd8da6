r"""A figure that carries a claim, with nobody who measured or reported it.

Shares, sums and rates convince because they look measured. A figure that no source stands behind cannot be checked,
ages unseen, and is what invented text is fullest of. Say who counted, and when.

A sentence counts as attributed when it, or the text beside it, holds a word of reporting, believing or
measuring, a quotation, a citation or a link. Text in the first person is its speaker's own claim. Plans, demands and
conditions state no fact and are passed over.

Off by default: in whole articles about half of what it finds needs no source, or has one further off.

Bad:

    Nearly 62 percent of harbour jobs vanished within a decade.
    The museum drew 1.4 million visitors last year.
    Rents in the old town rose 18% between the two fairs.
    The bridge cost $310 million.

Good:

    Nearly 62 percent of harbour jobs vanished within a decade, according to the port authority.
    The museum drew 1.4 million visitors last year, its director said.
    The ministry published new figures on Monday. Rents in the old town rose 18%.
    The council plans to spend $310 million on the bridge.
    Rents in the old town rose 18% between the two fairs.[4]
    What would a bridge for $310 million look like?

Known false alarms: prices, deals, market closes, election results, and sources that an earlier paragraph named.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.claims._attribution import Claim, cited, heading_or_question, sourced, spoken

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_SMALL = r"""(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen
    |twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"""
_NUMBER = rf"(?:\p{{N}}[\p{{N}}.,]*|{_SMALL}(?:-{_SMALL})?)"
_PERCENT = r"per\s?cent(?:age\spoints?)?\b"
_LARGE = r"(?:million|billion|trillion)\b"
_MONEY = r"(?:\$|€|£)\s?\p{N}"
_NO_FACT = lazy_pattern(
    r"""(?ix)\b(?:plan(?:s|ned|ning)?|propos\w+|promis\w+|vow\w*|offer\w*|call(?:s|ed|ing)\sfor|accus\w+|demand\w*|seek\w*
    |sought|agree\w*|order\w*|requir\w+|intend\w*|aim\w*|threaten\w*|recommend\w*|would|should|might|must|plead\w*|pled|su(?:ed|es|ing)
    |lawsuit|goals?|target|advocat\w+|minimum\swage|if|need\w*
    |solution|mixture|buffer|gel|serum|diluted|concentration|confidence|figs?\.|table|p\s?[<=>])\b|["“”]|''"""
)
_NEAR = 300
"""Code points to either side of a sentence in which its source may stand."""

_SPEAKER = lazy_pattern(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The first figure of a sentence that nothing in it or near it accounts for."""
    start, end = match.span()
    here = Claim(unit, start, end)
    if match.re.search(unit.text, here.at, start) or _NO_FACT.search(here.text) or sourced(here.text):
        return
    near = unit.text[max(0, here.at - _NEAR) : here.at + len(here.text) + _NEAR]
    if _SPEAKER.search(unit.text) or sourced(f"{here.before} {near} {here.after}") or spoken(unit, start, end):
        return
    if not heading_or_question(here.text) and not cited(unit.doc, f"{here.text} {here.after}"):
        yield Hit(start, end)


RULE = Pattern(
    code="UC104",
    name="unattributed-statistic",
    doc=__doc__,
    message="a figure without a source: {match}",
    default=False,
    languages=frozenset({"en"}),
    pattern=rf"""(?ix)\b{_NUMBER}[\s-]?(?:{_PERCENT}|{_LARGE})
        |\p{{N}}[\p{{N}}.,]*\s?% | {_MONEY}(?:[\p{{N}}.,]{{4,}}|[\p{{N}}.,]*\s?{_LARGE})""",
    triggers=(
        rf"(?i)(?:[\p{{N}}.,]|{_SMALL})[\s-]?(?:per\s?cent|{_LARGE})",
        r"[\p{N}.,]\s?%",
        rf"{_MONEY}[\p{{N}}.,]{{4}}",
    ),
    check=check,
    strength="weak",
)
