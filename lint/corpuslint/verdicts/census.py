"""The facts of the records of a block: what verdicts need to know of a record, wherever its findings come from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from corpuslint.discover import kind_of
from corpuslint.metadata import Metadata, metadata_of
from corpuslint.read import Block, Lines, Trouble
from corpuslint.read.record import Batch, Record
from corpuslint.rule import Rule
from corpuslint.verdicts.facts import RecordFacts
from corpuslint.verdicts.words import count_words

UNJUDGED = ("CL902", "CL903", "CL908")
"""Codes of records that hold no text, or none that can be read."""

_Required: TypeAlias = Sequence[tuple[str, Collection[str]]]


def census(block: Block, batch: Batch, rules: Iterable[Rule], fields: Sequence[str]) -> list[RecordFacts]:
    """The facts of all records of a block, those without a readable text too, in order.

    ``fields``: names of ``Metadata``'s fields, or of the record's own, dotted where they are nested.
    """
    running = list(rules)
    required = [(rule.code, needed) for rule in running if (needed := getattr(rule, "requires", ()))]
    facts = [*_unread(block, batch, len(fields))]
    for index, text in enumerate(batch.texts):
        record = batch.record(index)
        words, windows = count_words(text)
        na, values = _said(record, required, fields) if required or fields else ((), ())
        facts.append(
            RecordFacts(
                path=record.path,
                line=record.line if record.kind == "lines" else 1,
                record=record.id,
                words=words,
                windows=tuple(record.offset + start for start in windows),
                checked=len(running) - len(na),
                na=na,
                fields=values,
                offset=record.offset,
            )
        )
    return sorted(facts, key=lambda f: f.line) if isinstance(block, Lines) else facts


def _unread(block: Block, batch: Batch, fields: int) -> Iterator[RecordFacts]:
    """Records of which no text could be read. A file of records that is none as a whole has no records."""
    for found in batch.problems:
        if found.code in UNJUDGED and not (isinstance(block, Trouble) and _holds_records(found.path)):
            line = found.line if isinstance(block, Lines) else 1
            yield RecordFacts(found.path, line, None, fields=("",) * fields, problem=found.code)


def _holds_records(path: str) -> bool:
    kind = kind_of(path)
    return kind is not None and kind[0] == "lines"


def _said(record: Record, required: _Required, fields: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rules that lack something in the record's metadata, and what it says of some fields."""
    metadata = metadata_of(record.meta)
    na = tuple(code for code, needed in required if any(not getattr(metadata, name) for name in needed))
    return na, tuple(_value(name, metadata, record.meta) for name in fields)


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
