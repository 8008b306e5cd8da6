"""From the command line's arguments to settings."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.config import (
    FILE,
    IGNORE_FILE,
    PYPROJECT,
    Config,
    Origin,
    config_in,
    inline_config,
    over,
    read_config,
)
from corpuslint.config_errors import as_toml
from corpuslint.discover import Source
from corpuslint.errors import UsageError
from corpuslint.formats import JUDGED
from corpuslint.settings import INLINE, Overrides, Settings, comma_list, resolve
from corpuslint.verdicts.verdict import about_verdicts

_LISTS = ("select", "ignore", "extend_select", "languages", "preset")
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
    "gate",
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


class Configured:
    """The settings of a run and those of each of its files, which the configuration nearest to the file decides.

    ``run``: what holds for the run as a whole (formats, jobs, what a walk leaves out), by the configuration nearest to
    all the paths. Where the command line names a configuration, or none is to be used, it holds for every file.
    ``judging``: records get verdicts; so they do where a format or the gate is about them.
    """

    def __init__(self, arguments: argparse.Namespace, paths: Sequence[str], judging: bool = False):
        self._overrides = _overrides(arguments)
        file, self._inline = _configs(arguments)
        self._fixed = arguments.isolated or file is not None
        self._of_folder: dict[str, Settings] = {}
        self._made: dict[Path | None, Settings] = {}
        config = read_config(folder_of(arguments, paths), file, arguments.isolated)
        self.run = self._settings(config)
        if judging or _judges(self.run):
            self._overrides = msgspec.structs.replace(self._overrides, judging=True)
            self._made.clear()
            self.run = self._settings(config)

    def of(self, source: Source) -> Settings:
        """The settings of a file."""
        return self.run if self._fixed else self.in_folder(os.path.dirname(source.file))  # noqa: PTH120 (of many files)

    def in_folder(self, folder: str) -> Settings:
        """The settings of the files in a folder."""
        if self._fixed:
            return self.run
        if folder not in self._of_folder:
            real = os.path.realpath(folder)
            if real in self._of_folder:
                found = self._of_folder[real]
            elif _may_configure(real) and (config := config_in(Path(real))):
                found = self._settings(config)
            else:
                above = os.path.dirname(real)  # noqa: PTH120
                found = self._settings(Config()) if above == real else self.in_folder(above)
            self._of_folder[folder] = self._of_folder[real] = found
        return self._of_folder[folder]

    def _settings(self, config: Config) -> Settings:
        path = config.path.resolve() if config.path else None
        if path not in self._made:
            self._made[path] = resolve(over(config, self._inline), self._overrides)
        return self._made[path]


def _judges(settings: Settings) -> bool:
    by_format = any(target.name in JUDGED for target in settings.formats)
    return by_format or any(about_verdicts(condition) for condition in settings.gate)


def _may_configure(folder: str) -> bool:
    """A quick look, for most of many folders hold no such file."""
    return any(os.path.lexists(os.path.join(folder, name)) for name in (FILE, PYPROJECT))  # noqa: PTH118


def _overrides(arguments: argparse.Namespace) -> Overrides:
    """What options of their own say."""
    given: dict[str, Any] = {
        name: comma_list(",".join(value)) for name in _LISTS if (value := getattr(arguments, name)) is not None
    }
    given |= {name: value for name in _AS_GIVEN if (value := getattr(arguments, name, None)) is not None}
    given |= {name: False for name in ("cache", "scanner", "suppressions") if getattr(arguments, f"no_{name}")}
    return Overrides(**given)


def _configs(arguments: argparse.Namespace) -> tuple[Path | None, Config]:
    """The file that ``--config`` names, and what it says by ``KEY=VALUE``."""
    files = [text for text in arguments.config or () if "=" not in text or Path(text).is_file()]
    if len(files) > 1:
        raise UsageError(f"--config: {files[0]} and {files[1]}: only one file can be used; one may extend the other")
    if files and arguments.isolated:
        raise UsageError(f"--config {files[0]}: not allowed with --isolated")
    inline = Config()
    for text in arguments.config or ():
        if text not in files:
            inline = over(inline, inline_config(_key_and_value(text), Origin(INLINE, Path.cwd())))
    return Path(files[0]) if files else None, inline


def _key_and_value(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 (rarely needed)

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        key, _, value = text.partition("=")
        example = f"{key.strip()}={_quoted(value.strip())}"
        raise UsageError(f"--config {text}: no file, and not valid TOML; a text is quoted: '{example}'") from None


def _quoted(value: str) -> str:
    """A value whose quotation marks were forgotten, or taken away by the shell; also a list of such."""
    if value.startswith("[") and value.endswith("]"):
        return as_toml([part.strip("\"' ") for part in comma_list(value[1:-1])])
    return as_toml(value)


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
