"""What a run found, counted as it comes; the findings themselves wait on disk for those that the page shows."""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from tempfile import TemporaryFile
from typing import NamedTuple

from corpuslint.finding import Finding
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary

PAIRS = 100
"""Copies of each kind that are shown at most."""

OTHER_ORIGIN = "DU105"
"""Its findings are about copies that another rule finds as well, and do not say which to keep."""

_KINDS = ("DU103", "DU102", OTHER_ORIGIN, "DU101")
"""Rules whose findings are about two records; those whose texts differ most first."""

_TEMPLATE = "DU104"
"""Its findings stand at a line, and are related to the first record that has it; those there to another one."""

FEWEST = 3
"""Records that a line stands in, for it to be listed."""


class At(NamedTuple):
    """A record: its file and line. A plain file is one record, at line 1."""

    path: str
    line: int


class Stretch(NamedTuple):
    """A stretch of a record's text, in code points."""

    at: At
    start: int
    end: int


class Counts:
    """Findings, and the records that have any, by code and by family.

    ``of_many``: the paths of files of many records.
    """

    def __init__(self, of_many: Container[str]):
        self._of_many = of_many
        self.findings: Counter[str] = Counter()
        self.records: Counter[str] = Counter()
        self.copies: dict[str, dict[tuple[At, At], Finding]] = {code: {} for code in _KINDS}
        self.pairs: Counter[str] = Counter()
        self._lines: dict[Stretch, tuple[int, At]] = {}
        self._before: set[tuple[str, At]] = set()

    def add(self, findings: Iterable[Finding]) -> None:
        """What was found in one block of records."""
        here: set[tuple[str, At]] = set()
        for found in findings:
            at = self.at(found)
            self.findings[found.code] += 1
            here.update(((found.code, at), (found.code[:2], at)))
            self._keep(found, at)
        self.records.update(code for code, _ in here - self._before)
        self._before = here  # a long text comes in pieces

    def at(self, found: Finding) -> At:
        """The record in which a finding stands."""
        return At(found.path, found.line if found.path in self._of_many else 1)

    def related(self, found: Finding) -> At:
        """The other record that a finding is about."""
        place = found.related[0]
        return At(place.path, place.line if place.path in self._of_many else 1)

    def shown_copies(self) -> list[list[Finding]]:
        """The copies to show: for two records what was found of both, what says which to keep first."""
        by_pair: dict[tuple[At, At], list[Finding]] = defaultdict(list)
        for code in _KINDS:
            for pair, found in self.copies[code].items():
                by_pair[pair].append(found)
        return [sorted(found, key=lambda f: f.code == OTHER_ORIGIN) for found in list(by_pair.values())[:PAIRS]]

    def all_copies(self) -> int:
        """How many copies there are, shown or not; those of other origin are copies by another rule too."""
        of_other_origin = self.pairs[OTHER_ORIGIN]
        return max(self.pairs.total() - of_other_origin, of_other_origin)

    def template_lines(self) -> list[tuple[Stretch, int]]:
        """Lines that stand in many records: where each stands first, and in how many; the most frequent first."""
        many = ((stretch, count) for stretch, (count, _) in self._lines.items() if count >= FEWEST)
        return sorted(many, key=lambda line: (-line[1], line[0]))

    def _stretch(self, found: Finding) -> Stretch:
        return Stretch(self.related(found), found.related[0].start, found.related[0].end)

    def _keep(self, found: Finding, at: At) -> None:
        if found.code == _TEMPLATE and found.related:
            first = min(Stretch(at, found.start, found.end), self._stretch(found))
            count, last = self._lines.get(first, (1, first.at))
            self._lines[first] = (count + (at not in (last, first.at)), at)
        elif found.code in self.copies and found.related:
            self.pairs[found.code] += 1
            kept = self.copies[found.code]
            if len(kept) < PAIRS:
                kept.setdefault((at, self.related(found)), found)


class Collector:
    """Takes the findings of a run, as a format does; ``counts`` and ``spool`` hold them."""

    def __init__(self, of_many: Container[str], spool: FindingSpool):
        self.counts = Counts(of_many)
        self.spool = spool

    def write(self, reports: Sequence[Report]) -> None:
        findings = [report.finding for report in reports]
        self.counts.add(findings)
        self.spool.add(findings)

    def close(self, summary: Summary) -> None:
        pass


class FindingSpool:
    """The findings of a run in a file without a name, which goes when it is closed. Memory holds none of them."""

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="corpuslint-")  # noqa: SIM115 (closed with this)

    def __enter__(self) -> FindingSpool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, findings: list[Finding]) -> None:
        """Puts findings away."""
        if findings:
            pickle.dump(findings, self._file, pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[Finding]:
        """All findings in the order in which they came."""
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            yield from pickle.load(self._file)

    def of(self, wanted: Container[At], counts: Counts) -> Mapping[At, list[Finding]]:
        """The findings in some records, in their order in the text."""
        found: dict[At, list[Finding]] = defaultdict(list)
        for finding in self:
            at = counts.at(finding)
            if at in wanted:
                found[at].append(finding)
        for findings in found.values():
            findings.sort(key=lambda f: (f.start, f.end, f.code))
        return found
