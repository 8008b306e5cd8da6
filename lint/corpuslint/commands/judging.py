"""What verdicts and a gate add to a run: most have neither, and load nothing of this."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from corpuslint.formats import Format
from corpuslint.formats.summary import Summary
from corpuslint.formats.verdicts import Verdicts
from corpuslint.groups import Group, rules_of
from corpuslint.settings import Settings
from corpuslint.verdicts.gate import Measured, evaluate, gate_lines, parse_condition
from corpuslint.verdicts.judging import Judgement, Medians
from corpuslint.verdicts.ledger import Ledger
from corpuslint.verdicts.reference import read_reference
from corpuslint.verdicts.scheme import Scheme, scheme_of
from corpuslint.verdicts.verdict import DECISIONS, Decision


def ledger_for(
    groups: Sequence[Group], settings: Settings, fields: Iterable[str] = (), *, pinned: bool = True
) -> Ledger:
    """An empty ledger for a run over these groups. ``fields``: what is to be known of each record besides;
    ``pinned``: whether medians that the configuration pins count, or only the corpus's own.
    """
    known = groups[0].linter.known
    scheme = scheme_of(settings.verdict, rules_of(groups), known, settings.where("verdict"))
    return Ledger(_pinned(scheme, settings) if pinned else scheme._replace(median=None, medians={}), fields)


def _pinned(scheme: Scheme, settings: Settings) -> Scheme:
    """The scheme with the medians of the file that the configuration names, if it names one."""
    name = settings.verdict.median
    if not isinstance(name, str):
        return scheme
    reference = read_reference(settings.root_of("verdict") / name, settings.where("verdict"))
    medians = {**reference.medians, **scheme.medians}
    said = f"pinned by {reference.said(name, scheme.costs)}"
    return scheme._replace(median=reference.median, medians=medians, pinned_by=said)


def verdicts_line(counts: Counter[Decision], medians: Medians) -> str:
    """``verdicts: keep 812, review 31, drop 12; median: 2.1 points per 1,000 words, the corpus's own``"""
    counted = ", ".join(f"{decision} {counts[decision]:,}" for decision in DECISIONS)
    return f"verdicts: {counted}; {median_said(medians)}"


def median_said(medians: Medians) -> str:
    """``median: 2.1 points per 1,000 words, the corpus's own``"""
    usual = f"{1000 * medians.corpus:.1f} points per 1,000 words, {medians.pinned or 'the corpus’s own'}"
    return f"median: {usual if medians.enough else 'none of so few records'}"


class Judging:
    """Judges the records of a run as far as they are wanted judged, and the run by its gate. ``ledger``: takes the
    records; None where only the gate is wanted.

    Raises ``UsageError`` for a scheme or a condition that cannot be followed.
    """

    def __init__(self, groups: Sequence[Group], settings: Settings):
        self._known = groups[0].linter.known
        self._baseline = settings.baseline is not None
        self._conditions = [parse_condition(text, self._known, settings.where("gate")) for text in settings.gate]
        self.ledger = ledger_for(groups, settings) if settings.judging else None
        self._counts: Counter[Decision] = Counter()
        self._medians: Medians | None = None

    def conclude(self, formats: Iterable[Format]) -> None:
        """Judge all records. Those formats that are about verdicts get them."""
        if self.ledger is None:
            return
        takers = [format for format in formats if isinstance(format, Verdicts)]
        judgement = Judgement(self.ledger)
        self._medians = judgement.medians
        for _, verdict in judgement:
            self._counts[verdict.verdict] += 1
            for format in takers:
                format.judge(verdict)

    def sum_up(self, summary: Summary, code: int, quiet: bool) -> int:
        """Says on standard error what came out; the exit code, which a gate decides where nothing has gone wrong."""
        if self._medians is not None and not quiet:
            print(verdicts_line(self._counts, self._medians), file=sys.stderr)
        if not self._conditions:
            return code
        measured = Measured(summary.records, self._counts, summary.by_code, self._baseline, summary.rules)
        outcomes = evaluate(self._conditions, measured, self._known)
        print(gate_lines(outcomes), end="", file=sys.stderr)
        return code if code == 2 else int(any(outcome.result == "fail" for outcome in outcomes))
