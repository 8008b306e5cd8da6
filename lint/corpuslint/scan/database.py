"""What scanning needs, compiled once, kept on disk, rebuilt in silence when it cannot be used."""

from __future__ import annotations

import os
import platform
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import hyperscan
import msgspec

from corpuslint import fold, lexicon
from corpuslint._version import __version__
from corpuslint.cache import cache_folder, file_state, keep_newest, read_cached, write_cached
from corpuslint.compiled import Compiled, pickle_patterns
from corpuslint.lexicon import lexicon_states
from corpuslint.numbers import counted
from corpuslint.rule import Pattern, Phrases, Rule
from corpuslint.scan.plan import Plan
from corpuslint.telling import Tell, silent

_REGEX = Path(str(getattr(find_spec("regex"), "origin", "")))
"""The library that was asked what classes match and whose compiled patterns are kept, not loaded for that alone."""

_KEPT = 30
"""Databases that are kept: one set for each selection of rules, about 7 MB each."""

BITS = 24
ID = (1 << BITS) - 1
"""An event is ``end << BITS | id``: the offset after the match's last byte, and which expression matched."""


class Stored(msgspec.Struct, array_like=True):
    """What is kept on disk, in a file, behind what it was made from. The databases have one each beside it, as they
    have checksums of their own. ``sizes``: theirs in bytes; 0 for one that does not exist."""

    plan: Plan
    compiled: dict[str, memoryview]
    sizes: list[int]


class Database:
    """A compiled set of expressions. None where there is nothing to scan for."""

    def __init__(self, compiled: hyperscan.Database | None):
        self._compiled = compiled

    def scan(self, buffer: bytes, append: Callable[[int], None], first: int = 0) -> None:
        """Hand every match in the buffer (under 4 GiB) to ``append``, as an event; numbers start at ``first``."""
        if self._compiled is None:
            return

        def on_match(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            append(end << BITS | number + first)

        self._compiled.scan(buffer, match_event_handler=on_match)


class Prepared(NamedTuple):
    """A plan with its databases, and the rules' own patterns."""

    plan: Plan
    databases: Sequence[Database]
    compiled: Compiled


def prepare(rules: Sequence[Rule], languages: frozenset[str], use_cache: bool, tell: Tell = silent) -> Prepared:
    """What is needed to scan for these rules, from the disk where it is known. ``tell``: is told if it must be made."""
    origin = msgspec.msgpack.encode(_origin(rules, languages))
    path = cache_folder() / "scanner" / f"{zlib.crc32(origin):08x}"
    if use_cache and (ready := _read(path, origin)) is not None:
        return ready
    tell(f"compiling the search for {counted(len(rules), 'rule')}" + ", which later runs load" * use_cache)
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (as what follows)

    from corpuslint.scan.expressions import expressions_of  # noqa: PLC0415 (known from an earlier run, as a rule)

    wanted = expressions_of(rules, languages)
    parts = wanted.parts()
    with ThreadPoolExecutor() as threads:  # the library lets go of the interpreter while it compiles
        compiling = threads.map(_compile, parts, (hyperscan.HS_FLAG_CASELESS, 0, 0))
        plan, pickled = wanted.plan(parts), pickle_patterns(rules) if use_cache else {}
        compiled = [*compiling]
    if use_cache:
        dumped = [*map(_dump, compiled)]
        views = {pattern: memoryview(made) for pattern, made in pickled.items()}
        body = msgspec.msgpack.encode(Stored(plan, views, [*map(len, dumped)]))
        for file, data in zip(_files(path), (origin + _checksum(body) + body, *dumped), strict=True):
            write_cached(file, data)
        keep_newest(path.parent, _KEPT * len(_files(path)))
    return Prepared(plan, [*map(Database, compiled)], Compiled(pickled))


def _files(path: Path) -> tuple[Path, ...]:
    """What is kept: plan and patterns of rules, then the databases of literals, of patterns with a word, of others."""
    return path, *map(path.with_suffix, (".literals", ".worded", ".shaped"))


def _read(path: Path, origin: bytes) -> Prepared | None:
    """What was kept; None where something is missing or damaged, or was made from something else."""
    first, *others = _files(path)
    stored = read_cached(first)
    if stored is None or not stored.startswith(origin):
        return None
    rest = memoryview(stored)[len(origin) :]
    if rest[:4] != _checksum(body := rest[4:]):
        return None
    try:
        kept = msgspec.msgpack.decode(body, type=Stored)
        databases = [Database(_load(file, size)) for file, size in zip(others, kept.sizes, strict=True)]
        return Prepared(kept.plan, databases, Compiled(kept.compiled))
    except (msgspec.MsgspecError, hyperscan.error, ValueError):
        return None


def _checksum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(4, "little")


def _compile(expressions: Iterable[bytes], flag: int) -> hyperscan.Database | None:
    wanted = list(expressions)
    if not wanted:
        return None
    database = hyperscan.Database()
    database.compile(expressions=wanted, ids=list(range(len(wanted))), flags=[flag] * len(wanted))
    return database


def _dump(database: hyperscan.Database | None) -> bytes:
    return b"" if database is None else hyperscan.dumpb(database)


def _load(file: Path, size: int) -> hyperscan.Database | None:
    """Raises ValueError for a file that is not of this size, ``hyperscan.error`` for one that is damaged otherwise."""
    dumped = read_cached(file)
    if dumped is None or len(dumped) != size:
        raise ValueError(file)
    if not dumped:
        return None
    database = hyperscan.loadb(dumped, hyperscan.HS_MODE_BLOCK)
    database.scratch = hyperscan.Scratch(database)  # loadb leaves it unset
    database.scan(b" ", match_event_handler=lambda *_: None)  # fails for another processor's database
    return database


def _origin(rules: Iterable[Rule], languages: frozenset[str]) -> list[str]:
    """Everything that a plan and its databases are made from: the code that makes them too."""
    parts = [__version__, file_state(_REGEX), str(vars(hyperscan)["__version__"]), platform.machine(), platform.node()]
    parts += [",".join(sorted(languages)), *map(file_state, _own_code())]
    names_in = cache(os.listdir)
    for rule in rules:
        parts += rule.searches
        if isinstance(rule, Pattern):
            parts += [
                rule.code,
                rule.scope,
                *(text for frame in rule.frames for text in (frame.pattern, *frame.triggers, "")),
            ]
        if isinstance(rule, Phrases):
            parts += [rule.code, *lexicon_states(rule, languages, names_in)]
    return parts


def _own_code() -> Iterator[str]:
    """The code that turns rules into expressions."""
    folder = Path(__file__).parent
    yield from (f"{folder}/{name}" for name in sorted(os.listdir(folder)) if name.endswith(".py"))  # noqa: PTH208
    yield from (fold.__file__, lexicon.__file__)
