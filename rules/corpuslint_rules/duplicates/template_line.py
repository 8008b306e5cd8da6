"""A line that stands in many records, and a text that fills the frame of others.

Navigation, notices, calls to share and disclaimers stand on every page of a site. Collected with each text, they are
said once and counted a thousand times. A line is found if it stands in at least ten records, and in at least two of
ten thousand; numbers in it do not count ("Comments (3)" is "Comments (12)"), records that are copies of each other
count once. Lines of one word, and of more than 64, are left alone.

Found as well, at its longest common passage, is a record that shares its frame with at least three others: only
numbers and names differ, as in match reports and earnings that a program wrote.

Bad:

    Subscribe to the Orrin Letter for two crowns a week
    The tide mill of Orrin Bay is grinding flour again.
    ---
    The ferry company will close the northern line in May.
    Subscribe to the Orrin Letter for two crowns a week
    ---
    Whoever wants to see the herons must be there before six.
    Subscribe to the Orrin Letter for two crowns a week
    ---
    Subscribe to the Orrin Letter for two crowns a week
    A storm tore the roof off the old ferry hall.
    ---
    Nobody knows who planted the pear tree behind the chapel.
    Subscribe to the Orrin Letter for two crowns a week
    ---
    Subscribe to the Orrin Letter for two crowns a week
    The school will get its second teacher back after Easter.
    ---
    Subscribe to the Orrin Letter for two crowns a week
    Nine boats came home empty, and the tenth did not come.
    ---
    The choir sings on Sunday, without the tenors this time.
    Subscribe to the Orrin Letter for two crowns a week
    ---
    The bridge over the Sund is open again for carts.
    Subscribe to the Orrin Letter for two crowns a week
    ---
    Subscribe to the Orrin Letter for two crowns a week
    Two gulls sat on the chapel roof all morning long.

    Lot 112, a walnut chest of drawers from Lindau, went to Per Holm for 480 crowns after 14 bids on Friday. The seller
    had hoped for 350. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 6120 crowns, said Ida Brevik.
    ---
    Lot 31, a walnut chest of drawers from Cairns, went to Eva Sund for 905 crowns after 22 bids on Monday. The seller
    had hoped for 800. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 2950 crowns, said Jan Ostrow.
    ---
    Lot 7, a walnut chest of drawers from Orrin, went to Nils Varna for 260 crowns after 5 bids on Sunday. The seller
    had hoped for 410. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 1875 crowns, said Mia Lund.
    ---
    Lot 58, a walnut chest of drawers from Brevik, went to Ole Marsh for 1120 crowns after 31 bids on Tuesday. The
    seller had hoped for 990. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 8040 crowns, said Tora Falk.

Good:

    Subscribe to the Orrin Letter for two crowns a week
    The tide mill of Orrin Bay is grinding flour again.
    ---
    The ferry company will close the northern line in May.
    Subscribe to the Orrin Letter for two crowns a week

    Lot 112, a walnut chest of drawers from Lindau, went to Per Holm for 480 crowns after 14 bids on Friday. The seller
    had hoped for 350. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 6120 crowns, said Ida Brevik.
    ---
    Lot 31, a walnut chest of drawers from Cairns, went to Eva Sund for 905 crowns after 22 bids on Monday. The seller
    had hoped for 800. It was the ninth piece of the evening and the last one with its old lock and key.
    All pieces together brought 2950 crowns, said Jan Ostrow.

Options: records, the fewest records that hold the line; share, the part of all records that these must be; frames, the
fewest other records of one frame.

Known false alarms: headings that many documents share (Table of contents, Getting started), and refrains.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from corpuslint import Collection, Corpus, CorpusHit, Passage
from corpuslint_rules._membership import among
from corpuslint_rules.duplicates._features import features, features_of_all
from corpuslint_rules.duplicates._hits import copies_of

if TYPE_CHECKING:
    from corpuslint_rules.duplicates._lines import Frequent

SHOWN = 3
"""Other records of a frame that are shown."""


class Options(msgspec.Struct, frozen=True):
    records: int = 10
    share: float = 0.0002
    frames: int = 3


def check(records: Collection, options: Options) -> Iterator[CorpusHit]:
    from corpuslint_rules.duplicates._lines import fewest_records, frequent_lines  # noqa: PLC0415

    copies = copies_of(records)
    fewest = fewest_records(len(records), options.records, options.share)
    frequent = frequent_lines([each.lines for each in records.features], copies.groups, fewest)
    yield from _lines(records, frequent)
    for record, others in copies.frames.items():
        if len({copies.groups[other] for other in others}) >= options.frames:
            yield from _frame(records, record, others)


def _lines(records: Collection, frequent: Frequent) -> Iterator[CorpusHit]:
    """Every place of these lines; beside it the first place in another record."""
    counts = dict(zip(frequent.hashes.tolist(), frequent.records.tolist(), strict=True))
    firsts: dict[int, Passage] = {}
    waiting: dict[int, list[Passage]] = {}
    for line, place in _places(records, frequent):
        message = f"line in {counts[line]:,} of {len(records):,} records"
        first = firsts.setdefault(line, place)
        if first.record == place.record:
            waiting.setdefault(line, []).append(place)
            continue
        for early in waiting.pop(line, ()):
            yield CorpusHit(early, message, related=(place,))
        yield CorpusHit(place, message, related=(first,))


def _places(records: Collection, frequent: Frequent) -> Iterator[tuple[int, Passage]]:
    """The hashes and places of these lines, record by record."""
    import numpy as np  # noqa: PLC0415

    from corpuslint_rules.duplicates._lines import lines_of  # noqa: PLC0415
    from corpuslint_rules.duplicates._words import words_of  # noqa: PLC0415

    for record, each in enumerate(records.features):
        if not among(np.frombuffer(each.lines, np.uint64), frequent.hashes).any():
            continue
        text = records.text(record)
        words = words_of(text)
        lines = lines_of(words)
        for at in among(lines.hashes, frequent.hashes).nonzero()[0].tolist():
            place = words.span(int(lines.first[at]), int(lines.last[at]))
            yield int(lines.hashes[at]), _whole_line(text, Passage(record, *place))


def _whole_line(text: str, place: Passage) -> Passage:
    """The line that holds these words, without white space at its ends."""
    start = max(text.rfind("\n", 0, place.start), text.rfind("\r", 0, place.start)) + 1
    ends = [at for at in (text.find("\n", place.end), text.find("\r", place.end)) if at >= 0]
    line = text[start : min(ends, default=len(text))]
    return Passage(place.record, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _frame(records: Collection, record: int, others: tuple[int, ...]) -> Iterator[CorpusHit]:
    from corpuslint_rules.duplicates._compare import compare  # noqa: PLC0415
    from corpuslint_rules.duplicates._words import words_of  # noqa: PLC0415

    here = words_of(records.text(record))
    related = []
    longest = None
    for other in others[:SHOWN]:
        there = words_of(records.text(other))
        if stretches := compare(here, there).passages:
            best = max(stretches, key=lambda stretch: stretch.equal)
            longest = longest or Passage(record, *best.left_span)
            related.append(Passage(other, *best.right_span))
    if longest:
        message = f"fills the frame of {len(others):,} other records with other numbers and names"
        yield CorpusHit(longest, message, related=tuple(related))


RULE = Corpus(
    code="DU104",
    name="template-line",
    doc=__doc__,
    message="line in many records",
    severity="info",
    default=False,
    for_verdicts=True,
    strength="weak",
    options=Options(),
    features=features,
    features_of_all=features_of_all,
    check=check,
)
