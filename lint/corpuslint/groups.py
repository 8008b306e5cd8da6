"""The files of a run by the settings that hold for them: one linter for all settings by which rules run alike."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import msgspec

from corpuslint.config import BASELINE_FILE
from corpuslint.discover import Source, identity
from corpuslint.finding import Finding
from corpuslint.ignoring import Ignoring
from corpuslint.linter import Linter
from corpuslint.options import Configured
from corpuslint.rule import Rule
from corpuslint.run import Done
from corpuslint.settings import Settings
from corpuslint.telling import Tell, silent

_OF_THE_RULES = (
    "select",
    "ignore",
    "extend_select",
    "languages",
    "language",
    "preset",
    "severity",
    "rules",
    "max_findings_per_rule",
    "prefer",
    "cache",
    "scanner",
    "suppressions",
    "judging",
)


class Group(NamedTuple):
    """Files that follow each other and have the same settings."""

    settings: Settings
    linter: Linter
    sources: Sequence[Source]


def grouped(
    sources: Iterable[Source],
    configured: Configured,
    named: Iterable[str],
    *,
    profile: bool = False,
    tell: Tell = silent,
    linters: dict[bytes, Linter] | None = None,
) -> list[Group]:
    """The sources in their order, without what a configuration below that of the run excludes or uses itself.

    Where nothing is left there is one group, with the settings of the run.
    ``named``: the paths that the user named, which nothing excludes unless he says so. ``linters``: those made before,
    to which new ones are added. ``tell``: is told what takes long.
    """
    linters = {} if linters is None else linters
    groups = []
    for _, members in groupby(((configured.of(item), item) for item in sources), key=lambda pair: id(pair[0])):
        pairs = list(members)
        settings, files = pairs[0][0], [item for _, item in pairs]
        if settings is not configured.run and settings.exclude:
            files = list(_included(files, settings, named))
        groups.append(Group(settings, _linter(settings, linters, profile, tell), files))
    own = {known for group in groups for file in _own_files(group.settings) if (known := identity(file))}
    if own:
        groups = [group._replace(sources=_others(group.sources, own)) for group in groups]
    left = [group for group in groups if group.sources]
    return left or [Group(configured.run, _linter(configured.run, linters, profile, tell), ())]


def only(groups: Iterable[Group], wanted: Container[str]) -> list[Group]:
    """The groups with those of their files whose path is wanted; where there is none, one group without files."""
    left = [group._replace(sources=[item for item in group.sources if item.path in wanted]) for group in groups]
    return [group for group in left if group.sources] or left[:1]


def _linter(settings: Settings, linters: dict[bytes, Linter], profile: bool, tell: Tell) -> Linter:
    key = _key(settings)
    if key not in linters:
        linters[key] = Linter(settings, profile=profile, tell=tell)
    return linters[key]


def rules_of(groups: Iterable[Group]) -> dict[str, Rule]:
    """All rules that run on any file, by code."""
    rules = {code: rule for group in reversed(list(groups)) for code, rule in group.linter.rules.items()}
    return dict(sorted(rules.items()))


def without_ignored(results: Iterable[Done], group: Group) -> Iterator[Done]:
    """The results of a group without the findings that ``per-file-ignores`` drops."""
    drops = dropping(group)
    for done in results:
        yield msgspec.structs.replace(done, reports=[r for r in done.reports if not drops(r.finding)])


def dropping(group: Group) -> Callable[[Finding], bool]:
    """Tells whether ``per-file-ignores`` drops a finding in one of the group's files."""
    from corpuslint.per_file_ignores import PerFileIgnores  # noqa: PLC0415 (few configurations have any)

    ignores = PerFileIgnores(group.settings)
    files = {item.path: item.file for item in group.sources}
    return lambda finding: ignores.drops(finding, files.get(finding.path, finding.path))


def is_baseline(file: str) -> bool:
    """Whether a file is a baseline by its name. One of another name is known where it is named as such."""
    return file.endswith(BASELINE_FILE) and os.path.basename(file) == BASELINE_FILE  # noqa: PTH119 (of many files)


def _included(sources: Iterable[Source], settings: Settings, named: Iterable[str]) -> Iterator[Source]:
    ignoring = Ignoring(settings.exclude, False, str(settings.root_of("exclude")))
    spared = set() if settings.force_exclude else {os.path.realpath(path) for path in named}
    for item in sources:
        file = os.path.realpath(item.file)
        if file in spared or not ignoring.ignored(file, False, ()):
            yield item


def _own_files(settings: Settings) -> Iterator[Path]:
    """The files that the settings name for corpuslint's own use."""
    for name, table in settings.rules.items():
        folder = settings.root_of(f"rules.{name}")
        yield from (folder / file for file in table.get("phrases", ()))
    if settings.baseline:
        yield settings.baseline


def _others(sources: Iterable[Source], own: Container[tuple[int, int] | None]) -> list[Source]:
    return [item for item in sources if identity(item.file) not in own]


def _key(settings: Settings) -> bytes:
    """What decides which rules run, and how."""
    said = [getattr(settings, name) for name in _OF_THE_RULES]
    folders = [str(settings.root_of(f"rules.{name}")) for name in settings.rules]
    return msgspec.json.encode([said, folders], order="deterministic")
