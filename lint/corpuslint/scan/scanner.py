"""The engine with a scanner: many records are searched at once, and only what a trigger points at is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from operator import itemgetter
from time import perf_counter
from typing import TypeAlias, cast

from corpuslint.fold import respell
from corpuslint.judge import Judge, phrase_stands, whole_line
from corpuslint.profile import Profile
from corpuslint.rule import Document, Hit, Pattern, Phrases, Rule
from corpuslint.scan.buffer import Buffer, of_one
from corpuslint.scan.characters import searched
from corpuslint.scan.database import BITS, ID, prepare
from corpuslint.scan.plan import Lines, Use, Uses
from corpuslint.scan.prefilter import candidates
from corpuslint.telling import Tell, silent

BUFFER = 500_000
"""Code points that are scanned at once, about: records are joined, for each buffer costs as much as many records."""


Event: TypeAlias = tuple[int, int, Use]
"""A trigger that fired: in which record of a buffer, how many of its characters begin before the trigger's end, and
what to do about it."""


class Scanner:
    """Rules made ready to be scanned for."""

    def __init__(
        self,
        rules: Sequence[Rule],
        languages: frozenset[str] = frozenset(),
        use_cache: bool = True,
        profile: Profile | None = None,
        tell: Tell = silent,
    ):
        self.rules = {rule.code: rule for rule in rules}
        self.documents = [rule for rule in rules if isinstance(rule, Document)]
        self.plan, self._databases, self.compiled = prepare(rules, languages, use_cache, tell)
        self._uses, self._lines = Uses(self.plan), Lines(self.plan)
        self._profile = profile

    def judge(self, texts: Sequence[str], judge_for: Callable[[int], Judge]) -> dict[int, Judge]:
        """Judge all texts. ``judge_for(i)`` makes the judge of text ``i``; those that were needed are returned."""
        judges = _Judges(judge_for)
        first = 0
        for encoded in _buffers(texts):
            self._judge_buffer(encoded, first, judges)
            first += len(encoded)
        return judges

    def _judge_buffer(self, encoded: list[bytes], first: int, judges: _Judges) -> None:
        starts = list(accumulate((len(e) + 1 for e in encoded), initial=1))
        arrays = Buffer(b"\n" + b"\n".join(encoded) + b"\n", starts)
        for index, events in groupby(self._events(arrays), key=itemgetter(0)):
            self._judge_record(judges[first + index], list(events))
        for rule in self.documents:
            if rule.sieve is not None:
                for index, places in arrays.places(rule.sieve(arrays)).items():
                    judges[first + index].document(rule, places)
                continue
            if rule.together is not None and (found := self._together(rule, arrays)) is not None:
                for index, hits in found:
                    if encoded[index]:
                        judges[first + index].judged(rule, hits)
                continue
            for index in candidates(rule.needs, arrays):
                if encoded[index] and judges[first + index].wants(rule):
                    judges[first + index].document(rule)

    def _together(self, rule: Document, arrays: Buffer) -> Iterable[tuple[int, list[Hit]]] | None:
        """What the rule finds in all records of a buffer; None where it fails, so that each is asked for by itself."""
        started = perf_counter()
        try:
            return _by_index(rule.together(arrays, rule.options)) if rule.together else None
        except Exception:  # a rule is anybody's code; what fails again in a record is reported there
            return None
        finally:
            if self._profile is not None:
                self._profile[rule.code].seconds += perf_counter() - started

    def _events(self, buffer: Buffer) -> Iterable[Event]:
        """The triggers that fire in a buffer, ascending."""
        text = searched(buffer.data)
        events: list[int] = []
        for first, database in zip(self.plan.firsts, self._databases, strict=True):
            database.scan(text, events.append, first)
        events.sort()
        uses = [self._uses[event & ID] for event in events]
        if self._profile is not None:
            for use in uses:
                for code in (*(code for code, _ in use.frames), *(code for code, _, _ in use.phrases)):
                    self._profile[code].triggers += 1
        return zip(*buffer.located([event >> BITS for event in events]), uses, strict=True)

    def _judge_record(self, judge: Judge, events: list[Event]) -> None:
        """Judge what events point at, and where one says that the folded spelling differs, what they point at there."""
        if any(use.foldable for _, _, use in events) and not judge.text.isascii():
            again = self._events(of_one(respell(judge.text)))
            events = sorted([*events, *again], key=itemgetter(1))
        self._judge_events(judge, events)

    def _judge_events(self, judge: Judge, events: Iterable[Event]) -> None:
        rules, units = self.rules, judge.units
        for _, offset, use in events:
            for code, frame in use.frames:
                rule = cast(Pattern, rules[code])
                for start, end in units.at(offset - 1 if offset else 0, rule.scope):
                    judge.pattern(rule, frame, start, end)
            for code, phrase, tail in use.phrases:
                stop = offset + tail
                start = stop - len(phrase.text)
                if phrase_stands(judge.text, start, stop, phrase.text):
                    judge.phrase(cast(Phrases, rules[code]), start, stop, phrase)
            if use.line and offset:
                self._judge_line(judge, offset - 1)

    def _judge_line(self, judge: Judge, offset: int) -> None:
        if judge.text[offset] in "\r\n" and offset:
            offset -= 1
        start, end = judge.units.line(offset)
        for code, phrase in self._lines[whole_line(judge.text[start:end])]:
            judge.line_phrase(cast(Phrases, self.rules[code]), start, end, phrase)


class _Judges(dict[int, Judge]):
    """Judges by the index of their text, made when first asked for."""

    def __init__(self, make: Callable[[int], Judge]):
        super().__init__()
        self._make = make

    def __missing__(self, index: int) -> Judge:
        self[index] = judge = self._make(index)
        return judge


def _buffers(texts: Sequence[str]) -> Iterator[list[bytes]]:
    """The texts in UTF-8, in lists of about the same size: no small one is left over."""
    total = sum(map(len, texts))
    least = max(total / max(round(total / BUFFER), 1), 1)
    encoded: list[bytes] = []
    size = 0
    for text in texts:
        encoded.append(text.encode("utf-8", "surrogatepass"))
        size += len(text)
        if size >= least:
            yield encoded
            encoded, size = [], 0
    if encoded:
        yield encoded


def _by_index(found: Iterable[tuple[int, Hit]]) -> Iterable[tuple[int, list[Hit]]]:
    """Hits by the index of their record."""
    hits: dict[int, list[Hit]] = {}
    for index, hit in found:
        hits.setdefault(index, []).append(hit)
    return hits.items()
