"""``corpuslint rule [CODE]``: a rule's page, or the list of all rules."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from corpuslint.measured import measured
from corpuslint.page import render
from corpuslint.plugins import load_rules
from corpuslint.rule import Rule
from corpuslint.selection import find_rule


def run(arguments: argparse.Namespace) -> int:
    rules = load_rules()
    if arguments.code:
        print(render(find_rule(rules, arguments.code), arguments.format, measured()), end="")
    elif arguments.format == "json":
        print("[" + ",\n ".join(render(rule, "json", measured()).rstrip() for rule in rules) + "]")
    else:
        print(_table(rules), end="")
    return 0


def _table(rules: Iterable[Rule]) -> str:
    """A line a rule; those that are off by default in brackets."""
    rows = [(r.code if r.default else f"({r.code})", r.name, (r.doc or "").strip().split("\n")[0]) for r in rules]
    width = max((len(name) for _, name, _ in rows), default=0)
    return "".join(f"{code:<7}  {name:<{width}}  {summary}\n" for code, name, summary in rows)
