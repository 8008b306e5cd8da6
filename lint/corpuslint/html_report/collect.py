"""From what a run found to the page's model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpuslint._version import __version__
from corpuslint.finding import Finding
from corpuslint.formats.summary import Summary
from corpuslint.groups import Group, rules_of
from corpuslint.html_report.counting import At, Collector, Counts, Stretch
from corpuslint.html_report.explaining import facts, families, formulas, rule_rows
from corpuslint.html_report.model import Page, Pair, RecordView, Run, Shown, SourceTable, TemplateLine, TextMode
from corpuslint.html_report.ranking import Ranked, ranked
from corpuslint.html_report.render import CAPS
from corpuslint.html_report.texts import Read, texts_of
from corpuslint.html_report.viewing import Links, index_row, pair, record_view
from corpuslint.measured import measured
from corpuslint.settings import Settings
from corpuslint.sources.rows import FEW, rows_of
from corpuslint.verdicts.gate import Outcome
from corpuslint.verdicts.judging import Judgement
from corpuslint.verdicts.verdict import DECISIONS

BY = ("site", "author", "file")
"""What sources are told apart by; the first two are fields of a record's metadata."""

FIELDS = BY[:2]

LINES = 200
"""Lines that stand in many records: how many are shown."""

LONGEST_LINE = 300
"""Characters of such a line that are shown."""

LONGEST = 40_000
"""Characters of a text that are compared with another one."""


class Ended(NamedTuple):
    """A run that is over. ``gate``: what became of its conditions."""

    paths: Sequence[str]
    groups: Sequence[Group]
    settings: Settings
    summary: Summary
    hidden: int
    judgement: Judgement
    ranked: Ranked
    found: Collector
    gate: Sequence[Outcome]


def collect(ended: Ended, mode: TextMode, timestamp: str | None = None) -> Page:
    """The page about a run. ``mode``: how much of the texts is in it."""
    ranked, counts, ledger = ended.ranked, ended.found.counts, ended.judgement.ledger
    stretches = counts.template_lines()
    records, pairs, lines = _views(ended, stretches[:LINES], mode)
    site = ledger.fields.index("site")
    rules = rules_of(ended.groups)
    rows = rule_rows(rules, counts, ranked, scheme=ledger.scheme, measured=measured(), rule_url=ended.settings.rule_url)
    return Page(
        title=", ".join(ended.paths),
        run=Run(
            version=__version__,
            records=len(ledger),
            words=ranked.words,
            findings=counts.findings.total(),
            facts=tuple(facts(ended.summary, ended.hidden, rules, ranked, ended.settings)),
            timestamp=timestamp,
        ),
        verdicts={decision: ranked.verdicts[decision] for decision in DECISIONS},
        histogram=ranked.histogram,
        families=tuple(families(counts)),
        rules=tuple(rows),
        sources=tuple(_source_tables(ranked, ledger.scheme.names)),
        records=Shown(records, len(ledger)),
        index=Shown(tuple(index_row(verdict, known.fields[site]) for known, verdict in ranked.worst), len(ledger)),
        copies=Shown(pairs, counts.all_copies()),
        template_lines=Shown(lines, len(stretches)),
        gate=tuple(ended.gate),
        formulas=formulas(ledger.scheme, ended.judgement.medians),
        text=mode,
    )


def rank(judgement: Judgement) -> Ranked:
    """The records by their verdicts, as many of the worst as a page can list."""
    return ranked(judgement, CAPS[0].listed, BY)


def _source_tables(ranked: Ranked, names: Mapping[str, str]) -> Iterator[SourceTable]:
    """A table for each way in which there is more than one source. Files that all hold few records say nothing."""
    for by, tallies in ranked.sources.items():
        rows = [row for row in rows_of(tallies, names) if row.source]
        many = tuple(row for row in rows if row.records >= FEW)
        few = tuple(row for row in rows if row.records < FEW)
        if len(rows) > 1 and (many or by != "file"):
            most = CAPS[0].sources
            yield SourceTable(by, Shown(many[:most], len(many)), Shown(few[:most], len(few)), rows[0].reference)


def _views(
    ended: Ended, stretches: Sequence[tuple[Stretch, int]], mode: TextMode
) -> tuple[tuple[RecordView, ...], tuple[Pair, ...], tuple[TemplateLine, ...]]:
    """The worst records, the copies and the repeated lines, with their texts."""
    counts = ended.found.counts
    worst = [verdict for _, verdict in ended.ranked.worst[: CAPS[0].records]]
    copies = counts.shown_copies()
    links = _links([At(verdict.path, verdict.line) for verdict in worst], copies, counts)
    findings = ended.found.spool.of(links.records, counts)
    sides = [(counts.at(found[0]), counts.related(found[0])) for found in copies]
    in_pairs = {at for pair in sides for at in pair}
    lines_of = _by_record(stretches)
    compared: dict[At, Read] = {}
    views: dict[int, RecordView] = {}
    lines: dict[Stretch, str] = {}
    for read in texts_of(ended.groups, {*links.records, *in_pairs, *lines_of}):
        if number := links.records.get(read.at):
            found = findings.get(read.at, [])
            views[number] = record_view(number, worst[number - 1], found, read, links=links, mode=mode)
        if read.at in in_pairs:
            compared[read.at] = read._replace(text=read.text[:LONGEST])
        lines |= {
            stretch: read.text[stretch.start : stretch.end][:LONGEST_LINE] for stretch in lines_of.get(read.at, ())
        }
    for number, verdict in enumerate(worst, 1):
        if number not in views:  # what could not be read
            found = findings.get(At(verdict.path, verdict.line), [])
            views[number] = record_view(number, verdict, found, None, links=links, mode=mode)
    pairs = (
        pair(number, found, (compared.get(left), compared.get(right)), links, mode)
        for number, (found, (left, right)) in enumerate(zip(copies, sides, strict=True), 1)
    )
    repeated = (
        TemplateLine(None if mode == "none" else lines.get(stretch), count, f"{stretch.at.path}:{stretch.at.line}")
        for stretch, count in stretches
    )
    return tuple(views[number] for number in sorted(views)), tuple(pairs), tuple(repeated)


def _by_record(stretches: Iterable[tuple[Stretch, int]]) -> dict[At, list[Stretch]]:
    by_record: dict[At, list[Stretch]] = defaultdict(list)
    for stretch, _ in stretches:
        by_record[stretch.at].append(stretch)
    return by_record


def _links(worst: Sequence[At], copies: Sequence[Sequence[Finding]], counts: Counts) -> Links:
    pairs: Mapping[At, list[int]] = defaultdict(list)
    for number, (found, *_) in enumerate(copies, 1):
        pairs[counts.at(found)].append(number)
        pairs[counts.related(found)].append(number)
    return Links({at: number for number, at in enumerate(worst, 1)}, pairs)
