"""The configuration file: ``corpuslint.toml``, or ``[tool.corpuslint]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import Meta

from corpuslint.config_errors import validate
from corpuslint.errors import UsageError
from corpuslint.rule import Severity
from corpuslint.verdicts.keys import VerdictTable, combined

FILE = "corpuslint.toml"
IGNORE_FILE = "corpuslint-ignore.toml"
BASELINE_FILE = "corpuslint-baseline.jsonl"
PYPROJECT = "pyproject.toml"
_TABLE = "tool.corpuslint"

# Descriptions follow "expected" in error messages.
Selectors: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of code prefixes or rule names, like ["PW", "sign-in-prompt"]')
]
Presets: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of presets, like ["gopher", "c4"], or with a tokeniser, "gopher@words"')
]
Globs: TypeAlias = Annotated[tuple[str, ...], Meta(description='a list of globs as in .gitignore, like ["drafts/"]')]
Language: TypeAlias = Annotated[str, Meta(pattern="^[a-z]{2,3}$")]
Languages: TypeAlias = Annotated[tuple[Language, ...], Meta(description='a list of ISO 639 codes, like ["en", "de"]')]
OneLanguage: TypeAlias = Annotated[str, Meta(pattern="^[a-z]{2}$", description='an ISO 639-1 code, like "de"')]
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
    dict[str, Level], Meta(description='a table of "error", "warning" or "info" by code, prefix or name')
]
Options: TypeAlias = Annotated[dict[str, Any], Meta(description="a table of options")]
Tables: TypeAlias = Annotated[dict[str, Options], Meta(description="tables by code or name, like [rules.PW101]")]
Files: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of configuration files, like ["../corpuslint.toml"]')
]
PerFile: TypeAlias = Annotated[
    dict[str, Selectors],
    Meta(description='a table of lists of prefixes or names by glob, like "letters/**" = ["UC"]'),
]
Url: TypeAlias = Annotated[
    str, Meta(pattern=r"^https?://[!-~]*\{code\}[!-~]*$", description='an address with "{code}" in it')
]

Preferred: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of globs of paths or FIELD=GLOB, like ["edited/*", "site=orrin.example"]')
]
Conditions: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of conditions, like ["drop-share <= 0.05", "new findings = 0"]')
]


class Keys(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What can be configured; None where nothing is said."""

    extend: Files | None = None
    select: Selectors | None = None
    ignore: Selectors | None = None
    extend_select: Selectors | None = None
    preset: Presets | None = None
    exclude: Globs | None = None
    respect_gitignore: Switch | None = None
    languages: Languages | None = None
    language: OneLanguage | None = None
    fail_level: Level | None = None
    format: Formats | None = None
    jobs: Jobs | None = None
    text_field: Field | None = None
    id_field: Field | None = None
    max_findings_per_rule: Limit | None = None
    prefer: Preferred | None = None
    baseline: File | None = None
    rule_url: Url | None = None
    severity: Severities | None = None
    per_file_ignores: PerFile | None = None
    rules: Tables | None = None
    verdict: VerdictTable | None = None
    gate: Conditions | None = None


TABLES = ("severity", "per_file_ignores", "rules")
"""Keys whose values are tables, in which each entry stands for itself."""


class Origin(msgspec.Struct, frozen=True):
    """Who has set a key, and the folder to which the paths in it are relative. ``before``: who has set a part of it."""

    name: str
    folder: Path
    before: Origin | None = None


class Config(msgspec.Struct, frozen=True):
    """A configuration file and what it says, together with what it extends; without a file it says nothing."""

    path: Path | None = None
    keys: Keys = Keys()
    named: bool = False
    """Whether the user named the file; one that was merely found may be somebody else's."""
    origins: dict[str, Origin] = {}
    """Who has set each key, such as ``select`` or ``rules.PW101``."""


def read_config(directory: Path, file: Path | None = None, isolated: bool = False) -> Config:
    """The given file, or else the one nearest to the directory, upwards from it; none if ``isolated``.

    In one folder ``corpuslint.toml`` wins; a ``pyproject.toml`` without the table is passed over.
    """
    if isolated:
        return Config()
    if file:
        return msgspec.structs.replace(_extended(_load(file, explicit=True) or Config()), named=True)
    start = directory.resolve()
    return next((config for folder in (start, *start.parents) if (config := config_in(folder))), Config())


