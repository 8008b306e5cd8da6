"""``corpuslint why FILE[:RECORD]``: every number of one text beside the limits of presets, and what they would drop."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from corpuslint.discover import source
from corpuslint.doc import Doc
from corpuslint.errors import UsageError
from corpuslint.escape import escape, quote
from corpuslint.formats.encode import to_json
from corpuslint.numbers import number
from corpuslint.plugins import load_rules
from corpuslint.presets import preset_names, with_presets
from corpuslint.read import ReadOptions, Record, blocks, load
from corpuslint.rule import Document, Measure, Rule
from corpuslint.settings import Overrides, comma_list, resolve


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the text and its limits, both ends included; None where there is no limit on that side.

    margin: how far the number is from the limit, as a share of the limit; below zero where the limit is crossed.
    removes: what the preset takes away where it is, ``text`` or ``lines``.
    """

    preset: str
    code: str
    statistic: str
    value: float
    minimum: float | None
    maximum: float | None
    margin: float | None
    passed: bool
    removes: str


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code: 1 where a preset drops the text."""
    options = ReadOptions(text_field=arguments.text_field, id_field=arguments.id_field)
    record, shown = find_record(arguments.target, options)
    rules = load_rules()
    named = comma_list(",".join(arguments.preset)) if arguments.preset else tuple(preset_names(rules))
    chosen = with_presets(rules, resolve(overrides=Overrides(preset=named)))
    text = record.text
    doc = Doc(text, "markdown" if record.kind == "markdown" else "text", record.meta)
    found = sorted(rows(doc, chosen), key=lambda row: named.index(row.preset))
    dropped = [name for name in named if any(r.preset == name and not r.passed and r.removes == "text" for r in found)]
    if arguments.format == "json":
        verdicts = {name: "drop" if name in dropped else "keep" for name in named}
        print(to_json({"record": shown, "characters": len(text), "verdicts": verdicts, "measures": found}))
    else:
        print(f"{escape(shown)}: {len(text):,} characters\n\n{_table(found)}", end="")
        print("".join(f"\n{name}: {'drop' if name in dropped else 'keep'}" for name in named))
    return int(bool(dropped))


def find_record(target: str, options: ReadOptions) -> tuple[Record, str]:
    """The text that ``FILE`` or ``FILE:RECORD`` names, and its name. A record is named by its id or its line.

    Raises ``UsageError`` where there is none, or where a file has many and none is named.
    """
    path, wanted = target, ""
    if not Path(path).exists():
        path, _, wanted = target.rpartition(":")
    if not Path(path).is_file():
        raise UsageError(f"{target}: no such file; name a file, or FILE:RECORD for one of its records")
    first = None
    for record in _records(path, options):
        if wanted and wanted in (record.id, str(record.place(0, 0).line)):
            return record, f"{path}:{wanted}"
        if not wanted and first is not None:
            raise UsageError(f"{path} has many records: name one by its id or line, like {path}:{record.id or 2}")
        first = first or record
    if wanted or first is None:
        raise UsageError(f"{path}: no record {quote(wanted)}" if wanted else f"{path}: no text that can be read")
    return first, path


def _records(path: str, options: ReadOptions) -> Iterator[Record]:
    for block in blocks([source(path)], options):
        batch = load(block, options)
        for index, text in enumerate(batch.texts):
            record = batch.record(index)
            record.text = text
            yield record


def rows(doc: Doc, rules: Sequence[Rule]) -> Iterator[Row]:
    """A row for each number that the rules work out, by rule."""
    for rule in rules:
        if isinstance(rule, Document) and rule.measures is not None:
            for measure in rule.measures(doc, rule.options):
                yield _row(rule, measure)


def _row(rule: Rule, measure: Measure) -> Row:
    value, low, high = measure.value, measure.minimum, measure.maximum
    gaps = [(value - low) / (low or 1)] if low is not None else []
    gaps += [(high - value) / (high or 1)] if high is not None else []
    return Row(
        preset=measure.preset,
        code=rule.code,
        statistic=measure.statistic,
        value=value,
        minimum=low,
        maximum=high,
        margin=min(gaps, default=None),
        passed=all(gap >= 0 for gap in gaps),
        removes="text" if rule.severity == "error" else "lines",
    )


def _table(found: Sequence[Row]) -> str:
    """A line a number, what is crossed marked."""
    width = max((len(row.statistic) for row in found), default=0)
    before = max(len("preset"), *(len(row.preset) for row in found))
    head = f"{'preset':<{before}}  code   {'number':<{width}}  {'value':>9}  {'limit':<17}  {'margin':>7}\n"
    return head + "".join(
        f"{row.preset:<{before}}  {row.code}  {escape(row.statistic):<{width}}  {number(row.value):>9}"
        f"  {_limit(row):<17}  {_percent(row):>7}  {_said(row)}".rstrip()
        + "\n"
        for row in found
    )


def _limit(row: Row) -> str:
    if row.minimum is not None and row.maximum is not None:
        return f"{number(row.minimum)} to {number(row.maximum)}"
    if row.minimum is not None:
        return f"at least {number(row.minimum)}"
    return f"at most {number(row.maximum or 0)}"


def _percent(row: Row) -> str:
    if row.margin is None or row.maximum == 0:
        return ""
    return f"{row.margin:+.0%}" if abs(row.margin) < 10 else f"{row.margin:+.0e}"


def _said(row: Row) -> str:
    if row.passed:
        return ""
    return "drops the text" if row.removes == "text" else "removes the lines"
