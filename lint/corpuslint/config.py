"""The configuration file: ``corpuslint.toml``, or ``[tool.corpuslint]`` in ``pyproject.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Meta

from corpuslint.errors import UsageError
from corpuslint.escape import quote, shorten
from corpuslint.nearest import did_you_mean
from corpuslint.rule import Severity

FILE = "corpuslint.toml"
IGNORE_FILE = "corpuslint-ignore.toml"
BASELINE_FILE = "corpuslint-baseline.jsonl"
PYPROJECT = "pyproject.toml"
_TABLE = "tool.corpuslint"

# Descriptions follow "expected" in error messages.
Selectors: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of code prefixes or rule names, like ["PW", "sign-in-prompt"]')
]
Globs: TypeAlias = Annotated[tuple[str, ...], Meta(description='a list of globs as in .gitignore, like ["drafts/"]')]
Language: TypeAlias = Annotated[str, Meta(pattern="^[a-z]{2,3}$")]
Languages: TypeAlias = Annotated[tuple[Language, ...], Meta(description='a list of ISO 639 codes, like ["en", "de"]')]
Formats: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of NAME or NAME=FILE, like ["concise", "jsonl=findings.jsonl"]')
]
Level: TypeAlias = Annotated[Severity, Meta(description='"error", "warning" or "info"')]
Switch: TypeAlias = Annotated[bool, Meta(description="true or false")]
Field: TypeAlias = Annotated[str, Meta(min_length=1, description="the name of a field")]
File: TypeAlias = Annotated[str, Meta(min_length=1, description="a file's name")]
Jobs: TypeAlias = Annotated[int, Meta(ge=0, description="a number of processes, 0 for one per processor")]
Limit: TypeAlias = Annotated[int, Meta(ge=0, description="a number of findings, 0 for no limit")]
Severities: TypeAlias = Annotated[
    dict[str, Severity], Meta(description='a table of "error", "warning" or "info" by code, prefix or name')
]
Tables: TypeAlias = Annotated[dict[str, dict[str, Any]], Meta(description="tables by code or name, like [rules.PW101]")]


class Keys(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What can be configured; None where nothing is said."""

    select: Selectors | None = None
    ignore: Selectors | None = None
    extend_select: Selectors | None = None
    exclude: Globs | None = None
    respect_gitignore: Switch | None = None
    languages: Languages | None = None
    fail_level: Level | None = None
    format: Formats | None = None
    jobs: Jobs | None = None
    text_field: Field | None = None
    id_field: Field | None = None
    max_findings_per_rule: Limit | None = None
    baseline: File | None = None
    severity: Severities | None = None
    rules: Tables | None = None


K = TypeVar("K", bound=Keys)


class Config(msgspec.Struct, frozen=True):
    """A configuration file and what it says; without a file it says nothing."""

    path: Path | None = None
    keys: Keys = Keys()
    named: bool = False
    """Whether the user named the file; one that was merely found may be somebody else's."""


def read_config(directory: Path, file: Path | None = None, isolated: bool = False) -> Config:
    """The given file, or else the one nearest to the directory, upwards from it; none if ``isolated``.

    In one folder ``corpuslint.toml`` wins; a ``pyproject.toml`` without the table is passed over.
    """
    if isolated:
        return Config()
    if file:
        return msgspec.structs.replace(_load(file, explicit=True) or Config(), named=True)
    start = directory.resolve()
    for folder in (start, *start.parents):
        for name in (FILE, PYPROJECT):
            if config := _load(folder / name):
                return config
    return Config()


def validate(table: Mapping[str, Any], kind: type[K], where: str, prefix: str = "") -> K:
    """The table as keys. ``where`` and ``prefix`` say in errors where the table stands."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise UsageError(f"{where}: {_explain(table, kind, error, prefix)}") from None


def _load(path: Path, explicit: bool = False) -> Config | None:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        if explicit:
            raise UsageError(f"{path}: {error.strerror}") from None
        return None
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    if path.name != PYPROJECT:
        return Config(path, validate(_parse(path, data), Keys, str(path)))
    tool = _parse(path, data).get("tool") if b"corpuslint" in data else None
    table = tool.get("corpuslint") if isinstance(tool, dict) else None
    if table is None:
        if explicit:
            raise UsageError(f"{path}: no table [{_TABLE}]")
        return None
    if not isinstance(table, dict):
        raise UsageError(f"{path}: {_TABLE}: expected a table")
    return Config(path, validate(table, Keys, str(path), f"{_TABLE}."))


def parse_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a TOML file, and what it says. Raises ``UsageError`` with the line of what is wrong."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    table = _parse(path, data)
    return data.decode("utf-8-sig"), table


def _parse(path: Path, data: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 (not needed without a file)

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: not valid UTF-8") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        found = re.search(r"line (\d+)", place)
        line = int(found[1]) if found else text.rstrip().count("\n") + 1
        raise UsageError(f"{path}:{line}: not valid TOML: {reason}") from None


def _explain(table: Mapping[str, Any], kind: type[Keys], error: msgspec.ValidationError, prefix: str) -> str:
    names = kind.__struct_encode_fields__
    for key in table:
        if key not in names:
            return f"unknown key {quote(prefix + key)}{did_you_mean(key, names)}"
    found = re.search(r" - at `\$\.([a-z-]+)", str(error))
    if not found:
        return str(error)
    key = found[1]
    hint = get_type_hints(kind, include_extras=True)[key.replace("-", "_")]
    return f"{prefix}{key}: expected {_description(get_args(hint))}, got {shorten(as_toml(table[key]))}"


def _description(hints: Iterable[Any]) -> str:
    metas = (meta for hint in hints for meta in getattr(hint, "__metadata__", ()))
    return next((meta.description for meta in metas if meta.description), "another type")


def as_toml(value: object) -> str:
    """A value as a configuration file writes it."""
    return msgspec.json.encode(value, enc_hook=str, order="deterministic").decode()
