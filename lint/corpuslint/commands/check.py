"""``corpuslint [check] PATH…``: lint, report, and say by the exit code how it went."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

from corpuslint.discover import Source, discover, source
from corpuslint.errors import UsageError
from corpuslint.escape import show_path
from corpuslint.finding import Finding
from corpuslint.flood import stem
from corpuslint.formats import HUMAN, Format, open_formats
from corpuslint.formats.color import use_color
from corpuslint.formats.summary import Summary, Tally, coverage_line, statistics_table
from corpuslint.ignoring import Ignoring
from corpuslint.linter import Linter
from corpuslint.options import paths_of, settings_of
from corpuslint.profile import Profile, profile_table
from corpuslint.read import ReadOptions, blocks
from corpuslint.rule import Severity
from corpuslint.run import Work, jobs_for
from corpuslint.run import run as run_blocks
from corpuslint.selection import unwritten
from corpuslint.settings import Settings

_RECORD = re.compile(rb'\s*\{\s*"[^"\n]*"\s*:[^\n]*\}\s*(?:\n|$)')
"""A line that holds a JSON object."""

_LEVEL: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code."""
    started = perf_counter()
    paths = paths_of(arguments)
    settings = settings_of(arguments, paths)
    sources = list(_sources(arguments, paths, settings))
    if not sources:
        _nothing(paths, settings)
    if arguments.show_files:
        print("".join(f"{show_path(item.path)}\n" for item in sources), end="")
        return 0
    color = use_color(arguments.color, sys.stdout, os.environ)
    profile = Profile() if arguments.profile else None
    _spare_inputs(sources, settings)
    linter = Linter(settings, profile=arguments.profile)  # what it does not accept is said before anything is written
    for selector in unwritten(linter.rules.values(), settings):
        print(f"corpuslint: {selector} is reserved: there is no such rule yet", file=sys.stderr)
    with open_formats(settings.formats, sys.stdout, color, arguments.quiet) as formats:
        summary, code = _lint(linter, sources, formats, profile, started)
    _epilogue(arguments, settings, summary, profile)
    return code


def _lint(
    linter: Linter, sources: Sequence[Source], formats: Sequence[Format], profile: Profile | None, started: float
) -> tuple[Summary, int]:
    """Lint everything; what is found goes to the formats as it comes."""
    tally, code, settings = Tally(), 0, linter.settings
    options = ReadOptions(text_field=settings.text_field, id_field=settings.id_field)
    excerpts = any(target.name == "full" for target in settings.formats)
    work = Work(settings, options, excerpts, profile is not None)
    totals: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    results = run_blocks(blocks(sources, options), work, linter, jobs_for(settings.jobs, _size(sources)))
    for done in stem(results):
        for format in formats:
            format.write(done.reports)
        findings = [report.finding for report in done.reports]
        tally.add(findings)
        code = max(code, _exit_code(findings, settings))
        totals.update(records=done.records, characters=done.characters)
        skipped.update(done.skipped)
        if profile is not None:
            profile.merge(done.profile)
    summary = tally.summary(
        files=len(sources),
        records=totals["records"],
        characters=totals["characters"],
        seconds=perf_counter() - started,
        skipped=skipped,
        rules=linter.rules,
    )
    for format in formats:
        format.close(summary)
    return summary, code


def _exit_code(findings: Iterable[Finding], settings: Settings) -> int:
    """2 where something could not be linted, 1 where there is a finding of the level that counts."""
    code = 0
    for finding in findings:
        if finding.code.startswith("CL") and finding.severity == "error":
            return 2
        if not settings.exit_zero and _LEVEL[finding.severity] >= _LEVEL[settings.fail_level]:
            code = 1
    return code


def _epilogue(arguments: argparse.Namespace, settings: Settings, summary: Summary, profile: Profile | None) -> None:
    """What comes after the findings: tables where they do not disturb a program, and the coverage."""
    for_people = all(target.name in HUMAN for target in settings.formats if target.file is None)
    if arguments.statistics:
        print(statistics_table(summary), end="", file=sys.stdout if for_people else sys.stderr)
    sys.stdout.flush()
    if profile is not None:
        print(profile_table(profile, summary.characters), end="", file=sys.stderr)
    if not arguments.quiet:
        configured = f"; configured by {show_path(os.path.relpath(settings.config))}" if settings.config else ""
        print(coverage_line(summary) + configured, file=sys.stderr)


def _sources(arguments: argparse.Namespace, paths: Sequence[str], settings: Settings) -> Iterable[Source]:
    if "-" in paths:
        yield _standard_input(arguments.stdin_filename)
    phrase_files = {
        os.path.realpath(settings.root / name) for table in settings.rules.values() for name in table.get("phrases", ())
    }
    found = discover(
        [path for path in paths if path != "-"],
        exclude=settings.exclude,
        root=str(settings.root),
        force_exclude=settings.force_exclude,
        respect_gitignore=settings.respect_gitignore,
    )
    yield from (item for item in found if not phrase_files or os.path.realpath(item.file) not in phrase_files)


def _spare_inputs(sources: Iterable[Source], settings: Settings) -> None:
    """A report must not be written over what it is about."""
    targets = {os.path.realpath(target.file) for target in settings.formats if target.file is not None}
    for item in sources if targets else ():
        if os.path.realpath(item.file) in targets:
            raise UsageError(f"--format: {item.path} is linted in this run; write to another file")


def _standard_input(name: str | None) -> Source:
    """Standard input as the file that its name says it is; without a name, lines of JSON objects are records."""
    data = sys.stdin.buffer.read()
    if name is None and _RECORD.match(data):
        return Source("<stdin>", "<stdin>", "lines", data=data)
    return source(name or "<stdin>", data=data)


def _nothing(paths: Sequence[str], settings: Settings) -> None:
    """No file to lint: as it should be where all that were named are excluded, else a mistake."""
    if settings.force_exclude:
        ignoring = Ignoring(settings.exclude, settings.respect_gitignore, str(settings.root))
        folders = [(path, os.path.abspath(path)) for path in paths if Path(path).is_dir()]  # noqa: PTH100 (as in discover)
        paths = [path for path, absolute in folders if not ignoring.named(absolute, is_folder=True)]
    if paths:
        where = ", ".join(paths)
        raise UsageError(f"no text found in {where}: looked for .txt, .md and .jsonl files that are not ignored")
    print("corpuslint: nothing was linted: all that was named is excluded or no text", file=sys.stderr)


def _size(sources: Iterable[Source]) -> int:
    """Bytes of input, roughly: compressed text is taken to be four times as long."""
    return sum(_source_size(item) * (4 if item.compression else 1) for item in sources)


def _source_size(item: Source) -> int:
    if item.data is not None:
        return len(item.data)
    try:
        return Path(item.file).stat().st_size
    except OSError:
        return 0
