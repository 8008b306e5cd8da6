"""``corpuslint rule [CODE]``: a rule's page, the rules under a prefix, or the list of all."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable

from corpuslint.engine_codes import CODES
from corpuslint.measured import measured
from corpuslint.page import render
from corpuslint.plugins import load_rules
from corpuslint.rule import Rule
from corpuslint.selection import find_rule

_CODE = re.compile(r"[A-Za-z]{2}\d*")
"""A code or its beginning, which may be typed in small letters; no name of a rule looks like that."""


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code."""
    rules, wanted = load_rules(), arguments.code or ""
    if _CODE.fullmatch(wanted):
        wanted = wanted.upper()
    under = [rule for rule in rules if rule.code.startswith(wanted)]
    codes = [code for code in CODES if code.startswith(wanted)]
    if not under and not codes:
        under = [find_rule(rules, wanted)]
    if arguments.format == "json" and (arguments.all or not wanted):
        print("[" + ",\n ".join(render(rule, "json", measured()).rstrip() for rule in under) + "]")
    elif arguments.all:
        print("\n".join(render(rule, arguments.format, measured()) for rule in under), end="")
    elif wanted and len(under) == 1:
        print(render(under[0], arguments.format, measured()), end="")
    else:
        print(_table(under, codes), end="")
    return 0


def _table(rules: Iterable[Rule], codes: Iterable[str]) -> str:
    """A line a rule, those that are off by default in brackets; then the engine's own codes."""
    rows = [(r.code if r.default else f"({r.code})", r.name, (r.doc or "").strip().split("\n")[0]) for r in rules]
    rows += [(code, CODES[code].name, CODES[code].summary) for code in codes]
    width = max((len(name) for _, name, _ in rows), default=0)
    return "".join(f"{code:<7}  {name:<{width}}  {summary}\n" for code, name, summary in rows)
