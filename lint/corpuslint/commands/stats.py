"""``corpuslint stats``: how often each rule was right, by the labels of a baseline, beside what we have measured."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.config import BASELINE_FILE, read_config
from corpuslint.formats.encode import to_json
from corpuslint.measured import measured
from corpuslint.plugins import load_rules
from corpuslint.settings import Overrides, resolve
from corpuslint.suppression.baseline import Entry, read_baseline

_Z = 1.959964
"""The 97.5 % point of the normal distribution: the interval holds in 95 of 100 cases."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A rule's labels: ``precision`` and its 95 % interval (Wilson's), None without labels; ``measured``: ours."""

    code: str
    name: str
    right: int
    wrong: int
    unlabelled: int
    precision: float | None
    low: float | None
    high: float | None
    measured: Sequence[Mapping[str, Any]]


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code."""
    settings = resolve(read_config(Path()), Overrides(baseline=arguments.baseline))
    baseline = read_baseline(settings.baseline or settings.root / BASELINE_FILE)
    found = rows(baseline.entries, {rule.code: rule.name for rule in load_rules()}, measured())
    if arguments.format == "json":
        print("[" + ",\n ".join(map(to_json, found)) + "]")
    else:
        print(_table(found), end="")
    return 0


def rows(
    entries: Iterable[Entry], names: Mapping[str, str], ours: Mapping[str, Sequence[Mapping[str, Any]]]
) -> list[Row]:
    """A row for each code in the baseline, in order."""
    counts: Counter[tuple[str, str | None]] = Counter((entry.code, entry.label) for entry in entries)
    return [
        _row(code, names.get(code, ""), counts, ours.get(code, ())) for code in sorted({code for code, _ in counts})
    ]


def _row(code: str, name: str, counts: Mapping[tuple[str, str | None], int], ours: Sequence[Mapping[str, Any]]) -> Row:
    right, wrong = counts[code, "right"], counts[code, "wrong"]
    low, high = wilson(right, right + wrong) if right + wrong else (None, None)
    return Row(
        code=code,
        name=name,
        right=right,
        wrong=wrong,
        unlabelled=counts[code, None],
        precision=right / (right + wrong) if right + wrong else None,
        low=low,
        high=high,
        measured=[measure for measure in ours if measure["measure"] == "precision"],
    )


def wilson(right: int, n: int) -> tuple[float, float]:
    """The 95 % score interval of a share (E. B. Wilson, 1927), which holds for few cases and shares near 1 too."""
    share, z2 = right / n, _Z * _Z
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, centre - half), min(1.0, centre + half)


def _table(found: Sequence[Row]) -> str:
    """A line a rule; a rule without labels shows what there is to label."""
    width = max((len(row.name) for row in found), default=0)
    head = f"{'code':<5}  {'rule':<{width}}  right  wrong  open  precision (95 %)     measured by us\n"
    return head + "".join(
        f"{row.code:<5}  {row.name:<{width}}  {row.right:>5}  {row.wrong:>5}  {row.unlabelled:>4}"
        f"  {_precision(row):<19}  {_ours(row)}".rstrip()
        + "\n"
        for row in found
    )


def _precision(row: Row) -> str:
    if row.precision is None or row.low is None or row.high is None:
        return "-"
    return f"{row.precision:.2f} ({row.low:.2f} to {row.high:.2f})"


def _ours(row: Row) -> str:
    return "; ".join(f"{m['value']:.3g} on {m['set']} (n = {m['n']:,})" for m in row.measured)
