"""The linter: texts in, findings out. Built once, for any number of texts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, Literal
from weakref import finalize

from corpuslint.doc import Doc
from corpuslint.entry_points import entry_points
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.formats.report import Report, order
from corpuslint.judge import Engine, Judge
from corpuslint.nearest import did_you_mean
from corpuslint.opening import open_rule, openable
from corpuslint.plugins import GROUP, load_rules
from corpuslint.profile import Profile
from corpuslint.read.address import FileAddress
from corpuslint.read.record import Batch, FileRecord, Record, joined
from corpuslint.reporting import Linted, reports
from corpuslint.rule import Corpus, Document, Rule
from corpuslint.selection import select_rules
from corpuslint.settings import Overrides, Settings, resolve
from corpuslint.statistics import STATISTICS
from corpuslint.telling import Tell, silent

if TYPE_CHECKING:
    from corpuslint.incremental import Incremental

BATCH = 1_000_000
"""Code points that are linted together when texts come from an iterable: thousands of short texts, or a long one."""

SMALLEST = 100
"""Code points that any text counts for, an empty one too."""


class Linter:
    """Rules made ready. ``rules``: those to choose from, by default all that are installed; the settings choose.
    ``tell``: is told what takes long.

    ``corpus_rules``, ``text_rules``: those among them about many records and about one; ``known``: the names of all
    rules by code, also of those that do not run; ``opened``: what rules hold for the run, by code; ``coverage``: what
    rules say they looked at, counted.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        rules: Sequence[Rule] | None = None,
        profile: bool = False,
        tell: Tell = silent,
    ):
        self.settings = settings or resolve()
        if rules is None:
            rules = load_rules(entry_points(GROUP, self.settings.cache))
        chosen = select_rules(rules, self.settings)
        _check_needs(chosen)
        self.rules = {rule.code: rule for rule in chosen}
        self.corpus_rules = [rule for rule in chosen if isinstance(rule, Corpus)]
        self.text_rules = [rule for rule in chosen if not isinstance(rule, Corpus)]
        self.profile = Profile() if profile else None
        self.known = {rule.code: rule.name for rule in rules}
        self.opened: dict[str, Any] = {}
        self.coverage: Counter[str] = Counter()
        self._openable = openable(chosen)
        self._engine = _engine(self.text_rules, self.settings, self.profile, tell)

    def lint(self, text: str, path: str = "<text>") -> list[Finding]:
        """The findings of one text, in order."""
        return next(self.lint_many([text], path))

    def lint_many(self, texts: Iterable[str], path: str = "<text>") -> Iterator[list[Finding]]:
        """The findings of each text. Many short texts are far faster this way than one by one."""
        for held in _batches(texts):
            made = [FileRecord(path, "text", text, FileAddress(text)) for text in held]
            found = self.lint_records(held, made.__getitem__)
            for linted in (found.get(index) for index in range(len(held))):
                if linted and linted.coverage:
                    self.coverage.update(linted.coverage)
                yield [report.finding for report in linted.reports] if linted else []

    def lint_corpus(self, texts: Iterable[str], path: str = "<text>") -> list[list[Finding]]:
        """The findings of texts that are looked at together, by rules about many records too: a list for each.

        The index of a text is its ``record``.
        """
        from corpuslint.corpus.together import lint_together  # noqa: PLC0415 (most runs need none of it)

        return lint_together(self, texts, path)

    def lint_batches(
        self,
        batches: Sequence[Batch],
        excerpts: bool = False,
        evidences: bool = False,
        incremental: Incremental | None = None,
    ) -> Iterator[list[Report]]:
        """The reports of batches that have been read, what could not be read among them; for each in order.

        Those that a comment in the text suppresses are marked. ``incremental``: knows the reports, made with the same
        excerpts and evidences, of texts that were linted before.
        """

        def lint(batch: Batch) -> dict[int, Linted]:
            return self.lint_records(batch.texts, batch.record, excerpts, evidences)

        together = joined(batches)
        linted = incremental.linted(together, lint) if incremental else lint(together)
        for one in linted.values():
            self.coverage.update(one.coverage)
        firsts = [*accumulate((len(batch.texts) for batch in batches[:-1]), initial=0)]
        reports_of: list[dict[int, list[Report]]] = [{} for _ in batches]
        for index, one in linted.items():
            at = bisect_right(firsts, index) - 1
            reports_of[at][index - firsts[at]] = one.reports
        for batch, found in zip(batches, reports_of, strict=True):
            for index in batch.markdown if self.settings.suppressions else ():
                if "corpuslint:" in batch.texts[index]:
                    found[index] = self.heed(batch.record(index), batch.texts[index], found.get(index, []))
            read = [Report(problem) for problem in batch.problems]
            yield sorted([*read, *chain.from_iterable(found.values())], key=order)

    def heed(self, record: Record, text: str, found: Sequence[Report]) -> list[Report]:
        """The reports of a Markdown text (``text`` is without its code), those that a comment suppresses marked."""
        from corpuslint.suppression.comments import heed  # noqa: PLC0415 (most texts have no such comment)

        return heed(record, text, found, {rule.code: rule.name for rule in self.rules.values()}, self.known)

    def lint_records(
        self, texts: Sequence[str], record_at: Callable[[int], Record], excerpts: bool = False, evidences: bool = False
    ) -> dict[int, Linted]:
        """What became of each text about which there is something to say, by its index. ``record_at``: its record."""
        self._open()
        docs: dict[int, Doc] = {}
        most = self.settings.max_findings_per_rule

        def judge_for(index: int) -> Judge:
            def open_doc() -> Doc:  # many a rule needs none
                if index not in docs:
                    docs[index] = self.open_doc(texts[index], record_at(index))
                return docs[index]

            given = self._engine.compiled, most
            return Judge(texts[index], open_doc, *given, profile=self.profile, opened=self.opened)

        judges = self._engine.judge(texts, judge_for)
        wanted = {"excerpts": excerpts, "evidences": evidences}
        found: dict[int, Linted] = {}
        for index, judge in sorted(judges.items()):
            made = reports(record_at(index), judge, self.rules, most, **wanted) if judge.hits or judge.troubles else []
            coverage = docs[index].coverage if index in docs else {}
            if made or coverage:
                found[index] = Linted(made, coverage)
        return found

    def open_doc(self, text: str, record: Record) -> Doc:
        """A record's text made ready for rules; ``text`` is, in Markdown, without its code."""
        kind: Literal["markdown", "text"] = "markdown" if record.kind == "markdown" else "text"
        language, patterns = self.settings.language, self._engine.compiled
        return Doc(text, kind, lambda: record.meta, language=language, patterns=patterns)

    def _open(self) -> None:
        """Opens what nobody has opened for a whole run; it is closed with the linter, or with this process."""
        for rule in self._openable:
            if rule.code not in self.opened:
                stack = ExitStack()
                finalize(self, stack.close)
                self.opened[rule.code] = stack.enter_context(open_rule(rule, self.settings.cache))


