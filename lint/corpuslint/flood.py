"""The engine's own findings, few enough to read: a file that is not what it seems to be has one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding
from corpuslint.formats.report import Report
from corpuslint.read.problem import problem

MOST = 100
"""Findings of one CL9xx code that are shown of a file."""


def stem(batches: Iterable[list[Report]], most: int = MOST) -> Iterator[list[Report]]:
    """The reports, and after a file's own one that says how many were left out, for each code of which some were.

    The reports of one file must follow each other. An empty batch stands at the end if the last file has none.
    """
    file = _File("", most)
    for batch in batches:
        kept: list[Report] = []
        for report in batch:
            if report.finding.path != file.path:
                kept += file.left_out()
                file = _File(report.finding.path, most)
            if file.takes(report.finding):
                kept.append(report)
        yield kept
    yield list(file.left_out())


class _File:
    """What has been seen of one file."""

    def __init__(self, path: str, most: int):
        self.path = path
        self._most = most
        self._seen: dict[str, int] = {}
        self._last: dict[str, Finding] = {}

    def takes(self, finding: Finding) -> bool:
        code = finding.code
        if code not in CODES:
            return True
        self._seen[code] = self._seen.get(code, 0) + 1
        if self._seen[code] <= self._most:
            return True
        self._last[code] = finding
        return False

    def left_out(self) -> Iterator[Report]:
        for code, last in self._last.items():
            message = f"{self._seen[code] - self._most:,} more {code} ({last.name}) in this file, the last one here"
            yield Report(problem("CL907", self.path, message, last.line, last.column))
