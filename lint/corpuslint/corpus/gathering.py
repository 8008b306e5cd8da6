"""The first half of rules about many records: features of each record, in whichever process lints it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.corpus.spool import Locator, Spool
from corpuslint.discover import Kind
from corpuslint.doc import Doc
from corpuslint.finding import Finding
from corpuslint.judge import Trouble, is_applicable
from corpuslint.linter import Linter
from corpuslint.read.record import Batch, Record
from corpuslint.reporting import trouble_finding
from corpuslint.rule import Corpus, Features


class Gathered(msgspec.Struct, frozen=True):
    """A record that takes part: its place, by which records are ordered, where it can be read again, and its features
    by rule. Rules that share a function share one object, in other processes too.
    """

    path: str
    kind: Kind
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
        records, docs = [], []
        for index, text in enumerate(batch.texts):
            record = batch.record(index)
            if record.offset:  # a piece: its text takes no part, as a rule would see it as several
                first = record.line if record.kind == "lines" else 1
                gathered.append(Gathered(record.path, record.kind, first, record.offset, Locator("", 0), {}))
            else:
                records.append(record)
                docs.append(self._linter.open_doc(text, record))
        for record, doc, features in zip(records, docs, self._features(docs, records, problems), strict=True):
            self._linter.coverage.update(doc.coverage)
            if features:
                locator = self._spool.put(record)
                gathered.append(Gathered(record.path, record.kind, record.line, record.offset, locator, features))
        self._spool.flush()
        return gathered, problems

    def _features(
        self, docs: Sequence[Doc], records: Sequence[Record], problems: list[Finding]
    ) -> list[dict[str, Any]]:
        """For each document its features by rule."""
        made: dict[Features, dict[int, Any]] = {}
        found: list[dict[str, Any]] = [{} for _ in docs]
        for rule in self._linter.corpus_rules:
            known = made.setdefault(rule.features, {})
            taking_part: Sequence[int] = range(len(docs))
            if rule.requires or rule.languages:
                taking_part = [
                    i for i in taking_part if is_applicable(rule, docs[i]) and docs[i].speaks(rule.languages)
                ]
            new = [at for at in taking_part if at not in known]
            known.update(zip(new, _made(rule, [(docs[at], records[at]) for at in new], problems), strict=True))
            for at in taking_part:
                if known[at] is not None:
                    found[at][rule.code] = known[at]
        return found


def _made(rule: Corpus, given: Sequence[tuple[Doc, Record]], problems: list[Finding]) -> list[Any]:
    """What the rule makes of these documents; None where it crashes, which is added to the problems."""
    if rule.features_of_all:
        with suppress(Exception, SystemExit):  # a rule is anybody's code
            found = list(rule.features_of_all([doc for doc, _ in given]))
            if len(found) == len(given):
                return found
    return [_made_of_one(rule, doc, record, problems) for doc, record in given]


def _made_of_one(rule: Corpus, doc: Doc, record: Record, problems: list[Finding]) -> Any:
    try:
        return rule.features(doc)
    except (Exception, SystemExit) as error:  # a rule is anybody's code
        reason = f"{type(error).__name__}: {error}"
        problems.append(trouble_finding(record, Trouble(rule, 0, False, reason)))
        return None
