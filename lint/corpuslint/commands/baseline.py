"""``corpuslint baseline create|update|prune|audit PATH…``: the list of known findings."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from corpuslint.commands.audit import audit
from corpuslint.commands.check import results_of, suppressor
from corpuslint.commands.inputs import complain_of_nothing, sources_of
from corpuslint.commands.progress import teller
from corpuslint.config import BASELINE_FILE
from corpuslint.engine_codes import CODES, could_not_lint
from corpuslint.errors import UsageError
from corpuslint.escape import show_path
from corpuslint.formats.color import use_color
from corpuslint.formats.concise import concise_line
from corpuslint.formats.report import Report
from corpuslint.groups import grouped, rules_of
from corpuslint.numbers import counted
from corpuslint.options import Configured, ignore_file_of, paths_of
from corpuslint.suppression.apply import shown
from corpuslint.suppression.baseline import (
    Baseline,
    Entry,
    Matcher,
    entry_of,
    is_stale,
    read_baseline,
    write_baseline,
)
from corpuslint.suppression.scope import Scope

_NOT_LISTED = "a baseline lists no findings of the engine's own (CL9xx): mend what they name, or exclude the files"


class Found(NamedTuple):
    """What a run over the paths has found, apart from what comments and the ignore file suppress."""

    reports: Sequence[Report]
    scope: Scope
    troubles: Sequence[Report]


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code: 2 where something could not be linted, of which nothing is changed."""
    paths = paths_of(arguments)
    configured = Configured(arguments, paths)
    settings = configured.run
    file = settings.baseline or settings.root / BASELINE_FILE
    if not (arguments.baseline or arguments.config or file.resolve().is_relative_to(settings.root)):
        raise UsageError(f"{settings.config}: baseline: {file} lies outside of its folder; name it with --baseline")
    if arguments.action == "create" and file.exists():
        raise UsageError(f"{shown(file)} exists; `corpuslint baseline update` adds to it what is new")
    baseline = Baseline(file, [], []) if arguments.action == "create" else read_baseline(file)
    found = _lint(arguments, paths, configured)
    for report in found.troubles:
        print(concise_line(report.finding), file=sys.stderr)
    if found.troubles:
        print(f"corpuslint: {_NOT_LISTED}", file=sys.stderr)
    if arguments.action == "audit":
        color = use_color(arguments.color, sys.stdout, os.environ)
        return audit(baseline, found.reports, everything=arguments.all, sample=arguments.sample, color=color)
    matcher = Matcher(baseline)
    new = list(_new(matcher, found.reports))
    kept: list[Entry] = []
    stale: list[Entry] = []
    for _, entry in matcher.left():
        (stale if is_stale(entry, matcher.folder, found.scope) else kept).append(entry)
    added = [] if arguments.action == "prune" else list(_inherited(new, stale))
    write_baseline(file, [*matcher.taken.values(), *kept, *added])
    total = len(matcher.taken) + len(kept) + len(added)
    print(f"{show_path(shown(file))}: {counted(total, 'finding')} ({len(added):,} added, {len(stale):,} removed)")
    return 2 if any(could_not_lint(report.finding) for report in found.troubles) else 0


def _lint(arguments: argparse.Namespace, paths: Sequence[str], configured: Configured) -> Found:
    groups = grouped(sources_of(arguments, paths, configured.run), configured, paths, tell=teller(arguments))
    sources = [item for group in groups for item in group.sources]
    if not sources:
        complain_of_nothing(paths, configured.run)
    suppress = suppressor(groups, paths, ignore_file=ignore_file_of(arguments, paths), baseline=None)
    audited = arguments.action == "audit"
    results = results_of(groups, suppress, excerpts=audited, evidences=True)
    reports = [report for done in results for report in done.reports if not report.suppression]
    scope = Scope(paths, sources, {rule.code: rule.name for rule in rules_of(groups).values()})
    return Found(
        [report for report in reports if report.finding.code not in CODES],
        scope,
        [report for report in reports if report.finding.code in CODES],
    )


def _new(matcher: Matcher, reports: Iterable[Report]) -> Iterator[Entry]:
    """Entries for the findings that have none yet."""
    for report in reports:
        if report.evidence is not None and matcher.take(report.finding, report.evidence) is None:
            yield entry_of(report.finding, report.evidence, matcher.folder)


def _inherited(new: Iterable[Entry], stale: Iterable[Entry]) -> Iterator[Entry]:
    """The new entries; one that differs from a stale one in its context alone keeps its label."""
    old = {(entry.path, entry.record, entry.code, entry.text): entry for entry in stale}
    for entry in new:
        like = old.pop((entry.path, entry.record, entry.code, entry.text), entry)
        yield msgspec.structs.replace(entry, label=like.label, why=like.why)
