"""Sources as a table for people, as JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

import msgspec

from corpuslint.escape import escape, shorten
from corpuslint.formats.encode import to_json
from corpuslint.sources.row import SourceRow, Standout

WIDTH = 40
MOST = 50
"""Sources that people are shown; the other formats have all."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def text_table(rows: Sequence[SourceRow], by: str) -> str:
    """A line a source: records, the share to review or drop with its interval, the label, and rules that stand out."""
    shown = rows[:MOST]
    names = [shorten(row.source, WIDTH) or f"(no {escape(by)})" for row in shown]
    width = max(map(len, (*names, by)), default=0)
    lines = [f"{escape(by):<{width}}  records      words  flagged  share  90 % interval  {'label':<21}  stands out by"]
    for name, row in zip(names, shown, strict=True):
        interval = f"{row.low:.2f} to {row.high:.2f}"
        lines.append(
            f"{name:<{width}}  {row.records:>7,}  {row.words:>9,}  {row.flagged:>7,}  {row.share:>5.2f}"
            f"  {interval:<13}  {row.label:<21}  {_why(row.rules[:3])}".rstrip()
        )
    if len(rows) > MOST:
        lines.append(f"… and {len(rows) - MOST:,} more; --format jsonl or csv has all")
    if rows:
        lines.append(f"flagged: to review or drop; a source is noticed from a share of {rows[0].reference:.2f} on")
    return "".join(f"{line}\n" for line in lines)


def json_table(rows: Sequence[SourceRow], by: str) -> str:
    """A list of objects, whose keys are those of ``SourceRow``."""
    return "[" + ",\n ".join(map(to_json, rows)) + "]\n"


def jsonl_table(rows: Sequence[SourceRow], by: str) -> str:
    """An object a line."""
    return "".join(f"{to_json(row)}\n" for row in rows)


def csv_table(rows: Sequence[SourceRow], by: str) -> str:
    """A row a source. No cell is a formula, and none has a line break or another control character."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(SourceRow.__struct_fields__)
    for row in rows:
        cells = msgspec.structs.asdict(row) | {"source": escape(row.source), "rules": _why(row.rules)}
        writer.writerow([_plain(cell) for cell in cells.values()])
    return stream.getvalue()


TABLES: Mapping[str, Callable[[Sequence[SourceRow], str], str]] = {
    "text": text_table,
    "json": json_table,
    "jsonl": jsonl_table,
    "csv": csv_table,
}


def _why(rules: Sequence[Standout]) -> str:
    """``SP101 3.2 times, UC101 2.5 times``"""
    return ", ".join(f"{rule.code} {rule.lift:.1f} times" for rule in rules)


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
