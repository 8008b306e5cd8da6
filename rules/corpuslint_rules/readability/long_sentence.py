"""A sentence of more than eighty words without a single mark between them.

Long sentences are written with commas, and lists with commas or semicolons. Where eighty words follow each other
without any mark, the marks were lost: the transcript of a video, a table or a cloud of tags in one line, a page whose
lines were joined. A model learns from it that sentences do not end, and whatever splits the text into sentences or
passages gets one that is far too long.

Counted are words of Latin, Greek and Cyrillic letters: other scripts have marks of their own, or none. Any mark
between two words counts, and a number is no word.

Bad:

    so what we want to do today is take the old winch apart and see why it makes that noise when you turn the handle \
and the first thing that you need is a big spanner and some oil and maybe a friend who can hold the drum while \
you undo the bolts because it is heavy and if it falls on your foot you will not walk for a week and I say that \
as somebody who did exactly that last year and my wife had to drive me to the doctor in the rain

    Anchors Anemones Barnacles Beacons Boats Bollards Bridges Buoys Cables Canals Capstans Caves Channels Charts \
Cliffs Coastguards Cod Compasses Coral Crabs Currents Dams Dikes Divers Docks Dredgers Dunes Eels Estuaries \
Ferries Fish Floods Fog Foghorns Fossils Gales Gannets Geese Glaciers Gulls Harbours Herons Herring Icebergs \
Islands Jellyfish Jetties Kayaks Kelp Lagoons Lamps Lifeboats Lighthouses Lobsters Locks Mackerel Marshes Mussels \
Nets Oars Oysters Pebbles Piers Pilots Plankton Ports Puffins Quays Rafts Reefs Rigging Ropes Rudders Sails \
Salmon Sandbanks Seals Seaweed Shells Ships Shrimps Sponges Starfish Storms Straits Terns Tides Tugs Wharves

Good:

    What we want to do today is take the old winch apart and see why it makes that noise when you turn the handle, \
and the first thing that you need is a big spanner and some oil, and maybe a friend who can hold the drum while \
you undo the bolts, because it is heavy, and if it falls on your foot you will not walk for a week, and I say \
that as somebody who did exactly that last year, and my wife had to drive me to the doctor in the rain.

    Anchors, Anemones, Barnacles, Beacons, Boats, Bollards, Bridges, Buoys, Cables, Canals, Capstans, Caves, \
Channels, Charts, Cliffs, Coastguards, Cod, Compasses, Coral, Crabs, Currents, Dams, Dikes, Divers, Docks, \
Dredgers, Dunes.

Options: words, so many in a row without a mark are allowed, 80 or more.

Known false alarms: lists of words that stand in one line, in dictionaries and word games; experimental prose.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint.statistics import UNMARKED

FEWEST = 80
"""Eighty words are hardly shorter than the stretch that the statistic looks for."""

_TOKEN = lazy_pattern(r"\S+")
_WORD = lazy_pattern(r"[^\W\d_](?<=[A-Za-z\u00aa-\u052f\u1d00-\u1fff])")
"""A letter of the Latin, Greek or Cyrillic alphabet."""


class Options(msgspec.Struct, frozen=True):
    words: int = FEWEST

    def __post_init__(self) -> None:
        if self.words < FEWEST:
            raise ValueError(f"words must be {FEWEST} or more")


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    """One finding for each stretch."""
    for stretch in UNMARKED.finditer(doc.text):
        for start, end, words in _runs(stretch[0]):
            if words > options.words:
                message = f"{words} words in a row without a punctuation mark"
                yield Hit(stretch.start() + start, stretch.start() + end, message)


def _runs(text: str) -> Iterator[tuple[int, int, int]]:
    """Runs of tokens that hold a letter or digit: their span and their words."""
    start = end = words = 0
    for token in _TOKEN.finditer(text):
        if not any(map(str.isalnum, token[0])):
            yield start, end, words
            words = 0
            continue
        if _WORD.search(token[0]):
            start = start if words else token.start()
            end, words = token.end(), words + 1
    yield start, end, words


RULE = Document(
    code="RD103",
    name="long-sentence",
    doc=__doc__,
    message="many words in a row without a punctuation mark",
    check=check,
    needs=("unmarked_stretches",),
    options=Options(),
    strength="weak",
)
