"""A text as the hashes of its words, with the places where the words stand: the arrays that copies are found with.

A word is a run of letters, marks and digits, in small letters and normal form KC; in scripts without spaces it is one
character. All words of a text are hashed at once: of a prefix sum of ``c[i] * B**i`` (mod 2**64) the difference over a
word, divided by ``B**start``, is the polynomial hash of the word wherever it stands (Rabin and Karp's).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from corpuslint_rules.duplicates._characters import BREAK, CAPITAL, DIGIT, KNOWN, UNSPACED, UNUSUAL, WORD, plain, tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes: TypeAlias = NDArray[np.uint8] | NDArray[np.uint32]
    Hashes: TypeAlias = NDArray[np.uint64]
    Ints: TypeAlias = NDArray[np.int64]
    Kinds: TypeAlias = NDArray[np.uint8]
    Bools: TypeAlias = NDArray[np.bool_]
    Unsigned = TypeVar("Unsigned", np.uint32, np.uint64)

PIECE = 1 << 16
"""Characters hashed at once: what the processor's cache holds, and the size of the tables of powers."""

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_GRAM_BASE = 0xD1342543DE82EF95


class Sequences(NamedTuple):
    """The hashes of a text's word sequences, ascending, and the first word of each. ``counts``: at the first of equal
    ones, how many there are; None where there are no equal ones."""

    hashes: Hashes
    first: Ints
    counts: Ints | None


