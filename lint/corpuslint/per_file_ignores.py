"""Findings that the configuration does not want in some files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.engine_codes import CODES
from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.finding import Finding
from corpuslint.settings import Settings
from corpuslint.suppression.codes import reaches
from corpuslint.suppression.scope import Scope

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Entry(NamedTuple):
    """A glob of the table, what it leaves out, and the folder to which it is relative. ``key``: of its origin."""

    glob: str
    spec: GitIgnoreSpec
    selectors: tuple[str, ...]
    root: str
    key: str

    def matches(self, path: str) -> bool:
        """Whether a file, named by its real path, lies below the folder and is one of those that the glob is about."""
        relative = os.path.relpath(path, self.root)
        below = not relative.startswith(os.pardir + os.sep)
        return below and bool(self.spec.match_file(relative)) != self.glob.startswith("!")


def entries_of(settings: Settings) -> Iterator[Entry]:
    """The entries of the table. Raises ``UsageError`` for a glob that is none."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 (50 ms, and few configurations need it)

    for glob, selectors in settings.per_file_ignores.items():
        key = f"per_file_ignores.{glob}"
        try:
            spec = GitIgnoreSpec.from_lines([glob.removeprefix("!")], backend="simple")
        except ValueError as error:
            raise UsageError(f"{settings.where(key)}per-file-ignores: {error}") from None
        yield Entry(glob, spec, selectors, str(settings.root_of(key)), key)


def idle_globs(run: Iterable[Settings], files: Iterable[str], scope: Scope) -> Iterator[str]:
    """What to say of globs that match none of a run's files, where the run was about the whole folder of each."""
    paths = [os.path.realpath(file) for file in files]
    looked_at: set[tuple[str, str]] = set()
    for settings in run:
        for entry in entries_of(settings):
            new = (entry.root, entry.glob) not in looked_at and not entry.glob.startswith("!")
            looked_at.add((entry.root, entry.glob))
            if new and scope.covers_folder(Path(entry.root)) and not any(map(entry.matches, paths)):
                where = settings.where(entry.key)
                yield f"{where}per-file-ignores: {quote(entry.glob)} matches none of the files that were linted"


class PerFileIgnores:
    """``per-file-ignores``: globs as in ``.gitignore``, relative to their file; ``!`` before one: all but these."""

    def __init__(self, settings: Settings):
        self._entries = list(entries_of(settings))
        self._of_file = lru_cache(maxsize=1024)(lambda file: tuple(self._selectors(file)))

    def drops(self, finding: Finding, file: str) -> bool:
        """Whether a finding in this file is not wanted. The engine's own always are."""
        if finding.code in CODES:
            return False
        selectors = self._of_file(file)
        return any(selector == "ALL" or reaches(selector, finding.code, finding.name) for selector in selectors)

    def _selectors(self, file: str) -> Iterator[str]:
        path = os.path.realpath(file)
        for entry in self._entries:
            if entry.matches(path):
                yield from entry.selectors
