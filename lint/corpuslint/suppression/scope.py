"""What a run has looked at: only about that can it say that a suppression is of no use any more."""

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
        self._files = {os.path.realpath(source.file) for source in sources}
        self._folders = [os.path.realpath(path) for path in paths if Path(path).is_dir()]

    def covers(self, file: Path) -> bool:
        """Whether this file was linted, or was to be if it were still there."""
        path = os.path.realpath(file)
        return path in self._files or (self.covers_folder(Path(path)) and not Path(path).exists())

    def covers_folder(self, folder: Path) -> bool:
        """Whether all of a folder was to be linted."""
        path = Path(os.path.realpath(folder))
        return any(path.is_relative_to(named) for named in self._folders)


@lru_cache(maxsize=1024)
def relative(path: str, folder: Path) -> str:
    """A path as it is shown, relative to the folder of a file that names it, with ``/``."""
    shown = os.path.relpath(os.path.realpath(path), os.path.realpath(folder))
    return shown.replace(os.sep, "/")
