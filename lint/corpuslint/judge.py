"""One rule on one unit: the only place where patterns are matched and rules' code is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, cast

import msgspec

from corpuslint.compiled import Compiled
from corpuslint.doc import Doc
from corpuslint.fold import core, ends_at_edge, fold, is_word
from corpuslint.lexicon import Phrase
from corpuslint.metadata import lacking
from corpuslint.profile import Profile
from corpuslint.rule import (
    Check,
    CheckWithOptions,
    Corpus,
    DocCheck,
    DocCheckWithOptions,
    Document,
    Hit,
    Pattern,
    PhraseCheck,
    PhraseMatch,
    Phrases,
    PlacesCheck,
    Rule,
    Wordings,
)
from corpuslint.statistics import STATISTICS
from corpuslint.unit import Unit
from corpuslint.units import WINDOW, Units

if TYPE_CHECKING:
    import regex

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_SPARE = 4
LONGEST_LINE = 250
"""Code points of a line, the marks and spaces around the words too, that may be a whole-line phrase."""

_CONTEXT = 1024
"""Code points of a line too long for one window that a veto sees on either side of its phrase."""

TIMEOUT = 1.0
"""Seconds that a pattern may take on one unit (8,192 code points at most)."""

_PHRASE = -1
"""Stands for the number of a frame where it is a phrase that is judged."""


class Trouble(msgspec.Struct, frozen=True):
    """A rule that failed on a record: what the engine reports as a CL9xx finding."""

    rule: Rule
    offset: int
    timed_out: bool
    reason: str


class Engine(Protocol):
    """Finds what to judge in many texts: ``judge_for(i)`` makes the judge of text ``i``; those made are returned."""

    compiled: Compiled

    def judge(self, texts: Sequence[str], judge_for: Callable[[int], Judge]) -> dict[int, Judge]: ...


class Judge:
    """Judges the units of one record. Collects hits in the record's code points, and what went wrong.

    compiled: the rules' patterns, which all judges share; most: hits of one rule that are shown, 0 for all; some more
    are collected, as overlapping ones fall away, then the rule is ``capped``; opened: what rules hold open, by code.
    """

    def __init__(
        self,
        text: str,
        open_doc: Callable[[], Doc],
        compiled: Compiled,
        most: int = 0,
        *,
        profile: Profile | None = None,
        opened: Mapping[str, Any] = _NOTHING,
    ):
        self.text = text
        self.units = Units(text)
        self.open_doc = open_doc
        self._compiled = compiled
        self.hits: dict[str, list[Hit]] = {}
        self.troubles: list[Trouble] = []
        self.capped: set[str] = set()
        self._enough = most * _SPARE if most else None
        self._profile = profile
        self._opened = opened
        self._failed: set[str] = set()
        self._judged: defaultdict[tuple[str, int], set[int]] = defaultdict(set)  # tuples are three times as large

    def pattern(self, rule: Pattern, frame: int, start: int, end: int) -> None:
        """All matches of one frame of the rule in the unit ``text[start:end]``; once, however often it is asked for."""
        if rule.longest is not None and end - start > rule.longest:
            return
        if self._is_new(rule, start, end, frame):
            self._guard(rule, start, end - start, self._matched, rule, rule.frames[frame].pattern, start, end)

    def _matched(self, rule: Pattern, pattern: str, start: int, end: int) -> list[Hit]:
        text = self.text[start:end]
        matches = list(self._compiled[pattern].finditer(text, timeout=TIMEOUT))
        if not matches:
            return []
        hits = _pattern_hits(rule, matches, Unit(text, lambda: start, self.open_doc))
        if not hits or not self._speaks(rule.languages):  # asked last: to tell a language takes longer than most checks
            return []
        return [_trimmed(hit, text) for hit in hits]

    def phrase(self, rule: Phrases, start: int, end: int, phrase: Phrase) -> None:
        """A phrase of the rule's lexicon, found at ``start`` to ``end``; once."""
        if not self._is_new(rule, start, end, _PHRASE) or not self._speaks(rule.languages or phrase.languages):
            return
        if rule.veto is None and _phrase_check(rule) is None:
            self._guard(rule, start, end - start, iter, (Hit(0, end - start),))
            return
        line_start, line_end = self.units.line(start)
        if line_end - line_start > WINDOW:
            line_start, line_end = max(line_start, start - _CONTEXT), min(line_end, end + _CONTEXT)
        unit = self._unit(line_start, line_end)
        match = PhraseMatch(start - line_start, end - line_start, phrase.text)
        self._guard(rule, line_start, len(unit.text), _phrase_hits, rule, match, unit)

    def line_phrase(self, rule: Phrases, start: int, end: int, phrase: Phrase) -> None:
        """A line that is one of the rule's whole-line phrases; the hit is the line without the space around it."""
        line = self.text[start:end]
        self.phrase(rule, start + len(line) - len(line.lstrip()), start + len(line.rstrip()), phrase)

    def wants(self, rule: Document) -> bool:
        """Whether none of the statistics that the rule needs is zero for the record, which has what it requires."""
        doc = self.open_doc()
        return all(STATISTICS[name](doc) for name in rule.needs) and is_applicable(rule, doc)

    def document(self, rule: Document, places: Sequence[int] = ()) -> None:
        """The rule on the whole document. ``places``: where the rule's sieve, if it has one, found something."""
        if not self._speaks(rule.languages):
            return
        doc, check = self.open_doc(), rule.check
        given = self._opened.get(rule.code, rule.options)
        if rule.sieve is not None:
            self._guard(rule, 0, len(self.text), cast(PlacesCheck, check), doc, places)
        elif given is None:
            self._guard(rule, 0, len(self.text), cast(DocCheck, check), doc)
        else:
            self._guard(rule, 0, len(self.text), cast(DocCheckWithOptions, check), doc, given)

    def judged(self, rule: Document, hits: Sequence[Hit]) -> None:
        """What the rule has found in the document together with others."""
        self._guard(rule, 0, len(self.text), iter, hits)

    def _speaks(self, languages: Collection[str]) -> bool:
        return not languages or self.open_doc().speaks(languages)

    def _is_new(self, rule: Rule, start: int, end: int, frame: int) -> bool:
        judged, unit = self._judged[rule.code, frame], start << 32 | end
        if unit in judged or rule.code in self.capped:
            return False
        judged.add(unit)
        if self._enough is not None and len(self.hits.get(rule.code, ())) >= self._enough:
            self.capped.add(rule.code)
            return False
        return True

    def _unit(self, start: int, end: int) -> Unit:
        return Unit(self.text[start:end], lambda: start, self.open_doc)

    def _guard(self, rule: Rule, offset: int, size: int, find: Callable[..., Iterable[Hit]], *given: Any) -> None:
        """The hits that are found in what is given: a unit of that size at that offset."""
        if rule.code in self._failed:
            return
        started, before = perf_counter(), len(self.hits.get(rule.code, ()))
        try:
            self._add(rule, offset, size, list(find(*given)))
        except (Exception, SystemExit) as error:  # a rule is anybody's code: it is reported, and the run goes on
            if not self._speaks(rule.languages):
                return
            self._failed.add(rule.code)
            reason = f"{type(error).__name__}: {error}"
            self.troubles.append(Trouble(rule, offset, isinstance(error, TimeoutError), reason))
        if self._profile is not None:
            self._profile[rule.code].units += 1
            self._profile[rule.code].hits += len(self.hits.get(rule.code, ())) - before
            self._profile[rule.code].seconds += perf_counter() - started

    def _add(self, rule: Rule, offset: int, size: int, hits: Iterable[Hit]) -> None:
        for hit in hits:
            if not 0 <= hit.start <= hit.end <= size:
                raise ValueError(f"hit {hit.start}..{hit.end} lies outside its unit")
            moved = hit._replace(start=hit.start + offset, end=hit.end + offset) if offset else hit
            self.hits.setdefault(rule.code, []).append(moved)


