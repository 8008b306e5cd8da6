"""Lists of sites: reading them, and looking an address up."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from corpuslint.errors import UsageError

SCOPES = ("", "source", "link")


class Entry(NamedTuple):
    """A line of a list. ``prefix``: a host, with or without the beginning of a path; no scheme, no ``www.``."""

    prefix: str
    status: str
    list: str
    date: str
    scope: str = ""
    note: str = ""


def entries(paths: Iterable[Path]) -> dict[str, list[Entry]]:
    """The entries of all lists by host. Raises ``UsageError`` for a file that cannot be read or a line that is none."""
    by_host: dict[str, list[Entry]] = {}
    for entry in (entry for path in paths for entry in read(path)):
        by_host.setdefault(entry.prefix.partition("/")[0], []).append(entry)
    return by_host


def read(path: Path) -> Iterator[Entry]:
    """The lines of one list."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise UsageError(f"list of sources {path}: {reason}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in next(csv.reader([line]))]
        where = f"list of sources {path}:{number}: {line[:80]!r}"
        if not 4 <= len(fields) <= 6 or not all(fields[:4]):
            raise UsageError(f"{where}: a line is prefix,status,list,date and, if you like, scope,note")
        entry = Entry(bare(fields[0]), *fields[1:])
        if entry.scope not in SCOPES:
            raise UsageError(f"{where}: scope is source, link or empty, not {entry.scope!r}")
        yield entry


def bare(address: str) -> str:
    """An address without its scheme, a leading ``www.`` and what follows the path; in small letters up to the path."""
    from urllib.parse import urlsplit  # noqa: PLC0415 (slow to import, and few texts have an address)

    parts = urlsplit(address if "//" in address else f"//{address}")
    host = (parts.netloc.rpartition("@")[2].partition(":")[0]).lower().removeprefix("www.").rstrip(".")
    return host + parts.path.rstrip("/")


def find(by_host: Mapping[str, list[Entry]], address: str, scope: str) -> Entry | None:
    """The entry with the longest prefix that an address falls under, None if there is none."""
    try:
        place = bare(address)
    except ValueError:  # brackets that are no IPv6 address
        return None
    host, _, path = place.partition("/")
    labels = host.split(".")
    found: list[Entry] = []
    for first in range(len(labels) - 1):
        for entry in by_host.get(".".join(labels[first:]), ()):
            wanted = entry.prefix.partition("/")[2]
            within = not wanted or f"{path}/".startswith(f"{wanted}/")
            if within and entry.scope in ("", scope):
                found.append(entry)
    return max(found, key=lambda entry: len(entry.prefix), default=None)
