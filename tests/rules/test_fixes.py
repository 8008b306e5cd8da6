"""What rules let `corpuslint clean` do: what they find goes, good text stays, and once is enough."""

from __future__ import annotations

import pytest

from corpuslint import Linter, Rule, Settings
from corpuslint.clean.edits import apply
from corpuslint.clean.texts import Cleaner
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.read import Batch, FileRecord
from corpuslint.read.address import FileAddress

FIXING = [rule for rule in load_rules([]) if rule.fix]
RESTS = {"EN103"}
"""Rules that also find what nobody can repair or should remove."""


@pytest.mark.parametrize("rule", FIXING, ids=lambda rule: rule.code)
def test_bad_examples_are_mended_and_good_ones_stay(rule: Rule) -> None:
    assert rule.fix
    linter = Linter(Settings(select=("ALL",), max_findings_per_rule=0), [rule])
    cleaner = Cleaner(linter, {rule.code: rule.fix}, unsafe=True)
    mended = []
    for example in page(rule).bad:
        once = cleaned(cleaner, example)
        mended.append(once != example)
        assert cleaned(cleaner, once) == once
        assert rule.code in RESTS or not linter.lint(once)
    assert any(mended) if rule.code in RESTS else all(mended)
    for example in page(rule).good:
        assert cleaned(cleaner, example) == example


def cleaned(cleaner: Cleaner, text: str) -> str:
    record = FileRecord("a.txt", "text", text, FileAddress(text))
    return apply(text, cleaner.edits(Batch([text], lambda index: record)).get(0, []))
