"""Every rule's page is whole, and its examples are what it finds and what it leaves alone."""

from __future__ import annotations

import pytest

from corpuslint.opening import opens
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.rule import Rule
from corpuslint.testing import example_findings

RULES = load_rules()
TOLD = {"RD104", "SR116"}
"""Rules whose examples are told, as twenty long texts would fill the page."""

ALONE = [rule for rule in RULES if not opens(rule) and rule.code not in TOLD]
"""Rules that need no server and no list; the examples of the others are tested with what else is to say of them."""

LEAST = 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_is_whole(rule: Rule) -> None:
    shown = page(rule)
    assert shown.summary.endswith((".", '."')), "the docstring begins with a sentence"
    assert shown.why, "a paragraph says why it matters"
    assert len(shown.bad) >= LEAST
    assert len(shown.good) >= LEAST
    assert len(set(shown.bad + shown.good)) == len(shown.bad + shown.good)


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_bad_examples_are_found(rule: Rule) -> None:
    missed = [example for example in page(rule).bad if not example_findings(rule, example)]
    assert not missed


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_good_examples_are_left_alone(rule: Rule) -> None:
    found = {example: [f.message for f in example_findings(rule, example)] for example in page(rule).good}
    assert not {example: messages for example, messages in found.items() if messages}
