"""The stream of results with what is suppressed marked, and at its end what suppresses nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from corpuslint.engine_codes import CODES
from corpuslint.formats.report import Report
from corpuslint.run import Done
from corpuslint.suppression.baseline import Matcher, read_baseline
from corpuslint.suppression.ignore_file import IgnoreFile, read_ignore_file
from corpuslint.suppression.scope import Scope


class Suppressions(NamedTuple):
    """What is in force outside of the texts."""

    ignore_file: IgnoreFile | None
    baseline: Matcher | None
    baseline_file: Path | None = None


def read_suppressions(ignore_file: Path | None, baseline: Path | None, known: Mapping[str, str]) -> Suppressions:
    """What the two files say. ``known``: the names of all rules by code. Raises ``UsageError``."""
    return Suppressions(
        read_ignore_file(ignore_file, known) if ignore_file else None,
        Matcher(read_baseline(baseline)) if baseline else None,
        baseline,
    )


def suppressed(
    results: Iterable[Done], suppressions: Suppressions, scope: Scope, known: Mapping[str, str]
) -> Iterator[Done]:
    """The results, the reports that are suppressed marked; last come unused, unknown and stale suppressions."""
    for done in results:
        yield msgspec.structs.replace(done, reports=[_marked(report, suppressions) for report in done.reports])
    ends: list[Report] = []
    if suppressions.ignore_file:
        ends += suppressions.ignore_file.unused(scope, shown(suppressions.ignore_file.file))
    if suppressions.baseline and suppressions.baseline_file:
        ends += suppressions.baseline.stale(scope, shown(suppressions.baseline_file), known)
    if ends:
        yield Done(ends, 0, 0, {}, {})


def _marked(report: Report, suppressions: Suppressions) -> Report:
    finding, found = report.finding, report.evidence
    if found is None or finding.code in CODES:
        return report
    ignored = suppressions.ignore_file is not None and suppressions.ignore_file.ignores(finding, found)
    if report.suppression or ignored:
        return report if report.suppression else report._replace(suppression="entry")
    if suppressions.baseline is not None and suppressions.baseline.take(finding, found) is not None:
        return report._replace(suppression="baseline")
    return report


def shown(file: Path) -> str:
    """A file as findings show it: relative to the working directory, if it lies below it."""
    path = os.path.relpath(file)
    return (str(file) if path.startswith("..") else path).replace(os.sep, "/")
