"""GitLab's Code Quality report: what a merge request shows beside changed lines."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TextIO

from corpuslint.escape import escape
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.encode import to_json
from corpuslint.formats.numbering import Numbering
from corpuslint.formats.paths import path_below
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary
from corpuslint.rule import Severity

_SEVERITY: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


class GitLab:
    """One JSON array. Paths are relative to the project's folder where the job runs below it."""

    needs = ("evidence",)

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self._project = os.environ.get("CI_PROJECT_DIR")
        self._numbering = Numbering()
        self._separator = "\n"
        stream.write("[")

    def write(self, reports: Sequence[Report]) -> None:
        for report in reports:
            finding = report.finding
            issue = {
                "description": f"{finding.code}: {escape(finding.message)}",
                "check_name": finding.name,
                "fingerprint": self._numbering.name(report),
                "severity": _SEVERITY[finding.severity],
                "location": {"path": path_below(finding.path, self._project), "lines": {"begin": finding.line}},
            }
            self.stream.write(self._separator + to_json(issue))
            self._separator = ",\n"

    def close(self, summary: Summary) -> None:
        self.stream.write("]\n" if self._separator == "\n" else "\n]\n")
