"""JUnit's XML, as CI systems show test results: a suite a file with findings, a failed case a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from corpuslint.engine_codes import could_not_lint
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.concise import concise_line
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary
from corpuslint.formats.xml import attributes


class JUnit:
    """What the engine could not lint is an error, all else a failure. A clean run is one case that passes."""

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self._file: list[Report] = []
        self._any = False
        stream.write(f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites{attributes(name="corpuslint")}>\n')

    def write(self, reports: Sequence[Report]) -> None:
        for report in reports:
            if self._file and self._file[0].finding.path != report.finding.path:
                self._write_suite()
            self._file.append(report)

    def close(self, summary: Summary) -> None:
        self._write_suite()
        if not self._any:
            counts = attributes(name="corpuslint", tests=1, failures=0, errors=0)
            case = attributes(name="No findings", classname="corpuslint")
            self.stream.write(f"  <testsuite{counts}>\n    <testcase{case}/>\n  </testsuite>\n")
        self.stream.write("</testsuites>\n")

    def _write_suite(self) -> None:
        if not self._file:
            return
        self._any = True
        path = self._file[0].finding.path
        errors = sum(could_not_lint(report.finding) for report in self._file)
        counts = attributes(tests=len(self._file), failures=len(self._file) - errors, errors=errors)
        self.stream.write(f"  <testsuite{attributes(name=path)}{counts}>\n")
        self.stream.write("".join(f"    {_case(report)}\n" for report in self._file))
        self.stream.write("  </testsuite>\n")
        self._file.clear()


def _case(report: Report) -> str:
    finding = report.finding
    kind = "error" if could_not_lint(finding) else "failure"
    name = f"{finding.code} {finding.name} at {finding.line}:{finding.column}"
    case = attributes(name=name, classname=finding.path, file=finding.path, line=finding.line)
    what = attributes(message=concise_line(finding), type=finding.severity)
    return f"<testcase{case}><{kind}{what}/></testcase>"
