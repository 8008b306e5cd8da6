"""What labels come to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import Run
from corpuslint.commands.stats import rows, wilson
from corpuslint.suppression.baseline import Entry, Label, write_baseline


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_interval(right: int, n: int, low: float, high: float) -> None:
    """Values published for Wilson's interval (R's binom.wilson; Newcombe 1998 for 81 of 263)."""
    assert wilson(right, n) == pytest.approx((low, high), abs=6e-5)


def test_rows_count_labels_by_rule() -> None:
    labels: dict[str, list[Label | None]] = {"BP101": ["right", "right", "wrong", None], "PW101": [None]}
    entries = [
        Entry(path="a.txt", code=code, text="x", fp=str(number), label=label)
        for code, given in labels.items()
        for number, label in enumerate(given)
    ]
    navigation, prompt = rows(entries, {"BP101": "navigation"}, {})
    assert (navigation.right, navigation.wrong, navigation.unlabelled) == (2, 1, 1)
    assert navigation.precision == pytest.approx(2 / 3)
    assert (prompt.precision, prompt.low, prompt.high) == (None, None, None)


def test_sample_is_the_same_every_time_and_of_every_rule(tmp_path: Path, run: Run) -> None:
    for number in range(9):
        text = f"Skip to content\nSign in to read more.\nThe ferry number {number} left the harbour at nine.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    select = ("--select", "PW101,BP101")
    run("baseline", "create", *select, ".")
    asked = [run("baseline", "audit", "--sample", "3", *select, ".", stdin=b"s\n" * 6).out for _ in range(2)]
    assert asked[0] == asked[1]
    assert [asked[0].count(f": {code} ") for code in ("BP101", "PW101")] == [3, 3]
    run("baseline", "audit", "--sample", "3", *select, ".", stdin=b"r\n" * 6)
    shown = json.loads(run("stats", "--format", "json").out)
    assert [(row["code"], row["right"], row["unlabelled"]) for row in shown] == [("BP101", 3, 6), ("PW101", 3, 6)]
    assert {measure["measure"] for row in shown for measure in row["measured"]} == {"precision"}


def test_stats_without_a_baseline(tmp_path: Path, run: Run) -> None:
    assert run("stats").code == 2
    write_baseline(tmp_path / "house.jsonl", [])
    assert run("stats", "--baseline", "house.jsonl").code == 0
