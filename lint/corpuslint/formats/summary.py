"""What a run comes to: counts, the line that ends human output, coverage, the table of ``--statistics``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import get_args

import msgspec

from corpuslint.escape import escape
from corpuslint.finding import Finding
from corpuslint.numbers import counted
from corpuslint.rule import Severity

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class Count(msgspec.Struct, frozen=True):
    """The findings of one rule."""

    name: str
    severity: Severity
    count: int


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A run in numbers. ``rules``: the codes of the rules that ran; ``skipped``: what was not linted, by reason."""

    files: int = 0
    records: int = 0
    characters: int = 0
    seconds: float = 0.0
    findings: int = 0
    files_with_findings: int = 0
    by_severity: dict[str, int] = {}
    by_code: dict[str, Count] = {}
    skipped: dict[str, int] = {}
    rules: tuple[str, ...] = ()
    coverage: dict[str, int] | msgspec.UnsetType = msgspec.UNSET
    """What rules that do not look at everything say they looked at, and what not."""


class Tally:
    """Counts findings as they come. ``texts``: the paths that count as files with findings, None for any."""

    def __init__(self, texts: Container[str] | None = None) -> None:
        self._texts = texts
        self._counts: Counter[tuple[str, str, Severity]] = Counter()
        self._paths: set[str] = set()

    def add(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._counts[finding.code, finding.name, finding.severity] += 1
            if self._texts is None or finding.path in self._texts:
                self._paths.add(finding.path)

    def summary(
        self,
        *,
        files: int,
        records: int,
        characters: int,
        seconds: float,
        skipped: Mapping[str, int],
        rules: Iterable[str],
        coverage: Mapping[str, int] | None = None,
    ) -> Summary:
        """The counts, together with what was linted."""
        severities: Counter[str] = Counter()
        for (_, _, severity), count in self._counts.items():
            severities[severity] += count
        return Summary(
            files=files,
            records=records,
            characters=characters,
            seconds=round(seconds, 3),
            findings=severities.total(),
            files_with_findings=len(self._paths),
            by_severity={severity: severities[severity] for severity in SEVERITIES},
            by_code={code: Count(name, sev, n) for (code, name, sev), n in sorted(self._counts.items())},
            skipped=dict(sorted(skipped.items())),
            rules=tuple(rules),
            coverage=dict(sorted(coverage.items())) if coverage else msgspec.UNSET,
        )


def summary_line(summary: Summary) -> str:
    """``Found 12 findings in 3 of 5 files (2 errors, 10 warnings).``"""
    if not summary.findings:
        return f"No findings in {counted(summary.files, 'file')}."
    levels = (counted(summary.by_severity.get(s, 0), s) for s in SEVERITIES if summary.by_severity.get(s))
    files = f"{summary.files_with_findings:,} of {counted(summary.files, 'file')}"
    return f"Found {counted(summary.findings, 'finding')} in {files} ({', '.join(levels)})."


def coverage_line(summary: Summary) -> str:
    """``linted 5 files, 12 records, 34,567 characters in 0.2 s; skipped 1 undecodable``"""
    counts = (
        counted(summary.files, "file"),
        counted(summary.records, "record"),
        counted(summary.characters, "character"),
    )
    skipped = ", ".join(f"{count:,} {escape(reason)}" for reason, count in summary.skipped.items() if count)
    covered = "; ".join(f"{count:,} {escape(what)}" for what, count in (summary.coverage or {}).items() if count)
    more = (f"; skipped {skipped}" if skipped else "") + (f"; {covered}" if covered else "")
    return f"linted {', '.join(counts)} in {summary.seconds:.1f} s{more}"


def statistics_table(summary: Summary) -> str:
    """Findings by rule, the most frequent first: a line each with count, code, name and severity."""
    rows = [
        (f"{row.count:,}", code, row.name, row.severity)
        for code, row in sorted(summary.by_code.items(), key=lambda item: (-item[1].count, item[0]))
    ]
    counts, names = (max((len(row[column]) for row in rows), default=0) for column in (0, 2))
    return "".join(f"{n:>{counts}}  {code}  {name:<{names}}  {severity}\n" for n, code, name, severity in rows)
