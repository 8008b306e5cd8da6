"""SARIF 2.1.0, which GitHub code scanning, Azure DevOps and editors read. Columns are code points, and it says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from corpuslint._version import __version__
from corpuslint.engine_codes import could_not_lint
from corpuslint.escape import escape
from corpuslint.finding import Finding, Place
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.encode import to_json
from corpuslint.formats.numbering import Numbering
from corpuslint.formats.report import Report
from corpuslint.formats.sarif_rules import LEVELS, sarif_rule
from corpuslint.formats.summary import Summary

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 20_000
"""Findings with a result of their own. GitHub refuses files of more than 25,000 results."""

MOST_GROUPS = 4_900
_ROOT = "%SRCROOT%"


class Sarif:
    """One log with one run, written as findings come. Beyond ``MOST`` a result stands for a rule's findings in a file.

    Suppressed findings are results too, marked as such: GitHub would close and reopen them otherwise.
    """

    needs = ("evidence", "suppressed")

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self.about = about
        self._numbering = Numbering()
        self._written = self._grouped = self._left_out = 0
        self._groups: dict[tuple[str, str], dict[str, Any]] = {}
        self._failed = False
        bases = {_ROOT: {"description": {"text": "the working directory"}}}
        run = {"columnKind": "unicodeCodePoints", "originalUriBaseIds": bases}
        head = to_json({"$schema": SCHEMA, "version": "2.1.0"})[:-1]
        stream.write(f'{head},"runs":[{to_json(run)[:-1]},"results":[')

    def write(self, reports: Sequence[Report]) -> None:
        for report in reports:
            finding = report.finding
            self._failed |= could_not_lint(finding)
            if self._written < MOST:
                self._write_result(_result(report, self._numbering.name(report)))
            else:
                self._add_to_group(report)

    def close(self, summary: Summary) -> None:
        for group in self._groups.values():
            self._write_result(group)
        used = {*self.about.rules, *summary.by_code}
        rules = [sarif_rule(code, self.about, summary) for code in sorted(used)]
        driver = {"name": "corpuslint", "version": __version__, "semanticVersion": __version__, "rules": rules}
        invocation: dict[str, Any] = {"executionSuccessful": not self._failed}
        if self._grouped:
            invocation["toolExecutionNotifications"] = [{"level": "note", "message": {"text": self._cut()}}]
        end = to_json({"tool": {"driver": driver}, "invocations": [invocation]})
        self.stream.write(f"\n],{end[1:]}]}}\n")

    def _write_result(self, result: Mapping[str, Any]) -> None:
        self.stream.write(("," if self._written else "") + "\n" + to_json(result))
        self._written += 1

    def _add_to_group(self, report: Report) -> None:
        self._grouped += 1
        key = report.finding.path, report.finding.code
        if key in self._groups:
            self._groups[key]["occurrenceCount"] += 1
        elif len(self._groups) < MOST_GROUPS:
            self._groups[key] = _result(report, self._numbering.name(report)) | {"occurrenceCount": 1}
        else:
            self._left_out += 1

    def _cut(self) -> str:
        text = f"Beyond {MOST:,} results, {self._grouped:,} findings are counted by rule and file (occurrenceCount)"
        return f"{text}; {self._left_out:,} are not in this file at all." if self._left_out else f"{text}."


def _result(report: Report, name: str) -> dict[str, Any]:
    finding = report.finding
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": escape(finding.message)},
        "locations": [_location(finding)],
        "partialFingerprints": {"corpuslint/v1": name},
    }
    if finding.confidence is not None:
        made["rank"] = round(100 * finding.confidence, 1)
    if finding.related:
        made["relatedLocations"] = [
            {"id": number, "message": {"text": "see"}} | _location(place)
            for number, place in enumerate(finding.related, 1)
        ]
    if report.suppression:
        kind = "inSource" if report.suppression == "comment" else "external"
        made["suppressions"] = [{"kind": kind, "justification": report.suppression}]
    return made


def _location(place: Finding | Place) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    made: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}
    if place.record is not None:
        field = place.field or "" if isinstance(place, Finding) else ""
        made["logicalLocations"] = [{"fullyQualifiedName": escape(place.record + field)}]
    return made


def _artifact(path: str) -> dict[str, str]:
    from urllib.parse import quote  # noqa: PLC0415 (needed with findings only)

    uri = quote(path, errors="backslashreplace")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}
