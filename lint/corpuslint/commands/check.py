"""``corpuslint [check] PATH…``: lint, report, and say by the exit code how it went."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from corpuslint.config import read_config
from corpuslint.discover import Source, discover, source
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.formats import HUMAN, Format, open_formats
from corpuslint.formats.color import use_color
from corpuslint.formats.summary import Summary, Tally, coverage_line, statistics_table
from corpuslint.linter import Linter
from corpuslint.profile import Profile, profile_table
from corpuslint.read import ReadOptions, blocks
from corpuslint.rule import Severity
from corpuslint.run import Work, jobs_for
from corpuslint.run import run as run_blocks
from corpuslint.settings import Overrides, Settings, comma_list, resolve

_LEVEL: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


def run(arguments: argparse.Namespace) -> int:
    paths = _paths(arguments)
    settings = _settings(arguments, paths)
    sources = list(_sources(arguments, paths, settings))
    if not sources:
        return _nothing(paths, settings)
    if arguments.show_files:
        print("".join(f"{item.path}\n" for item in sources), end="")
        return 0
    color = use_color(arguments.color, sys.stdout, os.environ)
    with open_formats(settings.formats, sys.stdout, color, arguments.quiet) as formats:
        summary, profile, code = _lint(sources, settings, formats, arguments.profile)
    _epilogue(arguments, settings, summary, profile)
    return code


def _lint(
    sources: Sequence[Source], settings: Settings, formats: Sequence[Format], profiled: bool
) -> tuple[Summary, Profile, int]:
    started, tally, profile, code = perf_counter(), Tally(), Profile(), 0
    linter = Linter(settings, profile=profiled)
    excerpts = any(target.name == "full" for target in settings.formats)
    options = ReadOptions(text_field=settings.text_field, id_field=settings.id_field)
    work = Work(settings, options, excerpts, profiled)
    records, characters = 0, 0
    skipped: Counter[str] = Counter()
    for done in run_blocks(blocks(sources, options), work, linter, jobs_for(settings.jobs, _size(sources))):
        for format in formats:
            format.write(done.reports)
        findings = [report.finding for report in done.reports]
        tally.add(findings)
        code = max(code, _exit_code(findings, settings))
        profile.merge(done.profile)
        records, characters = records + done.records, characters + done.characters
        skipped.update(done.skipped)
    summary = tally.summary(
        files=len(sources),
        records=records,
        characters=characters,
        seconds=perf_counter() - started,
        skipped=skipped,
        rules=linter.rules,
    )
    for format in formats:
        format.close(summary)
    return summary, profile, code


def _exit_code(findings: Iterable[Finding], settings: Settings) -> int:
    """2 where something could not be linted, 1 where there is a finding of the level that counts."""
    code = 0
    for finding in findings:
        if finding.code.startswith("CL") and finding.severity == "error":
            return 2
        if not settings.exit_zero and _LEVEL[finding.severity] >= _LEVEL[settings.fail_level]:
            code = 1
    return code


def _epilogue(arguments: argparse.Namespace, settings: Settings, summary: Summary, profile: Profile) -> None:
    human = all(target.name in HUMAN for target in settings.formats if target.file is None)
    if arguments.statistics:
        print(statistics_table(summary), end="", file=sys.stdout if human else sys.stderr)
    sys.stdout.flush()
    if arguments.profile:
        names = {code: count.name for code, count in summary.by_code.items()}
        print(profile_table(profile, names, summary.characters), end="", file=sys.stderr)
    if not arguments.quiet:
        print(coverage_line(summary), file=sys.stderr)


def _paths(arguments: argparse.Namespace) -> list[str]:
    paths = list(arguments.paths)
    if arguments.files_from:
        try:
            listed = sys.stdin.read() if arguments.files_from == "-" else Path(arguments.files_from).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"--files-from {arguments.files_from}: {error}") from None
        paths += [line for line in listed.split("\n") if line]
    if not paths:
        raise UsageError("no paths given; name files or folders to lint, or - for standard input (see --help)")
    return paths


def _settings(arguments: argparse.Namespace, paths: Sequence[str]) -> Settings:
    config = read_config(_folder(arguments, paths), arguments.config and Path(arguments.config), arguments.isolated)
    lists = ("select", "ignore", "extend_select", "languages")
    given: dict[str, Any] = {
        name: comma_list(value) for name in lists if (value := getattr(arguments, name)) is not None
    }
    kept = ("exclude", "force_exclude", "fail_level", "format", "jobs", "text_field", "id_field", "exit_zero")
    given |= {name: value for name in kept if (value := getattr(arguments, name)) is not None}
    given |= {"cache": not arguments.no_cache, "scanner": not arguments.no_scanner}
    return resolve(config, Overrides(**given))


def _folder(arguments: argparse.Namespace, paths: Sequence[str]) -> Path:
    """Where the search for a configuration file begins: the folder that all the paths lie in."""
    named = [arguments.stdin_filename or "." if path == "-" else path for path in paths]
    common = Path(os.path.commonpath([os.path.abspath(path) for path in named]))
    return common if common.is_dir() else common.parent


def _sources(arguments: argparse.Namespace, paths: Sequence[str], settings: Settings) -> Iterable[Source]:
    if "-" in paths:
        yield source(arguments.stdin_filename or "<stdin>", data=sys.stdin.buffer.read())
    named = [path for path in paths if path != "-"]
    yield from discover(
        named,
        exclude=settings.exclude,
        force_exclude=settings.force_exclude,
        respect_gitignore=settings.respect_gitignore,
    )


def _nothing(paths: Sequence[str], settings: Settings) -> int:
    """No file to lint: fine where all that were named are excluded, else a mistake."""
    if settings.force_exclude:
        print("corpuslint: all files named are excluded; nothing was linted", file=sys.stderr)
        return 0
    raise UsageError(f"no text found in {', '.join(paths)}: looked for .txt, .md and .jsonl files that are not ignored")


def _size(sources: Iterable[Source]) -> int:
    """Bytes of input, roughly: compressed text is taken to be four times as long."""
    total = 0
    for item in sources:
        if item.data is not None:
            total += len(item.data)
        else:
            total += Path(item.file).stat().st_size * (4 if item.compression else 1) if Path(item.file).is_file() else 0
    return total
