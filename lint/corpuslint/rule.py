"""The contract of a rule: what it declares, what it is given, what it yields.

A rule is a module whose ``RULE`` is one of the four kinds below. The module's docstring is its documentation page,
its ``corpuslint rule CODE`` text and its tests. The rule gives a span and a message; the engine adds everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Collection as Names
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import regex

    from corpuslint.corpus.collection import Collection
    from corpuslint.doc import Doc
    from corpuslint.scan.buffer import Buffer, Ints
    from corpuslint.unit import Unit

Severity = Literal["error", "warning", "info"]
Scope = Literal["line", "sentence", "paragraph"]
Strength = Literal["decisive", "good", "weak"]

MATCH = "{match}"
"""Stands for the matched text in a rule's message."""


class Hit(NamedTuple):
    """What a rule yields: code points ``start`` to ``end`` (exclusive) of the unit or document it was given.

    ``message`` replaces the rule's own; ``confidence`` (0 to 1) says how sure this one hit is; ``related`` are other
    spans of the same document that the finding is about. ``status``: what a list says of the place that the whole
    record is from; a veto may ask for it.
    """

    start: int
    end: int
    message: str | None = None
    confidence: float | None = None
    related: tuple[tuple[int, int], ...] = ()
    status: str | None = None


class Passage(NamedTuple):
    """Code points ``start`` to ``end`` (exclusive) of the text of a collection's record, by the record's index."""

    record: int
    start: int
    end: int


class CorpusHit(NamedTuple):
    """What a rule about many records yields: a passage, and by ``related`` what it is compared with.

    ``message`` and ``confidence`` are those of a ``Hit``.
    """

    passage: Passage
    message: str | None = None
    confidence: float | None = None
    related: tuple[Passage, ...] = ()


class PhraseMatch(NamedTuple):
    """A phrase of a lexicon found in a line: code points ``start`` to ``end`` of the unit."""

    start: int
    end: int
    phrase: str


class RemoveLine(NamedTuple):
    """What is found is no part of the text: the line goes in which it stands. Of a line that says more, only with
    ``corpuslint clean --unsafe``, the sentence.

    safe: of a short line nothing is lost that anybody wants, as measured.
    """

    safe: bool = False


class Rewrite(NamedTuple):
    """What is found, and what stands at its related places, is replaced by what ``repair`` makes of the matched text.

    repair: returns None for what cannot be repaired; must leave alone what it has made.
    """

    repair: Callable[[str], str | None]
    safe: bool = False


class Measure(NamedTuple):
    """A number that a rule works out for a document, and what a preset lets it be; both ends are included."""

    preset: str
    statistic: str
    value: float
    minimum: float | None = None
    maximum: float | None = None


Fix: TypeAlias = "RemoveLine | Rewrite"

Veto: TypeAlias = "Callable[[PhraseMatch, Unit], bool]"
PhraseCheck: TypeAlias = "Callable[[PhraseMatch, Unit], Iterable[Hit]]"
Check: TypeAlias = "Callable[[regex.Match[str], Unit], Iterable[Hit]]"
CheckWithOptions: TypeAlias = "Callable[[regex.Match[str], Unit, Any], Iterable[Hit]]"
Sieve: TypeAlias = "Callable[[Buffer], Ints | Sequence[int]]"
DocCheck: TypeAlias = "Callable[[Doc], Iterable[Hit]]"
DocCheckWithOptions: TypeAlias = "Callable[[Doc, Any], Iterable[Hit]]"
Open: TypeAlias = "Callable[[Any, Path | None], AbstractContextManager[Any]]"
Measures: TypeAlias = "Callable[[Doc, Any], Iterable[Measure]]"
Features: TypeAlias = "Callable[[Doc], Any]"
FeaturesOfAll: TypeAlias = "Callable[[Sequence[Doc]], Sequence[Any]]"
CorpusCheck: TypeAlias = "Callable[[Collection], Iterable[CorpusHit]]"
CorpusCheckWithOptions: TypeAlias = "Callable[[Collection, Any], Iterable[CorpusHit]]"
PlacesCheck: TypeAlias = "Callable[[Doc, Sequence[int]], Iterable[Hit]]"
Together: TypeAlias = "Callable[[Buffer, Any], Iterable[tuple[int, Hit]]]"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rule:
    """What every kind of rule declares.

    code: two capital letters and three digits; name: kebab-case; doc: the module's ``__doc__``;
    message: what a finding says, where ``{match}`` stands for the matched text;
    languages: the ISO 639-1 codes it is for, empty for any; default: runs without being selected; for_verdicts: does so
    where records get verdicts;
    version: raised whenever its findings change, part of cache keys;
    options: an instance of a frozen ``msgspec.Struct``, set under ``[rules.CODE]`` and handed to ``check`` as its last
    argument;
    searches: patterns that ``check`` asks for by ``Doc.compiled``, so that they are kept compiled from run to run;
    fix: what ``corpuslint clean`` may do about its findings;
    strength: what a finding is worth as evidence against a record: decisive (whoever reads the span sees it), good (but
    it needs company), or weak (never enough, however often).
    """

    code: str
    name: str
    doc: str | None
    message: str
    severity: Severity = "warning"
    default: bool = True
    for_verdicts: bool = False
    languages: frozenset[str] = frozenset()
    version: int = 1
    options: Any = None
    searches: tuple[str, ...] = ()
    fix: Fix | None = None
    strength: Strength = "good"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Phrases(Rule):
    """Fixed phrases from lexicon files, which need no code: ``NAME.LANGUAGE.txt`` stands beside ``NAME.py``.

    files: the module's ``__file__``. In a lexicon file a line is a phrase; ``= `` before it says that it must be the
    whole line; ``#`` starts a comment. Letter case, ``’`` for ``'`` and no-break spaces for spaces do not matter; a
    phrase starts and ends at a word's edge.
    veto: given a match and its line, says whether to drop it.
    check: given a match and its line, yields hits (offsets in the line); without it the match is the hit.
    """

    files: str
    extra: tuple[Path, ...] = ()
    veto: Veto | None = None
    check: PhraseCheck | None = None


