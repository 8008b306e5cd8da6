"""``corpuslint baseline audit``: walk the findings of a baseline in the terminal and say which are right."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from corpuslint.escape import show_path
from corpuslint.formats.about import About
from corpuslint.formats.full import Full
from corpuslint.formats.report import Report
from corpuslint.numbers import counted
from corpuslint.suppression.apply import shown
from corpuslint.suppression.baseline import Baseline, Label, Matcher, write_baseline

_PROMPT = "(r)ight, (w)rong, (s)kip, (b)ack, (q)uit? "
_LABELS: dict[str, Label] = {"r": "right", "w": "wrong"}

Answer = Literal["r", "w", "s", "b", "q"]


class Item(NamedTuple):
    """A finding, and the index of its entry."""

    report: Report
    entry: int


def audit(baseline: Baseline, reports: Sequence[Report], *, everything: bool, sample: int | None, color: bool) -> int:
    """Ask about each finding that has no label yet; every answer is written at once. Returns the exit code."""
    items, unlisted = _items(baseline, reports)
    if unlisted:
        missing = counted(unlisted, "finding")
        print(f"not in the baseline: {missing}; `corpuslint baseline update` adds what is new", file=sys.stderr)
    if sample is not None:
        items = list(_sample(baseline, items, sample))
    entries = list(baseline.entries)
    asked = [item for item in items if everything or entries[item.entry].label is None]
    at, answered = 0, 0
    while at < len(asked):
        answer = _ask(asked[at].report, f"[{at + 1}/{len(asked)}]", entries[asked[at].entry].label, color)
        if answer == "q":
            break
        if label := _LABELS.get(answer):
            index = asked[at].entry
            entries[index] = msgspec.structs.replace(entries[index], label=label)
            write_baseline(baseline.file, entries)
            answered += 1
        at = max(at - 1, 0) if answer == "b" else at + 1
    print(f"{show_path(shown(baseline.file))}: {answered:,} labelled; see `corpuslint stats`")
    return 0


def _items(baseline: Baseline, reports: Sequence[Report]) -> tuple[list[Item], int]:
    """The findings that have entries, and how many have none."""
    matcher = Matcher(baseline)
    items = []
    for report in reports:
        index = matcher.take(report.finding, report.evidence) if report.evidence else None
        if index is not None:
            items.append(Item(report, index))
    return items, len(reports) - len(items)


def _sample(baseline: Baseline, items: Sequence[Item], most: int) -> Iterator[Item]:
    """At most so many findings of each rule: those with the lowest fingerprints, which is as good as chance."""
    seen: Counter[str] = Counter()
    chosen = set()
    for item in sorted(items, key=lambda item: (baseline.entries[item.entry].fp, item.entry)):
        seen[item.report.finding.code] += 1
        if seen[item.report.finding.code] <= most:
            chosen.add(item.entry)
    return (item for item in items if item.entry in chosen)


def _ask(report: Report, number: str, label: Label | None, color: bool) -> Answer:
    print(f"\n{number}")
    Full(sys.stdout, About(color=color, quiet=True)).write([report])
    note = f"(now {label}) " if label else ""
    while True:
        print(f"{note}{_PROMPT}", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            return "q"
        match line.strip().lower()[:1]:
            case ("r" | "w" | "s" | "b" | "q") as answer:
                return answer
            case _:
                continue
