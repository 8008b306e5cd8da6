"""What a run goes by: defaults, then the configuration file, then the command line or the caller's options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.config import Config, Keys, Origin, merged, origins_of, origins_of_both
from corpuslint.config_errors import line_in, validate
from corpuslint.errors import UsageError
from corpuslint.formats import Target, parse_format
from corpuslint.rule import Severity
from corpuslint.verdicts.keys import VerdictKeys

INLINE = "--config"
"""The origin of ``--config KEY=VALUE``."""


class Overrides(Keys, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What the command line or a caller gives: any key of the file, and what no file can say. None: not given."""

    force_exclude: bool | None = None
    exit_zero: bool | None = None
    cache: bool | None = None
    scanner: bool | None = None
    suppressions: bool | None = None
    judging: bool | None = None


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything resolved, for a run or for one file of it. ``select`` is None where the default rules run; ``jobs`` 0
    means one per processor.

    ``judging``: records get verdicts, so that rules run too that are on by default only for those.
    ``root``: the folder of the configuration file, or else the working directory; ``exclude`` and the files named under
    ``rules`` are relative to it, or to the folder of the file that has them where that was extended.
    ``origins``: who has set each key; a name that is empty stands for the command line or the caller.
    """

    config: Path | None = None
    root: Path = Path()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    preset: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    languages: frozenset[str] = frozenset()
    language: str | None = None
    fail_level: Severity = "warning"
    exit_zero: bool = False
    formats: tuple[Target, ...] = (Target("concise", None),)
    jobs: int = 0
    text_field: str | None = None
    id_field: str | None = None
    max_findings_per_rule: int = 1000
    prefer: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    rules: Mapping[str, Mapping[str, Any]] = {}
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    rule_url: str | None = None
    baseline: Path | None = None
    verdict: VerdictKeys = VerdictKeys()
    gate: tuple[str, ...] = ()
    judging: bool = False
    origins: Mapping[str, Origin] = {}
    cache: bool = True
    scanner: bool = True
    suppressions: bool = True

    def root_of(self, key: str) -> Path:
        """The folder to which the paths in ``exclude``, ``rules.PW101`` or ``per_file_ignores.GLOB`` are relative."""
        return self.origins[key].folder if key in self.origins else self.root

    def where(self, key: str, option: str = "") -> str:
        """Who has set a key, on which line, to begin an error with; nothing where nobody knows.

        option: one of the rule whose table ``key`` is.
        """
        name = self.origins[key].name if key in self.origins else str(self.config or "")
        first, *rest = key.split(".", 1)
        keys = (first.replace("_", "-"), *rest, *filter(None, [option]))
        return f"{name}{line_in(name, keys)}: " if name else ""


_NOTHING_CONFIGURED = Config()
_NOTHING_GIVEN = Overrides()


def resolve(config: Config = _NOTHING_CONFIGURED, overrides: Overrides = _NOTHING_GIVEN) -> Settings:
    """The settings of a run: what a configuration says, over it the overrides (see ``merged``)."""
    given = overrides
    if given != _NOTHING_GIVEN:
        given = validate(msgspec.to_builtins(overrides), Overrides, "options")
    root = config.path.parent.resolve() if config.path else Path.cwd()
    origins = origins_of_both(config.origins, origins_of(given, Origin("", Path.cwd())))
    values = merged(config.keys, given)
    values["languages"] = frozenset(values.get("languages", ()))
    for name in ("extend", "format"):
        values.pop(name, None)
    settings = Settings(config=config.path, root=root, origins=origins, **values)
    if settings.baseline:
        folder = Path() if given.baseline else settings.root_of("baseline")
        settings = msgspec.structs.replace(settings, baseline=folder / settings.baseline)
    formats = given.format if given.format is not None else config.keys.format
    return (
        settings if formats is None else msgspec.structs.replace(settings, formats=_targets_of(config, formats, given))
    )


def _targets_of(config: Config, formats: Iterable[str], given: Keys) -> tuple[Target, ...]:
    """Files that the command line names stay as they are; a configuration must be trusted to name any."""
    if given.format is not None:
        return _targets(formats, Path())
    origin = config.origins.get("format", Origin(str(config.path), Path()))
    folder = origin.folder if "format" in config.origins else (config.path or Path()).parent.resolve()
    targets = _targets(formats, folder)
    if not config.named and origin.name != INLINE and any(target.file for target in targets):
        raise UsageError(f"{origin.name}: format: only the command line or a file named by --config may name files")
    return targets


def comma_list(text: str) -> tuple[str, ...]:
    """The parts of ``PW, UC1``."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _targets(formats: Iterable[str], folder: Path) -> tuple[Target, ...]:
    parsed = [parse_format(text) for text in formats]
    targets = tuple(Target(name, folder / file if file else None) for name, file in parsed)
    files = [target.file for target in targets]
    for target in targets:
        if files.count(target.file) > 1:
            place = target.file or "standard output"
            raise UsageError(f"format: two formats write to {place}; give all but one a file: NAME=FILE")
    return targets
