"""An editor's mark that something is missing: ``[who?]``, ``[citation needed]``, ``{{dubious}}``.

Whoever edited the text last doubted it, and said so in the text. It is the rare case in which a text names its own
weak place. Copies of encyclopedias keep such marks; so do drafts.

What it needs: the text. Strength: decisive, since the mark stands there to be read. Silent in quotation marks, where
a text speaks of such marks. Placeholders to fill in (``[Insert name]``) are MT108's.

Bad:

    Some critics[who?] called the bridge a waste of money.
    The town is the oldest on the coast.[citation needed]
    The mill burned down twice.{{citation needed|date=May 2014}}
    Der Turm gilt als der schönste des Landes.[Beleg fehlt]
    Le pont serait le plus long d'Europe[réf. nécessaire].

Good:

    Some critics [of the bridge] called it a waste of money.
    Where a source is missing, editors write "[citation needed]" behind the sentence.
    Who? he asked. [Laughter]
    The town is the oldest on the coast.[4]

Known false alarms: handbooks of wikis, which show the marks without quotation marks.

Source: inline templates of Wikipedia in eleven languages; the W3C Credible Web signals.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_ASKED = r"""who|by\swhom|whom|whose|according\sto\swhom|when|where|which|why|how|what|like\swhom|for\swhom|which\sone
    |original\sresearch|unreliable\s(?:medical\s|fringe\s)?source|self-published\ssource|source|ref|importance|opinion
    |improper\ssynthesis|predatory\spublisher|better\ssource|undue\sweight|clarify"""
"""Marks that end with a question mark: without it the words stand in brackets for other reasons."""

_STATED = r"""(?:citations?|clarification|verification|attribution|example
      |(?:full|additional|better)\s(?:citation|source)|page(?:\snumber)?|(?:non-primary|third-party|medical|scientific|better)\s(?:source|citation))\sneeded
    |failed\sverification|not\sverified\sin\sbody|not\sin\s(?:source|citation\sgiven)|weasel\swords?
    |peacock\s(?:term|prose)|(?:permanent\s)?dead\slink|unreliable\ssource|citation\snot\sfound
    |unbalanced\sopinion|dubious\s?[–—-]\s?discuss|disputed\s?[–—-]\s?discuss|neutrality\sis\sdisputed"""
_OTHERS = r"""Beleg\sfehlt|Belege\sfehlen|Quelle(?:nangabe)?\sfehlt|Einzelnachweis\sfehlt|[Ww]er\?|[Ww]ann\?
    |r[ée]f\.\s(?:nécessaire|souhaitée|à\sconfirmer|obsolète)|(?:citation|précision|source)\snécessaire|[Pp]ar\squi\s?\?
    |[Qq]ui\s?\?|[Qq]uand\s?\?|non\sneutre|cita\srequerida|aclaración\srequerida|¿(?:quién|cuándo|cuál|dónde|según\squién)\?
    |senza\sfonte|citazione\snecessaria|carece\sde\sfontes\??|necessário\sesclarecer|quem\?|bron\?|bron\sontbreekt
    |potrzebny\sprzypis|potrzebne\sźródło|kto\?|källa\sbehövs|kilde\smangler|trenger\skilde|источник\sне\sуказан[^\]]{0,20}
    |кто\?|когда\?|要出典|誰\?|来源请求|來源請求"""
_TEMPLATES = r"""citation\sneeded|by\swhom|according\sto\swhom|failed\sverification|verify\s(?:source|credibility)
    |unreliable\ssource\??|better\ssource(?:\sneeded)?|page\sneeded|original\sresearch(?:\sinline)?|weasel[-\s]inline
    |peacock[-\s]inline|primary\ssource\sinline|self-published\sinline|dead\slink|disputed[-\s]inline|attribution\sneeded
    |Belege\sfehlen|réf(?:érence)?\s(?:nécessaire|souhaitée)|cita\srequerida|senza\sfonte|carece\sde\sfontes"""
_DATED = (
    r"""cn|fact|who|when|where|which|why|clarify|vague|dubious|update\s(?:inline|after)|Quelle|Belege|bron\?|fakt"""
)
"""Templates by names that programs use for blanks too: only with a parameter."""

PATTERNS = (
    rf"(?x)(?<=\p{{Ll}}{{2}}[.,;:!?)”\"’»]?|\])\[\s?(?:{_ASKED})\s?\?\s?\](?![(\w])",
    rf"(?x)(?<=\p{{Ll}}{{3}}[.,;:!?)”\"’»]?\s|\]\s)\[\s(?:{_ASKED})\s?\?\s\]",
    rf"(?ix)[\[(](?:{_STATED})[\])]|\[needs\supdate\]",
    rf"(?x)\[(?:{_OTHERS})\]",
    rf"""(?ix)(?<=[\w.,;:!?)”\"’»\]}}])\{{\{{\s?(?:(?:{_TEMPLATES})\s?(?:\|[^{{}}\n]{{0,200}})?
        |(?:{_DATED})\s?\|[^{{}}\n]{{1,200}})\}}\}}""",
)


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    """The mark, unless it is spoken of: in quotation marks, or as program text."""
    start, end = match.span()
    around = unit.text[max(0, start - 1) : start] + unit.text[end : end + 1]
    if not unit.quoted(start, end) and "`" not in around and not {"'", "‘"} & set(around[:1]):
        yield Hit(start, end)


RULE = Pattern(
    code="SR108",
    name="editors-mark",
    doc=__doc__,
    message="an editor doubted this: {match}",
    default=False,
    for_verdicts=True,
    version=2,
    strength="decisive",
    pattern=PATTERNS,
    check=check,
)
