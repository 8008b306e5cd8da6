"""The documents of an editor, linted as ``check`` lints their files: with their configuration and suppressions."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from corpuslint.commands.check import results_of, suppressor
from corpuslint.config import BASELINE_FILE, FILE, IGNORE_FILE, PYPROJECT
from corpuslint.discover import Kind, Source, kind_of
from corpuslint.formats.about import About
from corpuslint.formats.report import Report
from corpuslint.groups import grouped
from corpuslint.ignoring import Ignoring
from corpuslint.linter import Linter
from corpuslint.opening import Held, openable
from corpuslint.options import Configured, ignore_file_of
from corpuslint.read import ReadOptions

CRASHED = "CL905"
_OWN_FILES = frozenset({FILE, PYPROJECT, IGNORE_FILE, BASELINE_FILE})
"""Files that corpuslint itself reads. To many an editor they are plain text."""

_KINDS: dict[str, Kind] = {"markdown": "markdown", "jsonl": "lines", "ndjson": "lines", "jsonlines": "lines"}
"""How documents are read whose names do not say it, by what editors call their language."""


class Checked(NamedTuple):
    """A document and what was found in it.

    ``ignore_file``: the one that is in force, if there is one; ``trouble``: why the document could not be linted.
    """

    text: str
    source: Source
    reports: tuple[Report, ...] = ()
    about: About = About()
    options: ReadOptions = ReadOptions()
    ignore_file: Path | None = None
    trouble: str | None = None


def document(path: str, language: str, text: str) -> Source:
    """The source of a document, which need not be a file yet. An editor's text is never compressed."""
    known = kind_of(path)
    kind = known[0] if known else _KINDS.get(language, "text")
    return Source(path, path, kind, data=text.encode("utf-8", "replace"))


class Checker:
    """Lints documents one by one. Whatever it has made stays until it is made anew.

    arguments: the command's; held: what rules hold open, which outlasts this checker.
    """

    def __init__(self, arguments: argparse.Namespace, held: Held):
        self._arguments = arguments
        self._held = held
        self._configured: dict[Path, Configured] = {}
        self._linters: dict[bytes, Linter] = {}

    def check(self, text: str, source: Source) -> Checked:
        """Lint a document. Raises ``UsageError`` for a configuration that is wrong."""
        folder = Path(source.file).parent
        if folder not in self._configured:
            self._configured[folder] = Configured(self._arguments, [source.file])
        configured = self._configured[folder]
        settings = configured.run
        ignoring = Ignoring(settings.exclude, settings.respect_gitignore, str(settings.root_of("exclude")))
        if Path(source.file).name in _OWN_FILES or ignoring.named(source.file, is_folder=False):
            return Checked(text, source)
        groups = grouped([source], configured, [source.file], linters=self._linters)
        if not groups[0].sources:  # a file that the configuration itself uses
            return Checked(text, source)
        linter = groups[0].linter
        self._held.open_for(linter)
        ignore_file = ignore_file_of(self._arguments, [source.file])
        suppress = suppressor(groups, [source.file], ignore_file=ignore_file, baseline=settings.baseline)
        found = (report for done in results_of(groups, suppress, evidences=True) for report in done.reports)
        reports = tuple(r for r in found if r.finding.path == source.path and not r.suppression)
        self._drop_broken(linter, reports)
        about = About(rules=linter.rules, rule_url=settings.rule_url)
        options = ReadOptions(text_field=settings.text_field, id_field=settings.id_field)
        return Checked(text, source, reports, about, options, ignore_file)

    def _drop_broken(self, linter: Linter, reports: Iterable[Report]) -> None:
        """A rule crashed that holds something open: that may have died, and is opened anew for the next check."""
        crashes = [report.finding.message for report in reports if report.finding.code == CRASHED]
        if any(message.startswith(rule.code) for rule in openable(linter.rules.values()) for message in crashes):
            self._held.close()
