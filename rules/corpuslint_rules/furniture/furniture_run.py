"""A run of menu or footer lines before or after the text.

A saved page begins with its menu and ends with links, addresses and small print. Each line alone may be a heading or
a name ("Travel", "Reviews"), so evidence adds up: how its words sound, whether phrase files hold it and its neighbours,
the run of short lines it stands in, how far the main block of prose is and what was said before and after it, whether
the line's words are the text's own, what stands there more than once. Small trees weigh it (their card:
`furniture_run.md`). The message says what speaks for it; what other rules of page furniture find inside
a run is not reported again. Texts with hardly any prose or known line are left alone; so are lines amid the text's own
prose, its references and its headline.

Bad:

    Skip to content
    Home
    World
    Business
    Sports
    Opinion
    Contact us
    About us
    Log in
    Subscribe
    Search
    The harbour board voted on Monday to widen the eastern basin, a project that has divided the town for a decade.
    Work will begin in the spring and is expected to take three years, the board said after a meeting of five hours.
    Fishermen fear that dredging will drive the crab grounds further out and add an hour to every trip they make.
    The ferry company, which lost a third of its sailings to low water last year, called the vote long overdue.

    The orchard has been in the family since 1911, and most of the trees still bear the varieties planted in that year.
    Visitors may pick their own fruit from August on; children get a basket and a map that shows where the swings are.
    In winter the barn becomes a theatre, where the village players put on one comedy and one play that nobody expects.
    Tickets are sold at the gate, and whoever brings a cake is let in for half the price that is printed on the poster.
    About us
    Our orchard shop
    Contact us
    Privacy policy
    Newsletter
    Facebook

Good:

    The menu on the wall had not been changed for years, and nobody who came here on a Friday ever needed to read it.
    Home
    was what the sailors called it, though none of them had been born within a hundred miles of the harbour.
    They came for the soup, for the stove, and for the landlady's opinion of the government, which was always the same.

    The museum now has five departments, each with its own reading room and a curator who answers letters in person.
    Books
    Music
    Maps
    The maps are the oldest part, and they are lent only to readers who can show that they have clean hands.
    A sixth department, for photographs, will open when the roof of the north wing has been made watertight again.

Options: min-odds, the log-odds from which a line counts; min-prose, the words of prose that the text must have;
min-known, the lines that phrase files must know in it.

Known false alarms: a table or a list of links, addresses or dates that belongs to an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from corpuslint import Doc, Document, Hit, RemoveLine
from corpuslint.escape import quote

if TYPE_CHECKING:
    from corpuslint_rules.furniture._layout import Layout


class Options(msgspec.Struct, frozen=True):
    """What makes a run; see the module's page."""

    min_odds: float = 2.3
    min_prose: int = 60
    min_known: int = 3


KNOWN_SHARE = 0.02
"""Share of the lines that phrase files must know: in logs and lists of changes some phrases occur by chance."""

UNSPACED = frozenset({"bo", "ja", "km", "lo", "my", "th", "zh"})
"""Languages written without spaces, whose lines the model cannot measure: it counts words."""

KINDS = {"furniture_run": "menu or footer"}
"""Phrase files whose name is not what their lines are."""


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    from corpuslint_rules.furniture._layout import Layout  # noqa: PLC0415 (few texts need it)

    layout = doc.once(Layout)
    known = (layout.known.weights > 0).sum()
    if known < max(options.min_known, KNOWN_SHARE * layout.text.size) or layout.prose.sum() < options.min_prose:
        return
    if doc.language in UNSPACED:
        return
    start, end = layout.main_block
    counts = layout.furniture(options.min_odds)
    edges = (counts[1:] != counts[:-1]).nonzero()[0] + 1
    bounds = [0, *edges.tolist(), len(counts)]
    for first, stop in pairwise(bounds):
        if counts[first]:
            place = "before" if stop <= start else "after" if first >= end else "inside"
            yield Hit(layout.span(first)[0], layout.span(stop - 1)[1], _message(layout, first, stop, place))


def _message(layout: Layout, first: int, stop: int, place: str) -> str:
    """What speaks for a run: its kind, its place, its length, a phrase that is known."""
    size = "a line" if stop - first == 1 else f"{stop - first} lines"
    named = [(at, kind) for at, kind in enumerate(layout.known.kind[first:stop].tolist(), start=first) if kind]
    if not named:
        return f"page furniture: {size} {place} the main text"
    kinds = layout.known.kinds
    sure = [kind for _, kind in named if kinds[kind] not in KINDS]
    chosen = Counter(sure or [kind for _, kind in named]).most_common(1)[0][0]
    example = next(at for at, kind in named if kind == chosen)
    name = KINDS.get(kinds[chosen], kinds[chosen].replace("_", " "))
    return f"page furniture ({name}): {size} {place} the main text, {quote(layout.line(example))}"


RULE = Document(
    code="BP113",
    name="furniture-run",
    doc=__doc__,
    message="run of page furniture",
    check=check,
    needs=("short_runs",),
    covers=("BP",),
    version=4,
    options=Options(),
    fix=RemoveLine(),
)
