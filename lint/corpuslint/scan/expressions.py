"""Which expressions are scanned for. Imported only where they are not kept on disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

import msgspec

from corpuslint.compiled import require_valid
from corpuslint.errors import UsageError
from corpuslint.lexicon import Phrase, read_phrases
from corpuslint.rule import Frame, Pattern, Phrases, Rule
from corpuslint.scan.characters import byte_literal
from corpuslint.scan.parse import NoTriggerError
from corpuslint.scan.phrase_trigger import DECORATED_LINE, FOLDABLE, phrase_triggers
from corpuslint.scan.plan import Plan, Use, plan_of
from corpuslint.scan.spelling import is_worded, spelt
from corpuslint.scan.trigger import byte_triggers


class Expressions(msgspec.Struct):
    """What is compiled for a plan."""

    literals: dict[bytes, Use] = {}
    patterns: dict[bytes, Use] = {}
    lines: dict[str, list[tuple[str, Phrase]]] = {}

    def parts(self) -> list[dict[bytes, Use]]:
        """The literals, the patterns that hold a word, and those that do not: searched apart, they cost less."""
        worded = {expression: use for expression, use in self.patterns.items() if is_worded(expression)}
        shaped = {expression: use for expression, use in self.patterns.items() if expression not in worded}
        return [self.literals, worded, shaped]

    def plan(self, parts: Sequence[dict[bytes, Use]]) -> Plan:
        """What to do about the expressions of these parts."""
        firsts = [*accumulate(map(len, parts[:-1]), initial=0)]
        return plan_of((use for part in parts for use in part.values()), firsts, self.lines)


def expressions_of(rules: Iterable[Rule], languages: frozenset[str] = frozenset()) -> Expressions:
    """The expressions for these rules. Raises ``UsageError`` for a pattern without a trigger."""
    wanted = Expressions()
    for rule in rules:
        if isinstance(rule, Pattern):
            for number, frame in enumerate(rule.frames):
                for expression in frame_triggers(rule, frame):
                    _add_trigger(wanted, expression, (rule.code, number))
        if isinstance(rule, Phrases):
            _add_phrases(wanted, rule, languages)
    if any(isinstance(rule, Pattern | Phrases) for rule in rules):
        wanted.patterns.setdefault(FOLDABLE, Use()).foldable = True
    if wanted.lines:
        wanted.patterns.setdefault(DECORATED_LINE, Use()).line = True
    return wanted


def frame_triggers(rule: Pattern, frame: Frame) -> Sequence[bytes]:
    """The triggers of a frame: of its pattern, or those its author named. Raises ``UsageError``."""
    import regex  # noqa: PLC0415 (only what is compiled anew needs it)

    within_line = rule.scope != "paragraph"
    patterns = frame.triggers or (frame.pattern,)
    try:
        return [trigger for pattern in patterns for trigger in byte_triggers(pattern, within_line)]
    except (NoTriggerError, regex.error) as error:
        for pattern in patterns:
            require_valid(rule, pattern)
        way_out = "mend its triggers" if frame.triggers else "simplify the pattern or give the rule triggers=(...)"
        raise UsageError(f"{rule.code} ({rule.name}) has no trigger: {error}; {way_out}") from error


def _add_trigger(wanted: Expressions, expression: bytes, frame: tuple[str, int]) -> None:
    texts = spelt(expression)
    for text in texts:
        wanted.literals.setdefault(byte_literal(text).encode(), Use()).frames.append(frame)
    if not texts:
        wanted.patterns.setdefault(expression, Use()).frames.append(frame)


def _add_phrases(wanted: Expressions, rule: Phrases, languages: frozenset[str]) -> None:
    for phrase in read_phrases(rule, languages):
        if phrase.whole_line:
            wanted.lines.setdefault(phrase.text, []).append((rule.code, phrase))
        for expression, tail, literal in phrase_triggers(phrase):
            use = (wanted.literals if literal else wanted.patterns).setdefault(expression, Use())
            if phrase.whole_line:
                use.line = True
            else:
                use.phrases.append((rule.code, phrase, tail))
