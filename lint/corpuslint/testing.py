"""For the tests of rules: what a rule's own page says of it must be true."""

from __future__ import annotations

from corpuslint.linter import Linter
from corpuslint.page import page
from corpuslint.rule import Rule
from corpuslint.settings import Settings


def broken_examples(rule: Rule) -> list[str]:
    """What is wrong with a rule's examples: a *Bad* one that it does not find, a *Good* one that it does.

    Empty for a rule that keeps its word. Raises ``UsageError`` for a page that cannot be read.
    """
    shown = page(rule)
    found = list(Linter(Settings(select=("ALL",)), [rule]).lint_many([*shown.bad, *shown.good]))
    missed = [f"not found: {text}" for text, findings in zip(shown.bad, found, strict=False) if not findings]
    alarms = zip(shown.good, found[len(shown.bad) :], strict=True)
    return missed + [f"found, though good: {text}" for text, findings in alarms if findings]
