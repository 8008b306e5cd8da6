"""What a run reports."""

from __future__ import annotations

from typing import Any

import msgspec

from corpuslint.rule import Severity


class Place(msgspec.Struct, frozen=True, order=True):
    """Another place that a finding is about. Lines and columns from 1, in code points; ends are exclusive."""

    path: str
    record: str | None
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


class Finding(msgspec.Struct, frozen=True):
    """A hit with its address. The order of the fields is the order of the output.

    ``line`` and ``column`` (from 1, code points) address the file as an editor shows it; ``start`` and ``end`` are
    0-based code points of the record's text. ``record`` is the record's id, ``field`` where its text stands; both are
    None for a plain file. ``status``: that of a hit which has one; else output has no such key.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    message: str
    severity: Severity
    confidence: float | None = None
    record: str | None = None
    field: str | None = None
    start: int = 0
    end: int = 0
    related: tuple[Place, ...] = ()
    status: str | msgspec.UnsetType = msgspec.UNSET

    def order(self) -> tuple[Any, ...]:
        """What findings are sorted by: all their fields but the status, which may be unset."""
        return msgspec.structs.astuple(self)[:-1]

    def __lt__(self, other: Finding) -> bool:
        return self.order() < other.order()
