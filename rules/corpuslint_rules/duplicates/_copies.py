"""All copies in a collection, found once for all rules: exact groups, candidate pairs, comparison, stars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpuslint import Passage
from corpuslint_rules.duplicates._compare import Comparison, compare
from corpuslint_rules.duplicates._keeper import Standing, reason, standing
from corpuslint_rules.duplicates._kinds import Kind, kind_of, same_frame
from corpuslint_rules.duplicates._lines import fewest_records, frequent_lines, of_templates
from corpuslint_rules.duplicates._postings import candidates
from corpuslint_rules.duplicates._stars import Star, stars
from corpuslint_rules.duplicates._texts import Texts
from corpuslint_rules.duplicates._words import Words, spelling, words_of

if TYPE_CHECKING:
    from corpuslint import Collection
    from corpuslint_rules.duplicates._features import Features

SHOWN = 10
"""Passages of a copy that are shown, the longest first."""


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
    heads = sorted(group[0] for group in groups)
    features: Sequence[Features] = [collection.features[head] for head in heads]
    frequent = frequent_lines([each.lines for each in features], range(len(heads)), fewest_records(len(heads)))
    lines = of_templates(frequent, [each.sketch for each in features])
    texts = Texts(collection, lines)
    pairs = candidates(features)
    neighbours: dict[int, dict[int, Kind]] = defaultdict(dict)
    frames: dict[int, list[int]] = defaultdict(list)
    for a, b in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
        left, right = heads[a], heads[b]
        found = _compared(texts, left, right)
        if kind := kind_of(found):
            neighbours[left][right] = neighbours[right][left] = kind
        elif same_frame(found):
            frames[left].append(right)
            frames[right].append(left)
    copies = [_exact(collection, group[0], copy) for group in groups for copy in group[1:]]
    copies += _derived(collection, texts, neighbours)
    return Copies(
        copies=tuple(sorted(copies, key=lambda copy: copy.record)),
        frames={record: tuple(sorted(others)) for record, others in sorted(frames.items())},
        groups=_joined(len(collection), groups, neighbours),
        frequent=pairs.frequent,
    )


def _compared(texts: Texts, left: int, right: int) -> Comparison:
    """Two records compared. In texts that say the same thing often it can matter which goes first: the smaller one."""
    if left > right:
        return _compared(texts, right, left).turned
    return compare(texts.words(left), texts.words(right))


def _exact_groups(collection: Collection) -> list[list[int]]:
    """Records of the same words, the one to keep first."""
    alike: dict[bytes, list[int]] = defaultdict(list)
    for index, features in enumerate(collection.features):
        alike[features.digest].append(index)
    groups: list[list[int]] = []
    for group in alike.values():
        equal: dict[bytes, list[int]] = defaultdict(list)
        for index in group:
            equal[spelling(collection.text(index)) if group[1:] else b""].append(index)
        groups += equal.values()
    return [sorted(group, key=lambda i: _standing(collection, i)) if group[1:] else group for group in groups]


def _standing(collection: Collection, index: int, words: int | None = None) -> Standing:
    counted = collection.features[index].words if words is None else words
    return standing(counted, collection.metadata(index), index)


def _why(collection: Collection, keeper: Standing, copy: Standing) -> str:
    return reason(keeper, copy, collection.metadata(keeper.record), collection.metadata(copy.record))


def _exact(collection: Collection, keeper: int, copy: int) -> Copy:
    there, here = (words_of(collection.text(index)) for index in (keeper, copy))
    passage = Shared(_span(copy, here, 0, len(here)), _span(keeper, there, 0, len(there)), len(here))
    why = _why(collection, _standing(collection, keeper), _standing(collection, copy))
    return Copy(copy, (keeper,), "exact", 1.0, len(here), (passage,), why)


def _derived(collection: Collection, texts: Texts, neighbours: dict[int, dict[int, Kind]]) -> Iterator[Copy]:
    standings = {index: _standing(collection, index, len(texts.words(index))) for index in neighbours}
    for star in stars(neighbours, standings, lambda a, b: _compared(texts, a, b)):
        yield _copy(collection, texts, star, standings)


def _copy(collection: Collection, texts: Texts, star: Star, standings: dict[int, Standing]) -> Copy:
    here = texts.words(star.copy)
    found = {keeper: _compared(texts, star.copy, keeper) for keeper in star.keepers}
    passages = [shared for keeper, same in found.items() for shared in _passages(star.copy, here, keeper, texts, same)]
    longest = max(same.longest for same in found.values())
    passages.sort(key=lambda shared: (-shared.words, shared.copy))
    if star.kind is None:
        share = min(1.0, sum(same.left.share for same in found.values()))
        return Copy(star.copy, star.keepers, "pieced", share, longest, tuple(passages[:SHOWN]), "they are whole")
    keeper = star.keepers[0]
    why = _why(collection, standings[keeper], standings[star.copy])
    share = found[keeper].shorter.share
    longer = star.kind == "shortened" and len(here) > len(texts.words(keeper))
    kind = "extended" if longer else star.kind
    return Copy(star.copy, star.keepers, kind, share, longest, tuple(passages[:SHOWN]), why)


def _passages(copy: int, here: Words, keeper: int, texts: Texts, same: Comparison) -> Iterator[Shared]:
    there = texts.words(keeper)
    for stretch in same.passages:
        ours = _span(copy, here, stretch.left, stretch.left_end)
        yield Shared(ours, _span(keeper, there, stretch.right, stretch.right_end), stretch.equal)


def _span(record: int, words: Words, first: int, last: int) -> Passage:
    return Passage(record, int(words.starts[first]), int(words.ends[last - 1]))


def _joined(size: int, groups: list[list[int]], neighbours: dict[int, dict[int, Kind]]) -> tuple[int, ...]:
    """The smallest index among a record, its copies and the copies of these, for each record."""
    parent = list(range(size))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    pairs = [(group[0], copy) for group in groups for copy in group[1:]]
    pairs += [(left, right) for left, near in neighbours.items() for right in near]
    for left, right in pairs:
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    return tuple(map(root, range(size)))
