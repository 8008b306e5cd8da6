"""A text's lines and words as numbers, for all lines at once: where they stand, what characters they are made of.

A word is known by a 64-bit number: the sum of its small letters, each times a random number for its place.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Places = NDArray[np.int64]

OTHER, UPPER, LOWER, DIGIT, STOP, COMMA, SEPARATOR, CLOSER, MARK, SPACE, BREAK = range(11)
"""Classes of characters; ``OTHER``: letters without case."""

_LETTER, _NUMBER, _SYMBOL, _APOSTROPHE = 1, 2, 3, 4
_STOPS = ".!?…。！？"
_COMMAS = ",;:、，"
_SEPARATORS = "|•·»›>/→–—&#@©"
_CLOSERS = "\"'”’»)]"
_SYMBOLS = "©|»›•#@→×…&+$"
_TABLE = 0x3100
_CASED = (range(0x590), range(0x1680, 0x1681), range(0x1E00, 0x2200), range(0x3000, _TABLE))
_PLACES = 64

REACH = 160
"""Code points of a line whose words are read."""


@dataclass(frozen=True)
class Text:
    """Lines that are not blank, and their words: runs of letters, runs of digits, and certain marks.

    starts, ends: code points of each line without the space around it. classes: characters of each class, a row for a
    line. words, capitals, stops: what white space parts; those that begin with a capital, those that end with a stop.
    first, last, last_but_one: classes of characters. tokens: a number for each word, of all lines one after another;
    at, letters: where it begins and how long it is; plain: whether it is letters; digits: whether it is digits.
    line: the index of the line that holds it; rank: its place there.
    """

    starts: Places
    ends: Places
    classes: Places
    words: Places
    capitals: Places
    stops: Places
    first: NDArray[np.uint8]
    last: NDArray[np.uint8]
    last_but_one: NDArray[np.uint8]
    tokens: Numbers
    at: Places
    letters: Places
    plain: NDArray[np.bool_]
    digits: NDArray[np.bool_]
    line: Places
    rank: Places

    @property
    def size(self) -> int:
        """The number of lines."""
        return len(self.starts)

    @cached_property
    def keys(self) -> Numbers:
        """A number for each line's words, marks left aside: equal for lines of the same words."""
        import numpy as np  # noqa: PLC0415

        words, line = self.phrase_words
        rank = np.arange(len(words)) - _firsts(line, self.size)[line]
        return _sums(words * _weights()[np.minimum(rank, _PLACES - 1)], line, self.size)

    @cached_property
    def phrase_words(self) -> tuple[Numbers, Places]:
        """The words but for marks, and the line of each."""
        import numpy as np  # noqa: PLC0415

        chosen = np.flatnonzero(self.plain | self.digits)
        return self.tokens[chosen], self.line[chosen]


def read(text: str) -> Text:
    """The lines of a text, which break as those of a document do."""
    import numpy as np  # noqa: PLC0415

    points = np.frombuffer((text + "\n").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)  # under 2**31
    small = np.minimum(points, _TABLE - 1)
    table, lower = _tables()
    packed, small = table[small], lower[small]
    classes: NDArray[np.uint8] = packed & np.uint8(15)
    solid = classes < SPACE
    before = np.concatenate(([False], solid[:-1]))
    begins = np.flatnonzero(solid & ~before)
    ends = np.flatnonzero(before & ~solid)
    break_count = (classes == BREAK).cumsum(dtype=np.int32)
    on = break_count[begins]
    opening = np.flatnonzero(np.concatenate((on[:1] >= 0, on[1:] != on[:-1])))
    starts = begins[opening]
    n = len(starts)
    line_ends = ends[np.concatenate((opening[1:] - 1, [len(ends) - 1]))] if n else ends
    sizes = np.diff(starts[1:], prepend=0, append=len(points)) if n else [len(points)]
    line_of = np.repeat(np.arange(max(n, 1), dtype=np.int32), sizes)
    word_line = line_of[begins]
    counted = np.bincount(line_of * np.int32(11) + classes, minlength=max(n, 1) * 11)
    return Text(
        starts,
        line_ends,
        counted.reshape(-1, 11)[:n],
        np.bincount(word_line, minlength=n),
        np.bincount(word_line[classes[begins] == UPPER], minlength=n),
        np.bincount(word_line[classes[ends - 1] == STOP], minlength=n),
        classes[starts],
        classes[line_ends - 1],
        classes[np.maximum(line_ends - 2, starts)],
        *_tokens(small, points, packed >> np.uint8(4), line_of, starts),
    )


