"""A run of menu or footer lines before or after the text.

A saved page begins with its menu and ends with links, addresses and small print. Each line alone may be a heading or
a name ("Travel", "Reviews"); several known ones close together, outside the main block of prose, are a menu, and the
unknown lines between them belong to it. Texts without a block of prose are left alone.

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

Options: min-prose, the words that the main block must have; min-known, the known lines that make a run; min-share,
their share of its lines; max-gap, the unknown lines between two of them; max-prose, the words of prose between them.

Known false alarms: a list of links or addresses at the end of an article, where its own words are those of menus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpuslint import Doc, Document, Hit, RemoveLine
from corpuslint_rules.furniture._layout import Layout, content_words


@dataclass(frozen=True)
class Options:
    """What makes a run; see the module's page."""

    min_prose: int = 60
    min_known: int = 4
    min_share: float = 0.2
    max_gap: int = 30
    max_prose: int = 30


LOOSE = 6
"""A run's first and last known line must have another one this close."""
HEADER = 40
"""Rows before the main block among which its headline is looked for."""


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    layout = doc.once(Layout)
    weights = layout.weights
    if len(weights) - weights.count(0) < options.min_known:
        return
    start, end, worth = layout.main_block
    if worth < options.min_prose:
        return
    for low, high in ((0, start), (end, len(weights))):
        for run in _runs(layout, low, high, options):
            headline_from = start - HEADER if low == 0 else len(weights)
            spared = [_is_text(layout, at, headline=at >= headline_from) for at in range(*run)]
            yield from _hits(layout, run, spared)


def _runs(layout: Layout, low: int, high: int, options: Options) -> Iterator[tuple[int, int]]:
    """Runs of lines, from a known one to a known one."""
    group: list[int] = []
    for at in (at for at in range(low, high) if layout.weights[at]):
        if group:
            between = slice(group[-1] + 1, at)
            if at - between.start > options.max_gap or sum(layout.prose[between]) > options.max_prose:
                yield from _tight(layout.weights, group, options)
                group = []
        group.append(at)
    yield from _tight(layout.weights, group, options)


def _tight(weights: Sequence[int], group: Sequence[int], options: Options) -> Iterator[tuple[int, int]]:
    """The group without loose known lines at its ends, if enough is left of it."""
    first, last = 0, len(group) - 1
    while first < last and group[last] - group[last - 1] > LOOSE:
        last -= 1
    while first < last and group[first + 1] - group[first] > LOOSE:
        first += 1
    known = group[first : last + 1]
    length = known[-1] + 1 - known[0] if known else 0
    evidence = sum(weights[at] for at in known)
    if len(known) >= max(options.min_known, options.min_share * length) and evidence > options.min_known:
        yield known[0], known[-1] + 1


def _is_text(layout: Layout, at: int, *, headline: bool) -> bool:
    """Whether a line of a run is not furniture: prose, or a line in the words of the text, as its headline is."""
    if layout.weights[at]:
        return False
    if layout.prose[at] >= 14:
        return True
    if not headline or len(layout.texts[at].split()) < 3:
        return False
    words = content_words(layout.texts[at])
    return len(words) >= 2 and len(words & layout.main_words) * 3 >= len(words)


def _hits(layout: Layout, run: tuple[int, int], spared: Sequence[bool]) -> Iterator[Hit]:
    first, end = run
    known = sum(1 for weight in layout.weights[first:end] if weight)
    message = f"run of page furniture: {known} known lines in {end - first}"
    opened: int | None = None
    for at in range(first, end + 1):
        inside = at < end and not spared[at - first]
        if inside and opened is None:
            opened = at
        elif not inside and opened is not None:
            yield Hit(layout.span(opened)[0], layout.span(at - 1)[1], message)
            opened = None


RULE = Document(
    code="BP113",
    name="furniture-run",
    doc=__doc__,
    message="run of page furniture",
    check=check,
    needs=("short_runs",),
    options=Options(),
    fix=RemoveLine(),
)