@dataclass(frozen=True)
class Words:
    """The words of a text in order: hashes, first and last code point (exclusive), kinds of the first character.

    ``breaks``: the code points that end a line, of the whole text.
    """

    hashes: Hashes
    starts: Ints
    ends: Ints
    kinds: Kinds
    breaks: Ints

    def __len__(self) -> int:
        return len(self.hashes)

    @cached_property
    def unspaced(self) -> bool:
        """Whether most words are characters of a script without spaces."""
        return 2 * int(self.single.sum()) > len(self)

    @property
    def single(self) -> Bools:
        """Which words are characters of a script without spaces."""
        found: Bools = self.kinds & UNSPACED != 0
        return found

    @property
    def numbers(self) -> Bools:
        found: Bools = self.kinds & DIGIT != 0
        return found

    @cached_property
    def ordered(self) -> Hashes:
        """The hashes, ascending."""
        import numpy as np  # noqa: PLC0415

        return np.sort(self.hashes)

    @cached_property
    def figures(self) -> Hashes:
        """The hashes of numbers."""
        return self.hashes[self.numbers]

    @cached_property
    def names(self) -> Hashes:
        """The hashes of capitalised words, once each."""
        return distinct(self.hashes[self.kinds & CAPITAL != 0])

    @cached_property
    def others(self) -> Hashes:
        """The hashes of words that are neither numbers nor capitalised, once each."""
        return distinct(self.hashes[self.kinds & (DIGIT | CAPITAL) == 0])

    @cached_property
    def _sequences(self) -> dict[int, Sequences]:
        return {}

    def sequences(self, size: int) -> Sequences:
        """All sequences of so many words."""
        import numpy as np  # noqa: PLC0415

        if size not in self._sequences:
            hashes = rolled(self.hashes, size)
            order = hashes.argsort()
            hashes = hashes[order]
            new = np.ones(len(hashes) + 1, bool)
            np.not_equal(hashes[1:], hashes[:-1], out=new[1:-1])
            counts = None
            if not new.all():
                starts = new.nonzero()[0]
                counts = np.zeros(len(hashes), np.int64)
                counts[starts[:-1]] = starts[1:] - starts[:-1]
            self._sequences[size] = Sequences(hashes, order, counts)
        return self._sequences[size]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The code points from the first of these words to the last."""
        return int(self.starts[first]), int(self.ends[end - 1])

    def part(self, first: int, end: int, start: int) -> Words:
        """The words of one of several texts, which starts at this code point of them all."""
        starts, ends = self.starts[first:end] - start, self.ends[first:end] - start
        last = start + int(ends[-1]) if end > first else start
        at, after = self.breaks.searchsorted([start, last])
        return Words(
            self.hashes[first:end].copy(), starts, ends, self.kinds[first:end].copy(), self.breaks[at:after] - start
        )

    def only(self, chosen: Bools) -> Words:
        """The chosen words."""
        return Words(self.hashes[chosen], self.starts[chosen], self.ends[chosen], self.kinds[chosen], self.breaks)


def words_of(text: str) -> Words:
    """The words of a text of any length."""
    codes, kinds, offsets = read(text)
    words = _all_words(codes, kinds)
    if offsets is None:
        return words
    return Words(words.hashes, offsets[words.starts], offsets[words.ends], words.kinds, offsets[words.breaks])


def grams(hashes: Hashes, size: int) -> Hashes:
    """A hash for each sequence of ``size`` words; equal sequences have the same, wherever they stand."""
    return mixed(rolled(hashes, size))


def rolled(hashes: Hashes, size: int) -> Hashes:
    """The same before its bits are mixed: as good to tell sequences apart, and no sample of them."""
    count = max(0, len(hashes) - size + 1)
    found = hashes[:count].copy()
    for i in range(1, size):
        found *= _GRAM_BASE
        found += hashes[i : i + count]
    return found


def distinct(hashes: NDArray[Unsigned]) -> NDArray[Unsigned]:
    """Each hash once, ascending (np.unique takes several times as long)."""
    import numpy as np  # noqa: PLC0415

    ordered = hashes.copy()
    ordered.sort()
    new = ordered[1:] != ordered[:-1]
    return ordered if new.all() else np.concatenate((ordered[:1], ordered[1:][new]))


def mixed(hashes: Hashes) -> Hashes:
    """Hashes whose every bit depends on every bit (the finish of splitmix64)."""
    u64 = hashes.dtype.type
    found = hashes >> u64(30)
    found ^= hashes
    found *= u64(0xBF58476D1CE4E5B9)
    found ^= found >> u64(27)
    found *= u64(0x94D049BB133111EB)
    found ^= found >> u64(31)
    return found


def read(text: str) -> tuple[Codes, Kinds, Ints | None]:
    """The code points of a text made plain and their kinds; their offsets in the text if it was not so before."""
    codes = codes_of(text)
    kinds = tables().kinds.take(codes, mode="clip")
    if text.isascii() or not (unusual := (kinds & UNUSUAL).nonzero()[0]).size:
        return codes, kinds, None
    text, offsets = plain(text, unusual)
    codes = codes_of(text)
    return codes, tables().kinds.take(codes, mode="clip"), offsets


def folded(codes: Codes) -> Hashes:
    """The small forms; 0 for what is no part of a word."""
    import numpy as np  # noqa: PLC0415

    found = tables().folded.take(codes, mode="clip")
    if codes.dtype != np.uint8 and (beyond := codes >= KNOWN).any():
        found[beyond] = codes[beyond]
    return found


def _all_words(codes: Codes, kinds: Kinds) -> Words:
    import numpy as np  # noqa: PLC0415

    if len(codes) <= PIECE:
        return _words(codes, kinds, 0)
    parts = [_words(codes[start:end], kinds[start:end], start) for start, end in _pieces(kinds)]
    fields = ([getattr(part, name) for part in parts] for name in ("hashes", "starts", "ends", "kinds", "breaks"))
    return Words(*map(np.concatenate, fields))


def _pieces(kinds: Kinds) -> Iterator[tuple[int, int]]:
    """The text cut where no word is; inside a word only where one fills half a piece."""
    start = 0
    while len(kinds) - start > PIECE:
        gaps = (kinds[start + PIECE // 2 : start + PIECE] & WORD == 0).nonzero()[0]
        end = start + PIECE // 2 + int(gaps[-1]) if len(gaps) else start + PIECE
        yield start, end
        start = end
    yield start, len(kinds)


def _words(codes: Codes, kinds: Kinds, offset: int) -> Words:
    """The words of a piece of a text that begins at this offset."""
    starts, ends = edges(codes, kinds)
    sums = sums_of(folded(codes))
    breaks = ((kinds & BREAK) != 0).nonzero()[0]
    return Words(between(sums, starts, ends), starts + offset, ends + offset, kinds.take(starts), breaks + offset)


def edges(codes: Codes, kinds: Kinds) -> tuple[Ints, Ints]:
    """Where words start and end."""
    import numpy as np  # noqa: PLC0415

    inside = np.zeros(len(codes) + 2, bool)
    np.not_equal(kinds & WORD, 0, out=inside[1:-1])
    if codes.dtype != np.uint8 and (single := kinds & UNSPACED != 0).any():
        return _split(inside, single)
    found = (inside[1:] != inside[:-1]).nonzero()[0]
    return found[::2], found[1::2]


def sums_of(values: Hashes) -> Hashes:
    """What ``between`` needs of a sequence of values."""
    import numpy as np  # noqa: PLC0415

    sums = np.empty(len(values) + 1, np.uint64)
    sums[0] = 0
    found, powers = sums[1:], _powers(_BASE)
    factors = powers[: len(values)] if len(values) <= len(powers) else np.resize(powers, len(values))
    np.multiply(values, factors, out=found)
    np.cumsum(found, out=found)  # in place: to ask the system for memory takes longer than all of this
    return sums


def between(sums: Hashes, starts: Ints, ends: Ints) -> Hashes:
    """A hash for each stretch of the sequence, ``starts[i]`` to ``ends[i]``; equal stretches have the same.

    But a stretch across a multiple of ``PIECE`` has one of its own.
    """
    inverses = _powers(_INVERSE)
    return mixed((sums.take(ends) - sums.take(starts)) * inverses.take(starts, mode="wrap"))


def codes_of(text: str) -> Codes:
    """The code points."""
    import numpy as np  # noqa: PLC0415

    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _split(inside: Bools, single: Bools) -> tuple[Ints, Ints]:
    """Where words start and end, each character of an unspaced script being one."""
    import numpy as np  # noqa: PLC0415

    alone = np.zeros(len(inside), bool)
    alone[1:-1] = single
    starts = inside[1:-1] & (~inside[:-2] | alone[1:-1] | alone[:-2])
    ends = inside[1:-1] & (~inside[2:] | alone[1:-1] | alone[2:])
    return starts.nonzero()[0], ends.nonzero()[0] + 1


@lru_cache(maxsize=4)
def _powers(base: int) -> Hashes:
    import numpy as np  # noqa: PLC0415

    powers = np.full(PIECE, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers, out=powers)