def _tokens(
    lower: NDArray[np.uint32],
    points: NDArray[np.uint32],
    kind: NDArray[np.uint8],
    line_of: NDArray[np.int32],
    starts: Places,
) -> tuple[Any, ...]:
    import numpy as np  # noqa: PLC0415

    n = len(starts)
    if n and (np.diff(starts, append=len(points)) > REACH).any():
        kind[np.arange(len(points)) - starts[line_of] >= REACH] = 0
    apostrophes = np.flatnonzero(kind == _APOSTROPHE)
    kind[apostrophes] = (kind[apostrophes - 1] == _LETTER) & (
        kind[np.minimum(apostrophes + 1, len(kind) - 1)] == _LETTER
    )
    change = np.concatenate(([True], (kind[1:] != kind[:-1]) | (kind[1:] == _SYMBOL)))
    at = np.flatnonzero(change)
    of_word = kind[at] > 0
    letters = np.diff(at, append=len(kind))[of_word]
    at = at[of_word]
    characters = np.flatnonzero(kind).astype(np.int32)
    value = lower[characters].astype(np.uint64)
    beyond = np.flatnonzero(points[characters] >= _TABLE)
    value[beyond] = points[characters[beyond]]
    characters -= np.repeat(at.astype(np.int32), letters)
    value *= _weights().take(np.minimum(characters, _PLACES - 1, out=characters))
    line = line_of[at].astype(np.int64)
    tokens = np.add.reduceat(value, letters.cumsum() - letters) if len(at) else value
    tokens = (tokens ^ (tokens >> np.uint64(31))) * np.uint64(0x9E3779B97F4A7C15)
    rank = np.arange(len(at)) - _firsts(line, n)[line]
    return tokens, at, letters, kind[at] == _LETTER, kind[at] == _NUMBER, line, rank


def _firsts(line: Places, n: int) -> Places:
    """The index of each line's first word, of words in the order of their lines."""
    import numpy as np  # noqa: PLC0415

    counts = np.bincount(line, minlength=n)
    return counts.cumsum() - counts


def _sums(values: Numbers, line: Places, n: int) -> Numbers:
    import numpy as np  # noqa: PLC0415

    sums = np.concatenate((np.zeros(1, dtype=np.uint64), values.cumsum(dtype=np.uint64)))
    firsts = np.append(_firsts(line, n), len(values))
    made: Numbers = sums[firsts[1:]] - sums[firsts[:-1]]
    return made


def number(words: Iterable[str]) -> Numbers:
    """The numbers of these words, each of which is a single one."""
    return read("\n".join(words)).tokens


def windows(words: Numbers, sizes: range) -> list[Numbers]:
    """For each size, a number for every so many words, as ``Text.keys`` makes it of a line."""
    made = [words * _weights()[0]]
    for place in range(1, sizes.stop - 1):
        made.append(made[-1][:-1] + words[place:] * _weights()[place])
    return made[sizes.start - 1 :]


class Index:
    """Looks up numbers: which of the known ones they are."""

    def __init__(self, known: Numbers):
        import numpy as np  # noqa: PLC0415

        self._order = np.argsort(known, kind="stable")
        self._sorted = known[self._order]
        self._likely = np.zeros(1 << 18, dtype=np.bool_)
        self._likely[_slot(known)] = True

    def find(self, numbers: Numbers) -> tuple[Places, Places]:
        """Where in ``numbers`` a known one stands, and its index among the known."""
        import numpy as np  # noqa: PLC0415

        likely = np.flatnonzero(self._likely[_slot(numbers)])
        at = np.minimum(self._sorted.searchsorted(numbers[likely]), len(self._sorted) - 1)
        hit = self._sorted[at] == numbers[likely]
        return likely[hit], self._order[at[hit]]


def _slot(numbers: Numbers) -> Places:
    import numpy as np  # noqa: PLC0415

    return ((numbers * np.uint64(0xD6E8FEB86659FD93)) >> np.uint64(46)).astype(np.int64)


def among(numbers: Numbers, vocabulary: Numbers) -> NDArray[np.bool_]:
    """Which numbers are in the vocabulary; one in some hundred is taken for one that is."""
    import numpy as np  # noqa: PLC0415

    table = np.zeros(1 << 16, dtype=np.bool_)
    table[vocabulary >> np.uint64(48)] = True
    found: NDArray[np.bool_] = table[numbers >> np.uint64(48)]
    return found


@lru_cache(maxsize=1)
def _weights() -> Numbers:
    import numpy as np  # noqa: PLC0415

    drawn = random.Random(1)
    return np.array([drawn.getrandbits(64) | 1 for _ in range(_PLACES)], dtype=np.uint64)


@lru_cache(maxsize=1)
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """For each code point: its class, and 16 times its part in words; its small letter, 0 for those beyond."""
    import numpy as np  # noqa: PLC0415

    classes = np.full(_TABLE, OTHER, dtype=np.uint8)
    lower = np.arange(_TABLE, dtype=np.uint32)
    for points in _CASED:
        characters = list(map(chr, points))
        classes[points] = list(map(_class, characters))
        lower[points] = [ord(character.lower()[0]) for character in characters]
    kinds = np.where(classes <= LOWER, _LETTER, np.where(classes == DIGIT, _NUMBER, 0)).astype(np.uint8)
    kinds[list(map(ord, _SYMBOLS))] = _SYMBOL
    kinds[list(map(ord, "'’"))] = _APOSTROPHE
    lower[ord("’")] = ord("'")
    lower[-1] = 0
    return (classes | (kinds << 4)).astype(np.uint8), lower


def _class(character: str) -> int:
    if character.isalpha():
        return UPPER if character.isupper() else LOWER if character.islower() else OTHER
    if character.isspace():
        return BREAK if character in "\n\r" else SPACE
    if character.isdigit():
        return DIGIT
    for kind, characters in ((STOP, _STOPS), (COMMA, _COMMAS), (CLOSER, _CLOSERS), (SEPARATOR, _SEPARATORS)):
        if character in characters:
            return kind
    return MARK
