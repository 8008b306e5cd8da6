"""Which files to lint: paths in, sources out, sorted bytewise."""

# A walk handles many paths, as strings.
# ruff: noqa: PTH100, PTH109, PTH110, PTH112, PTH118, PTH208

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from corpuslint.errors import UsageError
from corpuslint.ignoring import Ignoring

Kind = Literal["text", "markdown", "lines"]
Compression = Literal["", "gz", "zst"]

KINDS: dict[str, Kind] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "jsonl": "lines",
    "ndjson": "lines",
}
COMPRESSIONS: dict[str, Compression] = {"gz": "gz", "zst": "zst"}


class Source(msgspec.Struct, frozen=True):
    """A file to lint: how it is shown, where it is, and how it is read. ``data`` is what standard input held."""

    path: str
    file: str
    kind: Kind = "text"
    compression: Compression = ""
    data: bytes | None = None


class _Entry(NamedTuple):
    key: bytes
    path: str
    is_folder: bool


def source(path: str, file: str | None = None, data: bytes | None = None) -> Source:
    """The source that a path names. An extension nobody knows means plain text."""
    kind, compression = kind_of(path) or ("text", "")
    return Source(_shown(path), file or path, kind, compression, data)


def kind_of(name: str) -> tuple[Kind, Compression] | None:
    """What a file's extensions say; None where they say nothing."""
    stem, dot, extension = name.lower().rpartition(".")
    compression = COMPRESSIONS.get(extension, "")
    if compression:
        _, dot, extension = stem.rpartition(".")
    kind = KINDS.get(extension) if dot else None
    return (kind, compression) if kind else None


def identity(file: str | Path) -> tuple[int, int] | None:
    """What a file is known by under any name; None where there is none. Far quicker than ``realpath``."""
    try:
        status = os.stat(file)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def discover(
    paths: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    root: str | None = None,
    force_exclude: bool = False,
    respect_gitignore: bool = True,
) -> Iterator[Source]:
    """The files that ``paths`` name, and those below the folders they name, each once.

    A file named here is linted whatever it is called, unless ``force_exclude``: then it must pass like a file met in
    a folder. ``exclude`` holds gitignore patterns relative to ``root``, by default the working directory.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or folder{_nearest(path)}")
    return _discover(paths, Ignoring(exclude, respect_gitignore, root or os.getcwd()), force_exclude)


def _discover(paths: Sequence[str], ignoring: Ignoring, force_exclude: bool) -> Iterator[Source]:
    seen: set[str] = set()
    for path in paths:
        top, is_folder = os.path.abspath(path), os.path.isdir(path)
        if force_exclude and (ignoring.named(top, is_folder) or not (is_folder or kind_of(top))):
            continue
        shown, folder = _relative(path, top), os.path.join(top, "")
        above = os.path.join(shown, "")
        for file in _walk(top, ignoring) if is_folder else (top,):
            if len(paths) > 1 and file in seen:
                continue
            seen.add(file)
            yield source(above + file[len(folder) :] if file != top else shown, file)


def _walk(top: str, ignoring: Ignoring) -> Iterator[str]:
    stack = [(_Entry(b"", top, True), ignoring.above(top))]
    while stack:
        entry, specs = stack.pop()
        if not entry.is_folder:
            yield entry.path
            continue
        try:
            entries = _entries(entry.path)
        except OSError:
            yield entry.path  # reading it will say why it cannot be read
            continue
        specs = ignoring.enter(entry.path, specs)
        kept = [e for e in entries if not ignoring.ignored(e.path, e.is_folder, specs)]
        stack.extend((e, specs) for e in reversed(kept))


def _entries(folder: str) -> list[_Entry]:
    """The folders and the files of a known kind in a folder, in the order of their full paths."""
    entries = []
    with os.scandir(folder) as found:
        for item in found:
            name = item.name
            if name.startswith("."):
                continue
            if item.is_dir(follow_symlinks=False):
                entries.append(_Entry(os.fsencode(name) + b"/", item.path, True))
            elif kind_of(name) and (item.is_file() or not os.path.exists(item.path)):
                entries.append(_Entry(os.fsencode(name), item.path, False))
    entries.sort()
    return entries


def _relative(path: str, absolute: str) -> str:
    """How a path is shown: relative to the working directory where it lies below it, else as it was given."""
    here = os.getcwd()
    if absolute == here:
        return ""
    below = os.path.join(here, "")
    return absolute[len(below) :] if absolute.startswith(below) else os.path.normpath(path)


def _shown(path: str) -> str:
    """Separators as ``/``; bytes of a name that are no UTF-8 as ``\\xff``."""
    if os.sep != "/":
        path = path.replace(os.sep, "/")
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")


def _nearest(path: str) -> str:
    import difflib  # noqa: PLC0415

    wanted = Path(path)
    try:
        names = os.listdir(wanted.parent)
    except OSError:
        return _nearest(str(wanted.parent)) if not wanted.parent.exists() and wanted.parent != wanted else ""
    close = difflib.get_close_matches(wanted.name, names, n=1)
    return f"; did you mean {_shown(str(wanted.parent / close[0]))}?" if close else ""
