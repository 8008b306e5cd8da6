"""The texts of some records, read again from where they stand: memory holds one block at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpuslint.groups import Group
from corpuslint.html_report.counting import At
from corpuslint.metadata import Metadata, metadata_of
from corpuslint.read import Batch, ReadOptions, blocks, load


class Read(NamedTuple):
    """A record as it stands in its file. Of a text that is read in pieces it is the first."""

    at: At
    id: str | None
    text: str
    metadata: Metadata


def texts_of(groups: Iterable[Group], wanted: Iterable[At]) -> Iterator[Read]:
    """The records that stand at these places, in the order of the files."""
    lines: dict[str, set[int]] = defaultdict(set)
    for path, line in wanted:
        lines[path].add(line)
    for group in groups:
        options = ReadOptions(text_field=group.settings.text_field, id_field=group.settings.id_field)
        for source in group.sources:
            left = lines.pop(source.path, set())
            for block in blocks([source], options) if left else ():
                for read in _wanted(load(block, options), left):
                    left.discard(read.at.line)
                    yield read
                if not left:
                    break


def _wanted(batch: Batch, lines: set[int]) -> Iterator[Read]:
    for index in range(len(batch.texts)):
        record = batch.record(index)
        line = record.line if record.kind == "lines" else 1
        if line in lines and not record.offset:
            yield Read(At(record.path, line), record.id, record.text, metadata_of(record.meta))
