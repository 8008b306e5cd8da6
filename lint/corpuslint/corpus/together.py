"""A run with rules about many records: what they gather on the way is reduced when all texts have been linted."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import current_thread, main_thread
from types import FrameType

import msgspec

from corpuslint.corpus.gathering import Gathered, Gatherer
from corpuslint.corpus.reduction import reduced
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.formats.report import Report
from corpuslint.groups import Group, dropping
from corpuslint.linter import Linter
from corpuslint.read.address import FileAddress
from corpuslint.read.record import Batch, FileRecord, Record, linted
from corpuslint.rule import Corpus
from corpuslint.run import Done
from corpuslint.settings import Settings


def corpus_rules_of(groups: Iterable[Group]) -> list[Corpus]:
    """The rules about many records that run on any file. Raises ``UsageError`` where two configurations set one of them
    in different ways, or prefer other records: it looks at all files at once.
    """
    preferring: list[Settings] = []
    found: dict[str, tuple[Corpus, Settings]] = {}
    for group in groups:
        if group.linter.corpus_rules:
            preferring.append(group.settings)
            if group.settings.prefer != preferring[0].prefer:
                raise _differ("prefer is about all files at once, but", preferring[0], group.settings)
        for rule in group.linter.corpus_rules:
            first, settings = found.setdefault(rule.code, (rule, group.settings))
            if rule != first:
                what = f"{rule.code} ({rule.name}) looks at all files at once, but its settings"
                raise _differ(what, settings, group.settings)
    return [rule for _, (rule, _) in sorted(found.items())]


def _differ(what: str, *settings: Settings) -> UsageError:
    files = " and ".join(str(each.config or "no configuration") for each in settings)
    return UsageError(f"{what} differ between {files}; set it in one of them only, or by --config")


def with_corpus_rules(
    results_in: Callable[[Path], Iterable[Done]],
    groups: Sequence[Group],
    rules: Sequence[Corpus],
    *,
    excerpts: bool = False,
    evidences: bool = False,
) -> Iterator[Done]:
    """The results of a run, and after them one that holds what the rules about many records find.

    ``results_in``: makes the results, with the records put away in the folder that it is given.
    """
    gathered: list[Gathered] = []
    with _interruptible(), TemporaryDirectory(prefix="corpuslint-", ignore_cleanup_errors=True) as folder:
        for done in results_in(Path(folder)):
            gathered += done.gathered
            yield msgspec.structs.replace(done, gathered=[])
        reports = reduced(gathered, rules, groups[0].settings, excerpts=excerpts, evidences=evidences)
    for group in groups:
        if group.settings.per_file_ignores:
            reports = _unignored(reports, group)
    yield Done(reports, 0, 0, {}, {})


@contextmanager
def _interruptible() -> Iterator[None]:
    """Whatever asks this process to end interrupts it, so that no text is left behind in the temporary folder."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if current_thread() is not main_thread():  # which alone may say what signals do
        yield
        return
    asking = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, interrupt) for number in asking}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _unignored(reports: list[Report], group: Group) -> list[Report]:
    """The reports without those on the group's files that ``per-file-ignores`` drops."""
    own, drops = {item.path for item in group.sources}, dropping(group)
    return [report for report in reports if report.finding.path not in own or not drops(report.finding)]


def lint_together(linter: Linter, texts: Iterable[str], path: str) -> list[list[Finding]]:
    """The findings of each of these texts, those of rules about many records too. A text's index is its record."""
    held = list(texts)
    records = [FileRecord(path, "text", text, FileAddress(text), str(index)) for index, text in enumerate(held)]
    found: list[list[Finding]] = [[] for _ in held]
    for finding in lint_records_together(linter, records):
        found[int(finding.record or 0)].append(finding)
    return found


def lint_records_together(linter: Linter, records: Sequence[Record]) -> list[Finding]:
    """The findings of these records, those of rules about many of them too, in order."""
    held = [linted(record) for record in records]
    found = [
        report.finding for one in linter.lint_records(held, records.__getitem__).values() for report in one.reports
    ]
    with TemporaryDirectory(prefix="corpuslint-", ignore_cleanup_errors=True) as folder:
        gatherer = Gatherer(linter, Path(folder))
        gathered, problems = gatherer.gather(Batch(held, records.__getitem__))
        made = reduced(gathered, linter.corpus_rules, linter.settings)
    return sorted([*found, *problems, *(report.finding for report in made)])
