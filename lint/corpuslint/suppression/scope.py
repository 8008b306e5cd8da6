"""What a run has looked at: only about that can it say that a suppression is of no use any more."""

# A baseline names many paths, as strings.
# ruff: noqa: PTH100, PTH110, PTH118

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from corpuslint.discover import Source


class Scope:
    """The files and folders of a run, and the rules that ran (names by code)."""

    def __init__(self, paths: Sequence[str], sources: Iterable[Source], rules: Mapping[str, str]):
        self.rules = rules
        self._files = {_real(source.file) for source in sources}
        self._folders = tuple(os.path.join(os.path.realpath(path), "") for path in paths if Path(path).is_dir())

    def covers(self, folder: Path, name: str) -> bool:
        """Whether the file of this name was linted, or was to be if it were still there."""
        path = _real(os.path.join(folder, name))
        return path in self._files or (path.startswith(self._folders) and not os.path.exists(path))

    def covers_folder(self, folder: Path) -> bool:
        """Whether all of a folder was to be linted."""
        return os.path.join(os.path.realpath(folder), "").startswith(self._folders)


def relative(path: str, folder: Path) -> str:
    """A path as it is shown, relative to the folder of a file that names it, with ``/``."""
    head, name = os.path.split(os.path.abspath(path))
    return f"{_between(head, os.path.abspath(folder))}{name}"


@lru_cache(maxsize=1024)
def _between(head: str, folder: str) -> str:
    way = os.path.relpath(os.path.realpath(head), os.path.realpath(folder)).replace(os.sep, "/")
    return "" if way == "." else f"{way}/"


def _real(path: str) -> str:
    head, name = os.path.split(os.path.abspath(path))
    return os.path.join(_real_folder(head), name)


@lru_cache(maxsize=1024)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)