class Frame(NamedTuple):
    """A ``regex`` pattern, and what is searched for to find where it may match.

    triggers: where the pattern cannot be translated into a trigger or would fire too often, patterns of which at least
    one occurs in whatever the pattern matches. They have flags of their own.
    """

    pattern: str
    triggers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Pattern(Rule):
    """A ``regex`` pattern, judged on each line, sentence or paragraph in which its trigger fired.

    pattern: a pattern, or several frames, each of which is judged only where its own trigger fired: many small frames
    are far faster than one long alternation. Of overlapping hits the longest stays.
    check: given each match and its unit, yields hits (offsets in the unit); without it the match is the hit.
    longest: code points; a longer unit is not judged. For rules on short lines, whose triggers fire in prose too.
    A paragraph keeps its line breaks as they are; other units hold none.
    """

    pattern: str | tuple[str | Frame, ...]
    scope: Scope = "line"
    check: Check | CheckWithOptions | None = None
    triggers: tuple[str, ...] = ()
    longest: int | None = None

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All frames; ``triggers`` belong to those that name none themselves."""
        parts = (self.pattern,) if isinstance(self.pattern, str) else self.pattern
        return tuple(part if isinstance(part, Frame) else Frame(part, self.triggers) for part in parts)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Wordings(Phrases, Pattern):
    """Phrases and frames under one code: the wordings that never vary in files, those that do as patterns.

    veto: judges the phrases; check: judges the matches of the frames.
    """

    check: Check | CheckWithOptions | None = None  # type: ignore[assignment]  # that of a pattern, not that of phrases


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Document(Rule):
    """A rule about a whole text. ``check`` runs only where none of the statistics it needs is zero.

    needs: names from ``corpuslint.statistics``.
    requires: fields of ``Metadata`` without which a record cannot be judged: one that lacks any is counted as not
    looked at, which is no pass.
    covers: prefixes of codes; what such rules find wholly inside a hit of this rule is not reported again. But a hit of
    one line gives way to what another rule finds at its start and within it.
    open: given the options and the folder where things may be kept from run to run (None: nowhere), opens what is held
    for a whole run. What it gives, ``check`` is handed in place of the options, in every process: it must be picklable.
    presets: the names of the presets that set its limits; ``--preset`` selects the rule and hands the names to it, as
    ``presets`` of its options. measures: its numbers with their limits, for ``corpuslint why``.
    sieve: given many records joined, the ascending byte offsets of what ``check`` is to look at; ``check`` then gets
    the document and these places, as code points of it, and runs only where there are any. What it finds in a record
    may depend on nothing outside it. For rules whose evidence is counted best for a whole buffer at once.
    together: given many records joined, and the options, what ``check`` finds in each, with the record's index: for
    rules that judge a whole buffer faster than its records. Needs no statistics, no languages and no metadata.
    """

    check: DocCheck | DocCheckWithOptions | PlacesCheck
    needs: tuple[str, ...]
    requires: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    open: Open | None = None
    presets: Callable[[], Names[str]] | None = None
    measures: Measures | None = None
    sieve: Sieve | None = None
    together: Together | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Corpus(Rule):
    """A rule about many records at once: features of each, worked out in any process, then one check of them all.

    features: given a document, what ``check`` needs of it: small, since that of every record is held in memory, and
    picklable; None for a record that takes no part. Rules that share the function share what it makes.
    features_of_all: the same for many documents, one item for each, where vectorised code is quicker with them all;
    ``features`` is then called only where it fails, to tell on which record.
    check: given the collection of all records that take part, in an order that does not depend on that of the input,
    yields hits. What it needs of a text again, it reads again by ``Collection.text``. It must find the same for any
    order of input and any number of processes.
    requires: as for ``Document``; a record that lacks any of these takes no part.
    """

    features: Features
    check: CorpusCheck | CorpusCheckWithOptions
    features_of_all: FeaturesOfAll | None = None
    requires: tuple[str, ...] = ()