def is_applicable(rule: Document | Corpus, doc: Doc) -> bool:
    """Whether the record has the metadata that the rule requires; where it has not, that is counted."""
    if rule.requires and (name := lacking(rule.requires, doc.metadata)):
        doc.coverage[f"records without {name}, to which {rule.code} does not apply"] += 1
        return False
    return True


def _phrase_hits(rule: Phrases, match: PhraseMatch, unit: Unit) -> Iterable[Hit]:
    if rule.veto is not None and rule.veto(match, unit):
        return ()
    check = _phrase_check(rule)
    return (Hit(match.start, match.end),) if check is None else check(match, unit)


def _phrase_check(rule: Phrases) -> PhraseCheck | None:
    """What judges the rule's phrases: the check of a rule that has frames too judges those."""
    return None if isinstance(rule, Wordings) else rule.check


def _pattern_hits(rule: Pattern, matches: Iterable[regex.Match[str]], unit: Unit) -> list[Hit]:
    if rule.check is None:
        return [Hit(*match.span()) for match in matches]
    if rule.options is None:
        check = cast(Check, rule.check)
        return [hit for match in matches for hit in check(match, unit)]
    check_with = cast(CheckWithOptions, rule.check)
    return [hit for match in matches for hit in check_with(match, unit, rule.options)]


def _trimmed(hit: Hit, text: str) -> Hit:
    """The hit without the white space at its ends, which patterns often match on their way."""
    matched = text[hit.start : hit.end]
    kept = matched.strip()
    if not kept or len(kept) == len(matched):
        return hit
    start = hit.start + matched.index(kept)
    return hit._replace(start=start, end=start + len(kept))


def phrase_stands(text: str, start: int, end: int, phrase: str) -> bool:
    """Whether a folded phrase stands at this place of a text, from a word's edge to a word's edge."""
    return (
        start >= 0
        and fold(text[start:end]) == phrase
        and not (start and ends_at_edge(phrase[0]) and is_word(text[start - 1]))
        and not (end < len(text) and ends_at_edge(phrase[-1]) and is_word(text[end]))
    )


def whole_line(line: str) -> str:
    """What a whole-line phrase is compared with; nothing of a line that is too long to be one."""
    return core(fold(line)) if len(line) <= LONGEST_LINE else ""
