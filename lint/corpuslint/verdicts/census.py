"""The facts of the records of a block: what verdicts need to know of a record, wherever its findings come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from corpuslint.discover import kind_of
from corpuslint.doc import Doc
from corpuslint.metadata import Metadata, lacking
from corpuslint.read import Block, Lines, Piece, Trouble
from corpuslint.read.record import Batch, Record
from corpuslint.rule import Rule
from corpuslint.verdicts.facts import RecordFacts
from corpuslint.verdicts.words import count_words

UNJUDGED = ("CL902", "CL903", "CL908")
"""Codes of records that hold no text, or none that can be read."""

OpenDoc: TypeAlias = Callable[[str, Record], Doc]


def census(
    block: Block, batch: Batch, open_doc: OpenDoc, rules: Iterable[Rule], fields: Sequence[str]
) -> list[RecordFacts]:
    """The facts of all records of a block, those without a readable text too, in order.

    ``rules``: those that run; ``fields``: names of ``Metadata``'s fields, or of the record's own, dotted where they are
    nested.
    """
    conditions: dict[tuple[frozenset[str], tuple[str, ...]], list[str]] = defaultdict(list)
    for rule in rules:
        conditions[rule.languages, getattr(rule, "requires", ())].append(rule.code)
    facts = [*_unread(block, batch, len(fields))]
    for index, text in enumerate(batch.texts):
        record = batch.record(index)
        doc = open_doc(text, record)
        words, windows = count_words(text)
        na = [code for condition, codes in conditions.items() if not _applies(*condition, doc) for code in codes]
        facts.append(
            RecordFacts(
                path=record.path,
                line=record.line if record.kind == "lines" else 1,
                record=record.id,
                words=words,
                windows=tuple(record.offset + start for start in windows),
                checked=sum(map(len, conditions.values())) - len(na),
                na=tuple(sorted(na)),
                fields=tuple(_value(name, doc.metadata, doc.meta) for name in fields),
                offset=record.offset,
            )
        )
    return sorted(facts, key=lambda f: (f.line, f.offset)) if isinstance(block, Lines) else facts


def _applies(languages: frozenset[str], requires: tuple[str, ...], doc: Doc) -> bool:
    return doc.speaks(languages) and not (requires and lacking(requires, doc.metadata))


def _unread(block: Block, batch: Batch, fields: int) -> Iterator[RecordFacts]:
    """Records of which no text could be read. A file of records that is none as a whole has no records."""
    offset = block.start.offset if isinstance(block, Piece) else 0
    for found in batch.problems:
        if found.code not in UNJUDGED or (isinstance(block, Trouble) and _holds_records(found.path)):
            continue
        if not (offset and found.code == "CL908"):  # a text may have a long gap
            line = found.line if isinstance(block, Lines) else 1
            yield RecordFacts(found.path, line, None, fields=("",) * fields, offset=offset, problem=found.code)


def _holds_records(path: str) -> bool:
    kind = kind_of(path)
    return kind is not None and kind[0] == "lines"


def _value(name: str, metadata: Metadata, meta: Mapping[str, Any]) -> str:
    """A field as text; nothing for what is not there, or is no single value."""
    if name in metadata._fields:
        return str(getattr(metadata, name))
    value: Any = meta
    if name in meta:
        value = meta[name]
    else:
        for key in name.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, str | int | float) else ""
