"""The engine's own findings, few enough to read: a file that is not what it seems to be has one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding
from corpuslint.formats.report import Report
from corpuslint.read.problem import problem
from corpuslint.run import Done

MOST = 100
"""Findings of one CL9xx code that are shown of a file."""


def stem(results: Iterable[Done], most: int = MOST) -> Iterator[Done]:
    """The results, with no more reports of one code and file; after a file's own, one says how many were left out.

    The reports of one file must follow each other.
    """
    file = _File("", most)
    for done in results:
        kept: list[Report] = []
        for report in done.reports:
            if report.finding.path != file.path:
                kept += file.left_out()
                file = _File(report.finding.path, most)
            if file.takes(report.finding):
                kept.append(report)
        yield msgspec.structs.replace(done, reports=kept)
    if rest := list(file.left_out()):
        yield Done(rest, 0, 0, {}, {})


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
