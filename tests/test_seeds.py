"""What a careful reader marks in five scraped articles is found, and hardly anything beside it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpuslint.finding import Finding
from corpuslint.linter import Linter
from corpuslint.settings import Settings

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles are not beside the project")


@pytest.fixture(scope="module")
def found() -> dict[str, list[Finding]]:
    linter = Linter(Settings())
    return {path.name: linter.lint(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))}


def expected(level: str) -> list[dict[str, Any]]:
    """The places marked; line 0 stands for a whole file, which takes two files to judge."""
    rows = [json.loads(line) for line in (SEEDS / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["line"] and row["level"] == level]


def touches(finding: Finding, row: dict[str, Any]) -> bool:
    end = max(finding.end_column, finding.column + 1)
    return bool(finding.line == row["line"] and finding.column < row["end_column"] and row["column"] < end)


def is_found(row: dict[str, Any], found: dict[str, list[Finding]]) -> bool:
    return any(touches(f, row) and f.code[:2] in row["families"] for f in found[row["file"]])


def test_every_must_is_found(found: dict[str, list[Finding]]) -> None:
    assert [row["text"] for row in expected("must") if not is_found(row, found)] == []


def test_half_of_should_is_found(found: dict[str, list[Finding]]) -> None:
    rows = expected("should")
    assert sum(is_found(row, found) for row in rows) >= len(rows) / 2


def test_hardly_anything_else_is_found(found: dict[str, list[Finding]]) -> None:
    rows = expected("must") + expected("should")
    beside = Counter(
        name
        for name, findings in found.items()
        for finding in findings
        if not any(row["file"] == name and touches(finding, row) for row in rows)
    )
    assert all(count <= 2 for count in beside.values()), beside
