"""What each rule costs: triggers, units judged, hits, seconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec


class Cost(msgspec.Struct):
    """One rule's share of a run. ``seconds`` are those of judging; scanning is shared by all rules."""

    triggers: int = 0
    units: int = 0
    hits: int = 0
    seconds: float = 0.0

    def add(self, other: Cost) -> None:
        self.triggers += other.triggers
        self.units += other.units
        self.hits += other.hits
        self.seconds += other.seconds


class Profile(dict[str, Cost]):
    """The cost of each rule, by code."""

    def __missing__(self, code: str) -> Cost:
        self[code] = cost = Cost()
        return cost

    def merge(self, other: Mapping[str, Cost]) -> None:
        for code, cost in other.items():
            self[code].add(cost)


def profile_table(profile: Mapping[str, Cost], characters: int) -> str:
    """A line a rule, the dearest first; counts are per million characters."""
    per_mb = 1e6 / max(characters, 1)
    rows: list[tuple[str, ...]] = [("code", "triggers/MB", "units/MB", "hits/MB", "ms/MB")]
    for code, cost in sorted(profile.items(), key=lambda item: -item[1].seconds):
        figures = (cost.triggers, cost.units, cost.hits, cost.seconds * 1000)
        rows.append((code, *(f"{figure * per_mb:,.1f}" for figure in figures)))
    return "".join(_row(row, rows) for row in rows)


def _row(row: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    cells = [text.ljust(w) if i < 1 else text.rjust(w) for i, (text, w) in enumerate(zip(row, widths, strict=True))]
    return "  ".join(cells).rstrip() + "\n"
