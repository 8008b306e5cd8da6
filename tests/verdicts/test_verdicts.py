"""Verdicts: bars, medians, vetoes, what it would have taken, and how they behave on made-up corpora."""

from __future__ import annotations

import random

import pytest

from corpuslint.finding import Finding, Place
from corpuslint.verdicts.deciding import counterfactual
from corpuslint.verdicts.facts import RecordFacts
from corpuslint.verdicts.judging import Judgement
from corpuslint.verdicts.ledger import Ledger
from corpuslint.verdicts.verdict import DECISIONS, Copy, Counterfactual, Decision
from verdicts.material import GOOD, WEAK, facts, finding, judged, scheme, some_codes

MUCH = ["AA101"] * 6 + ["BB201", "BB101"] + ["CC101"] * 2
"""23.4 points."""


def test_both_bars_must_be_reached() -> None:
    assert judged({1: MUCH}, words=400)[1].verdict == "drop"
    assert judged({1: MUCH}, words=2000)[1].verdict == "review"
    assert judged({1: MUCH}, words=20_000)[1].verdict == "keep"
    assert judged({1: ["AA101", "BB101"]}, words=60)[1].verdict == "keep"
    assert judged({1: ["AA101", "BB101", "CC101"]}, words=60)[1].verdict == "review"


def test_density_is_steadied_by_the_median() -> None:
    verdicts = judged({line: ["AA101"] for line in range(1, 101)}, words=300)
    assert {verdict.density for verdict in verdicts.values()} == {10.0}
    assert {verdict.verdict for verdict in verdicts.values()} == {"keep"}
    assert judged({1: ["AA101"]}, words=300)[1].density == 5.0  # one record has no median


def test_a_bad_corpus_excuses_itself_unless_its_median_is_pinned() -> None:
    bad = dict.fromkeys(range(1, 101), MUCH)
    assert {verdict.verdict for verdict in judged(bad).values()} == {"keep"}
    assert {verdict.verdict for verdict in judged(bad, scheme(median=2.0)).values()} == {"drop"}


def test_copies_that_are_dropped_do_not_make_the_median() -> None:
    records = {line: [*["AA101", "BB101"][: line % 2 + 1], *["DU101"] * (line > 60)] for line in range(1, 200)}
    usual = judged({line: codes for line, codes in records.items() if line <= 60})
    assert {line: judged(records)[line].density for line in usual} == {line: v.density for line, v in usual.items()}


def test_a_genre_has_a_median_of_its_own_from_fifty_records_on() -> None:
    for count, verdict in ((50, "keep"), (49, "drop")):
        ledger = Ledger(scheme(genre_field="kind"))
        assert ledger.fields == ("kind",)
        rows = [("ads", MUCH)] * count + [("news", [])] * 200
        ledger.add(
            [facts(line=line, fields=(kind,)) for line, (kind, _) in enumerate(rows, 1)],
            [finding(code, line=line) for line, (_, codes) in enumerate(rows, 1) for code in codes],
        )
        assert {v.verdict for k, v in Judgement(ledger) if k.fields == ("ads",)} == {verdict}


