"""The concise line, then the source line with the hit marked beneath it; at the end the rules that found most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TextIO
from unicodedata import category, east_asian_width

from corpuslint.escape import show_path
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.color import by_severity, dim
from corpuslint.formats.concise import concise_line
from corpuslint.formats.report import Excerpt, Report
from corpuslint.formats.summary import Summary, statistics_table, summary_line

_MOST = 10
"""Rules that the table at the end lists."""

_PLACES = 10
"""Related places that are shown of a finding."""


class Full:
    """For reading findings without opening the files."""

    needs = ("excerpt",)

    def __init__(self, stream: TextIO, about: About = PLAIN):
        self.stream = stream
        self.about = about

    def write(self, reports: Sequence[Report]) -> None:
        self.stream.write("".join(f"{line}\n" for report in reports for line in self._lines(report)))

    def close(self, summary: Summary) -> None:
        if self.about.quiet:
            return
        if len(summary.by_code) > 1:
            rows = statistics_table(summary).splitlines()
            rest = [f"... and {len(rows) - _MOST:,} more rules"] if len(rows) > _MOST else []
            self.stream.write("".join(f"{row}\n" for row in (*rows[:_MOST], *rest, "")))
        self.stream.write(f"{summary_line(summary)}\n")

    def _lines(self, report: Report) -> Iterator[str]:
        finding, excerpt, color = report.finding, report.excerpt, self.about.color
        yield concise_line(finding, self.about)
        number = f"{finding.line}"
        blank = " " * len(number)
        if excerpt:
            # corpus text never begins a line: CI systems obey lines that look like commands
            indent, carets = mark(excerpt)
            yield dim(f"{blank} |", color)
            yield f"{dim(f'{number} |', color)} {excerpt.text}"
            yield f"{dim(f'{blank} |', color)} {indent}{by_severity(carets, finding.severity, color)}"
        if finding.end_line > finding.line:
            yield f"{blank} = up to {finding.end_line}:{finding.end_column}"
        for place in finding.related[:_PLACES]:
            yield f"{blank} = see {show_path(place.path)}:{place.line}:{place.column}"
        if (more := len(finding.related) - _PLACES) > 0:
            yield f"{blank} = and {more:,} more"
        yield ""


def mark(excerpt: Excerpt) -> tuple[str, str]:
    """Spaces up to the hit, and carets beneath it: at least one, for a hit between two characters."""
    before, hit = excerpt.text[: excerpt.start], excerpt.text[excerpt.start : excerpt.end]
    return " " * width(before), "^" * max(1, width(hit))


def width(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
