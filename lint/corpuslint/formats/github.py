"""Workflow commands of GitHub Actions, which it shows as annotations; the rest as plain lines of the log."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from corpuslint.errors import UsageError
from corpuslint.escape import escape
from corpuslint.finding import Finding
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.concise import concise_line
from corpuslint.formats.paths import path_below
from corpuslint.formats.report import Report
from corpuslint.formats.step_summary import step_summary
from corpuslint.formats.summary import Summary
from corpuslint.rule import Severity

_COMMAND: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
MOST = 10
"""Annotations of a level that GitHub shows of a step; it drops the others without a word."""


class GitHub:
    """Annotations up to GitHub's limits, one of them saying how many findings have none. Columns are code points.

    Where the runner asks for a summary of the step (``GITHUB_STEP_SUMMARY``), one is added to its file.
    """

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self.about = about
        self._workspace = os.environ.get("GITHUB_WORKSPACE")
        self._summary = os.environ.get("GITHUB_STEP_SUMMARY")
        self._shown: Counter[Severity] = Counter({"info": 1})  # the last notice is kept for the number of the others
        self._more = 0

    def write(self, reports: Sequence[Report]) -> None:
        self.stream.write("".join(f"{self._line(report.finding)}\n" for report in reports))

    def close(self, summary: Summary) -> None:
        if self._more:
            what = f"{self._more:,} more findings are not annotated: GitHub shows {MOST} of a level in a step."
            self.stream.write(f"::notice title=corpuslint::{what} All of them stand in the log of this step.\n")
        if self._summary:
            try:
                with Path(self._summary).open("a", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(step_summary(summary, self.about))
            except OSError as error:
                raise UsageError(f"GITHUB_STEP_SUMMARY: cannot write {self._summary}: {error.strerror}") from None

    def _line(self, finding: Finding) -> str:
        if self._shown[finding.severity] >= MOST:
            self._more += 1
            return concise_line(finding)
        self._shown[finding.severity] += 1
        return _annotation(finding, path_below(finding.path, self._workspace))


def _annotation(finding: Finding, path: str) -> str:
    place = {"file": path, "line": finding.line, "endLine": finding.end_line}
    if finding.line == finding.end_line:  # GitHub takes columns for a single line only
        place |= {"col": finding.column, "endColumn": finding.end_column}
    values = {"title": f"corpuslint ({finding.code})"} | place
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in values.items())
    return f"::{_COMMAND[finding.severity]} {properties}::{_data(concise_line(finding))}"


def _data(text: str) -> str:
    return escape(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
