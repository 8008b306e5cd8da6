"""``corpuslint why PATH[:RECORD]``: the numbers of a text beside the limits of presets, and what they would drop."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from corpuslint.discover import Source, discover
from corpuslint.doc import Doc
from corpuslint.errors import UsageError
from corpuslint.escape import escape, quote
from corpuslint.formats.encode import to_json
from corpuslint.numbers import counted, number
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
    """The command; returns the exit code: 1 where a preset drops a text."""
    options = ReadOptions(text_field=arguments.text_field, id_field=arguments.id_field)
    rules = load_rules()
    named = comma_list(",".join(arguments.preset)) if arguments.preset else tuple(preset_names(rules))
    chosen = with_presets(rules, resolve(overrides=Overrides(preset=named)))
    found = (reasons(*named_record, chosen, named) for named_record in named_records(arguments.target, options))
    first, second = next(found, None), next(found, None)
    if first is None:
        raise UsageError(f"{arguments.target}: no text that can be read")
    if second is None and not Path(arguments.target).is_dir():
        everything = arguments.all or bool(arguments.preset)
        print(to_json(first) if arguments.format == "json" else _shown(first, everything))
        return int("drop" in first.verdicts.values())
    return _report(chain(filter(None, (first, second)), found), named, arguments.format == "json")


def _report(found: Iterable[Reasons], presets: Sequence[str], as_json: bool) -> int:
    """A line for each of many texts, and how many each preset drops; returns the exit code."""
    dropped: Counter[str] = Counter()
    count = 0
    for reason in found:
        dropped.update(preset for preset, verdict in reason.verdicts.items() if verdict == "drop")
        count += 1
        print(to_json(reason) if as_json else _line(reason))
    if not as_json:
        print("".join(f"\n{name}: drops {dropped[name]:,} of {counted(count, 'text')}" for name in presets))
    return int(bool(dropped))


class Reasons(msgspec.Struct, frozen=True):
    """All numbers of a text, and what each preset would do with it: ``keep`` or ``drop``."""

    record: str
    characters: int
    verdicts: dict[str, str]
    measures: list[Row]


def reasons(record: Record, name: str, rules: Sequence[Rule], presets: Sequence[str]) -> Reasons:
    """The numbers of a text, by preset."""
    doc = Doc(record.text, "markdown" if record.kind == "markdown" else "text", record.meta)
    found = sorted(rows(doc, rules), key=lambda row: presets.index(row.preset))
    dropping = {row.preset for row in found if not row.passed and row.removes == "text"}
    verdicts = {preset: "drop" if preset in dropping else "keep" for preset in presets}
    return Reasons(name, len(record.text), verdicts, found)


def named_records(target: str, options: ReadOptions) -> Iterator[tuple[Record, str]]:
    """The texts that ``PATH`` or ``FILE:RECORD`` names, each with its name. A record is named by its id or its line.

    Raises ``UsageError`` where there is none of that name.
    """
    path, wanted = target, ""
    if not Path(path).exists():
        path, _, wanted = target.rpartition(":")
        if not Path(path).is_file():
            raise UsageError(f"{target}: no such file; name a file or folder, or FILE:RECORD for one of its records")
    for item in discover([path]):
        for record in _records(item, options):
            line = str(record.place(0, 0).line)
            if not wanted:
                yield record, item.path if item.kind != "lines" else f"{item.path}:{record.id or line}"
            elif wanted in (record.id, line):
                yield record, f"{path}:{wanted}"
                return
    if wanted:
        raise UsageError(f"{path}: no record {quote(wanted)}")


def _records(source: Source, options: ReadOptions) -> Iterator[Record]:
    for block in blocks([source], options):
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


def _shown(reason: Reasons, everything: bool) -> str:
    """The text's numbers, of which those within their limits are left out unless all are wanted, and the verdicts."""
    found = [row for row in reason.measures if everything or not row.passed]
    within = len(reason.measures) - len(found)
    table = _table(found) if found else ""
    if within:
        table += f"{'and ' if found else ''}{counted(within, 'number')} within the limits, which --all shows\n"
    verdicts = "".join(f"\n{preset}: {verdict}" for preset, verdict in reason.verdicts.items())
    return f"{escape(reason.record)}: {counted(reason.characters, 'character')}\n\n{table}{verdicts}"


def _line(reason: Reasons) -> str:
    """One text of many: who drops it, by which rules."""
    by: dict[str, list[str]] = {}
    for row in reason.measures:
        if not row.passed and row.removes == "text":
            by.setdefault(row.preset, []).append(row.code)
    said = ", ".join(f"{preset} ({' '.join(dict.fromkeys(codes))})" for preset, codes in by.items())
    return f"{escape(reason.record)}: {f'dropped by {said}' if said else 'kept'}"


def _table(found: Sequence[Row]) -> str:
    """A line a number, what is crossed marked."""
    width = max((len(row.statistic) for row in found), default=0)
    before = max(len("preset"), *(len(row.preset) for row in found))
    head = f"{'preset':<{before}}  code   {'number':<{width}}  {'value':>9}  {'limit':<17}  {'margin':>9}\n"
    return head + "".join(
        f"{row.preset:<{before}}  {row.code}  {escape(row.statistic):<{width}}  {number(row.value):>9}"
        f"  {_limit(row):<17}  {_percent(row):>9}  {_said(row)}".rstrip()
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
    return f"{row.margin:+,.0%}"


def _said(row: Row) -> str:
    if row.passed:
        return ""
    return "drops the text" if row.removes == "text" else "removes the lines"
