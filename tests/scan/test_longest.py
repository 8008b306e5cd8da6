"""A rule for short lines is not judged on longer ones, by either engine."""

from __future__ import annotations

import pytest

from corpuslint import Linter, Pattern, Settings
from corpuslint.units import WINDOW

LONGEST = 40
RULE = Pattern(
    code="XX101",
    name="short-line",
    doc="",
    message="found",
    pattern=r"\bharbour\b",
    longest=LONGEST,
)


@pytest.mark.parametrize("scanner", [True, False])
@pytest.mark.parametrize(("length", "found"), [(LONGEST, 1), (LONGEST + 1, 0), (WINDOW + LONGEST, 0)])
def test_unit_longer_than_the_rule_allows_is_not_judged(scanner: bool, length: int, found: int) -> None:
    linter = Linter(Settings(select=("ALL",), scanner=scanner, cache=False), [RULE])
    line = "harbour".rjust(length, "é")
    assert len(linter.lint(line.replace("éh", " h"))) == found


@pytest.mark.parametrize("scanner", [True, False])
def test_code_points_count_not_bytes(scanner: bool) -> None:
    linter = Linter(Settings(select=("ALL",), scanner=scanner, cache=False), [RULE])
    assert len(linter.lint("日" * (LONGEST - 8) + " harbour")) == 1
