"""The engine without a scanner: every unit is judged. Slow, and the proof that the scanner misses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from corpuslint.compiled import Compiled
from corpuslint.fold import ends_at_edge, fold
from corpuslint.judge import Judge, whole_line
from corpuslint.lexicon import Phrase, read_phrases
from corpuslint.rule import Document, Pattern, Phrases, Rule
from corpuslint.scan.buffer import of_one

if TYPE_CHECKING:
    import regex


class Exhaustive:
    """Rules made ready to be tried everywhere."""

    def __init__(self, rules: Sequence[Rule], languages: frozenset[str] = frozenset()):
        self.rules = rules
        self.compiled = Compiled()
        self.lexicons = {r.code: _Lexicon(read_phrases(r, languages)) for r in rules if isinstance(r, Phrases)}

    def judge(self, texts: Sequence[str], judge_for: Callable[[int], Judge]) -> dict[int, Judge]:
        """Judge all texts; a judge for each, if there is a rule at all."""
        judges = {index: judge_for(index) for index, text in enumerate(texts) if text and self.rules}
        for judge in judges.values():
            for rule in self.rules:
                self._judge(judge, rule)
        return judges

    def _judge(self, judge: Judge, rule: Rule) -> None:
        match rule:
            case Phrases() | Pattern():
                for _, _, take in sorted(self._found(judge, rule), key=itemgetter(0, 1)):
                    take()
            case Document(sieve=sieve) if sieve is not None:
                alone = of_one(judge.text)
                for places in alone.places(sieve(alone)).values():
                    judge.document(rule, places)
            case Document() if judge.wants(rule):
                judge.document(rule)

    def _found(self, judge: Judge, rule: Rule) -> Iterator[tuple[int, int, Callable[[], None]]]:
        """All there is to judge: where it stands, and the call that judges it."""
        if isinstance(rule, Phrases):
            yield from self.lexicons[rule.code].found(judge, rule)
        if isinstance(rule, Pattern):
            for start, end in judge.units.all(rule.scope):
                for frame in range(len(rule.frames)):
                    yield start, end, partial(judge.pattern, rule, frame, start, end)


class _Lexicon:
    """A rule's phrases as patterns, one for each kind of edges, and the set of those that are whole lines."""

    def __init__(self, phrases: Sequence[Phrase]):
        import regex  # noqa: PLC0415

        by_edges: dict[tuple[bool, bool], list[str]] = {}
        for text in (p.text for p in phrases if not p.whole_line):
            by_edges.setdefault((ends_at_edge(text[0]), ends_at_edge(text[-1])), []).append(text)
        self.patterns: list[regex.Pattern[str]] = [
            regex.compile((r"(?<!\w)" if starts else "") + r"\L<words>" + (r"(?!\w)" if ends else ""), words=texts)
            for (starts, ends), texts in by_edges.items()
        ]
        self.lines = {p.text: p for p in phrases if p.whole_line}
        self.parts = {p.text: p for p in phrases if not p.whole_line}

    def found(self, judge: Judge, rule: Phrases) -> Iterator[tuple[int, int, Callable[[], None]]]:
        """Where phrases stand, and the call that judges each."""
        folded = fold(judge.text)
        for pattern in self.patterns:
            for match in pattern.finditer(folded, overlapped=True):
                yield *match.span(), partial(judge.phrase, rule, *match.span(), self.parts[match[0]])
        for start, end in judge.units.lines() if self.lines else ():
            if (phrase := self.lines.get(whole_line(judge.text[start:end]))) is not None:
                yield start, end, partial(judge.line_phrase, rule, start, end, phrase)