def lint(text: str, **options: Any) -> list[Finding]:
    """The findings of one text. Options are the configuration's keys: ``lint(text, select=["PW"], ignore=["PW104"])``.

    For more than one text build a ``Linter`` once. Raises ``UsageError`` for an option that does not exist.
    """
    return linter_for(**options).lint(text)


def linter_for(**options: Any) -> Linter:
    """A linter for these options, and no configuration file."""
    known = Overrides.__struct_fields__
    for name in options:
        if name not in known:
            raise UsageError(f"unknown option {name}{did_you_mean(name, known)}")
    return Linter(resolve(overrides=Overrides(**options)))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    held: list[str] = []
    size = 0
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"a text is a str, not {type(text).__name__}")
        held.append(text)
        size += len(text) + SMALLEST
        if size >= BATCH:
            yield held
            held, size = [], 0
    if held:
        yield held


def _check_needs(rules: Iterable[Rule]) -> None:
    for rule in rules:
        for name in rule.needs if isinstance(rule, Document) else ():
            if name not in STATISTICS:
                hint = did_you_mean(name, STATISTICS)
                raise UsageError(f"{rule.code} ({rule.name}) needs {name}, which is no statistic{hint}")


def _engine(rules: Sequence[Rule], settings: Settings, profile: Profile | None, tell: Tell) -> Engine:
    if not settings.scanner or not rules:
        from corpuslint.exhaustive import Exhaustive  # noqa: PLC0415 (for those who want no scanner, or no such rules)

        return Exhaustive(rules, settings.languages)
    from corpuslint.scan.scanner import Scanner  # noqa: PLC0415 (its library is not needed without it)

    return Scanner(rules, settings.languages, settings.cache, profile, tell)
