"""From the command line's arguments to settings."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpuslint.config import IGNORE_FILE, read_config
from corpuslint.errors import UsageError
from corpuslint.settings import Overrides, Settings, comma_list, resolve

_LISTS = ("select", "ignore", "extend_select", "languages")
_AS_GIVEN = (
    "exclude",
    "force_exclude",
    "fail_level",
    "format",
    "jobs",
    "text_field",
    "id_field",
    "exit_zero",
    "baseline",
)


def paths_of(arguments: argparse.Namespace) -> list[str]:
    """The paths to lint: those named and those that ``--files-from`` lists. Raises ``UsageError`` if there are none."""
    paths = list(arguments.paths)
    if arguments.files_from:
        paths += _listed(arguments.files_from, "-" in paths)
    nothing_is_fine = arguments.files_from and arguments.force_exclude  # a list of what has changed may be empty
    if not paths and not nothing_is_fine:
        raise UsageError("no paths given; name files or folders to lint, or - for standard input (see --help)")
    return paths


def _listed(file: str, stdin_is_text: bool) -> list[str]:
    """The paths in a list, one a line, or with a NUL after each as ``find -print0`` and ``git ls-files -z`` write."""
    if file == "-" and stdin_is_text:
        raise UsageError("--files-from -: standard input cannot be both the list and a text to lint")
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"--files-from {file}: {error.strerror}") from None
    names = data.split(b"\0") if b"\0" in data else data.replace(b"\r\n", b"\n").split(b"\n")
    return [os.fsdecode(name) for name in names if name]


def settings_of(arguments: argparse.Namespace, paths: Sequence[str]) -> Settings:
    """The settings of a run over these paths."""
    file = Path(arguments.config) if arguments.config else None
    config = read_config(folder_of(arguments, paths), file, arguments.isolated)
    given: dict[str, Any] = {
        name: comma_list(",".join(value)) for name in _LISTS if (value := getattr(arguments, name)) is not None
    }
    given |= {name: value for name in _AS_GIVEN if (value := getattr(arguments, name)) is not None}
    given |= {"cache": not arguments.no_cache, "scanner": not arguments.no_scanner}
    given |= {"suppressions": not arguments.no_suppressions}
    return resolve(config, Overrides(**given))


def ignore_file_of(arguments: argparse.Namespace, paths: Sequence[str]) -> Path | None:
    """The ``corpuslint-ignore.toml`` in the folder that all the paths lie in, or in the nearest one above it."""
    if arguments.isolated or arguments.no_suppressions:
        return None
    start = folder_of(arguments, paths).resolve()
    return next((file for folder in (start, *start.parents) if (file := folder / IGNORE_FILE).is_file()), None)


def folder_of(arguments: argparse.Namespace, paths: Sequence[str]) -> Path:
    """Where the search for a configuration file begins: the deepest folder that all the paths lie in."""
    named = [arguments.stdin_filename or "." if path == "-" else path for path in paths] or ["."]
    common = Path(os.path.commonpath([Path(path).absolute() for path in named]))
    return common if common.is_dir() else common.parent
