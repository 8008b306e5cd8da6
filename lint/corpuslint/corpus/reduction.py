"""The second half of rules about many records: one check of all that was gathered, and findings of what it yields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, groupby
from operator import itemgetter
from typing import cast

from corpuslint.corpus.collection import Collection
from corpuslint.corpus.gathering import Gathered, features_for
from corpuslint.corpus.spool import SpoolReader
from corpuslint.formats.report import Report, order
from corpuslint.judge import Trouble
from corpuslint.reporting import capped, report_of, trouble_finding
from corpuslint.rule import Corpus, CorpusCheck, CorpusCheckWithOptions, CorpusHit, Features, Hit
from corpuslint.settings import Settings


def reduced(
    gathered: Iterable[Gathered],
    rules: Iterable[Corpus],
    settings: Settings,
    *,
    excerpts: bool = False,
    evidences: bool = False,
) -> list[Report]:
    """What the rules find in all records together, in order."""
    members = sorted(_whole(gathered), key=lambda member: (member.path, member.line, member.offset))
    reader = SpoolReader()
    collections: dict[tuple[Features, bytes], Collection] = {}
    made: list[Report] = []
    try:
        for rule in rules:
            features = list(features_for(rule.code, members))
            taking_part = bytes(each is not None for each in features)
            key = rule.features, taking_part
            if key not in collections:
                chosen, own = (list(compress(all_of, taking_part)) for all_of in (members, features))
                collections[key] = Collection(chosen, own, reader, settings.prefer)
            most = settings.max_findings_per_rule
            made += _reports(rule, collections[key], most, excerpts=excerpts, evidences=evidences)
    finally:
        reader.close()
    return sorted(made, key=order)


def _whole(gathered: Iterable[Gathered]) -> list[Gathered]:
    """The records that were not cut in pieces."""
    members = list(gathered)
    cut = {(member.path, member.line) for member in members if member.offset}
    return [member for member in members if (member.path, member.line) not in cut]


def _hits(rule: Corpus, collection: Collection) -> Iterable[CorpusHit]:
    if rule.options is None:
        return cast(CorpusCheck, rule.check)(collection)
    return cast(CorpusCheckWithOptions, rule.check)(collection, rule.options)


def _reports(rule: Corpus, collection: Collection, most: int, *, excerpts: bool, evidences: bool) -> Iterator[Report]:
    if not len(collection):
        return
    try:
        found = list(_found(_hits(rule, collection), rule, collection, excerpts=excerpts, evidences=evidences))
    except (Exception, SystemExit) as error:  # a rule is anybody's code
        reason = f"{type(error).__name__}: {error}"
        yield Report(trouble_finding(collection.record(0), Trouble(rule, 0, False, reason)))
        return
    for index, reports in groupby(found, itemgetter(0)):
        kept = [report for _, report in reports]
        if most and len(kept) > most:
            record = collection.record(index)
            kept = [*kept[:most], Report(capped(record, rule, most, kept[most].finding.start - record.offset))]
        yield from kept


def _found(
    hits: Iterable[CorpusHit], rule: Corpus, collection: Collection, *, excerpts: bool, evidences: bool
) -> Iterator[tuple[int, Report]]:
    """The index of the record and the report of every hit, in the order of the records."""
    for passage, message, confidence, related in sorted(hits, key=lambda hit: (hit.passage, hit.message or "")):
        record = collection.record(passage.record)
        own = Hit(passage.start, passage.end, message, confidence)
        others = [(collection.record(other.record), other.start, other.end) for other in related]
        yield passage.record, report_of(record, own, rule, others, excerpts=excerpts, evidences=evidences)
