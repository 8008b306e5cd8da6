"""What a walk passes over: ``.gitignore``, ``.ignore``, ``.corpuslintignore`` and the user's own patterns."""

# A walk handles many paths, as strings.
# ruff: noqa: PTH109, PTH110, PTH113, PTH118

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpuslint.errors import UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Spec(msgspec.Struct, frozen=True):
    """The patterns of one folder, the folder with a separator at its end."""

    folder: str
    patterns: GitIgnoreSpec


class Ignoring:
    """The ignore rules of one run; ``exclude`` is relative to ``root``.

    Specs are listed from the outermost folder to the innermost, which wins.
    """

    def __init__(self, exclude: Sequence[str], respect_gitignore: bool, root: str):
        self._here = os.getcwd()
        self._root = root
        self._exclude = _patterns(exclude, "exclude") if exclude else None
        own = (".ignore", ".corpuslintignore")
        self._names = (".gitignore", *own) if respect_gitignore else own
        self._git_exclude = respect_gitignore

    def named(self, path: str, is_folder: bool) -> bool:
        """Whether a path that the user named would have been passed over in a walk."""
        return self.ignored(path, is_folder, self._outer(path))

    def above(self, top: str) -> list[Spec]:
        """What holds for a walk from ``top``, without what would ignore ``top`` itself: the user has named it."""
        return [spec for spec in self._outer(top) if not self._verdict(spec, top, is_folder=True)]

    def enter(self, folder: str, specs: list[Spec]) -> list[Spec]:
        """``specs``, and what the folder's own files say."""
        spec = self._read(folder, self._names)
        return [*specs, spec] if spec else specs

    def ignored(self, path: str, is_folder: bool, specs: Sequence[Spec]) -> bool:
        """Whether a walk passes over this path."""
        if self._exclude and self._exclude.match_file(os.path.relpath(path, self._root) + "/" * is_folder):
            return True
        if not specs:  # of many paths
            return False
        verdicts = (self._verdict(spec, path, is_folder) for spec in reversed(specs))
        return next((verdict for verdict in verdicts if verdict is not None), False)

    def _verdict(self, spec: Spec, path: str, is_folder: bool) -> bool | None:
        return spec.patterns.check_file(path[len(spec.folder) :] + "/" * is_folder).include

    def _outer(self, path: str) -> list[Spec]:
        """The specs of the folders above a path: from the repository's root, or else the working directory, down."""
        parents = [str(parent) for parent in Path(path).parents]
        root = next((p for p in parents if os.path.exists(os.path.join(p, ".git"))), self._here)
        if root not in parents:
            return []
        folders = reversed(parents[: parents.index(root) + 1])
        specs = [self._read(root, (os.path.join(".git", "info", "exclude"),)) if self._git_exclude else None]
        specs += [self._read(folder, self._names) for folder in folders]
        return [spec for spec in specs if spec]

    def _read(self, folder: str, names: Iterable[str]) -> Spec | None:
        lines: list[str] = []
        files = [file for name in names if os.path.isfile(file := os.path.join(folder, name))]
        for file in files:
            try:
                lines += Path(file).read_text("utf-8", "surrogateescape").split("\n")
            except OSError as error:
                raise UsageError(f"{file}: cannot be read: {error.strerror}") from None
        return Spec(os.path.join(folder, ""), _patterns(lines, files[-1])) if lines else None


def _patterns(lines: Sequence[str], origin: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 (50 ms, and most corpora have no ignore file)

    try:
        return GitIgnoreSpec.from_lines(lines, backend="simple")  # the others are made for many patterns
    except ValueError as error:
        raise UsageError(f"{origin}: {error}") from None
