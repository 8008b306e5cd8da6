"""What a run goes by: defaults, then the configuration file, then the command line or the caller's options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.config import Config, Keys, validate
from corpuslint.errors import UsageError
from corpuslint.formats import Target, parse_format
from corpuslint.rule import Severity


class Overrides(Keys, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What the command line or a caller gives: any key of the file, and what no file can say. None: not given."""

    force_exclude: bool | None = None
    exit_zero: bool | None = None
    cache: bool | None = None
    scanner: bool | None = None
    suppressions: bool | None = None


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything resolved. ``select`` is None where the default rules run; ``jobs`` 0 means one per processor.

    ``root``: the folder of the configuration file, or else the working directory; ``exclude`` and the files named under
    ``rules`` are relative to it.
    """

    config: Path | None = None
    root: Path = Path()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    languages: frozenset[str] = frozenset()
    fail_level: Severity = "warning"
    exit_zero: bool = False
    formats: tuple[Target, ...] = (Target("concise", None),)
    jobs: int = 0
    text_field: str | None = None
    id_field: str | None = None
    max_findings_per_rule: int = 1000
    severity: Mapping[str, Severity] = {}
    rules: Mapping[str, Mapping[str, Any]] = {}
    baseline: Path | None = None
    cache: bool = True
    scanner: bool = True
    suppressions: bool = True


_NOTHING_CONFIGURED = Config()
_NOTHING_GIVEN = Overrides()


def resolve(config: Config = _NOTHING_CONFIGURED, overrides: Overrides = _NOTHING_GIVEN) -> Settings:
    """The settings of a run. Of a key that both give, the override counts; the tables are merged key by key.

    Selecting anew (``select``) sets aside all that the file says on selection. Without it ``ignore`` and
    ``extend_select`` add to the file's, and naming in one what the file has in the other moves it there.
    """
    file, given = config.keys, validate(msgspec.to_builtins(overrides), Overrides, "options")
    root = config.path.parent.resolve() if config.path else Path.cwd()
    values = _given(file) | _given(given) | _selection(file, given)
    values["severity"] = {**(file.severity or {}), **(given.severity or {})}
    values["rules"] = {**(file.rules or {}), **(given.rules or {})}
    values["languages"] = frozenset(values.get("languages", ()))
    if name := values.get("baseline"):
        values["baseline"] = (Path() if given.baseline else root) / name
    values.pop("format", None)
    if given.format is not None:
        values["formats"] = _targets(given.format, Path())
    elif file.format is not None:
        values["formats"] = _targets(file.format, root)
        if not config.named and any(target.file for target in values["formats"]):
            raise UsageError(f"{config.path}: format: only the command line or a file named by --config may name files")
    return Settings(config=config.path, root=root, **values)


def comma_list(text: str) -> tuple[str, ...]:
    """The parts of ``PW, UC1``."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _given(keys: Keys) -> dict[str, Any]:
    return {name: value for name in keys.__struct_fields__ if (value := getattr(keys, name)) is not None}


def _selection(file: Keys, given: Keys) -> dict[str, Any]:
    ignore, extend = given.ignore or (), given.extend_select or ()
    if given.select is not None:
        return {"select": given.select, "ignore": ignore, "extend_select": extend}
    return {
        "ignore": (*(s for s in file.ignore or () if s not in extend), *ignore),
        "extend_select": (*(s for s in file.extend_select or () if s not in ignore), *extend),
    }


def _targets(formats: Iterable[str], folder: Path) -> tuple[Target, ...]:
    parsed = [parse_format(text) for text in formats]
    targets = tuple(Target(name, folder / file if file else None) for name, file in parsed)
    files = [target.file for target in targets]
    for target in targets:
        if files.count(target.file) > 1:
            place = target.file or "standard output"
            raise UsageError(f"format: two formats write to {place}; give all but one a file: NAME=FILE")
    return targets
