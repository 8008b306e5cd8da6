"""A text whose only sources are people without names.

"Officials said", "aides say", "a person familiar with the matter": where such words are all that a text offers,
nobody can ask the source, and nobody is answerable for what it says. Beside a named source they are ordinary news.

What it needs: the text, at least 240 characters of it, in English. Strength: good. Silent where anybody in the text
is named, an organisation or a poll among them, where something is cited or linked to, and inside quotations. The
finding is the first attribution of the text.

Off by default: one brief of a news agency in fifty has no other source and is none the worse for it.

Bad:

    The minister will resign before the budget is read, officials said on Friday. The letter has been written
    and lies in a drawer at the ministry, two aides said, and a successor has been asked. The opposition learned
    of it at lunch. Nothing in the calendar of the coming week shows that anybody expects a change.

    A person familiar with the talks said the price had been agreed weeks ago. The yard will go to a fund that
    has bought three others since the spring, and the slipways will be filled in for flats. The order book is
    full until next winter, and the workforce has been asked to come in on Saturdays until then.

Good:

    The minister will resign before the budget is read, officials said on Friday. The letter has been written
    and lies in a drawer at the ministry, said Marta Weil, who typed it, and a successor has been asked. The
    opposition learned of it at lunch. Nothing in the calendar of the coming week shows that anybody expects a
    change.

    A person familiar with the talks said the price had been agreed weeks ago. According to the land registry,
    the yard will go to a fund that has bought three others since the spring, and the slipways will be filled in
    for flats. The order book is full until next winter, as it says on the website
    (https://yard.example/orders).

    Officials said so.

Known false alarms: excerpts of longer articles, where the source was named before.

Source: the W3C Credible Web signals ("anonymous sources"); the frames follow attributions marked by hand in news
(PolNeAR): precision .93, recall .84 on 567 excerpts, no finding in 220 whole articles with named sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint_rules.reliability._sources import ANONYMOUS, first_anonymous, in_first_person, names_somebody
from corpuslint_rules.reliability._texts import cites

if TYPE_CHECKING:
    import regex

    from corpuslint import Doc, Unit

LEAST = 240
"""Code points: a shorter text need not name anybody."""


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The match, if it is the first attribution of a text that names nobody."""
    if unit.quoted(*match.span()) or not unit.doc.once(only_anonymous):
        return
    if unit.start + match.start() == unit.doc.once(first_anonymous):
        yield Hit(*match.span())


def only_anonymous(doc: Doc) -> bool:
    """Whether a text that attributes something names nobody in doing so."""
    text = doc.text
    return len(text) >= LEAST and not in_first_person(text) and not cites(text) and not names_somebody(doc)


RULE = Pattern(
    code="SR102",
    name="anonymous-sources-only",
    doc=__doc__,
    message="no source of this text has a name: {match}",
    default=False,
    languages=frozenset({"en"}),
    pattern=ANONYMOUS,
    check=check,
)