def config_in(folder: Path) -> Config | None:
    """What the configuration file in this very folder says, if there is one."""
    for name in (FILE, PYPROJECT):
        if config := _load(folder / name):
            return _extended(config)
    return None


def inline_config(table: Mapping[str, Any], origin: Origin) -> Config:
    """What was given in no file. Raises ``UsageError`` for unknown keys."""
    keys = validate(table, Keys, origin.name)
    if keys.extend is not None:
        raise UsageError(f"{origin.name}: extend: only a file extends another one; name it with --config FILE")
    return Config(keys=keys, origins=origins_of(keys, origin))


def over(lower: Config, upper: Config) -> Config:
    """Both together; of a key that both set, the upper one counts (see ``merged``)."""
    origins = origins_of_both(lower.origins, upper.origins)
    return Config(upper.path or lower.path, Keys(**merged(lower.keys, upper.keys)), lower.named, origins)


def origins_of_both(lower: Mapping[str, Origin], upper: Mapping[str, Origin]) -> dict[str, Origin]:
    """Who has set what is ``merged``."""
    both = {name: origin for name in ("ignore", "extend_select") if (origin := lower.get(name)) and name in upper}
    added = {} if "select" in upper else both
    return {**lower, **upper} | {n: msgspec.structs.replace(upper[n], before=before) for n, before in added.items()}


def merged(lower: Keys, upper: Keys) -> dict[str, Any]:
    """What is set by either. Of a key that both set, the upper one's value counts; the tables are merged.

    Selecting anew (``select``) sets aside all that the lower one says on selection. Without it ``ignore`` and
    ``extend_select`` add to the lower one's, and naming in one what it has in the other moves it there.
    """
    low, up = given(lower), given(upper)
    values = low | up
    for name in TABLES:
        if name in low and name in up:
            values[name] = {**low[name], **up[name]}
    if "verdict" in low and "verdict" in up:
        values["verdict"] = combined(low["verdict"], up["verdict"])
    ignore, extend = up.get("ignore", ()), up.get("extend_select", ())
    if "select" in up:
        both = {"ignore": ignore, "extend_select": extend}
    else:
        both = {
            "ignore": (*(s for s in low.get("ignore", ()) if s not in (*extend, *ignore)), *ignore),
            "extend_select": (*(s for s in low.get("extend_select", ()) if s not in (*ignore, *extend)), *extend),
        }
    return values | {name: value for name, value in both.items() if name in values}


def given(keys: Keys) -> dict[str, Any]:
    """What is set."""
    return {name: value for name in keys.__struct_fields__ if (value := getattr(keys, name)) is not None}


def origins_of(keys: Keys, origin: Origin) -> dict[str, Origin]:
    """One origin for all that is set."""
    said = given(keys)
    entries = [f"{name}.{entry}" for name in TABLES for entry in said.get(name, ())]
    return dict.fromkeys([name for name in said if name in Keys.__struct_fields__] + entries, origin)


def _extended(config: Config, above: tuple[Path, ...] = ()) -> Config:
    """The configuration over those that it extends, of which the last one counts most."""
    if config.path is None or not config.keys.extend:
        return config
    here = config.path.resolve()
    lower = Config()
    for name in config.keys.extend:
        file = Path(os.path.normpath(here.parent / name))
        if file.resolve() in (*above, here):
            raise UsageError(f"{config.path}: extend: {name} extends this file in turn")
        try:
            extended = _load(file, explicit=True)
        except UsageError as error:
            raise UsageError(*(f"{config.path}: extend: {reason}" for reason in error.reasons)) from None
        if extended:
            lower = over(lower, _extended(extended, (*above, here)))
    return msgspec.structs.replace(over(lower, config), path=config.path)


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
        return _config(path, _parse(path, data), data)
    tool = _parse(path, data).get("tool") if b"corpuslint" in data else None
    table = tool.get("corpuslint") if isinstance(tool, dict) else None
    if table is None:
        if explicit:
            raise UsageError(f"{path}: no table [{_TABLE}]")
        return None
    if not isinstance(table, dict):
        raise UsageError(f"{path}: {_TABLE}: expected a table")
    return _config(path, table, data, f"{_TABLE}.")


def _config(path: Path, table: Mapping[str, Any], data: bytes, prefix: str = "") -> Config:
    keys = validate(table, Keys, str(path), prefix, data.decode("utf-8-sig"))
    return Config(path, keys, origins=origins_of(keys, Origin(str(path), path.parent.resolve())))


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
