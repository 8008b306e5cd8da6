"""Records put away on disk, to be read again by whoever compares them. Memory holds where they are, and no text."""

from __future__ import annotations

import os
import pickle
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkstemp
from typing import IO, cast

from corpuslint.read.record import Record

_SIZE = 8
"""Bytes before each record that say how many it takes."""


class Spool:
    """A file of its own in a folder that all processes of a run share. Takes as much disk as the input, decompressed.

    The folder must be private: what is read from it is trusted.
    """

    def __init__(self, folder: Path):
        file, path = mkstemp(dir=folder)
        os.close(file)
        self._path, self._name = Path(path), path
        self._written = 0
        self._waiting: list[bytes] = []

    def put(self, record: Record) -> tuple[str, int]:
        """Puts a record away. The file and the byte from which it can be read once ``flush`` was called."""
        start = self._written
        data = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
        self._waiting += [len(data).to_bytes(_SIZE, "little"), data]
        self._written += _SIZE + len(data)
        return self._name, start

    def flush(self) -> None:
        """Writes what was put away."""
        with self._path.open("ab") as file:
            file.writelines(self._waiting)
        self._waiting.clear()


class SpoolReader:
    """Reads what the spools of a run's processes hold, until it is closed."""

    def __init__(self) -> None:
        self._files: dict[str, IO[bytes]] = {}
        self._closing = ExitStack()

    def read(self, name: str, start: int) -> Record:
        """A record as it was put away."""
        if name not in self._files:
            opened = Path(name).open("rb", buffering=0)  # noqa: SIM115 (closed with the others)
            self._files[name] = self._closing.enter_context(opened)
        file = self._files[name]
        file.seek(start)
        return cast(Record, pickle.loads(file.read(int.from_bytes(file.read(_SIZE), "little"))))

    def close(self) -> None:
        """Closes the files, so that their folder can be removed on every system."""
        self._closing.close()
