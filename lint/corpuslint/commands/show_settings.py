"""``--show-settings``: what holds for a path, and who has set it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.config import TABLES, Keys, Origin
from corpuslint.config_errors import as_toml
from corpuslint.discover import source
from corpuslint.errors import UsageError
from corpuslint.escape import escape, show_path
from corpuslint.options import Configured
from corpuslint.settings import Settings

OF_THE_RUN = ("exclude", "respect-gitignore", "fail-level", "format", "jobs", "baseline", "verdict", "gate")
"""Keys that are not asked anew for each file: those of the configuration nearest to all paths hold."""

_UNSET = {
    "select": "not set: the rules that are on by default",
    "language": "not set: detected, text by text",
}


def show_settings(configured: Configured, paths: Sequence[str], stdin_filename: str | None) -> int:
    """A block of TOML a path; comments say where a value comes from. Returns the exit code."""
    for path in paths:
        file = (stdin_filename or "<stdin>") if path == "-" else path
        if path != "-" and not Path(path).exists():
            raise UsageError(f"{path}: no such file or folder")
        settings = configured.in_folder(file) if Path(file).is_dir() else configured.of(source(file))
        print(f"# {show_path(file)}")
        print("".join(f"{escape(line)}\n" for line in _lines(settings, configured.run)))
    return 0


def _lines(settings: Settings, run: Settings) -> Iterator[str]:
    rows = list(_rows(settings, run))
    width = min(60, max(len(text) for text, _ in rows))
    for text, origin in rows:
        yield f"{text:<{width}}  # {origin}"


def _rows(settings: Settings, run: Settings) -> Iterator[tuple[str, str]]:
    for field, key in zip(Keys.__struct_fields__, Keys.__struct_encode_fields__, strict=True):
        shown = run if key in OF_THE_RUN else settings
        if field == "extend":
            continue
        if field not in TABLES:
            text = _value(shown, field)
            yield (f"{key} = {text}", _origin(shown, field)) if text else (f"# {key}", _UNSET.get(field, "not set"))
            continue
        for entry, value in getattr(shown, field).items():
            name = entry if entry.replace("-", "").isalnum() else as_toml(entry)
            yield f"{key}.{name} = {_toml(value)}", _origin(shown, f"{field}.{entry}")


def _value(settings: Settings, field: str) -> str | None:
    if field == "format":
        return _toml([f"{t.name}={t.file}" if t.file else t.name for t in settings.formats])
    value = getattr(settings, field)
    if field == "languages":
        value = sorted(value)
    if field == "verdict":
        value = msgspec.to_builtins(value) or None
    return None if value is None else _toml(value)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    return as_toml(value)


def _origin(settings: Settings, key: str) -> str:
    if key not in settings.origins:
        return "default"
    return _shown(settings.origins[key])


def _shown(origin: Origin) -> str:
    name = os.path.relpath(origin.name) if Path(origin.name).is_absolute() else origin.name or "command line"
    return f"{_shown(origin.before)} and {name}" if origin.before else name
