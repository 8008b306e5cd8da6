"""The edits of the texts of a batch: they are linted and mended until nothing more is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpuslint.clean.edits import Edit, apply, compose
from corpuslint.clean.fixes import edits_for
from corpuslint.errors import UsageError
from corpuslint.formats.report import Report
from corpuslint.linter import Linter
from corpuslint.read.address import FileAddress
from corpuslint.read.markdown import mask
from corpuslint.read.record import Batch, FileRecord, Record
from corpuslint.rule import Fix
from corpuslint.suppression.comments import MARK
from corpuslint.suppression.ignore_file import IgnoreFile

PASSES = 100
"""Rounds after which repairs that never end are given up."""


@dataclass(frozen=True)
class Cleaner:
    """Rules that may change texts: ``fixes`` by code. What comments and the ignore file suppress is left alone."""

    linter: Linter
    fixes: Mapping[str, Fix]
    unsafe: bool = False
    ignore_file: IgnoreFile | None = None

    def edits(self, batch: Batch) -> dict[int, list[Edit]]:
        """The edits of each text that has any, by its index. Cleaning the outcome again changes nothing."""
        total = self._once(batch.texts, batch.record)
        current = {index: _draft(batch.record(index), edits) for index, edits in total.items()}
        for _ in range(PASSES):
            if not current:
                return total
            indices, drafts = list(current), list(current.values())
            masked = [mask(d.text, front_matter=d.offset == 0) if d.kind == "markdown" else d.text for d in drafts]
            more = self._once(masked, drafts.__getitem__)
            current = {indices[place]: _draft(drafts[place], edits) for place, edits in more.items()}
            for place, edits in more.items():
                index = indices[place]
                total[index] = compose(total[index], drafts[place].text, edits)
        codes = ", ".join(sorted({code for index in current for edit in total[index] for code in edit.codes}))
        raise UsageError(f"{batch.record(next(iter(current))).path}: repairs that never end; --ignore some of {codes}")

    def _once(self, masked: Sequence[str], record_at: Callable[[int], Record]) -> dict[int, list[Edit]]:
        found = self.linter.lint_records(masked, record_at, evidences=self.ignore_file is not None)
        edits: dict[int, list[Edit]] = {}
        for index, linted in found.items():
            record = record_at(index)
            wanted = [report.finding for report in self._wanted(record, masked[index], linted.reports)]
            made = edits_for(record.text, masked[index], wanted, self.fixes, offset=record.offset, unsafe=self.unsafe)
            if made:
                edits[index] = made
        return edits

    def _wanted(self, record: Record, masked: str, reports: Sequence[Report]) -> list[Report]:
        """The reports that may be acted on."""
        if record.kind == "markdown" and MARK in masked:
            reports = self.linter.heed(record, masked, reports)
        return [r for r in reports if r.finding.code in self.fixes and not (r.suppression or self._ignored(r))]

    def _ignored(self, report: Report) -> bool:
        ignore_file, found = self.ignore_file, report.evidence
        return ignore_file is not None and found is not None and ignore_file.ignores(report.finding, found)


def _draft(record: Record, edits: Sequence[Edit]) -> FileRecord:
    """The record with its text edited."""
    text = apply(record.text, edits)
    draft = FileRecord(record.path, record.kind, text, FileAddress(text))
    draft.id, draft.field, draft.meta = record.id, record.field, record.meta
    draft.offset = record.offset
    return draft
