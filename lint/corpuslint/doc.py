"""A document: a record's text made ready for rules. Everything is computed when first asked, once, for all rules."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from corpuslint.compiled import compiled
from corpuslint.headline import Headline, headline_of
from corpuslint.language import is_short, language_of
from corpuslint.lazy import lazy_pattern
from corpuslint.metadata import Metadata, metadata_of
from corpuslint.quotes import quote_spans
from corpuslint.sentences import sentence_spans
from corpuslint.units import Units

if TYPE_CHECKING:
    import regex

T = TypeVar("T")

_UNKNOWN = "of unknown language (language-free rules only)"

_BREAK = lazy_pattern(r"\r\n|\n|\r")


class Span(NamedTuple):
    """Code points ``start`` to ``end`` (exclusive) of a document."""

    start: int
    end: int


class Line(NamedTuple):
    """A line without its break, and where it stands in the document."""

    start: int
    end: int
    text: str


class Doc:
    """The text of one record. Offsets are code points of ``text``; lines break at ``\\n``, ``\\r\\n`` and lone ``\\r``.

    In Markdown, front matter and code blocks are blanked out of ``text``, lengths kept. ``meta``: the record's other
    fields, or what decodes them when a rule first asks. ``coverage`` counts, by what is said of it at the end of the
    run, what a rule did or did not look at. ``language``: where that is known. ``patterns``: compiled ones.
    """

    def __init__(
        self,
        text: str,
        format: Literal["text", "markdown"] = "text",
        meta: Mapping[str, Any] | Callable[[], Mapping[str, Any]] | None = None,
        coverage: Counter[str] | None = None,
        *,
        language: str | None = None,
        patterns: Mapping[str, regex.Pattern[str]] | None = None,
    ):
        self.text = text
        self.format = format
        self._meta = meta
        self.coverage: Counter[str] = Counter() if coverage is None else coverage
        self._language = language
        self._patterns = patterns
        self._computed: dict[Callable[[Doc], Any], Any] = {}

    def once(self, compute: Callable[[Doc], T]) -> T:
        """What ``compute`` makes of this document, computed when first asked: evidence that several hits share."""
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        value: T = self._computed[compute]
        return value

    def compiled(self, pattern: str) -> regex.Pattern[str]:
        """A pattern compiled by ``regex``; in an earlier run, if the rule declares that it ``searches`` for it."""
        return compiled(pattern) if self._patterns is None else self._patterns[pattern]

    @cached_property
    def meta(self) -> Mapping[str, Any]:
        """The record's other fields."""
        return (self._meta() if callable(self._meta) else self._meta) or {}

    @cached_property
    def metadata(self) -> Metadata:
        """What the record says of its own origin."""
        return metadata_of(self.meta)

    @cached_property
    def language(self) -> str | None:
        """The ISO 639-1 code of the text's language; None where it is too short, mixed or no prose."""
        language = self._language or language_of(self.text)
        if language is None and not is_short(self.text):
            self.coverage[_UNKNOWN] += 1
        return language

    def speaks(self, languages: Collection[str]) -> bool:
        """Whether the text is in one of the languages, or too short to be in another; none at all stand for any."""
        if not languages or self.language in languages:
            return True
        return self.language is None and is_short(self.text)

    @cached_property
    def lines(self) -> list[Line]:
        """All lines, blank ones too."""
        lines, start = [], 0
        if "\r" not in self.text:
            for part in self.text.split("\n"):
                lines.append(Line(start, start + len(part), part))
                start += len(part) + 1
            return lines
        for found in _BREAK.finditer(self.text):
            lines.append(Line(start, found.start(), self.text[start : found.start()]))
            start = found.end()
        lines.append(Line(start, len(self.text), self.text[start:]))
        return lines

    def line_at(self, offset: int) -> Line:
        """The line that holds this offset, found without splitting the text into all of them."""
        start, end = self._units.line(offset)
        return Line(start, end, self.text[start:end])

    def line_before(self, line: Line) -> Line | None:
        """The nearest line before this one that is not blank."""
        while line.start:
            line = self.line_at(line.start - 1)
            if line.text and not line.text.isspace():
                return line
        return None

    @cached_property
    def _units(self) -> Units:
        return Units(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_index(self, offset: int) -> int:
        """The index in ``lines`` of the line that holds this offset."""
        return bisect_right(self._line_starts, offset) - 1

    @cached_property
    def headline(self) -> Headline | None:
        """The title that the record's fields give, or a first line that stands alone and looks like a headline."""
        return headline_of(self.text, self.metadata.title)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Runs of lines that are not blank."""
        spans: list[Span] = []
        start = None
        for line in self.lines:
            if not line.text.strip():
                start = None
            elif start is None:
                start = line.start
                spans.append(Span(start, line.end))
            else:
                spans[-1] = Span(start, line.end)
        return spans

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences, line by line: a line break always ends one."""
        return [Span(line.start + s, line.start + e) for line in self.lines for s, e in sentence_spans(line.text)]

    @cached_property
    def quotes(self) -> list[Span]:
        """What stands between quotation marks, line by line, the marks included."""
        return [Span(line.start + s, line.start + e) for line in self.lines for s, e in quote_spans(line.text)]

    def quoted(self, start: int, end: int) -> bool:
        """Whether this span lies inside a quotation."""
        at = bisect_right(self.quotes, (start, len(self.text) + 1)) - 1
        return at >= 0 and end <= self.quotes[at].end
