"""A run of which verdicts alone are wanted: all records linted and judged, nothing reported but what went wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, TypeAlias

from corpuslint.commands.check import Course, lint_all, suppressor
from corpuslint.commands.epilogue import coverage
from corpuslint.commands.inputs import complain_of_nothing, sources_of, spare_inputs
from corpuslint.commands.judging import ledger_for, median_said
from corpuslint.commands.progress import Progress, is_watched, teller
from corpuslint.discover import Source
from corpuslint.errors import UsageError
from corpuslint.formats import Format
from corpuslint.formats.concise import concise_line
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary
from corpuslint.groups import Group, grouped
from corpuslint.options import Configured, ignore_file_of
from corpuslint.settings import Settings
from corpuslint.verdicts.judging import Judgement


class Judged(NamedTuple):
    """All records judged. ``summary``: the run in numbers; ``hidden``: findings that are suppressed; ``code``: 2 where
    something could not be read, else 0.
    """

    judgement: Judgement
    groups: Sequence[Group]
    sources: Sequence[Source]
    summary: Summary
    hidden: int
    code: int

    @property
    def said(self) -> str:
        """Two lines: what was linted, and by which median it was judged."""
        return f"{coverage(self.groups, self.summary, self.hidden)}\n{median_said(self.judgement.medians)}"


class _Problems:
    """A format that shows what went wrong, on standard error."""

    def write(self, reports: Sequence[Report]) -> None:
        own = (r.finding for r in reports if r.finding.code.startswith("CL") and r.finding.severity != "info")
        print("".join(f"{concise_line(found)}\n" for found in own), end="", file=sys.stderr)

    def close(self, summary: Summary) -> None:
        pass


Taker: TypeAlias = "Callable[[Sequence[Group], Settings], Format]"


def judged_run(
    arguments: argparse.Namespace,
    paths: Sequence[str],
    fields: Iterable[str] = (),
    taker: Taker | None = None,
    *,
    output: Path | None = None,
    pinned: bool = True,
) -> Judged:
    """Lint and judge all that the paths name. ``fields``: what is to be known of each record besides; ``taker``: given
    what will be linted and the settings of the run, makes what takes the findings; ``output``: the file that will be
    written, which must be none of those; ``pinned``: whether medians that the configuration pins count, or only the
    corpus's own.

    The engine's own warnings and errors are printed on standard error.
    """
    started = perf_counter()
    configured = Configured(arguments, paths, judging=True)
    settings = configured.run
    groups = grouped(sources_of(arguments, paths, settings), configured, paths, tell=teller(arguments))
    sources = [item for group in groups for item in group.sources]
    if not sources:
        complain_of_nothing(paths, settings)
    if output is not None:
        if output.is_dir():
            raise UsageError(f"--output {output}: this is a folder; name a file in it")
        spare_inputs(sources, [output], "--output")
    ledger = ledger_for(groups, settings, fields, pinned=pinned)
    suppress = suppressor(groups, paths, ignore_file=ignore_file_of(arguments, paths), baseline=settings.baseline)
    progress = Progress(len(sources), sys.stderr, is_watched(sys.stderr, os.environ))
    course = Course(suppress, progress, started, ledger=ledger)
    formats = (_Problems(), *([taker(groups, settings)] if taker else []))
    summary, code, hidden = lint_all(groups, settings, formats, course)
    return Judged(Judgement(ledger), groups, sources, summary, hidden, 2 if code == 2 else 0)
