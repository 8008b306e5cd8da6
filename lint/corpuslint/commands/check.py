"""``corpuslint [check] PATH…``: lint, report, and say by the exit code how it went."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpuslint.commands.epilogue import epilogue
from corpuslint.commands.inputs import complain_of_nothing, size_of, sources_of, spare_inputs
from corpuslint.commands.progress import Progress, is_watched, teller
from corpuslint.discover import Source
from corpuslint.engine_codes import could_not_lint
from corpuslint.errors import UsageError
from corpuslint.escape import escape, show_path
from corpuslint.finding import Finding
from corpuslint.flood import stem
from corpuslint.formats import Format, needs_of, open_formats
from corpuslint.formats.about import About
from corpuslint.formats.color import use_color, use_links
from corpuslint.formats.summary import Summary, Tally
from corpuslint.groups import Group, grouped, only, rules_of, without_ignored
from corpuslint.opening import opened
from corpuslint.options import Configured, folder_of, ignore_file_of, paths_of
from corpuslint.profile import Profile
from corpuslint.read import ReadOptions, blocks
from corpuslint.rule import Severity
from corpuslint.run import MANY, SERIAL, Done, Work, jobs_for
from corpuslint.run import run as run_blocks
from corpuslint.settings import Settings

if TYPE_CHECKING:
    from corpuslint.commands.judging import Judging
    from corpuslint.since import Changed
    from corpuslint.verdicts.ledger import Ledger

Suppress: TypeAlias = Callable[[Iterable[Done]], Iterable[Done]]

_LEVEL: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code."""
    started = perf_counter()
    paths = paths_of(arguments)
    configured = Configured(arguments, paths)
    settings = configured.run
    if arguments.show_settings:
        from corpuslint.commands.show_settings import show_settings  # noqa: PLC0415 (most runs need none)

        return show_settings(configured, paths, arguments.stdin_filename)
    sources = list(sources_of(arguments, paths, settings))
    if settings.judging and arguments.since:
        raise UsageError("verdicts are on whole records, and --since leaves out findings; use one of them")
    changed = _changed(arguments, paths, sources)
    # what a linter does not accept is said before anything is written
    groups = grouped(sources, configured, paths, profile=arguments.profile, tell=teller(arguments))
    if changed is not None and not any(group.linter.corpus_rules for group in groups):
        groups = only(groups, changed)  # else what has changed may copy what has not
    sources = [item for group in groups for item in group.sources]
    if not sources and changed is not None:
        print(f"corpuslint: nothing was linted: nothing has changed since {arguments.since}", file=sys.stderr)
    elif not sources:
        complain_of_nothing(paths, settings)
    if arguments.show_files:
        print("".join(f"{show_path(item.path)}\n" for item in sources), end="")
        return 0
    spare_inputs(sources, [target.file for target in settings.formats if target.file], "--format")
    return _lint(arguments, paths, groups, settings, changed, started=started)


def _lint(
    arguments: argparse.Namespace,
    paths: Sequence[str],
    groups: Sequence[Group],
    settings: Settings,
    changed: Changed | None,
    *,
    started: float,
) -> int:
    """Lint, report, and say what came out; returns the exit code."""
    profile = Profile() if arguments.profile else None
    rules = rules_of(groups)
    for note in dict.fromkeys(_idle_globs(groups, paths) if changed is None else ()):
        print(f"corpuslint: {escape(note)}", file=sys.stderr)
    judging = _judging(groups, settings)
    files = {"ignore_file": ignore_file_of(arguments, paths), "baseline": settings.baseline}
    suppress = suppressor(groups, paths, **files)
    color = use_color(arguments.color, sys.stdout, os.environ)
    links = use_links(sys.stdout, os.environ, color)
    about = About(color=color, links=links, quiet=arguments.quiet, rules=rules, rule_url=settings.rule_url)
    ledger = judging.ledger if judging else None
    with open_formats(settings.formats, sys.stdout, about) as formats:
        count = sum(len(group.sources) for group in groups)
        progress = Progress(count, sys.stderr, not arguments.quiet and is_watched(sys.stderr, os.environ))
        course = Course(suppress, progress, started, changed, profile, ledger)
        summary, code, hidden = lint_all(groups, settings, formats, course)
        if judging:
            judging.conclude(formats)
        for format in formats:
            format.close(summary)
    epilogue(arguments, groups, settings.formats, summary, profile, hidden=hidden)
    if judging:
        code = judging.sum_up(summary, code, arguments.quiet)
    return max(code, int(arguments.strict_baseline and "CL911" in summary.by_code and not settings.exit_zero))


