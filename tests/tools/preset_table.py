"""The table of docs/presets.md: each preset's limits, from the presets' files."""

from __future__ import annotations

from pathlib import Path

from corpuslint.numbers import number
from corpuslint.plugins import load_rules
from corpuslint_rules.text_statistics._measuring import label
from corpuslint_rules.text_statistics._presets import Limit, names, preset

PAGE = Path(__file__).parents[2] / "docs" / "presets.md"
START, END = "<!-- presets, written by tests/tools/generate_docs.py -->\n", "<!-- end of presets -->\n"


def presets_page() -> str:
    """The page as it is, with the tables that the presets' files make."""
    head, _, rest = PAGE.read_text("utf-8").partition(START)
    return f"{head}{START}\n{tables()}\n{END}{rest.partition(END)[2]}"


def tables() -> str:
    """What the presets are, and a table of heuristics by preset."""
    presets = [preset(name) for name in names()]
    parts = []
    for one in presets:
        left_out = f" Left out: {'; '.join(one.left_out)}." if one.left_out else ""
        parts.append(f"- **{one.name}**: {one.title}. Words: `{one.tokeniser}`. {one.source}.{left_out}")
    limits: dict[tuple[str, str], dict[str, str]] = {}
    for one in presets:
        for limit in one.limit:
            rows = limits.setdefault((code_of(limit), _heuristic(limit)), {})
            rows[one.name] = f"{rows[one.name]}, {_said(limit)}" if one.name in rows else _said(limit)
    head = f"| rule | heuristic | {' | '.join(one.name for one in presets)} |"
    lines = [
        f"| {code} | {text} | {' | '.join(row.get(one.name, '') for one in presets)} |"
        for (code, text), row in sorted(limits.items())
    ]
    return "\n".join([*parts, "", head, "|---" * (len(presets) + 2) + "|", *lines]) + "\n"


def code_of(limit: Limit) -> str:
    """The rule that is about the limit's statistic."""
    rules = {name: rule.code for rule in load_rules(()) if rule.code[:2] == "TQ" for name in rule.options.statistics}
    return rules[limit.statistic]


def _heuristic(limit: Limit) -> str:
    """The limit in words, without what differs from preset to preset."""
    texts = {
        "line-end-mark": "lines that end otherwise than with",
        "line-words": "lines of fewer words than",
        "line-word-length": "lines with a word longer than",
        "line-upper-case": "lines with a share of capitals above",
        "line-digits": "lines with a share of digits above",
    }
    return texts.get(limit.statistic, label(limit)).replace("|", "\\|")


def _said(limit: Limit) -> str:
    if limit.statistic == "line-end-mark":
        return f"`{limit.marks}`"
    if limit.statistic.startswith("line-"):
        value = limit.min if limit.min is not None else limit.max
        return "removed" if value is None else number(value)
    if limit.min is not None and limit.max is not None:
        return f"{number(limit.min)} to {number(limit.max)}"
    return f"≥ {number(limit.min)}" if limit.min is not None else f"≤ {number(limit.max or 0)}"
