"""Reviewdog's diagnostics, one JSON object a line. Columns are bytes of UTF-8, as it wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from corpuslint.escape import escape
from corpuslint.finding import Place
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.encode import to_json
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary
from corpuslint.rule import Severity

_SEVERITY: Mapping[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class RdJsonLines:
    """For reviewdog: ``corpuslint --format rdjsonl PATH | reviewdog -f=rdjsonl``."""

    needs = ("excerpt",)

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self.about = about

    def write(self, reports: Sequence[Report]) -> None:
        self.stream.write("".join(f"{to_json(self._diagnostic(report))}\n" for report in reports))

    def close(self, summary: Summary) -> None:
        """A file of lines has no end of its own."""

    def _diagnostic(self, report: Report) -> dict[str, Any]:
        finding, url = report.finding, self.about.url(report.finding.code)
        made: dict[str, Any] = {
            "message": escape(finding.message),
            "location": {"path": escape(finding.path), "range": _range(report)},
            "severity": _SEVERITY[finding.severity],
            "source": {"name": "corpuslint"},
            "code": {"value": finding.code} | ({"url": url} if url else {}),
        }
        if finding.related:
            made["related_locations"] = [{"message": "see", "location": _related(place)} for place in finding.related]
        return made


def _range(report: Report) -> dict[str, Any]:
    """Lines and columns; of what could not be read, whose bytes are not known, the line."""
    finding = report.finding
    if report.byte_columns is None:
        return {"start": {"line": finding.line}}
    first, last = report.byte_columns
    return {"start": {"line": finding.line, "column": first}, "end": {"line": finding.end_line, "column": last}}


def _related(place: Place) -> dict[str, Any]:
    lines = {"start": {"line": place.line}, "end": {"line": place.end_line}}
    return {"path": escape(place.path), "range": lines}
