"""Findings kept from one run to the next, in one SQLite file. Whatever is wrong with that file, it only holds less."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from corpuslint.cache import cache_folder, is_own

T = TypeVar("T")

_MOST = 1 << 30
"""Bytes that the file may grow to; then the older half of it goes."""

_WAIT = 5.0
"""Seconds that one process waits for another to have written."""

_ASKED = 500
"""Keys that are looked up at once: SQLite takes no more than 999 values in one statement everywhere."""

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)"


class Kept:
    """Values by key, shared by all processes of this user. Opened when first used, by the process that uses it."""

    def __init__(self, path: Path | None = None):
        self._path = path or cache_folder() / "findings.sqlite"

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that have one."""
        return self._try(lambda connection: _get(connection, keys)) or {}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep these values, all or none."""
        if values:
            self._try(lambda connection: _put(connection, values))

    def close(self) -> None:
        """Closes the file, which is opened again when it is used again. SQLite forbids to take one into a fork."""
        if connection := self.__dict__.pop("_connection", None):
            connection.close()

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        if self._connection is None:
            return None
        try:
            return work(self._connection)
        except sqlite3.OperationalError:  # busy, full or read-only: perhaps not the next time
            return None
        except sqlite3.Error:
            self._give_up()
            return None

    @cached_property
    def _connection(self) -> sqlite3.Connection | None:
        """None where the file can be neither read nor made."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return _open(self._path)
        except sqlite3.OperationalError:  # another process has locked it
            return None
        except sqlite3.DatabaseError:  # no database, or a broken one
            with suppress(OSError, sqlite3.Error):
                _remove(self._path)
                return _open(self._path)
        except OSError:
            pass
        return None

    def _give_up(self) -> None:
        """The file is damaged: the next run makes a new one."""
        if self._connection is not None:
            self._connection.close()
        self.__dict__["_connection"] = None
        with suppress(OSError):
            _remove(self._path)


def _remove(path: Path) -> None:
    """The file, and the two that SQLite writes beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _open(path: Path) -> sqlite3.Connection | None:
    path.touch(mode=0o600)  # findings quote what they found
    if not is_own(path.stat()):
        return None
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(_TABLE)
    return connection


def _get(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for first in range(0, len(keys), _ASKED):
        asked = keys[first : first + _ASKED]
        marks = ",".join("?" * len(asked))
        found.update(connection.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", asked))
    return found


def _put(connection: sqlite3.Connection, values: Mapping[bytes, bytes]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany("INSERT OR IGNORE INTO kept VALUES (?, ?)", values.items())
        (pages,), (size,) = (connection.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size"))
        (free,) = connection.execute("PRAGMA freelist_count").fetchone()
        if (pages - free) * size > _MOST:
            connection.execute("DELETE FROM kept WHERE rowid < (SELECT (min(rowid) + max(rowid)) / 2 FROM kept)")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
