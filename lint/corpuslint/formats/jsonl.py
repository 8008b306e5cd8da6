"""JSON Lines: a finding a line, its keys those of ``Finding``. Nothing when nothing is found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.encode import to_json
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary


class JsonLines:
    """For programs that read findings as they come."""

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream

    def write(self, reports: Sequence[Report]) -> None:
        self.stream.write("".join(f"{to_json(report.finding)}\n" for report in reports))

    def close(self, summary: Summary) -> None:
        """A file of lines has no end of its own."""
