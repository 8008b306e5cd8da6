"""What the page shows, counted and cut already: plain data, from which templates make the page."""

from __future__ import annotations

from typing import Generic, Literal, NamedTuple, TypeVar

import msgspec

from corpuslint.html_report.differences import Row
from corpuslint.html_report.marked import Snippet
from corpuslint.rule import Severity
from corpuslint.sources.row import SourceRow
from corpuslint.verdicts.gate import Outcome
from corpuslint.verdicts.verdict import Decision

T = TypeVar("T")

TextMode = Literal["full", "snippet", "none"]


class Shown(NamedTuple, Generic[T]):
    """The first rows of a list, and how many there are."""

    rows: tuple[T, ...]
    total: int

    def first(self, most: int) -> Shown[T]:
        """At most so many rows of it."""
        return Shown(self.rows[:most], self.total)


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What was checked. ``facts``: name and value, as they are to be read; ``timestamp``: only where one is wanted."""

    version: str
    records: int
    words: int
    findings: int
    facts: tuple[tuple[str, str], ...] = ()
    timestamp: str | None = None


class Bin(NamedTuple):
    """A bar of the histogram: records by verdict, with points from ``low`` up to ``high`` (None: without end)."""

    low: float
    high: float | None
    keep: int
    review: int
    drop: int

    @property
    def total(self) -> int:
        return self.keep + self.review + self.drop


class Family(NamedTuple):
    """A family of rules: what it found. ``rules``: those of it that found something."""

    prefix: str
    findings: int
    records: int
    rules: int


class RuleRow(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that ran: what it means and what it found. ``points``: of one finding; None where it has none.

    ``not_applicable``: records without what it needs. ``measured``: sentences on how good it is.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    why: str = ""
    bad: str = ""
    good: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    measured: tuple[str, ...] = ()
    strength: str | None = None
    points: float | None = None
    records: int = 0
    findings: int = 0
    per_thousand_words: float = 0
    not_applicable: int = 0
    url: str | None = None


class SourceTable(msgspec.Struct, frozen=True):
    """The sources by one field. ``few``: those with too few records to be judged. ``reference``: what is usual."""

    by: str
    sources: Shown[SourceRow]
    few: Shown[SourceRow] = Shown((), 0)
    reference: float | None = None


class Point(NamedTuple):
    """A line of the receipt. ``note``: how the amount came about."""

    what: str
    note: str
    points: float


class Found(NamedTuple):
    """A finding as the reading view lists it. ``number``: by which it is marked in the text, from 1."""

    number: int
    code: str
    name: str
    severity: Severity
    place: str
    message: str
    copies: tuple[int, ...] = ()


class RecordView(msgspec.Struct, frozen=True, kw_only=True):
    """A record to read. ``number``: its rank, from 1. ``text``: pieces with the findings marked, None without text.

    ``about``: name and value of what is known of it; ``receipt`` adds up to ``points``; ``why``: what decided.
    """

    number: int
    place: str
    title: str
    verdict: Decision
    points: float
    density: float
    words: int
    findings: Shown[Found]
    about: tuple[tuple[str, str], ...] = ()
    receipt: tuple[Point, ...] = ()
    why: str = ""
    checked: str = ""
    text: tuple[Snippet, ...] | None = None


class IndexRow(NamedTuple):
    """A record as the filterable list knows it."""

    place: str
    id: str
    verdict: Decision
    points: float
    density: float
    words: int
    source: str
    codes: tuple[str, ...]


class Side(NamedTuple):
    """One of two records that share text. ``about``: title, author, date, as far as there are any."""

    place: str
    about: tuple[str, ...]
    keep: bool
    record: int | None = None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two records that share text, side by side. ``rows``: None where no text is shown.

    ``unread``: the words of either text that were compared, where one is longer.
    """

    number: int
    code: str
    kind: str
    messages: tuple[str, ...]
    left: Side
    right: Side
    rows: tuple[Row, ...] | None = None
    unread: int = 0


class TemplateLine(NamedTuple):
    """A line that stands in many records, first at ``place``. ``text``: None where no text is shown."""

    text: str | None
    records: int
    place: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page shows. ``records`` and ``index``: worst first."""

    title: str
    run: Run
    verdicts: dict[Decision, int]
    histogram: tuple[Bin, ...]
    families: tuple[Family, ...]
    rules: tuple[RuleRow, ...]
    sources: tuple[SourceTable, ...]
    records: Shown[RecordView]
    index: Shown[IndexRow]
    copies: Shown[Pair]
    template_lines: Shown[TemplateLine]
    gate: tuple[Outcome, ...] = ()
    formulas: tuple[str, ...] = ()
    text: TextMode = "snippet"
