"""Records put away on disk, to be read again by whoever compares them. Memory holds where they are, and no text."""

from __future__ import annotations

import os
import pickle
from functools import lru_cache
from pathlib import Path
from typing import IO, NamedTuple, cast

from corpuslint.read.record import Record


class Locator(NamedTuple):
    """Where a record lies: in which file of the spool, from which byte."""

    file: str
    start: int


class Spool:
    """One process's files in a folder that all processes of a run share. Takes as much disk as the input, decompressed.

    The folder must be private: what is read from it is trusted.
    """

    def __init__(self, folder: Path):
        self._folder = folder
        self._file: IO[bytes] | None = None

    def put(self, record: Record) -> Locator:
        """Puts a record away."""
        if self._file is None:
            self._file = (self._folder / str(os.getpid())).open("ab")
        locator = Locator(self._file.name, self._file.tell())
        pickle.dump(record, self._file, pickle.HIGHEST_PROTOCOL)
        return locator

    def flush(self) -> None:
        """Makes all that was put away readable to other processes."""
        if self._file is not None:
            self._file.flush()

    def close(self) -> None:
        """Ends writing."""
        if self._file is not None:
            self._file.close()


class SpoolReader:
    """Reads what the spools of a run's processes hold."""

    def __init__(self) -> None:
        self._open = lru_cache(maxsize=64)(_open)

    def read(self, locator: Locator) -> Record:
        """A record as it was put away."""
        file = self._open(locator.file)
        file.seek(locator.start)
        return cast(Record, pickle.load(file))

    def close(self) -> None:
        """Closes the files, so that their folder can be removed on every system."""
        self._open.cache_clear()


def _open(name: str) -> IO[bytes]:
    return Path(name).open("rb")
