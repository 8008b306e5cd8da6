"""The records by their verdicts: how many of each, how their points are spread, which are the worst."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import NamedTuple

from corpuslint.html_report.model import Bin
from corpuslint.sources.tally import Tallies, Tally
from corpuslint.verdicts.judging import Judgement
from corpuslint.verdicts.ledger import Known
from corpuslint.verdicts.verdict import DECISIONS, Decision, Verdict

EDGES = (0.0, 2.0, 4.0, 8.0, 15.0, 20.0, 30.0, 50.0)
"""Points at which a bar of the histogram ends; the first is for records without any."""


class Ranked(NamedTuple):
    """``worst``: the records with the worst verdicts, and of one verdict the densest, first.

    ``not_applicable``: how many records lack what a rule needs, by code.
    """

    verdicts: Counter[Decision]
    histogram: tuple[Bin, ...]
    worst: list[tuple[Known, Verdict]]
    words: int
    not_applicable: Counter[str]
    sources: dict[str, dict[str, Tally]]


def ranked(judgement: Judgement, most: int, by: Iterable[str]) -> Ranked:
    """All records counted, as many as wanted of the worst, and the sources ``by`` these fields."""
    spread: Counter[tuple[int, Decision]] = Counter()
    verdicts: Counter[Decision] = Counter()
    not_applicable: Counter[str] = Counter()
    words = 0
    tallies = {field: Tallies(judgement.ledger, field) for field in by}

    def counted() -> Iterator[tuple[Known, Verdict]]:
        nonlocal words
        for known, verdict in judgement:
            spread[bisect_left(EDGES, verdict.points), verdict.verdict] += 1
            verdicts[verdict.verdict] += 1
            not_applicable.update(verdict.na)
            words += verdict.words
            for tally in tallies.values():
                tally.add(known, verdict)
            yield known, verdict

    worst = nsmallest(most, counted(), key=_badness)
    sources = {field: tally.by_name for field, tally in tallies.items()}
    return Ranked(verdicts, bins(spread), worst, words, not_applicable, sources)


def _badness(judged: tuple[Known, Verdict]) -> tuple[int, float, float, str, int]:
    verdict = judged[1]
    return -DECISIONS.index(verdict.verdict), -verdict.density, -verdict.points, verdict.path, verdict.line


def bins(spread: Counter[tuple[int, Decision]]) -> tuple[Bin, ...]:
    """A bin for each edge, the last of them open, as far as there are records."""
    last = max((index for index, _ in spread), default=-1)
    edges = [EDGES[0], *EDGES]
    return tuple(
        Bin(
            edges[index],
            edges[index + 1] if index < len(EDGES) else None,
            *(spread[index, decision] for decision in DECISIONS),
        )
        for index in range(last + 1)
    )
