"""The first half of rules about many records: features of each record, in whichever process lints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.corpus.spool import Spool
from corpuslint.discover import Kind
from corpuslint.doc import Doc
from corpuslint.finding import Finding
from corpuslint.judge import Trouble, is_applicable
from corpuslint.linter import Linter
from corpuslint.read.record import Batch, Record
from corpuslint.reporting import trouble_finding
from corpuslint.rule import Corpus, Features


class Gathered(msgspec.Struct, frozen=True, gc=False):
    """A record that takes part: its place, by which records are ordered, and where it can be read again.

    ``features``: one for each item of ``codes``, the rules that share it; None where these take no part.
    """

    path: str
    kind: Kind
    line: int
    offset: int
    spool: str = ""
    start: int = 0
    codes: tuple[tuple[str, ...], ...] = ()
    features: tuple[Any, ...] = ()


def features_for(code: str, members: Iterable[Gathered]) -> Iterator[Any]:
    """What the rule of this code made of each record; None of one that takes no part in it."""
    known: tuple[tuple[str, ...], ...] = ()
    at = None
    for member in members:
        if member.codes is not known:  # the same for all that one process gathers
            known = member.codes
            at = next((at for at, codes in enumerate(known) if code in codes), None)
        yield None if at is None else member.features[at]


class Gatherer:
    """Works out the features of records, and puts away in a folder those that have any. Made once per process."""

    def __init__(self, linter: Linter, folder: Path):
        self._linter = linter
        self._spool = Spool(folder)
        sharing: dict[tuple[Any, ...], list[Corpus]] = {}
        for rule in linter.corpus_rules:
            sharing.setdefault((rule.features, tuple(rule.requires), tuple(rule.languages)), []).append(rule)
        self._sharing = list(sharing.values())
        self._codes = tuple(tuple(rule.code for rule in rules) for rules in self._sharing)

    def gather(self, batch: Batch) -> tuple[list[Gathered], list[Finding]]:
        """The records of a batch that take part, and what went wrong."""
        gathered: list[Gathered] = []
        problems: list[Finding] = []
        records, docs = [], []
        for index, text in enumerate(batch.texts):
            record = batch.record(index)
            if record.offset:  # a piece: its text takes no part, as a rule would see it as several
                first = record.line if record.kind == "lines" else 1
                gathered.append(Gathered(record.path, record.kind, first, record.offset))
            else:
                records.append(record)
                docs.append(self._linter.open_doc(text, record))
        features = self._features(docs, records, problems)
        for at, (record, doc) in enumerate(zip(records, docs, strict=True)):
            if doc.coverage:
                self._linter.coverage.update(doc.coverage)
            own = tuple([column[at] for column in features])
            if any(each is not None for each in own):
                place = record.path, record.kind, record.line, record.offset
                gathered.append(Gathered(*place, *self._spool.put(record), self._codes, own))
        self._spool.flush()
        return gathered, problems

    def _features(self, docs: Sequence[Doc], records: Sequence[Record], problems: list[Finding]) -> list[list[Any]]:
        """For all rules that share them the features of each document."""
        made: dict[Features, dict[int, Any]] = {}
        found: list[list[Any]] = []
        for rules in self._sharing:
            known = made.setdefault(rules[0].features, {})
            taking_part: Sequence[int] = range(len(docs))
            if rules[0].requires or rules[0].languages:
                taking_part = [i for i in taking_part if _takes_part(docs[i], rules)]
            new = [at for at in taking_part if at not in known]
            known.update(zip(new, _made(rules[0], [(docs[at], records[at]) for at in new], problems), strict=True))
            own: list[Any] = [None] * len(docs)
            for at in taking_part:
                own[at] = known[at]
            found.append(own)
        return found


def _takes_part(doc: Doc, rules: Sequence[Corpus]) -> bool:
    """Whether rules that require the same apply to a document; each counts where it does not."""
    applicable = [is_applicable(rule, doc) for rule in rules]
    return all(applicable) and doc.speaks(rules[0].languages)


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