def _idle_globs(groups: Sequence[Group], paths: Sequence[str]) -> Iterable[str]:
    """The globs of ``per-file-ignores`` that match nothing of what the paths hold."""
    settings = {id(group.settings): group.settings for group in groups if group.settings.per_file_ignores}
    if not settings:
        return ()
    from corpuslint.per_file_ignores import idle_globs  # noqa: PLC0415 (few configurations have any)
    from corpuslint.suppression.scope import Scope  # noqa: PLC0415

    files = [item.file for group in groups for item in group.sources]
    return idle_globs(settings.values(), files, Scope(paths, (), {}))


def _judging(groups: Sequence[Group], settings: Settings) -> Judging | None:
    """What judges records and the run; None where nothing does."""
    if not settings.judging and not settings.gate:
        return None
    from corpuslint.commands.judging import Judging  # noqa: PLC0415 (most runs need none)

    return Judging(groups, settings)


def _changed(arguments: argparse.Namespace, paths: Sequence[str], sources: Iterable[Source]) -> Changed | None:
    """The lines that alone are to be reported on; None where all are."""
    if not arguments.since:
        return None
    from corpuslint.since import changed_lines  # noqa: PLC0415 (most runs need none)

    return changed_lines(arguments.since, folder_of(arguments, paths), sources)


def suppressor(
    groups: Sequence[Group], paths: Sequence[str], *, ignore_file: Path | None, baseline: Path | None
) -> Suppress | None:
    """What marks the reports that a file suppresses; None where there is no such file."""
    if not (ignore_file or baseline) or not any(group.settings.suppressions for group in groups):
        return None
    from corpuslint.suppression.apply import read_suppressions, suppressed  # noqa: PLC0415 (most runs need none)
    from corpuslint.suppression.scope import Scope  # noqa: PLC0415

    known = groups[0].linter.known
    suppressions = read_suppressions(ignore_file, baseline, known)
    sources = [item for group in groups for item in group.sources]
    scope = Scope(paths, sources, {rule.code: rule.name for rule in rules_of(groups).values()})
    return lambda results: suppressed(results, suppressions, scope, known)


def results_of(
    groups: Sequence[Group],
    suppress: Suppress | None,
    *,
    excerpts: bool = False,
    evidences: bool = False,
    changed: Changed | None = None,
    progress: Progress | None = None,
    census: tuple[str, ...] | None = None,
) -> Iterable[Done]:
    """What becomes of all sources, in order. ``census``: what is to be said of each record (see ``Work``)."""
    wanted = {"excerpts": excerpts, "evidences": evidences or suppress is not None}

    def results_in(spool: Path | None) -> Iterable[Done]:
        alone = len(groups) == 1
        given = {"alone": alone, **wanted}
        found = (_results(group, progress=progress, spool=spool, census=census, **given) for group in groups)
        return _opened(groups, found)

    if any(group.linter.corpus_rules for group in groups):
        from corpuslint.corpus.together import corpus_rules_of, with_corpus_rules  # noqa: PLC0415 (most runs have none)

        results: Iterable[Done] = with_corpus_rules(results_in, groups, corpus_rules_of(groups), **wanted)
    else:
        results = results_in(None)
    results = suppress(results) if suppress else results
    if changed is not None:
        from corpuslint.since import only_changed  # noqa: PLC0415

        results = only_changed(results, changed)
    return stem(results)


