"""Points: the formula, and receipts that add up to the hundredth."""

from __future__ import annotations

import json
import random
from decimal import Decimal

import msgspec
import pytest

from corpuslint.finding import Finding
from corpuslint.verdicts.facts import RecordFacts
from corpuslint.verdicts.judging import Judgement
from corpuslint.verdicts.ledger import Ledger
from corpuslint.verdicts.points import Count, Sums, cost_of, receipt, savings
from verdicts.material import DECISIVE, GOOD, WEAK, finding, judged, scheme, some_codes


@pytest.mark.parametrize(
    ("code", "costs"),
    [("AA101", [300, 450, 525, 562, 581, 591, 591]), ("AA201", [100, 150, 175, 188, 194, 197, 197])],
)
def test_each_further_finding_costs_half_as_much_up_to_six(code: str, costs: list[int]) -> None:
    assert [cost_of(code, count, scheme()) for count in range(1, 8)] == costs


def test_three_findings_of_a_decisive_rule_cost_the_same() -> None:
    assert [cost_of("DD101", count, scheme()) for count in (1, 2, 3, 4, 50)] == [1000, 2000, 3000, 3000, 3000]


def test_a_family_is_capped_in_each_window() -> None:
    counts = [Count("BB201", 0, 3), Count("BB101", 0, 1), Count("BB201", 2, 3), Count("AA101", 0, 1)]
    made = receipt(counts, scheme())
    assert made.sums.total == 1500 + 1500 + 300
    assert [(item.code, item.cost) for item in made.items] == [
        ("BB201", 6000),
        ("AA101", 300),
        ("BB101", 300),
        ("BB", -3300),
    ]


def test_weak_rules_of_a_family_cost_five_points_at_most() -> None:
    made = receipt([Count(code, 0, 100) for code in ("WW101", "WW102", "WW103")], scheme())
    assert made.sums == (500, 0)
    mixed = receipt([Count("AA201", 0, 100), Count("AA101", 0, 100)], scheme(weak_cap=100))
    assert mixed.sums == (591 + 100, 591)


def test_receipts_add_up_to_the_points() -> None:
    rng = random.Random(5)
    for _ in range(300):
        odd = scheme(
            points={code: rng.randrange(1, 999) for code in (*GOOD, *WEAK, *DECISIVE)}, cap=rng.randrange(2000)
        )
        ledger = Ledger(rng.choice((scheme(), odd)))
        windows = tuple(sorted(rng.sample(range(1, 5000), rng.randrange(4))))
        record = RecordFacts("a.jsonl", 1, None, rng.randrange(6000), windows)
        ledger.add([record], [finding(code, start=rng.randrange(5000)) for code in some_codes(rng)])
        ((_, verdict),) = Judgement(ledger)
        shown = json.loads(msgspec.json.encode(verdict), parse_float=Decimal)
        assert sum((Decimal(reason["points"]) for reason in shown["reasons"]), Decimal()) == Decimal(shown["points"])
        assert shown["points"] >= 0


def test_points_never_fall_when_there_is_one_more_finding() -> None:
    rng = random.Random(6)
    for _ in range(200):
        codes, total = some_codes(rng), 0
        for end in range(len(codes) + 1):
            counts = [Count(code, 0, codes[:end].count(code)) for code in dict.fromkeys(codes[:end])]
            assert receipt(counts, scheme()).sums.total >= total
            total = receipt(counts, scheme()).sums.total


def test_the_order_of_findings_does_not_matter() -> None:
    rng = random.Random(7)
    for _ in range(100):
        codes = some_codes(rng)
        shuffled = rng.sample(codes, len(codes))
        assert judged({1: codes}) == judged({1: shuffled})


def test_reasons_begin_with_what_costs_most() -> None:
    verdict = judged({1: ["AA101", "DD101", "WW101", "BB101", "BB101"]})[1]
    assert [(reason.code, reason.count, reason.points) for reason in verdict.reasons] == [
        ("DD101", 1, 10.0),
        ("BB101", 2, 4.5),
        ("AA101", 1, 3.0),
        ("WW101", 1, 1.0),
    ]
    assert verdict.points == 18.5


def test_what_costs_nothing_is_no_reason() -> None:
    found: list[Finding] = [finding("ZZ999")]
    ledger = Ledger(scheme())
    ledger.add([RecordFacts("a.jsonl", 1, None, 100)], found)
    ((_, verdict),) = Judgement(ledger)
    assert (verdict.reasons, verdict.points, verdict.verdict) == ((), 0.0, "keep")


def test_savings_are_what_the_receipt_lacks_without_a_rule() -> None:
    rng = random.Random(6)
    for _ in range(200):
        made = scheme(cap=rng.randrange(2000), weak_cap=rng.randrange(700))
        codes = sorted({*GOOD, *WEAK, *DECISIVE})
        counts = [Count(rng.choice(codes), rng.randrange(4), rng.randrange(1, 9)) for _ in range(rng.randrange(30))]
        counts = list({(count.code, count.window): count for count in counts}.values())
        full = receipt(counts, made).sums
        for code, saved in savings(counts, made).items():
            rest = receipt(counts, made, {code}).sums
            assert saved == Sums(full.total - rest.total, full.strong - rest.strong)
