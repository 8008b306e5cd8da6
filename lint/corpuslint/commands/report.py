"""``corpuslint report PATH…``: a run as one HTML file to look at."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from corpuslint.commands.epilogue import coverage
from corpuslint.commands.judged import Judged, judged_run
from corpuslint.commands.judging import verdicts_line
from corpuslint.escape import show_path
from corpuslint.formats import Format
from corpuslint.formats.whole_file import file_named, whole_file
from corpuslint.groups import Group
from corpuslint.html_report.collect import FIELDS, Ended, collect, rank
from corpuslint.html_report.counting import Collector, FindingSpool
from corpuslint.html_report.ranking import Ranked
from corpuslint.html_report.render import needs_jinja, render
from corpuslint.options import paths_of
from corpuslint.settings import Settings
from corpuslint.verdicts.gate import Measured, Outcome, evaluate, parse_condition


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code: 2 where a file or record could not be read."""
    needs_jinja()
    paths = paths_of(arguments)
    target = file_named(arguments.output, "--output")
    with FindingSpool() as spool:
        taking = _Taking(spool)
        judged = judged_run(arguments, paths, FIELDS, taking.begin, output=target)
        ranked = rank(judged.judgement)
        ended = Ended(
            paths=paths,
            groups=judged.groups,
            settings=taking.settings,
            summary=judged.summary,
            hidden=judged.hidden,
            judgement=judged.judgement,
            ranked=ranked,
            found=taking.collector,
            gate=taking.gate(judged, ranked),
        )
        timestamp = datetime.now(UTC).isoformat(" ", "minutes") if arguments.timestamp else None
        page = collect(ended, arguments.text, timestamp)
    with whole_file(target) as stream:
        stream.write(render(page))
    print(coverage(judged.groups, judged.summary, judged.hidden), file=sys.stderr)
    print(verdicts_line(ranked.verdicts, judged.judgement.medians), file=sys.stderr)
    print(f"the report is in {show_path(str(target))}", file=sys.stderr)
    return judged.code


class _Taking:
    """What is known when the run begins: settings, conditions of the gate, and what takes the findings."""

    settings: Settings
    collector: Collector

    def __init__(self, spool: FindingSpool):
        self._spool = spool

    def begin(self, groups: Sequence[Group], settings: Settings) -> Format:
        sources = (item for group in groups for item in group.sources)
        known = groups[0].linter.known
        self.settings = settings
        self._conditions = [parse_condition(text, known, settings.where("gate")) for text in settings.gate]
        self.collector = Collector({item.path for item in sources if item.kind == "lines"}, self._spool)
        return self.collector

    def gate(self, judged: Judged, ranked: Ranked) -> list[Outcome]:
        """What became of the conditions."""
        records, baseline = sum(ranked.verdicts.values()), self.settings.baseline is not None
        measured = Measured(records, ranked.verdicts, judged.summary.by_code, baseline, judged.summary.rules)
        return evaluate(self._conditions, measured, judged.groups[0].linter.known)
