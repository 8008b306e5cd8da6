"""The verdicts of all records by file and line: nine bytes a record."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from corpuslint.verdicts.verdict import DECISIONS, Decision


class Decisions:
    """Filled with verdicts in the order of the records' lines."""

    def __init__(self) -> None:
        self._lines: dict[str, array[int]] = {}
        self._decided: dict[str, bytearray] = {}

    def add(self, path: str, line: int, decision: Decision) -> None:
        """The verdict of one more record."""
        self._lines.setdefault(path, array("q")).append(line)
        self._decided.setdefault(path, bytearray()).append(DECISIONS.index(decision))

    def of_file(self, path: str) -> Decision | None:
        """The verdict of a plain file; None for one that could not be opened."""
        decided = self._decided.get(path)
        return DECISIONS[decided[0]] if decided else None

    def of_lines(self, path: str, lines: Iterable[bytes]) -> Iterator[tuple[bytes, Decision]]:
        """The lines of a file that hold a record, each with the record's verdict. ``lines``: all of them, in order."""
        known = zip(self._lines.get(path, ()), self._decided.get(path, ()), strict=True)
        wanted, decided = next(known, (0, 0))
        for number, line in enumerate(lines, 1):
            if number == wanted:
                yield line, DECISIONS[decided]
                wanted, decided = next(known, (0, 0))
