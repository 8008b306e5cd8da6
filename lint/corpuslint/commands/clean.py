"""``corpuslint clean IN --out OUT --log EDITS``: a derived copy without what rules mark as removable; and back."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from corpuslint.clean.dolma import write_attributes
from corpuslint.clean.files import UncleanableError, parts
from corpuslint.clean.log import read_log
from corpuslint.clean.output import compressed, keep_apart, whole_folder
from corpuslint.clean.texts import Cleaner
from corpuslint.clean.undo import restore
from corpuslint.clean.writing import Result, Writer, logging_writer
from corpuslint.commands.inputs import complain_of_nothing, sources_of
from corpuslint.commands.nothing import extension_of, visible_files
from corpuslint.discover import Source, source
from corpuslint.engine_codes import could_not_lint
from corpuslint.entry_points import entry_points
from corpuslint.errors import UsageError
from corpuslint.escape import show_path
from corpuslint.formats.concise import concise_line
from corpuslint.formats.whole_file import whole_binary_file, whole_file
from corpuslint.linter import Linter
from corpuslint.numbers import counted
from corpuslint.options import Configured, ignore_file_of
from corpuslint.plugins import GROUP, load_rules
from corpuslint.read import ReadOptions
from corpuslint.read.problem import StreamError
from corpuslint.read.stream import chunks
from corpuslint.selection import select_rules
from corpuslint.settings import Settings
from corpuslint.suppression.ignore_file import read_ignore_file


class Job(NamedTuple):
    """From where to where, and how. ``log`` is None where attributes are written."""

    given: Path
    out: Path
    log: Path | None
    cleaner: Cleaner
    options: ReadOptions


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code: 2 where a file could not be cleaned, which then has no copy."""
    given, out = Path(arguments.source), Path(arguments.out)
    log = Path(arguments.undo or arguments.log) if arguments.undo or arguments.log else None
    if not given.exists():
        raise UsageError(f"{given}: no such file or folder")
    for written in filter(None, (out, None if arguments.undo else log)):
        keep_apart(written, given)
    if log is not None:
        keep_apart(log, out)
    if arguments.undo and log:
        return _undo(given, log, out)
    if (log is None) == (arguments.style == "text"):
        raise UsageError("name a file for the edit log, which undoes the cleaning: --log FILE; --format dolma has none")
    settings = Configured(arguments, [arguments.source]).run
    sources = list(sources_of(arguments, [arguments.source], settings))
    if not sources:
        complain_of_nothing([arguments.source], settings)
    options = ReadOptions(text_field=settings.text_field, id_field=settings.id_field)
    job = Job(given, out, log, _cleaner(arguments, settings), options)
    results = _write(job, sources)
    _report(job, results)
    if left := _left_out(given, sources):
        print(f"not copied: {left}")
    problems = [found for result in results for found in result.problems]
    return 2 if any(map(could_not_lint, problems)) else 0


def _cleaner(arguments: argparse.Namespace, settings: Settings) -> Cleaner:
    """A linter of the selected rules that allow what is wanted, with all their findings."""
    rules = load_rules(entry_points(GROUP, settings.cache))
    chosen = [r for r in select_rules(rules, settings) if r.fix and (r.fix.safe or arguments.unsafe)]
    if not chosen:
        hint = "" if arguments.unsafe else "; --unsafe allows more"
        raise UsageError(f"none of the selected rules removes or repairs anything{hint}")
    plain = msgspec.structs.replace(
        settings, select=("ALL",), ignore=(), extend_select=(), severity={}, rules={}, max_findings_per_rule=0
    )
    known = {rule.code: rule.name for rule in rules}
    file = ignore_file_of(arguments, [arguments.source])
    fixes = {rule.code: rule.fix for rule in chosen if rule.fix}
    return Cleaner(Linter(plain, chosen), fixes, arguments.unsafe, read_ignore_file(file, known) if file else None)


def _write(job: Job, sources: list[Source]) -> list[Result]:
    """All files; the log takes its place just before the copy does."""
    for written in filter(None, (job.log, None if job.given.is_dir() else job.out)):
        if written.exists():  # a log that is lost cannot undo anything
            raise UsageError(f"{written} exists; name a file that does not, or remove it first")
    with ExitStack() as stack:
        folder = stack.enter_context(whole_folder(job.out)) if job.given.is_dir() else None
        raw = None if folder else stack.enter_context(whole_binary_file(job.out))
        log = stack.enter_context(whole_file(job.log)) if job.log else None
        writer = logging_writer(log) if log else write_attributes
        if raw is not None:
            return [_clean(job, sources[0], writer, raw, job.out.name)]
        results = []
        for item in sources:
            name = Path(item.file).relative_to(os.path.realpath(job.given)).as_posix()
            assert folder
            file, mark = folder / name, log.tell() if log else 0
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                with file.open("xb") as stream:
                    results.append(_clean(job, item, writer, stream, name))
            except UncleanableError as error:
                file.unlink()
                if log:
                    log.seek(mark)
                    log.truncate()
                results.append(Result(0, Counter(), [error.finding], copied=False))
        return results


def _clean(job: Job, item: Source, writer: Writer, raw: BinaryIO, name: str) -> Result:
    with compressed(raw, name) as stream:
        return writer(parts(job.cleaner, item, job.options), stream, name)


def _report(job: Job, results: list[Result]) -> None:
    for found in (found for result in results for found in result.problems):
        print(concise_line(found), file=sys.stderr)
    codes: Counter[str] = sum((result.codes for result in results), Counter())
    edits, changed = sum(result.edits for result in results), sum(result.edits > 0 for result in results)
    of = ", ".join(f"{code} {count:,}" for code, count in sorted(codes.items()))
    done = f"{counted(edits, 'edit')} in {changed:,} of {counted(len(results), 'file')}" + (f" ({of})" if of else "")
    lost = sum(not result.copied for result in results)
    print(f"{show_path(str(job.out))}: {done}" + (f"; no copy of {counted(lost, 'file')}, see above" if lost else ""))


def _left_out(given: Path, sources: Iterable[Source]) -> str:
    """What else the folder holds, by extension: other files than texts, and what is excluded; not what is hidden."""
    copied = {os.path.realpath(item.file) for item in sources}
    kinds = Counter(
        extension_of(name)
        for folder, name in visible_files(given)
        if os.path.realpath(os.path.join(folder, name)) not in copied  # noqa: PTH118
    )
    return ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items()))


def _undo(given: Path, log: Path, back: Path) -> int:
    """What the log's files were before, from what they are now."""
    lines = read_log(log)
    count = 0
    with ExitStack() as stack:
        folder = stack.enter_context(whole_folder(back)) if given.is_dir() else None
        for name, changes in groupby(lines, key=lambda line: line.path):
            count += 1
            if Path(name).is_absolute() or ".." in Path(name).parts:
                raise UsageError(f"{log}: {name!r} leads out of the folder; this log was not written by corpuslint")
            now = given / name if folder else given
            target = folder / name if folder else back
            if count > 1 and not folder:
                raise UsageError(f"{log}: this is the log of a folder; name the folder that was written then")
            with whole_binary_file(target) as raw, compressed(raw, target.name) as stream:
                restore(str(now), _bytes(now), changes, stream)
    if not count:
        raise UsageError(f"{log}: the log names no file")
    print(f"{show_path(str(back))}: {counted(count, 'file')} restored")
    return 0


def _bytes(file: Path) -> Iterator[bytes]:
    try:
        yield from chunks(source(str(file)))
    except StreamError as error:
        raise UsageError(f"{file}: {error}") from None
