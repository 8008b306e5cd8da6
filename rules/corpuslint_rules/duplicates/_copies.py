"""All copies in a collection, found once for all rules: exact groups, candidate pairs, comparison, stars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpuslint import Passage
from corpuslint_rules.duplicates._compare import said
from corpuslint_rules.duplicates._keeper import Standing, reason, standing
from corpuslint_rules.duplicates._kinds import Kind, kind_of, same_frame
from corpuslint_rules.duplicates._lines import fewest_records, frequent_lines, of_templates
from corpuslint_rules.duplicates._postings import candidates
from corpuslint_rules.duplicates._spelling import spelling
from corpuslint_rules.duplicates._stars import Star, stars
from corpuslint_rules.duplicates._texts import Comparisons, Texts

if TYPE_CHECKING:
    from corpuslint import Collection
    from corpuslint_rules.duplicates._features import Features

SHOWN = 10
"""Passages of a copy that are shown, the longest first."""


AHEAD = 16
"""Pairs whose texts are read together."""


class Shared(NamedTuple):
    """A passage that a copy shares with what it was made from: its place in each, and its equal words."""

    copy: Passage
    keeper: Passage
    words: int


@dataclass(frozen=True)
class Copy:
    """A record that copies another. ``keepers``: the record to keep, or all that it is pieced together from;
    ``share``: the part of the shorter text's words that is equal (of a pieced one, its own); ``longest``: words of the
    longest run; ``passages``: the longest first; ``why``: what speaks for the keeper.
    """

    record: int
    keepers: tuple[int, ...]
    kind: Kind | Literal["exact", "extended", "pieced"]
    share: float
    longest: int
    passages: tuple[Shared, ...]
    why: str


@dataclass(frozen=True)
class Copies:
    """``copies``: by record, one of each at most; ``frames``: for a record, those that fill the same frame with other
    numbers and names; ``groups``: for each record a number that it shares with its copies and theirs; ``frequent``:
    word sequences that stand in too many records for all pairs of these to be looked at.
    """

    copies: tuple[Copy, ...]
    frames: dict[int, tuple[int, ...]]
    groups: tuple[int, ...]
    frequent: int


def find_copies(collection: Collection) -> Copies:
    """All copies of a collection whose features are ``Features``, verified on the full texts."""
    groups = _exact_groups(collection)
    equal = {copy.record for group in groups for copy in group[1:]}
    heads = [index for index in range(len(collection)) if index not in equal]
    features: Sequence[Features] = [collection.features[head] for head in heads]
    frequent = frequent_lines([each.lines for each in features], range(len(heads)), fewest_records(len(heads)))
    texts = Texts(collection, of_templates(frequent, [each.sketch for each in features]))
    compared = Comparisons(texts)
    pairs = candidates(features)
    neighbours: dict[int, dict[int, Kind]] = defaultdict(dict)
    standings: dict[int, Standing] = {}
    frames: dict[int, list[int]] = defaultdict(list)
    for at, (a, b) in enumerate(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)):
        if at % AHEAD == 0:
            ahead = slice(at, at + AHEAD)
            texts.read(dict.fromkeys(heads[i] for i in (*pairs.left[ahead].tolist(), *pairs.right[ahead].tolist())))
        left, right = heads[a], heads[b]
        found = compared(left, right)
        if kind := kind_of(found):
            neighbours[left][right] = neighbours[right][left] = kind
            for index in (left, right):
                if index not in standings:  # now, while the record is at hand
                    words = texts.words(index)
                    standings[index] = _standing(collection, index, len(words), said(words))
        elif same_frame(found):
            frames[left].append(right)
            frames[right].append(left)
    copies = [_exact(group[0], copy) for group in groups for copy in group[1:]]
    copies += (_copy(star, standings, compared) for star in stars(neighbours, standings, compared))
    return Copies(
        copies=tuple(sorted(copies, key=lambda copy: copy.record)),
        frames={record: tuple(sorted(others)) for record, others in sorted(frames.items())},
        groups=_joined(len(collection), groups, neighbours),
        frequent=pairs.frequent,
    )


class Equal(NamedTuple):
    """A record of a group of the same words; ``place``: all these."""

    standing: Standing
    place: Passage

    @property
    def record(self) -> int:
        return self.place.record


def _exact_groups(collection: Collection) -> list[list[Equal]]:
    """Records of the same words, two of them at least, the one to keep first."""
    first: dict[int, int] = {}
    alike: dict[int, list[int]] = {}
    for index, features in enumerate(collection.features):
        if (head := first.setdefault(features.digest, index)) != index:
            alike.setdefault(head, [head]).append(index)
    del first
    return [sorted(group) for members in alike.values() for group in _spelled_alike(collection, members) if group[1:]]


def _spelled_alike(collection: Collection, members: list[int]) -> Iterable[list[Equal]]:
    """Records of one digest, by what their words are."""
    equal: dict[bytes, list[Equal]] = defaultdict(list)
    first = collection.text(members[0])
    spelled_first = spelling(first)
    for index in members:
        text = collection.text(index)
        spelled = spelled_first if text == first else spelling(text)
        words = collection.features[index].words
        place = Passage(index, spelled.start, spelled.end)
        equal[spelled.digest].append(Equal(_standing(collection, index, words, words), place))
    return equal.values()


def _standing(collection: Collection, index: int, words: int, distinct: int) -> Standing:
    return standing(index, words, distinct, collection.metadata(index), collection.preference(index))


def _exact(keeper: Equal, copy: Equal) -> Copy:
    words = -copy.standing.fewer
    passage = Shared(copy.place, keeper.place, words)
    why = reason(keeper.standing, copy.standing)
    return Copy(copy.record, (keeper.record,), "exact", 1.0, words, (passage,), why)


def _copy(star: Star, standings: Mapping[int, Standing], compared: Comparisons) -> Copy:
    found = {keeper: compared(star.copy, keeper) for keeper in star.keepers}
    passages = [
        Shared(Passage(star.copy, *stretch.left_span), Passage(keeper, *stretch.right_span), stretch.equal)
        for keeper, same in found.items()
        for stretch in same.passages
    ]
    passages.sort(key=lambda shared: (-shared.words, shared.copy))
    longest = max(same.longest for same in found.values())
    kind: Kind | Literal["extended", "pieced"]
    if star.kind is None:
        kind, why = "pieced", "they are whole"
        share = min(1.0, sum(same.left.share for same in found.values()))
    else:
        keeper = star.keepers[0]
        longer = star.kind == "shortened" and standings[star.copy].fewer < standings[keeper].fewer
        kind, why = "extended" if longer else star.kind, reason(standings[keeper], standings[star.copy])
        share = found[keeper].shorter.share
    return Copy(star.copy, star.keepers, kind, share, longest, tuple(passages[:SHOWN]), why)


def _joined(size: int, groups: list[list[Equal]], neighbours: dict[int, dict[int, Kind]]) -> tuple[int, ...]:
    """The smallest index among a record, its copies and the copies of these, for each record."""
    parent = list(range(size))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    pairs = [(group[0].record, copy.record) for group in groups for copy in group[1:]]
    pairs += [(left, right) for left, near in neighbours.items() for right in near]
    for left, right in pairs:
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    return tuple(map(root, range(size)))
