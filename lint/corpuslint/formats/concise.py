"""``path:line:column: CODE message``, one line a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from corpuslint.escape import escape, show_path
from corpuslint.finding import Finding
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.color import bold, by_severity, linked
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary, summary_line


class Concise:
    """The default: what editors and people read."""

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self.about = about

    def write(self, reports: Sequence[Report]) -> None:
        self.stream.write("".join(f"{concise_line(report.finding, self.about)}\n" for report in reports))

    def close(self, summary: Summary) -> None:
        if not self.about.quiet:
            self.stream.write(f"{summary_line(summary)}\n")


def concise_line(finding: Finding, about: About = PLAIN) -> str:
    """A finding in one line, whatever its path and message hold."""
    path = bold(show_path(finding.path), about.color)
    code = by_severity(finding.code, finding.severity, about.color)
    shown = linked(code, about.url(finding.code)) if about.links else code
    return f"{path}:{finding.line}:{finding.column}: {shown} {escape(finding.message)}"
