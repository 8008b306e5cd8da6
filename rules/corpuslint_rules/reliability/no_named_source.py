"""A text in which nothing is said to come from anybody.

No person, paper, study or office is named as the source of anything, nobody is quoted, nothing is cited or linked to.
A reader cannot tell how the author knows. Among the criteria by which people judge news, the use of sources is one
that weighs and that is hard to counterfeit.

What it needs: the text, at least 240 characters of it, in English. Strength: good, for texts that ought to name
sources: in whole news articles hardly one in a hundred has none. A manual, a poem or a story has none either, so the
rule is off by default; select it for news and for what claims to inform. The finding stands on the first sentence.

Bad:

    The plant at Orrin Bay lost forty jobs over the winter and will lose as many again before the summer is out.
    The dockside cranes have stood idle since March, the two cafes by the gate have closed, and the ferry
    company runs one boat where it used to run three. The council has a plan for the site, and the town is tired
    of plans.

    Home batteries were a luxury five years ago. Prices have halved since then, and in the south one roof in six
    now feeds one. The network was built for power that flows the other way, and in the villages at the end of
    the line the lights flicker on sunny days. Most of the repairs are paid for by those who have no roof of
    their own.

Good:

    The plant at Orrin Bay lost forty jobs over the winter and will lose as many again before the summer is out,
    said Ida Holm, who runs the dockside union. The cranes have stood idle since March, the two cafes by the
    gate have closed, and the ferry company runs one boat where it used to run three. The council has a plan for
    the site.

    Home batteries were a luxury five years ago. Prices have halved since then, according to the energy agency,
    and in the south one roof in six now feeds one. The network was built for power that flows the other way,
    and in the villages at the end of the line the lights flicker on sunny days. Most of the repairs are paid
    for by others.

    Prices have halved.

Known false alarms: letters, columns, obituaries and lists, which need no source; sources behind verbs beyond the
list.

Source: the frames follow attributions marked by hand in news (PolNeAR, Newell et al. 2018): precision .95, recall .96
on 447 excerpts, no finding in 220 whole articles with named sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.reliability._sources import attributes_anything
from corpuslint_rules.reliability._texts import cites

LEAST = 240
"""Code points: a shorter text need not name anybody."""

_SENTENCE = lazy_pattern(r"\S[^\r\n]{0,200}?(?:[.!?](?=\s|$)|(?=[\r\n]|$)|(?<=\S)(?=\s))")


def check(doc: Doc) -> Iterator[Hit]:
    """The first line, where nobody stands behind anything in the text."""
    text = doc.text
    if len(text) < LEAST or attributes_anything(text) or cites(text):
        return
    first = next(span for span in doc.sentences)
    yield Hit(first.start, first.end)


RULE = Document(
    code="SR101",
    name="no-named-source",
    doc=__doc__,
    message="no source is named in this text",
    default=False,
    languages=frozenset({"en"}),
    check=check,
    needs=(),
)
