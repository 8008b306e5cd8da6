"""The first half of rules about many records: features of each record, in whichever process lints it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from corpuslint.corpus.spool import Locator, Spool
from corpuslint.doc import Doc
from corpuslint.finding import Finding
from corpuslint.judge import Trouble, is_applicable
from corpuslint.linter import Linter
from corpuslint.read.record import Batch, Record
from corpuslint.reporting import trouble_finding
from corpuslint.rule import Features


class Gathered(msgspec.Struct, frozen=True):
    """A record that takes part: its place, by which records are ordered, where it can be read again, and its features
    by rule. Rules that share a function share one object, in other processes too.
    """

    path: str
    line: int
    offset: int
    locator: Locator
    features: dict[str, Any]


class Gatherer:
    """Works out the features of records, and puts away in a folder those that have any. Made once per process."""

    def __init__(self, linter: Linter, folder: Path):
        self._linter = linter
        self._spool = Spool(folder)

    def gather(self, batch: Batch) -> tuple[list[Gathered], list[Finding]]:
        """The records of a batch that take part, and what went wrong."""
        gathered: list[Gathered] = []
        problems: list[Finding] = []
        for index, text in enumerate(batch.texts):
            record = batch.record(index)
            if record.offset:  # a piece: its text takes no part, as a rule would see it as several
                first = record.line if record.kind == "lines" else 1
                gathered.append(Gathered(record.path, first, record.offset, Locator("", 0), {}))
                continue
            doc = self._linter.open_doc(text, record)
            features = self._features(doc, record, problems)
            self._linter.coverage.update(doc.coverage)
            if features:
                locator = self._spool.put(record)
                gathered.append(Gathered(record.path, record.line, record.offset, locator, features))
        self._spool.flush()
        return gathered, problems

    def _features(self, doc: Doc, record: Record, problems: list[Finding]) -> dict[str, Any]:
        made: dict[Features, Any] = {}
        features: dict[str, Any] = {}
        for rule in self._linter.corpus_rules:
            if not is_applicable(rule, doc) or not doc.speaks(rule.languages):
                continue
            if rule.features not in made:
                try:
                    made[rule.features] = rule.features(doc)
                except (Exception, SystemExit) as error:  # a rule is anybody's code
                    made[rule.features] = None
                    reason = f"{type(error).__name__}: {error}"
                    problems.append(trouble_finding(record, Trouble(rule, 0, False, reason)))
            if made[rule.features] is not None:
                features[rule.code] = made[rule.features]
        return features
