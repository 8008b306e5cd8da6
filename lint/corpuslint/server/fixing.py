"""Repairs of a document: what ``corpuslint clean`` would do about some of its findings, as an editor's edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpuslint.clean.edits import Edit
from corpuslint.clean.fixes import edits_for
from corpuslint.clean.rewriting import byte_edits
from corpuslint.finding import Finding
from corpuslint.read import Batch, Lines, Piece, Position, blocks, load
from corpuslint.server.checking import Checked


class Repair(NamedTuple):
    """A place of the document, and what it is to read. ``safe``: nothing is lost that anybody wants."""

    place: Position
    text: str
    safe: bool


def repairs(checked: Checked, findings: Sequence[Finding], *, unsafe: bool) -> list[Repair]:
    """What may be done about these findings of the document; in order, and no two overlap."""
    fixes = {code: rule.fix for code, rule in checked.about.rules.items() if rule.fix}
    fixable = [finding for finding in findings if finding.code in fixes]
    made: list[Repair] = []
    for block in blocks([checked.source], checked.options) if fixable else ():
        if not isinstance(block, Piece | Lines):
            continue
        batch = load(block, checked.options)
        for index, some in _by_text(batch, fixable):
            record = batch.record(index)
            edits = edits_for(record.text, batch.texts[index], some, fixes, offset=record.offset, unsafe=unsafe)
            made += _repairs(block, batch, index, edits)
    return made


def _by_text(batch: Batch, findings: Iterable[Finding]) -> Iterator[tuple[int, list[Finding]]]:
    """The texts that have any of the findings. A text that was cut into pieces is left alone."""
    lines = {origin.line: index for index in range(len(batch.texts)) if (origin := batch.origin(index))}
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        index = lines.get(finding.line) if finding.field is not None else _piece(batch, finding)
        if index is not None:
            found[index].append(finding)
    yield from sorted(found.items())


def _piece(batch: Batch, finding: Finding) -> int | None:
    """The one text of a batch that is no file of records, if the finding lies in it."""
    record = batch.record(0) if batch.texts else None
    inside = record is not None and record.offset <= finding.start <= finding.end <= record.offset + len(record.text)
    return 0 if inside else None


def _repairs(block: Piece | Lines, batch: Batch, index: int, edits: Sequence[Edit]) -> Iterator[Repair]:
    """Edits of a text as edits of the document, in which strings are escaped."""
    record = batch.record(index)
    for edit, as_bytes in zip(edits, byte_edits(block, batch, {index: edits}), strict=True):
        yield Repair(record.place(edit.start, edit.end), as_bytes.after.decode(), edit.safe)