def _opened(groups: Sequence[Group], results: Iterable[Iterable[Done]]) -> Iterator[Done]:
    with opened(group.linter for group in groups):
        yield from chain.from_iterable(results)


def _results(
    group: Group,
    *,
    excerpts: bool,
    evidences: bool,
    alone: bool,
    progress: Progress | None,
    spool: Path | None,
    census: tuple[str, ...] | None,
) -> Iterable[Done]:
    settings, linter, sources = group
    options = ReadOptions(text_field=settings.text_field, id_field=settings.id_field)
    size, profile = size_of(sources), linter.profile is not None
    incremental = settings.cache and size > MANY and not profile
    work = Work(settings, options, excerpts, profile, evidences, incremental, spool, census)
    jobs = jobs_for(settings.jobs, size) if alone or size > SERIAL else 1  # processes are not worth a small group
    work_units = blocks(progress.begun(sources) if progress else sources, options)
    results = run_blocks(work_units, work, linter, jobs)
    return without_ignored(results, group) if settings.per_file_ignores else results


class Course(NamedTuple):
    """How a run goes: what is left out of it, who is told, and when it started."""

    suppress: Suppress | None
    progress: Progress
    started: float
    changed: Changed | None = None
    profile: Profile | None = None
    ledger: Ledger | None = None


def lint_all(
    groups: Sequence[Group], settings: Settings, formats: Sequence[Format], course: Course
) -> tuple[Summary, int, int]:
    """Lint everything; what is found goes to the formats and the ledger as it comes. Returns the run in numbers, the
    exit code, and how much was suppressed.
    """
    suppress, progress, started, changed, profile, ledger = course
    code = hidden = 0
    paths = {item.path for group in groups for item in group.sources}
    tally = Tally(paths if suppress else None)
    needs = [needs_of(format) for format in formats]
    wanted = {"excerpts": "excerpt" in chain(*needs), "evidences": "evidence" in chain(*needs)}
    totals: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    coverage: Counter[str] = Counter()
    census = None if ledger is None else ledger.fields
    for done in results_of(groups, suppress, changed=changed, progress=progress, census=census, **wanted):
        reports = [report for report in done.reports if not report.suppression]
        hidden += len(done.reports) - len(reports)
        with progress.aside():
            for format, need in zip(formats, needs, strict=True):
                format.write(done.reports if "suppressed" in need else reports)
        findings = [report.finding for report in reports]
        tally.add(findings)
        if ledger is not None:
            ledger.add(done.census, findings)
        code = max(code, _exit_code(findings, settings))
        totals.update(records=done.records, characters=done.characters)
        skipped.update(done.skipped)
        coverage.update(done.coverage)
        if profile is not None:
            profile.merge(done.profile)
        progress.add(done.records, len(reports))
    progress.close()
    return _summary(groups, tally, totals, (skipped, coverage), perf_counter() - started), code, hidden


def _summary(
    groups: Sequence[Group],
    tally: Tally,
    totals: Counter[str],
    reasons: tuple[Counter[str], Counter[str]],
    seconds: float,
) -> Summary:
    return tally.summary(
        files=sum(len(group.sources) for group in groups),
        records=totals["records"],
        characters=totals["characters"],
        seconds=seconds,
        skipped=reasons[0],
        rules=rules_of(groups),
        coverage=reasons[1],
    )


def _exit_code(findings: Iterable[Finding], settings: Settings) -> int:
    """2 where something could not be linted, 1 where there is a finding of the level that counts."""
    code = 0
    for finding in findings:
        if could_not_lint(finding):
            return 2
        if not settings.exit_zero and _LEVEL[finding.severity] >= _LEVEL[settings.fail_level]:
            code = 1
    return code
