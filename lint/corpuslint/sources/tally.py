"""Records counted by where they come from; copies of one text within a source are counted once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corpuslint.verdicts.judging import Judgement
from corpuslint.verdicts.ledger import Known, Ledger
from corpuslint.verdicts.verdict import Decision, Verdict

SAME = ("exact-copy", "near-copy")
"""Kinds of copies that are the same text once more; a derived copy is a text of its own."""

BY_PLACE: Mapping[str, Callable[[str], str]] = {
    "file": lambda path: path,
    "folder": lambda path: str(PurePosixPath(path).parent),
}
"""Sources that need no field: by the path of the record's file."""


@dataclass
class Tally:
    """A source in counts. ``findings`` and ``found_in`` (records): by code, of rules that cost anything."""

    records: int = 0
    words: int = 0
    copies: int = 0
    verdicts: Counter[Decision] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    found_in: Counter[str] = field(default_factory=Counter)

    @property
    def flagged(self) -> int:
        """Records to review or drop."""
        return self.verdicts["review"] + self.verdicts["drop"]

    def add(self, verdict: Verdict) -> None:
        """One more record."""
        self.records += 1
        self.words += verdict.words
        self.verdicts[verdict.verdict] += 1
        for reason in verdict.reasons:
            if reason.count:
                self.findings[reason.code] += reason.count
                self.found_in[reason.code] += 1


class Tallies:
    """The sources of the records of a ledger, ``by_name``; nothing is the name where a record has none.

    ``by``: ``file``, ``folder``, or one of the ledger's fields.
    """

    def __init__(self, ledger: Ledger, by: str):
        self.by_name: dict[str, Tally] = defaultdict(Tally)
        self._source_of = namer(ledger, by)
        self._left_out = _further_copies(ledger, self._source_of)

    def add(self, known: Known, verdict: Verdict) -> None:
        """One more record."""
        tally = self.by_name[self._source_of(known)]
        if (known.path, known.line) in self._left_out:
            tally.copies += 1
        else:
            tally.add(verdict)


def tallied(judgement: Judgement, by: str) -> dict[str, Tally]:
    """The sources of all records: see ``Tallies``."""
    tallies = Tallies(judgement.ledger, by)
    for known, verdict in judgement:
        tallies.add(known, verdict)
    return tallies.by_name


def namer(ledger: Ledger, by: str) -> Callable[[Known], str]:
    """What gives the source of a record."""
    if by in BY_PLACE:
        name_of = BY_PLACE[by]
        return lambda known: name_of(known.path)
    at = ledger.fields.index(by)
    return lambda known: known.fields[at]


def _further_copies(ledger: Ledger, source_of: Callable[[Known], str]) -> set[tuple[str, int]]:
    """The records that say once more what another one of their source says: the one to keep stays, or else the first
    by path and line, so that the order of the input does not matter.
    """
    groups: dict[tuple[str, str, int], list[tuple[str, int]]] = defaultdict(list)
    for known in ledger:
        same = [copy for copy in known.copies if copy.kind in SAME]
        if same:
            kept = min((copy.path, copy.line) for copy in same)
            groups[source_of(known), *kept].append((known.path, known.line))
    left_out: set[tuple[str, int]] = set()
    for (source, path, line), members in groups.items():
        original = ledger.at(path, line)
        inside = original is not None and source_of(original) == source
        left_out.update(sorted(members)[0 if inside else 1 :])
    return left_out
