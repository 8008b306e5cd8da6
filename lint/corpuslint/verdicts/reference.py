"""Medians of a corpus that is trusted, in a file: what other corpora are judged against."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from corpuslint.errors import UsageError
from corpuslint.escape import show_path
from corpuslint.verdicts.keys import Number

SHOWN = 5
"""Rules that are named where a reference was measured by others."""


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``corpuslint medians`` writes. ``date``: when it was measured; ``records``: on how many.

    median, medians: points per 1,000 words that are usual in all records, and by genre; points: what a finding of each
    rule cost that ran. Points of other rules, or other points, cannot be compared with these medians.
    """

    date: str
    corpuslint: str
    records: int
    median: Number
    medians: dict[str, Number]
    points: dict[str, float]

    def said(self, name: str, points: Mapping[str, float]) -> str:
        """``reference.json of 2026-05-01 (1,204 records)``, and whether it was measured by other points."""
        odd = sorted(code for code in {*self.points, *points} if self.points.get(code) != points.get(code))
        more = ", …" if len(odd) > SHOWN else ""
        other = f", measured with other rules or points: {', '.join(odd[:SHOWN])}{more}" if odd else ""
        return f"{show_path(name)} of {self.date} ({self.records:,} records{other})"


def read_reference(path: Path, where: str = "") -> Reference:
    """The file's medians. ``where`` begins an error. Raises ``UsageError`` where it is none."""
    way_out = "write one with: corpuslint medians PATH -o FILE"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Reference)
    except OSError as error:
        raise UsageError(f"{where}verdict.median: {show_path(str(path))}: {error.strerror}; {way_out}") from None
    except msgspec.DecodeError as error:
        raise UsageError(
            f"{where}verdict.median: {show_path(str(path))}: no file of medians ({error}); {way_out}"
        ) from None
