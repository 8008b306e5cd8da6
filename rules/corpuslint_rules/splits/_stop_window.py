"""The full stops of a small buffer and their neighbourhoods, one by one in plain Python, as ``_stops`` finds them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpuslint_rules.english import CLOSED_CLASS, is_word, tag
from corpuslint_rules.english.lookup import FIRST_CLOSED, PAD, UNLISTED
from corpuslint_rules.splits._stop_codes import (
    ENDINGS,
    NUMBER,
    OTHER,
    OUTSIDE,
    UNKNOWN,
    UNKNOWN_NAME,
    code_of,
    names,
)
from corpuslint_rules.splits._stop_net import Window
from corpuslint_rules.splits._stop_words import abbreviations, number, starters, titles
from corpuslint_rules.splits._stops import CAPITAL, CRIES, EDGES, ENDS, MARKS, SEPARATOR, SMALL

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer

_STOP = re.compile(rb"(?<=[A-Za-z]{2})\.(?= [A-Z][a-z])")
_SPACE = re.compile(rb"[\x00-\x20]")
_LETTERS, _DIGITS = SMALL + CAPITAL, b"0123456789"


class Stops:
    """``data``: the records with a separator between them and room at both ends; ``spaces``: its white space."""

    def __init__(self, buffer: Buffer):
        apart, room = bytes([SEPARATOR]), bytes([SEPARATOR]) * PAD
        records = (buffer.data[start:end] for start, end in buffer.spans)
        self.data = room + apart.join([b"", *records, b""]) + room
        self.spaces = [match.start() for match in _SPACE.finditer(self.data)]

    def place(self, stop: int) -> int:
        """The offset in the buffer of the space behind a stop."""
        return self.spaces[stop] - PAD

    def doubtful(self) -> Iterator[int]:
        """Indices in ``spaces`` of those between a word with a stop and a capitalised word, where the words beside it
        do not say by themselves that a sentence ends, or none."""
        data, spaces = self.data, self.spaces
        for match in _STOP.finditer(data):
            stop = bisect_left(spaces, match.end())
            before, at, after = spaces[stop - 1 : stop + 2]
            if at - before > 3 and after - at > 2 and data[before + 1] in _LETTERS:
                following = data[at + 1 : after - (data[after - 1] == ord(","))]
                if number(following) not in starters() and number(data[before + 1 : at - 1]) not in abbreviations():
                    yield stop

    def window(self, stop: int, reach: int) -> Window:
        """The words within reach of a stop."""
        spans = [self._span(stop + place) for place in range(-reach, reach)]
        first, last = self._ends(spans, reach)
        seen = Window(first, last, [OUTSIDE] * len(spans), [0] * len(spans), [b""] * len(spans))
        for at in range(first, last):
            start, end = spans[at]
            opening, closing = self.data[start], self.data[end - 1]
            marked = opening in MARKS or closing in MARKS
            seen.flags[at] = 4 * (closing in CRIES) + 2 * marked + (closing == ord(","))
            start, end = self._trimmed(start, end)
            word = self.data[start:end]
            seen.codes[at], seen.words[at] = _code(word, self.data[start], at == reach), word.lower()
        return seen

    def _span(self, space: int) -> tuple[int, int]:
        """Where the word behind a space starts and ends."""
        at = min(max(space, PAD - 1), len(self.spaces) - PAD)
        return self.spaces[at] + 1, self.spaces[at + 1]

    def _ends(self, spans: list[tuple[int, int]], reach: int) -> tuple[int, int]:
        """The first of the words that belong to the sentence before the stop, and the last (not included) after it."""
        first, last = reach - 1, reach + 1
        while first > 0 and not (self._closes(*spans[first - 1]) or self._apart(*spans[first])):
            first -= 1
        while last < len(spans) and not (self._closes(*spans[last - 1]) or self._apart(*spans[last])):
            last += 1
        return first, last

    def _apart(self, start: int, end: int) -> bool:
        return start >= end or self.data[start - 1] == SEPARATOR

    def _closes(self, start: int, end: int) -> bool:
        """Whether a word has the end of a sentence behind it: no initial, title or month."""
        data, last = self.data, self.data[end - 1]
        if last not in ENDS and not (last in MARKS and data[end - 2] in ENDS):
            return False
        start, end = self._trimmed(start, end)
        initial = data[end - 1] in _LETTERS and (end - start < 3 or data[end - 2] == ord("."))
        return not initial and not (last == ord(".") and number(data[start:end]) in titles())

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A word without the marks around it."""
        start += self.data[start] in MARKS
        for _ in range(3):
            end -= self.data[end - 1] in EDGES
        return start, max(start, end)


def _code(word: bytes, first: int, behind: bool) -> int:
    """The code of a word that begins with this byte. ``behind``: it stands behind the stop, where a capital says
    nothing."""
    if first in _DIGITS:
        return NUMBER
    if first not in _LETTERS:
        return OTHER
    code, capital = _listed(word), first in CAPITAL
    if code == UNLISTED:
        return UNKNOWN_NAME if capital else _by_ending(word)
    return names()[code] if capital and not behind and code < FIRST_CLOSED else code


@lru_cache(maxsize=1 << 14)
def _listed(word: bytes) -> int:
    if not word.isascii() or not is_word(spelt := word.decode().lower()):
        return UNLISTED
    return _closed().get(spelt) or code_of(tag(spelt))


@cache
def _closed() -> dict[str, int]:
    return {word: code for code, word in enumerate(CLOSED_CLASS, start=FIRST_CLOSED)}


def _by_ending(word: bytes) -> int:
    fitting = [code_of(letter) for ending, letter in ENDINGS if word.endswith(ending.encode())]
    return fitting[-1] if fitting else UNKNOWN
