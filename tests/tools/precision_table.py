"""What the README says of precision: the rules that are on by default, family by family, from what was measured."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from corpuslint.commands.stats import wilson
from corpuslint.measured import measured
from corpuslint.plugins import load_rules

README = Path(__file__).parents[2] / "README.md"
ENOUGH = 30
START, END = "<!-- precision: written by tests/tools/generate_docs.py -->\n", "<!-- /precision -->"


def readme() -> str:
    """The README as it is, with the table that the figures make."""
    head, _, rest = README.read_text("utf-8").partition(START)
    return f"{head}{START}\n{table()}\n\n{END}{rest.partition(END)[2]}"


def table() -> str:
    """A row a family and set: how many findings were right there; and what clean text shows."""
    right: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    clean: dict[str, float] = defaultdict(float)
    for rule in load_rules(()):
        for row in measured().get(rule.code, ()) if rule.default else ():
            if row["measure"] == "precision":
                counts = right[rule.code[:2]][row["set"]]
                counts[0] += row["value"] * row["n"]
                counts[1] += row["n"]
            else:
                clean[rule.code[:2]] += row["value"]
    head = ["| family | labelled set | findings that are right | 95 % interval | n |", "|---|---|---:|---|---:|"]
    rows = [
        f"| `{family}` {_row(name, *counts)}"
        for family in sorted(right)
        for name, counts in sorted(right[family].items())
        if counts[1] >= ENOUGH
    ]
    per_thousand = ", ".join(f"`{family}` {clean[family]:.1f}" for family in sorted(clean))
    return "\n".join([*head, *rows, "", f"Findings in 1,000 sentences of clean edited and news text: {per_thousand}."])


def _row(name: str, right: float, n: float) -> str:
    low, high = wilson(round(right), round(n))
    return f"| {name} | {right / n:.1%} | {low:.0%} to {high:.0%} | {n:,.0f} |"
