"""Checkstyle's XML, which Jenkins and many review tools read. Columns are code points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary
from corpuslint.formats.xml import attributes


class Checkstyle:
    """An element a file with findings, in it an element a finding."""

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self._path: str | None = None
        stream.write('<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n')

    def write(self, reports: Sequence[Report]) -> None:
        for report in reports:
            finding = report.finding
            if finding.path != self._path:
                self._end_file()
                self._path = finding.path
                self.stream.write(f"  <file{attributes(name=finding.path)}>\n")
            place = attributes(line=finding.line, column=finding.column)
            what = attributes(severity=finding.severity, message=finding.message, source=f"corpuslint.{finding.code}")
            self.stream.write(f"    <error{place}{what}/>\n")

    def close(self, summary: Summary) -> None:
        self._end_file()
        self.stream.write("</checkstyle>\n")

    def _end_file(self) -> None:
        if self._path is not None:
            self.stream.write("  </file>\n")
