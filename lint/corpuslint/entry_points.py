"""Entry points of installed distributions. Looking through all of them costs 25 ms, so what was found is kept.

Kept under a key made of the search path and each folder's time of change: installing or removing a distribution
changes the folder that it is in.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from corpuslint.cache import cache_folder, read_cached, write_cached


class EntryPoint(msgspec.Struct, frozen=True):
    """A name that a distribution gives to one of its modules."""

    name: str
    module: str
    distribution: str


def entry_points(group: str, use_cache: bool = True) -> list[EntryPoint]:
    """The entry points of a group, in the order of their distributions' names."""
    path = cache_folder() / "plugins" / _key(group)
    if use_cache and (kept := read_cached(path)) is not None:
        try:
            return msgspec.json.decode(kept, type=list[EntryPoint])
        except msgspec.MsgspecError:
            pass  # damaged: found again
    found = sorted(_search(group), key=lambda point: (point.distribution, point.name))
    if use_cache:
        write_cached(path, msgspec.json.encode(found))
    return found


def _search(group: str) -> Iterator[EntryPoint]:
    from importlib import metadata  # noqa: PLC0415 (slow to import, and needed once)

    for point in metadata.entry_points(group=group):
        yield EntryPoint(point.name, point.module, point.dist.name if point.dist else point.value)


def _key(group: str) -> str:
    parts = [group, sys.version]
    for entry in sys.path:
        try:
            names = os.listdir(entry or ".")  # noqa: PTH208 (a path for each of the names would be slow)
            changes = any(name.endswith((".dist-info", ".egg-info")) for name in names)
            parts.append(f"{entry}:{Path(entry or '.').stat().st_mtime_ns}" if changes else entry)
        except OSError:
            parts.append(entry)
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
