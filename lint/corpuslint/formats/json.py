"""One JSON document: ``{"schema": 1, "findings": [...], "summary": {...}}``, a finding a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.encode import to_json
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary

SCHEMA = 1
"""Raised when a key changes its meaning or goes; new keys may come at any time."""


class Json:
    """For programs that read a run as a whole; it is written piece by piece nevertheless."""

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self._separator = "\n"
        stream.write(f'{{"schema": {SCHEMA}, "findings": [')

    def write(self, reports: Sequence[Report]) -> None:
        for report in reports:
            self.stream.write(self._separator + to_json(report.finding))
            self._separator = ",\n"

    def close(self, summary: Summary) -> None:
        end = "" if self._separator == "\n" else "\n"
        self.stream.write(f'{end}], "summary": {to_json(summary)}}}\n')
