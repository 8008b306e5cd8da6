"""From phrases to triggers: literals without word edges, which compile at once and cost nothing to scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product, takewhile
from typing import NamedTuple

from corpuslint.fold import APOSTROPHE, FOLDED, unfolded
from corpuslint.judge import LONGEST_LINE
from corpuslint.lexicon import Phrase
from corpuslint.scan.characters import byte_literal

_LONG = 8
"""Bytes of ASCII that are rare enough to be looked for alone."""

_HEAD = 6
"""Bytes of a whole-line phrase that are looked for: after a line break so few are rare, and the library is fastest."""

DECORATED_LINE = rb"\n[^0-9A-Za-z\n][^\n]{0,%d}\n" % (4 * LONGEST_LINE)
"""A short line that does not begin with an ASCII letter or digit: it may be a whole-line phrase behind a bullet."""

FOLDABLE = "|".join(byte_literal(c) for c in FOLDED if c != APOSTROPHE).encode()
"""A character, other than the everyday apostrophe, for whose sake a record is searched again in its folded spelling."""


class PhraseTrigger(NamedTuple):
    """A byte expression that ends ``tail`` code points before the phrase does; ``literal``: fixed bytes only."""

    expression: bytes
    tail: int
    literal: bool = True


def phrase_triggers(phrase: Phrase) -> Iterator[PhraseTrigger]:
    """Expressions (caseless for ASCII) of which at least one fires wherever the phrase stands, in text or folded text.

    A phrase beyond ASCII is looked for by its longest part in ASCII where that is long enough to be rare, else by all
    its characters in either case. A whole-line phrase is anchored at the line's start; where it begins beyond ASCII,
    ``DECORATED_LINE`` finds it.
    """
    if phrase.whole_line:
        yield from _line_triggers(phrase.text)
        return
    start, part = _longest_ascii(phrase.text)
    if len(part) >= _LONG or part == phrase.text:
        yield from (PhraseTrigger(e, len(phrase.text) - start - len(part)) for e in _literals(part))
    else:
        yield PhraseTrigger(_spelt(phrase.text), 0, literal=False)


def _line_triggers(text: str) -> Iterator[PhraseTrigger]:
    head = "".join(takewhile(str.isascii, text))[:_HEAD]
    if len(head) == _HEAD or head == text:
        yield from (PhraseTrigger(rb"\n" + literal, 0) for literal in _literals(head))
    elif head:
        yield PhraseTrigger(rb"\n" + _spelt(text), 0, literal=False)


def _literals(part: str) -> Iterable[bytes]:
    """The part as it may be spelt: with ``'`` or ``’``."""
    pieces = part.split("'")
    for marks in product(("'", APOSTROPHE), repeat=len(pieces) - 1):
        spelt = pieces[0] + "".join(m + p for m, p in zip(marks, pieces[1:], strict=True))
        yield byte_literal(spelt).encode()


def _longest_ascii(text: str) -> tuple[int, str]:
    """The longest run of ASCII, and where it starts."""
    best, start = (0, ""), 0
    for at in range(len(text) + 1):
        if at == len(text) or not text[at].isascii():
            best = max(best, (start, text[start:at]), key=lambda run: len(run[1]))
            start = at + 1
    return best


def _spelt(text: str) -> bytes:
    return "".join(map(_either_case, text)).encode()


def _either_case(character: str) -> str:
    others = unfolded().get(character, ()) if character > "\x7f" else (character.upper(),)
    forms = dict.fromkeys((character, *others))
    return f"(?:{'|'.join(byte_literal(form) for form in forms)})"
