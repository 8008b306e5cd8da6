"""A run in Markdown, for the page on which a CI system shows what a step did."""

from __future__ import annotations

from corpuslint.formats.about import About
from corpuslint.formats.summary import Summary, coverage_line, summary_line

MOST = 25
"""Rules that are listed."""


def step_summary(summary: Summary, about: About) -> str:
    """Counts, and the rules with the most findings. Nothing of the corpus is in it."""
    rows = sorted(summary.by_code.items(), key=lambda item: (-item[1].count, item[0]))
    lines = ["### corpuslint", "", summary_line(summary), ""]
    if rows:
        lines += ["| findings | rule | | severity |", "|---:|---|---|---|"]
    for code, row in rows[:MOST]:
        url = about.url(code)
        shown = f"[{code}]({url})" if url else code
        lines.append(f"| {row.count:,} | {shown} | {row.name} | {row.severity} |")
    if len(rows) > MOST:
        rest = sum(row.count for _, row in rows[MOST:])
        lines += ["", f"{rest:,} more findings of {len(rows) - MOST} other rules."]
    if rows:
        lines.append("")
    return "\n".join([*lines, coverage_line(summary), "", ""])
