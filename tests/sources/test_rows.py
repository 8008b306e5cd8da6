"""Labels and intervals: against closed forms, and on made-up corpora whose truth is known."""

from __future__ import annotations

import random
from math import comb, exp

import pytest

from corpuslint.sources.distributions import beta_below, discoveries, gamma_below, quantile, wilson
from corpuslint.sources.row import SourceRow
from corpuslint.sources.rows import Prior, label_of, prior_of, reference_of, rows_of
from corpuslint.sources.tally import Tally
from verdicts.material import GOOD, scheme


@pytest.mark.parametrize(("hits", "n", "low", "high"), [(1, 1, 0.27, 1.0), (0, 10, 0.0, 0.213), (5, 10, 0.269, 0.731)])
def test_wilson(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=0.001)


def test_beta_is_the_tail_of_the_binomial() -> None:
    for a, b in ((1, 1), (3, 5), (20, 2), (40, 60)):
        for x in (0.01, 0.2, 0.5, 0.77, 0.99):
            n = a + b - 1
            exact = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
            assert beta_below(x, a, b) == pytest.approx(exact, abs=1e-12)


def test_gamma_is_the_tail_of_the_poisson() -> None:
    for shape in (1, 2, 7, 30):
        for x in (0.1, 1.0, 5.0, 29.0, 80.0):
            term = total = exp(-x)
            for k in range(1, shape):
                term *= x / k
                total += term
            assert gamma_below(x, shape) == pytest.approx(1 - total, abs=1e-12)


def test_quantiles_and_the_ends() -> None:
    assert quantile(lambda x: beta_below(x, 1, 1), 0.05) == pytest.approx(0.05)
    assert gamma_below(quantile(lambda x: gamma_below(x, 400.5), 0.05, 400.5), 400.5) == pytest.approx(0.05)
    assert (beta_below(0, 2, 3), beta_below(1, 2, 3), gamma_below(0, 2)) == (0, 1, 0)
    assert wilson(0, 0) == (0.0, 1.0)


def test_discoveries() -> None:
    assert discoveries([0.01, 0.04, 0.03, 0.005, 0.8], 0.05) == {0, 1, 2, 3}
    assert discoveries([0.04, 0.5, 0.9], 0.05) == set()
    assert discoveries([], 0.05) == set()


def tally(flagged: int, records: int) -> Tally:
    made = Tally(records=records, words=400 * records)
    made.verdicts.update(review=flagged, keep=records - flagged)
    return made


def test_a_prior_needs_twenty_sources() -> None:
    assert prior_of([tally(3, 30)] * 19) == Prior(0.5, 0.5)
    alike = prior_of([tally(3, 30)] * 40)
    assert (alike.a / (alike.a + alike.b), alike.a + alike.b) == pytest.approx((0.1, 200))
    apart = prior_of([tally(0, 30)] * 20 + [tally(30, 30)] * 20)
    assert apart.a + apart.b == pytest.approx(2)
    nothing = prior_of([tally(0, 30)] * 40)
    assert min(nothing) > 0


def test_the_reference() -> None:
    assert reference_of([tally(1, 1)]) == reference_of([tally(1, 20)] * 3) == 0.10
    assert reference_of([tally(4, 20), tally(5, 20), tally(6, 20), tally(9, 9)]) == 0.5


def test_labels() -> None:
    assert label_of(9, 0.9, 1.0, 0.1) == "too few records"
    assert label_of(10, 0.11, 1.0, 0.1) == "many signals"
    assert label_of(10, 0.1, 0.81, 0.1) == "watch"
    assert label_of(10, 0.0, 0.8, 0.1) == "no sign above the rest"


def corpus(rng: random.Random, sources: int = 200) -> tuple[dict[str, Tally], set[str]]:
    """Sources of all sizes, one in twelve with a true share above the reference of a tenth."""
    tallies, bad = {}, set()
    for number in range(sources):
        records = min(400, int(rng.paretovariate(0.9) * 4))
        share = rng.uniform(0.2, 0.6) if number % 12 == 0 else rng.betavariate(2, 60)
        tallies[f"s{number}"] = tally(sum(rng.random() < share for _ in range(records)), records)
        if share > 0.10:
            bad.add(f"s{number}")
    return tallies, bad


def test_labels_are_right_on_made_up_corpora() -> None:
    rng = random.Random(1)
    right = wrong = missed = covered = rows = 0
    for _ in range(20):
        tallies, bad = corpus(rng)
        for row in rows_of(tallies, {}, reference=0.10):
            if row.records < 10:
                assert row.label == "too few records"
                continue
            rows += 1
            covered += row.low <= row.share <= row.high
            right += row.label == "many signals" and row.source in bad
            wrong += row.label == "many signals" and row.source not in bad
            missed += row.label != "many signals" and row.source in bad
    assert covered == rows
    assert right / (right + wrong) >= 0.9
    assert right / (right + missed) >= 0.6


def test_rows_are_in_order_whatever_that_of_the_input() -> None:
    tallies, _ = corpus(random.Random(2), 60)
    tallies[""] = tally(5, 50)
    shuffled = random.Random(3).sample(sorted(tallies), len(tallies))
    rows = rows_of(tallies, {})
    assert rows == rows_of({source: tallies[source] for source in shuffled}, {})
    assert [row.source for row in rows].index("") == len(rows) - 1
    few = [row.records < 10 for row in rows[:-1]]
    assert few == sorted(few)


def with_findings(counts: dict[str, int], records: int = 30) -> Tally:
    made = tally(0, records)
    made.findings.update(counts)
    made.found_in.update({code: min(count, records) for code, count in counts.items()})
    return made


def standouts(tallies: dict[str, Tally]) -> dict[str, list[str]]:
    rows: list[SourceRow] = rows_of(tallies, scheme().names)
    return {row.source: [rule.code for rule in row.rules] for row in rows if row.rules}


def test_rules_that_stand_out() -> None:
    usual = {f"s{i}": with_findings(dict.fromkeys(GOOD, 10)) for i in range(20)}
    assert standouts(usual) == {}
    assert standouts(usual | {"odd": with_findings({"AA101": 90, "BB101": 10})}) == {"odd": ["AA101"]}
    assert standouts(usual | {"few": with_findings({"AA101": 90}, records=9)}) == {}
    once = with_findings({"AA101": 90})
    once.found_in["AA101"] = 2
    assert standouts(usual | {"twice": once}) == {}


def test_chance_makes_hardly_any_rule_stand_out() -> None:
    rng = random.Random(4)
    found = 0
    for _ in range(10):
        counts = [{code: sum(rng.random() < 0.3 for _ in range(30)) for code in GOOD} for _ in range(40)]
        found += len(standouts({f"s{i}": with_findings(count) for i, count in enumerate(counts)}))
    assert found <= 2
