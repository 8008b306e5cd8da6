"""The parts that copies are found with: words and their hashes, candidates, comparison, order, stars."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from random import Random
from typing import NamedTuple, cast

import numpy as np
import pytest
import regex

from corpuslint import Collection
from corpuslint.metadata import Metadata
from corpuslint_rules.duplicates._compare import Comparison, Side, compare, runs
from corpuslint_rules.duplicates._features import Features
from corpuslint_rules.duplicates._keeper import reason, standing
from corpuslint_rules.duplicates._kinds import Kind, kind_of, same_frame
from corpuslint_rules.duplicates._lines import lines_of
from corpuslint_rules.duplicates._postings import BLOCK, FREQUENT, MOST, _pairs, candidates
from corpuslint_rules.duplicates._sketches import SKETCH, features_of_texts
from corpuslint_rules.duplicates._stars import stars
from corpuslint_rules.duplicates._texts import REMEMBERED, Texts
from corpuslint_rules.duplicates._words import PIECE, grams, words_of
from made_up import respun, text

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
WORD = regex.compile(rf"[[{UNSPACED}]&&\w]|[\w--_--[{UNSPACED}]]+", regex.VERSION1)


def shown(given: str) -> list[str]:
    words = words_of(given)
    return [given[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


def hashes(given: str) -> list[int]:
    return [int(value) for value in words_of(given).hashes]


def test_words_are_those_of_the_regular_expression() -> None:
    """Characters of the first two planes in random company; those with another normal form are for other tests."""
    chance = Random(0)
    letters = [c for c in map(chr, range(0x20000)) if regex.match(r"[^\p{Cs}\p{M}\p{Cf}]", c)]
    steady = [c for c in letters if unicodedata.is_normalized("NFKC", c)]
    for _ in range(300):
        given = "".join(chance.choices(steady, k=30)) + "".join(chance.choices(" ab_1-é", k=30))
        assert shown(given) == WORD.findall(given), ascii(given)


SAME = [
    ("Straße ÉTUDE İzmir", "straße étude izmir"),
    ("e\u0301tude", "étude"),
    ("co\u00adoperate zero\u200bwidth", "cooperate zerowidth"),
    ("ﬁne ＡＢＣ １２", "fine abc 12"),
    ("ΟΔΟΣ", "οδος"),
    ("가", "\u1100\u1161"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_word(left: str, right: str) -> None:
    assert hashes(left) == hashes(right)
    assert hashes(f"ж {left} — “{right}”")[1:] == hashes(left) + hashes(right)


def test_places_of_words_that_were_made_plain() -> None:
    assert shown("une e\u0301tude, ﬁn: x² (co\u00adop)") == ["une", "e\u0301tude", "ﬁn", "x²", "co\u00adop"]
    assert shown("") == shown(" … ") == []


def test_a_word_has_one_hash_wherever_it_stands() -> None:
    filler = "lorem ipsum " * (PIECE // 10)
    both = words_of(f"Orrin {filler} Orrin {filler} orrin")
    found = both.hashes == both.hashes[0]
    assert int(found.sum()) == 3
    assert len(both) == 3 + 2 * len(filler.split())
    assert len({int(value) for value in both.hashes}) == 3
    assert len(words_of("x" * (3 * PIECE))) == 3


def test_grams_are_equal_for_equal_words_only() -> None:
    found = grams(words_of("a b c d a b c d b a").hashes, 3).tolist()
    assert found[0] == found[4]
    assert len(set(found)) == len(found) - 2
    assert len(grams(words_of("a b").hashes, 3)) == 0


def test_lines_are_compared_without_their_numbers() -> None:
    def lines(given: str) -> list[int]:
        return [int(value) for value in lines_of(words_of(given)).hashes]

    assert lines("Comments (3)\r\nCOMMENTS: 12\rcomments 1 2\n") == [*lines("comments 0") * 2, *lines("comments 1 1")]
    assert lines("one\n12 13\n\n" + "word " * 65) == []
    assert len(lines("some line\n" * 500)) == 200


def test_a_sketch_holds_the_smallest_hashes() -> None:
    features, short = features_of_texts([text(1, 200), "only seven words are in this line"])
    assert features is not None
    kept = np.frombuffer(features.sketch, np.uint32)
    everything = np.unique(grams(words_of(text(1, 200)).hashes, 5))
    assert len(kept) == max(SKETCH, len(everything) // 16)
    assert (kept == everything[: len(kept)].astype(np.uint32)).all()
    assert (features.limit, short) == (everything[len(kept) - 1], None)


def test_texts_have_the_same_features_together_and_alone() -> None:
    """Short ones and long ones, with many lines, in several scripts, beginning with a mark that composes."""
    texts = [text(number, 1 + number % 40) for number in range(60)]
    texts += ["", "\u0301" + text(1, 5), text(2, 20) + "\r", "北京的春天很短。" * 9, text(3, 9) + "«é»" + "ж" * 9]
    texts += ["some line\n" * 250, text(4, 3000), "\n".join(text(number, 1) for number in range(300))]
    Random(1).shuffle(texts)
    assert features_of_texts(texts) == [features_of_texts([each])[0] for each in texts]


def made(texts: list[str]) -> list[Features]:
    return [features for features in features_of_texts(texts) if features]


def pairs(records: list[Features]) -> set[tuple[int, int]]:
    found = candidates(records)
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))


def test_candidates_hold_what_is_copied_and_little_else() -> None:
    texts = [text(number, 40) for number in range(60)]
    copies = {(0, 60): text(0, 8), (1, 61): respun(text(1, 40), 0.25), (2, 62): text(2, 40)[:900] + text(99, 30)}
    found = pairs(made([*texts, *copies.values()]))
    assert set(copies) <= found
    assert len(found) < 10
    assert pairs([]) == pairs(made([text(1)])) == set()


def test_pairs_grow_with_the_records_and_no_faster() -> None:
    records = made([respun(text(1), 0.02, number) for number in range(4 * FREQUENT)])
    found = candidates(records)
    assert found.frequent > 0
    assert len(found.left) <= MOST * len(records)
    assert set(found.left.tolist()) | set(found.right.tolist()) == set(range(len(records)))


def test_pairs_come_in_blocks_of_bounded_size() -> None:
    """Eighty crowds of fifty records, each of which shares a hundred sequences."""
    crowds, shared = 80, 100
    lists = np.repeat(np.arange(crowds), shared)[:, None] * FREQUENT + np.arange(FREQUENT)
    left_of_all, sizes = [], []
    for left, right in _pairs(lists.astype(np.int32).ravel(), np.arange(crowds * shared) * FREQUENT):
        assert (left < right).all()
        assert (left // FREQUENT == right // FREQUENT).all()
        left_of_all.append(set(left.tolist()))
        sizes.append(len(left))
    assert sum(sizes) == crowds * shared * FREQUENT * (FREQUENT - 1) // 2
    assert max(sizes) <= BLOCK + shared * FREQUENT
    assert len(sizes) == 3
    assert len(set.union(*left_of_all)) == sum(map(len, left_of_all)) == crowds * (FREQUENT - 1)


class Kept(NamedTuple):
    """As much of a collection as texts are read from."""

    texts: list[str]
    read: list[int]

    def text(self, index: int) -> str:
        self.read.append(index)
        return self.texts[index]


def test_words_are_remembered_by_their_number() -> None:
    long = "Orrin Bay \n" * (REMEMBERED // 5)
    kept = Kept([long, long, long, *map(text, range(600))], [])
    texts = Texts(cast("Collection", kept), np.zeros(0, np.uint64))
    for index in [0, 1, 0, 1, 2, 1, 2, 0]:
        assert len(texts.words(index)) == 2 * (REMEMBERED // 5)
    assert kept.read == [0, 1, 2, 0]
    kept.read.clear()
    for index in [*range(3, 603)] * 2:
        texts.words(index)
    assert kept.read == [*range(3, 603)]


@pytest.mark.parametrize("seed", range(20))
def test_runs_are_those_of_a_slow_search(seed: int) -> None:
    chance = Random(seed)
    left = [chance.choice("abcdefghijkl") for _ in range(60)]
    right = [*left[30:50], *(chance.choice("mnopq") for _ in range(9)), *left[5:17]]
    found = runs(words_of(" ".join(left)), words_of(" ".join(right)), 4)
    for run in found:
        assert left[run.left : run.left + run.length] == right[run.right : run.right + run.length]
    slow = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    assert max(run.length for run in found) == slow.size >= 20


def test_a_comparison_counts_both_sides() -> None:
    left, right = words_of(text(1)), words_of(text(1, 8) + text(2, 8))
    found, back = compare(left, right), compare(right, left)
    assert (found.left, found.right) == (back.right, back.left)
    assert found.left.equal == found.right.equal == len(words_of(text(1, 8)))
    assert (found.facts, found.ordinary) == (back.facts, back.ordinary)
    assert compare(left, left).left == Side(len(left), len(left), len(left), len(left))


def comparison(side: Side, facts: float, ordinary: float, longer: int = 0) -> Comparison:
    return Comparison((), side, side._replace(words=longer or side.words), 20, facts, ordinary)


KINDS: list[tuple[Comparison, Kind | None]] = [
    (comparison(Side(200, 195, 190, 190), 1, 1), "near"),
    (comparison(Side(200, 195, 190, 190), 1, 1, longer=600), "shortened"),
    (comparison(Side(200, 190, 120, 60), 0.95, 0.6), "rewritten"),
    (comparison(Side(200, 150, 75, 60), 0.95, 0.5), "rewritten"),
    (comparison(Side(200, 150, 75, 60), 0.7, 0.5), None),
    (comparison(Side(200, 110, 110, 110), 0.6, 0.6), "partly"),
    (comparison(Side(200, 80, 80, 80), 0.6, 0.6), None),
    (comparison(Side(200, 190, 150, 40), 0.4, 0.95), None),
    (comparison(Side(30, 30, 25, 20), 0.3, 1), None),
    (comparison(Side(40, 18, 18, 18), 1, 1), None),
]


@pytest.mark.parametrize(("found", "kind"), KINDS)
def test_kinds(found: Comparison, kind: Kind | None) -> None:
    assert kind_of(found) == kind
    assert same_frame(found) == (found.ordinary - found.facts > 0.5)


HOLM = Metadata(author="Ida Holm", date="2019-05-12", url="https://orrin.example/1")


@pytest.mark.parametrize(
    ("kept", "left", "why"),
    [
        ((900, HOLM), (500, HOLM), "it has 400 words more"),
        ((500, HOLM), (501, HOLM._replace(author="", url="")), "it has author and url"),
        ((500, HOLM), (500, HOLM._replace(date="2020-01-01")), "it is dated 2019-05-12, this 2020-01-01"),
        ((501, HOLM), (500, HOLM), "it has 1 word more"),
        ((500, HOLM), (500, HOLM), "it comes first"),
    ],
)
def test_what_decides(kept: tuple[int, Metadata], left: tuple[int, Metadata], why: str) -> None:
    keeper, copy = standing(1, kept[0], kept[0], kept[1]), standing(2, left[0], left[0], left[1])
    assert keeper < copy
    assert reason(keeper, copy) == why


NEAR, APART = comparison(Side(200, 195, 190, 190), 1, 1), comparison(Side(200, 0, 0, 0), 1, 1)


@pytest.mark.parametrize(
    ("ends", "keepers"), [(APART, [(2, (1,)), (4, (3,))]), (NEAR, [(2, (1,)), (3, (1,)), (4, (1,))])]
)
def test_stars_have_no_chains_and_no_circles(ends: Comparison, keepers: list[tuple[int, tuple[int, ...]]]) -> None:
    neighbours: dict[int, dict[int, Kind]] = {
        1: {2: "near"},
        2: {1: "near", 3: "near"},
        3: {2: "near", 4: "near"},
        4: {3: "near"},
    }
    standings = {index: standing(index, 100, 100, Metadata()) for index in neighbours}
    found = list(stars(neighbours, standings, lambda a, b: ends))
    assert [(star.copy, star.keepers) for star in found] == keepers


@pytest.mark.parametrize("seed", range(50))
def test_no_near_copy_is_set_against_another(seed: int) -> None:
    chance = Random(seed)
    kinds: tuple[Kind, ...] = ("near", "near", "shortened", "rewritten")
    neighbours: dict[int, dict[int, Kind]] = {index: {} for index in range(40)}
    for _ in range(60):
        a, b = chance.sample(range(40), 2)
        neighbours[a][b] = neighbours[b][a] = chance.choice(kinds)
    standings = {index: standing(index, size := chance.randrange(90, 110), size, Metadata()) for index in neighbours}
    compared = {frozenset(chance.sample(range(40), 2)) for _ in range(200)}
    found = stars(neighbours, standings, lambda a, b: NEAR if {a, b} in compared else APART)
    by_copy = {star.copy: star for star in found}
    near = {copy for copy, star in by_copy.items() if star.kind == "near"}
    assert near
    for copy, star in by_copy.items():
        assert star.kind != "near" or near.isdisjoint(star.keepers)
        assert standings[star.keepers[0]] < standings[copy]
    for index in neighbours.keys() - by_copy.keys():
        near_it = {other for other, kind in neighbours[index].items() if kind == "near" and other in near}
        assert all(other in near_it or standings[other] > standings[index] for other in neighbours[index])
