"""Findings that the configuration does not want in some files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache

from corpuslint.engine_codes import CODES
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.settings import Settings
from corpuslint.suppression.codes import reaches


class PerFileIgnores:
    """``per-file-ignores``: globs as in ``.gitignore``, relative to their file; ``!`` before one: all but these."""

    def __init__(self, settings: Settings):
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 (50 ms, and few configurations need it)

        self._entries = []
        for glob, selectors in settings.per_file_ignores.items():
            key = f"per_file_ignores.{glob}"
            try:
                spec = GitIgnoreSpec.from_lines([glob.removeprefix("!")], backend="simple")
            except ValueError as error:
                raise UsageError(f"{settings.where(key)}per-file-ignores: {error}") from None
            self._entries.append((str(settings.root_of(key)), spec, glob.startswith("!"), selectors))
        self._of_file = lru_cache(maxsize=1024)(lambda file: tuple(self._selectors(file)))

    def drops(self, finding: Finding, file: str) -> bool:
        """Whether a finding in this file is not wanted. The engine's own always are."""
        if finding.code in CODES:
            return False
        selectors = self._of_file(file)
        return any(selector == "ALL" or reaches(selector, finding.code, finding.name) for selector in selectors)

    def _selectors(self, file: str) -> Iterator[str]:
        path = os.path.realpath(file)
        for root, spec, negated, selectors in self._entries:
            relative = os.path.relpath(path, root)
            if not relative.startswith(os.pardir + os.sep) and spec.match_file(relative) != negated:
                yield from selectors
