"""Entry points of installed distributions. Looking through all of them costs 25 ms, so what was found is kept.

Kept with the search path and each folder's time of change: installing or removing a distribution changes the folder
that it is in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import msgspec

from corpuslint.cache import cache_folder, read_cached, write_cached


class EntryPoint(msgspec.Struct, frozen=True):
    """A name that a distribution gives to one of its modules."""

    name: str
    module: str
    distribution: str


class _Kept(msgspec.Struct, array_like=True):
    """Entry points that were found, and where they were looked for, in which state that was."""

    searched: list[str]
    found: list[EntryPoint]


def entry_points(group: str, use_cache: bool = True) -> list[EntryPoint]:
    """The entry points of a group, in the order of their distributions' names."""
    searched = [group, sys.version, *map(_state, sys.path)]
    path = cache_folder() / "plugins" / f"{crc32(repr(searched).encode()):08x}"
    if use_cache and (kept := _read(path, searched)) is not None:
        return kept
    found = sorted(_search(group), key=lambda point: (point.distribution, point.name))
    if use_cache:
        write_cached(path, msgspec.json.encode(_Kept(searched, found)))
    return found


def _read(path: Path, searched: list[str]) -> list[EntryPoint] | None:
    """What was kept; None where something is missing or damaged, or where something else was searched."""
    try:
        kept = msgspec.json.decode(read_cached(path) or b"", type=_Kept)
    except msgspec.MsgspecError:
        return None
    return kept.found if kept.searched == searched else None


def _search(group: str) -> Iterator[EntryPoint]:
    from importlib import metadata  # noqa: PLC0415 (slow to import, and needed once)

    for point in metadata.entry_points(group=group):
        yield EntryPoint(point.name, point.module, point.dist.name if point.dist else point.value)


def _state(entry: str) -> str:
    """A part of the search path, with its time of change where distributions are installed."""
    try:
        names = os.listdir(entry or ".")  # noqa: PTH208 (a path for each of the names would be slow)
        holds_any = any(name.endswith((".dist-info", ".egg-info")) for name in names)
        return f"{entry!r}:{Path(entry or '.').stat().st_mtime_ns}" if holds_any else repr(entry)
    except OSError:
        return repr(entry)
