"""JSON Lines: a verdict a line, for every record, those without findings too; its keys are those of ``Verdict``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.encode import to_json
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary
from corpuslint.verdicts.verdict import Verdict


class Verdicts:
    """For programs that keep, review or drop records. Nothing is written before all records are known."""

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream

    def write(self, reports: Sequence[Report]) -> None:
        """Findings are part of the verdicts."""

    def judge(self, verdict: Verdict) -> None:
        """One more record."""
        self.stream.write(f"{to_json(verdict)}\n")

    def close(self, summary: Summary) -> None:
        """A file of lines has no end of its own."""
