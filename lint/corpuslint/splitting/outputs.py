"""Where the parts of a corpus go: what the user named, and whether it may be written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from corpuslint.clean.output import keep_apart
from corpuslint.discover import Source
from corpuslint.errors import UsageError
from corpuslint.formats.whole_file import file_named
from corpuslint.verdicts.verdict import Decision


class Output(NamedTuple):
    """A file, or a folder for files; for the records of one verdict."""

    decision: Decision
    path: Path
    is_folder: bool


def output(decision: Decision, name: str) -> Output:
    """What a user means by a name: a folder where there is one, or where the name ends with a slash.

    Raises ``UsageError`` for ``-``.
    """
    path = file_named(name, f"--{decision}")
    return Output(decision, path, name.endswith(("/", os.sep)) or path.is_dir())


def check_outputs(outputs: Sequence[Output], inputs: Iterable[str], files: Iterable[Path], force: bool) -> None:
    """Raises ``UsageError`` for what must not be written. ``files``: what is written besides."""
    others = [(out.path, out.is_folder) for out in outputs] + [(file, False) for file in files]
    for index, (path, is_folder) in enumerate(others):
        for name in inputs:
            if name != "-":
                _keep_out(path, Path(name))
                keep_apart(path, Path(name))
        for other, _ in others[:index]:
            if os.path.realpath(path) == os.path.realpath(other):
                raise UsageError(f"two outputs are the same {'folder' if is_folder else 'file'}: {path}")
            keep_apart(path, other)
        if path.is_file() and (is_folder or not force):
            way_out = "name a folder" if is_folder else "name another file, or add --force to replace it"
            raise UsageError(f"{path} exists; {way_out}")


def _keep_out(written: Path, read: Path) -> None:
    """A part written into a folder that is read would be read as more of the corpus the next time."""
    if read.is_dir() and Path(os.path.realpath(read)) in Path(os.path.realpath(written)).parents:
        raise UsageError(f"{written} lies in the folder {read}, which is read; name a place outside of it")


def check_kinds(outputs: Sequence[Output], sources: Iterable[Source]) -> None:
    """Raises ``UsageError`` where an output cannot take what the input holds."""
    kinds = {item.kind == "lines" for item in sources}
    for out in outputs:
        if not out.is_folder and len(kinds) > 1:
            what = "there are both files of records and plain files"
            raise UsageError(f"{out.path}: {what}; name a folder, as {out.path}/, for all of them")
    if any(out.is_folder for out in outputs) and any(item.data is not None for item in sources):
        raise UsageError("standard input is split into files, not into folders")
