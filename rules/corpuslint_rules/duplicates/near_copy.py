"""A record that is nearly the same as another one.

At least four fifths of the words of either record stand in the other one, in the same order: a later edition with a
corrected figure, the same page with another date line, a scan with some letters misread. Lines that stand in many
records (navigation, notices) do not count, nor do letter case and punctuation.

Which of the two stays is decided by the first difference: the first in the configuration's `prefer`, the longer one if
it is longer by about a twentieth (what a text says again does not count), the one that says things once, the one with
more of author, date and url, the earlier one, the longer one, the first by path. The finding is at the longest common
passage; `related` holds the same passage in the other record, then for each further passage its two places.

Where only numbers and names differ, two records fill one template, and none is a copy of the other.

Bad:

    The tide mill of Orrin Bay is grinding flour again. The first sacks were sold on Saturday, at a loss, as the miller
    said. Members of the society spent eleven years on the wheel, the sluice and the roof.
    ---
    The tide mill of Orrin Bay is grinding flour again. The first sacks were sold on Sunday, at a small loss, as the
    miller said. Members of the society spent eleven years on the wheel, the sluice and the roof.

    Whoever wants to see the herons must be at the weir before six. They stand in the shallow water below the fish
    ladder, one every ten yards, and leave as soon as the first dog comes along the path from the village.
    ---
    HERONS AT THE WEIR
    Whoever wants to see the herons must be at the weir before six. They stand in the shallow water below the fish
    Iadder, one every ten yards, and leave as soon as the flrst dog comes along the path from the village.

Good:

    Lot 112, a walnut chest of drawers from Lindau, went to Per Holm for 480 crowns after 14 bids on Friday. The seller
    had hoped for 350. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 6120 crowns, said Ida Brevik.
    ---
    Lot 31, a walnut chest of drawers from Cairns, went to Eva Sund for 905 crowns after 22 bids on Monday. The seller
    had hoped for 800. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 2950 crowns, said Jan Ostrow.

    The tide mill of Orrin Bay is grinding flour again, and on Saturday the first sacks were sold at a loss to a baker.
    ---
    For eleven years nobody at Orrin Bay believed the mill would turn again, and now even the baker buys its flour.

Known false alarms: two forms filled in alike; short notices that differ in a word that matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Collection, Corpus, CorpusHit
from corpuslint_rules.duplicates._features import features, features_of_all
from corpuslint_rules.duplicates._hits import hits, keep, percent

if TYPE_CHECKING:
    from corpuslint_rules.duplicates._copies import Copy


def check(records: Collection) -> Iterator[CorpusHit]:
    return hits(records, frozenset({"near"}), _message)


def _message(records: Collection, copy: Copy) -> str:
    where = records.place(copy.keepers[0])
    same = f"{percent(copy.share)} of the words, {copy.longest} in the longest run"
    return f"near copy of {where}: {same}; {keep(records, copy)}"


RULE = Corpus(
    code="DU102",
    name="near-copy",
    doc=__doc__,
    message="near copy of another record",
    default=False,
    for_verdicts=True,
    strength="decisive",
    version=2,
    features=features,
    features_of_all=features_of_all,
    check=check,
)