def test_weak_rules_alone_never_drop() -> None:
    rng = random.Random(8)
    for _ in range(200):
        ledger = Ledger(scheme())
        words = rng.choice((60, 400, 5000))
        windows = tuple(range(100, 100 * words // 1000, 100))
        weak = [finding(code, start=rng.randrange(1000)) for code in WEAK for _ in range(rng.randrange(1, 200))]
        few = [finding(rng.choice(GOOD))] * rng.randrange(2)
        ledger.add([RecordFacts("a.jsonl", 1, None, words, windows)], [*weak, *few])
        ((_, verdict),) = Judgement(ledger)
        assert verdict.verdict != "drop"


def test_a_veto_drops_whatever_the_points() -> None:
    verdict = judged({1: ["DU101"], 2: []}, words=100_000)[1]
    assert (verdict.verdict, verdict.reasons[0].veto) == ("drop", True)
    assert verdict.counterfactual == Counterfactual(("DU101",), "keep")


def test_a_veto_that_costs_nothing_is_a_reason() -> None:
    verdict = judged({1: ["EE101"]}, scheme(veto=frozenset({"EE101"}), names={"EE101": "e"}, points={}))[1]
    assert [(r.code, r.count, r.points, r.veto) for r in verdict.reasons] == [("EE101", 1, 0.0, True)]
    assert verdict.verdict == "drop"


@pytest.mark.parametrize(
    ("code", "veto", "verdict"), [("CL908", {"CL908"}, "drop"), ("CL908", (), "review"), ("CL903", (), "review")]
)
def test_what_has_no_text_is_no_pass(code: str, veto: set[str], verdict: str) -> None:
    ledger = Ledger(scheme(veto=frozenset(veto)))
    ledger.add([RecordFacts("a.jsonl", 1, None, problem=code)], [])
    ((_, made),) = Judgement(ledger)
    assert (made.verdict, made.checked, made.too_short, made.counterfactual) == (verdict, 0, False, None)
    assert [reason.code for reason in made.reasons] == [code]


def test_a_short_record_is_said_to_be_too_short() -> None:
    assert judged({1: ["AA101"]}, words=49)[1].too_short
    assert not judged({1: ["AA101"]}, words=50)[1].too_short
    assert not judged({1: MUCH}, words=49)[1].too_short


def test_the_counterfactual_is_true_and_the_least() -> None:
    rng = random.Random(9)
    for _ in range(300):
        codes = some_codes(rng)
        verdict = judged({1: codes}, words=rng.choice((60, 300, 900)))[1]
        if verdict.verdict == "keep":
            assert verdict.counterfactual is None
            continue
        assert verdict.counterfactual is not None
        without, better = verdict.counterfactual.without, verdict.counterfactual.verdict
        left = [code for code in codes if code not in without]
        assert judged({1: left}, words=verdict.words)[1].verdict == better
        assert DECISIONS.index(better) < DECISIONS.index(verdict.verdict)
        if len(without) > 1:
            alone = [judged({1: [c for c in codes if c != code]}, words=verdict.words)[1] for code in set(codes)]
            assert {one.verdict for one in alone} <= {verdict.verdict, "drop"}


@pytest.mark.parametrize("least", [1, 2, 7, 63, 80, 81])
def test_the_least_prefix_is_found_without_trying_each(least: int) -> None:
    codes = [f"AA{number}" for number in range(101, 181)]
    tried: list[frozenset[str]] = []

    def without(left_out: frozenset[str]) -> Decision:
        tried.append(left_out)
        return "keep" if left_out.issuperset(codes[:least]) and least <= len(codes) else "drop"

    found = counterfactual("drop", codes, without)
    plain = next((count for count in range(1, 81) if without(frozenset(codes[:count])) == "keep"), None)
    assert found == (Counterfactual(tuple(codes[:plain]), "keep") if plain else None)
    assert len(tried) - (plain or 80) <= 80 + 9


def test_the_percentile_is_shown_and_decides_nothing() -> None:
    verdicts = judged({1: [], 2: [], 3: ["AA101"], 4: ["DD101"]})
    assert [verdict.percentile for verdict in verdicts.values()] == [0.0, 0.0, 50.0, 75.0]
    assert [verdict.verdict for verdict in verdicts.values()] == ["keep", "keep", "keep", "review"]


def test_a_copy_names_the_record_to_keep() -> None:
    ledger = Ledger(scheme())
    keeper = Place("z.txt", None, 7, 1, 7, 30, 200, 230)
    ledger.add([facts("z.txt", 1), facts("a.jsonl", 3)], [])
    ledger.add([], [finding("DU101", "a.jsonl", 3, keeper=keeper)])
    verdicts = {known.path: verdict for known, verdict in Judgement(ledger)}
    assert verdicts["a.jsonl"].copies == (Copy("rule-du101", "z.txt", 1, None),)
    assert (verdicts["z.txt"].verdict, verdicts["z.txt"].copies) == ("keep", ())


def test_pieces_of_a_text_are_one_record() -> None:
    ledger = Ledger(scheme())
    ledger.add([RecordFacts("long.txt", 1, None, 1000, (50,))], [finding("AA101", "long.txt", 4, 60)])
    ledger.add(
        [RecordFacts("long.txt", 1, None, 500, offset=90)],
        [finding("AA101", "long.txt", 9, start) for start in (89, 95)],
    )
    ((known, verdict),) = Judgement(ledger)
    assert (len(ledger), known.words, verdict.points) == (1, 1500, 4.5 + 3)


def test_behaviour_on_made_up_corpora() -> None:
    """The usual rate of findings is let through at any length; the surer the evidence, the more is flagged."""
    lengths = (60, 1000, 20_000)
    usual, threefold, sixfold = ([share(rate, words) for words in lengths] for rate in (1, 3, 6))
    assert max(1 - found["keep"] for found in usual) <= 0.12
    assert threefold[0]["keep"] >= 0.95
    assert [found["review"] >= least for found, least in zip(threefold[1:], (0.4, 0.9), strict=True)] == [True, True]
    assert max(found["drop"] for found in (*usual, *threefold)) <= 0.14
    assert max(found["keep"] for found in sixfold[1:]) <= 0.1


def share(rate: float, words: int, *, records: int = 100) -> dict[str, float]:
    """Shares of verdicts of records with ``rate`` times the usual findings, in a corpus with records of all lengths."""
    rng = random.Random(words)
    ledger = Ledger(scheme())
    lengths = [60, 200, 1000, 5000, 20_000]
    rows: list[tuple[int, float]] = [(words, rate)] * records + [(length, 1.0) for length in lengths for _ in range(40)]
    for line, (length, times) in enumerate(rows, 1):
        windows = tuple(range(1000, length, 1000))
        ledger.add([RecordFacts("a.jsonl", line, None, length, windows)], findings(rng, line, length, times))
    verdicts = [verdict.verdict for known, verdict in Judgement(ledger) if known.line <= records]
    return {decision: verdicts.count(decision) / records for decision in DECISIONS}


def findings(rng: random.Random, line: int, words: int, times: float) -> list[Finding]:
    """Findings by chance: of good rules 1 in 1,000 words, of weak ones 2, of decisive ones 1 in 20,000."""
    made: list[Finding] = []
    for code, rate in [(code, 0.12) for code in GOOD] + [(code, 0.25) for code in WEAK] + [("DD101", 0.01)]:
        chance = times * rate / 1000
        hits = (
            sum(rng.random() < chance for _ in range(words))
            if words < 2000
            else round(rng.gauss(words * chance, (words * chance) ** 0.5))
        )
        made += [finding(code, line=line, start=rng.randrange(words)) for _ in range(max(0, hits))]
    return made
