"""A run of menu or footer lines before or after the text.

A saved page begins with its menu and ends with links, addresses and small print. Each line alone may be a heading or
a name ("Travel", "Reviews"), so evidence adds up: how its words sound, whether phrase files hold it and its neighbours,
the run of short lines it stands in, how far the main block of prose is and what was said before and after it, whether
the line's words are the text's own, what stands there more than once. Small trees weigh it (their card:
`furniture_run.md`). The message says what speaks for it; what other rules of page furniture and access prompts find
inside a run is not reported again. Texts with hardly any prose or known line are left alone.

Bad:

    Home
    World
    Business
    Opinion
    Log in
    Subscribe
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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit, RemoveLine
from corpuslint.escape import quote

if TYPE_CHECKING:
    from corpuslint_rules.furniture._layout import Layout


@dataclass(frozen=True)
class Options:
    """What makes a run; see the module's page."""

    min_odds: float = 4.5
    min_prose: int = 60
    min_known: int = 3


HEADER = 40
"""Lines before the main block among which its headline is looked for."""

KINDS = {"furniture_run": "menu or footer"}
"""Phrase files whose name is not what their lines are."""


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    from corpuslint_rules.furniture._layout import Layout  # noqa: PLC0415 (few texts need it)

    layout = doc.once(Layout)
    if sum(line.weight > 0 for line in layout.known) < options.min_known or sum(layout.prose) < options.min_prose:
        return
    start, end = layout.main_block
    counts = [odds >= options.min_odds for odds in layout.odds.tolist()]
    for first, stop in _runs([counts[at] and not _is_headline(layout, at, start) for at in range(len(counts))]):
        place = "before" if stop <= start else "after" if first >= end else "inside"
        yield Hit(layout.span(first)[0], layout.span(stop - 1)[1], _message(layout, first, stop, place))


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where flags are set one after another: indexes, the end exclusive."""
    opened: int | None = None
    for at, flag in enumerate([*flags, False]):
        if flag and opened is None:
            opened = at
        elif not flag and opened is not None:
            yield opened, at
            opened = None


def _is_headline(layout: Layout, at: int, start: int) -> bool:
    """Whether a line a little above the main block is in its words, or repeats a line there, as headlines do."""
    from corpuslint_rules.furniture._layout import content_words  # noqa: PLC0415

    if not start - HEADER <= at < start or layout.known[at].weight or len(layout.texts[at].split()) < 3:
        return False
    words = content_words(layout.texts[at])
    return len(words) >= 2 and len(words & layout.main_words) * 3 >= len(words) * 2


def _message(layout: Layout, first: int, stop: int, place: str) -> str:
    """What speaks for a run: its kind, its place, its length, a phrase that is known."""
    known = [(line.kind, at) for at, line in enumerate(layout.known[first:stop], start=first) if line.weight]
    size = "a line" if stop - first == 1 else f"{stop - first} lines"
    if not known:
        return f"page furniture: {size} {place} the main text"
    sure = [kind for kind, _ in known if kind not in KINDS]
    kind = Counter(sure or [kind for kind, _ in known]).most_common(1)[0][0]
    example = next(at for named, at in known if named == kind)
    name = KINDS.get(kind, kind.replace("_", " "))
    return f"page furniture ({name}): {size} {place} the main text, {quote(layout.texts[example])}"


RULE = Document(
    code="BP113",
    name="furniture-run",
    doc=__doc__,
    message="run of page furniture",
    check=check,
    needs=("short_runs",),
    covers=("BP",),
    version=2,
    options=Options(),
    fix=RemoveLine(),
)
