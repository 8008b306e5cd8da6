"""A run with rules about many records: what they gather on the way is reduced when all texts have been linted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from corpuslint.corpus.gathering import Gathered, Gatherer
from corpuslint.corpus.reduction import reduced
from corpuslint.finding import Finding
from corpuslint.formats.report import Report
from corpuslint.groups import Group, without_ignored
from corpuslint.linter import Linter
from corpuslint.read.address import FileAddress
from corpuslint.read.record import Batch, FileRecord, Record, linted
from corpuslint.run import Done


def with_corpus_rules(
    results_in: Callable[[Path], Iterable[Done]],
    groups: Sequence[Group],
    *,
    excerpts: bool = False,
    evidences: bool = False,
) -> Iterator[Done]:
    """The results of a run, and after them one that holds what the rules about many records find.

    ``results_in``: makes the results, with the records put away in the folder that it is given.
    """
    gathered: list[Gathered] = []
    with TemporaryDirectory(prefix="corpuslint-", ignore_cleanup_errors=True) as folder:
        for done in results_in(Path(folder)):
            gathered += done.gathered
            yield msgspec.structs.replace(done, gathered=[])
        rules = {rule.code: rule for group in reversed(groups) for rule in group.linter.corpus_rules}
        most = groups[0].settings.max_findings_per_rule
        reports = reduced(gathered, rules.values(), most, excerpts=excerpts, evidences=evidences)
    for group in groups:
        if group.settings.per_file_ignores:
            reports = _unignored(reports, group)
    yield Done(reports, 0, 0, {}, {})


def _unignored(reports: list[Report], group: Group) -> list[Report]:
    """The reports without those on the group's files that ``per-file-ignores`` drops."""
    own = {item.path for item in group.sources}
    done = Done([report for report in reports if report.finding.path in own], 0, 0, {}, {})
    kept = [report for result in without_ignored([done], group) for report in result.reports]
    return sorted([*kept, *(r for r in reports if r.finding.path not in own)], key=lambda report: report.finding)


def lint_together(linter: Linter, texts: Iterable[str], path: str) -> list[list[Finding]]:
    """The findings of each of these texts, those of rules about many records too. A text's index is its record."""
    held = list(texts)
    records = [FileRecord(path, "text", text, FileAddress(text), str(index)) for index, text in enumerate(held)]
    found: list[list[Finding]] = [[] for _ in held]
    for finding in lint_records_together(linter, records):
        found[int(finding.record or 0)].append(finding)
    return found


def lint_records_together(linter: Linter, records: Sequence[Record]) -> list[Finding]:
    """The findings of these records, those of rules about many of them too, in order."""
    held = [linted(record) for record in records]
    found = [
        report.finding for one in linter.lint_records(held, records.__getitem__).values() for report in one.reports
    ]
    with TemporaryDirectory(prefix="corpuslint-", ignore_cleanup_errors=True) as folder:
        gatherer = Gatherer(linter, Path(folder))
        gathered, problems = gatherer.gather(Batch(held, records.__getitem__))
        made = reduced(gathered, linter.corpus_rules, linter.settings.max_findings_per_rule)
    return sorted([*found, *problems, *(report.finding for report in made)])
