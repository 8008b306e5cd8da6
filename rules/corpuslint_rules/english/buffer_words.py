"""The words of many records at once, and those that no list of English words has: what several rules look at.

A word is a run of letters of ASCII and of the two blocks after it, at most ``LONGEST`` bytes. Words come in pieces of
the buffer, small enough for the processor's cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint.scan.buffer import table
from corpuslint_rules.english.lookup import PAD, are_listed, first_bytes, keys_of, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

SHORTEST, LONGEST = 3, 30
UNLISTED_SHORTEST = 6
"""Bytes of a word in small letters that is looked up."""

_PIECE = 1 << 16


class Words(NamedTuple):
    """Where the words of a piece of the buffer start and end, and their first bytes as whole numbers."""

    starts: Array
    ends: Array
    first: Array

    def at(self, places: Array) -> Words:
        """Some of them."""
        return Words(*(column.take(places) for column in self))


def data(buffer: Buffer) -> Array:
    """The bytes of the buffer, padded; offsets of words are those of this array."""
    return buffer.once(_padded)


def words(buffer: Buffer) -> list[Words]:
    """The words, piece by piece."""
    return buffer.once(_words)


def unlisted(buffer: Buffer) -> tuple[Array, Array]:
    """Starts and ends of the words that begin with a small letter and are not listed."""
    return buffer.once(_unlisted)


def stand_free(text: Array, starts: Array, ends: Array, before: bytes, behind: bytes) -> Array:
    """Which words of these bytes have none of those bytes right before them and none of these right behind them."""
    beside = table(before).take(text[starts - 1]) | table(behind).take(text[ends])
    free: Array = ~beside
    return free


def _padded(buffer: Buffer) -> Array:
    return padded(buffer.data)


def _words(buffer: Buffer) -> list[Words]:
    return [_words_between(data(buffer), first, last) for first, last in _pieces(buffer.data)]


def _pieces(text: bytes) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(text):
        last = len(text) if first + _PIECE >= len(text) else text.rfind(b" ", first, first + _PIECE)
        last = last if last > first else first + _PIECE
        yield first + PAD, last + PAD
        first = last


def _words_between(padded_data: Array, first: int, last: int) -> Words:
    """Words between two places where none goes on."""
    import numpy as np  # noqa: PLC0415

    piece = padded_data[first - 1 : last + 1].copy()
    piece[0] = piece[-1] = 0
    letter = (piece | np.uint8(32)) - np.uint8(97) < 26
    lead = piece - np.uint8(0xC3) < 3
    letter |= lead
    letter[1:-1] |= lead[:-2]
    edges = np.flatnonzero(letter[1:] != letter[:-1])
    starts, ends = edges[::2], edges[1::2]
    size = ends - starts
    fit = np.flatnonzero((size >= SHORTEST) & (size <= LONGEST))
    starts, ends = starts[fit] + first, ends[fit] + first
    return Words(starts, ends, first_bytes(padded_data, starts, ends))


def _unlisted(buffer: Buffer) -> tuple[Array, Array]:
    import numpy as np  # noqa: PLC0415

    found = [_unlisted_of(data(buffer), piece) for piece in words(buffer)]
    return np.concatenate([piece.starts for piece in found]), np.concatenate([piece.ends for piece in found])


def _unlisted_of(padded_data: Array, piece: Words) -> Words:
    import numpy as np  # noqa: PLC0415

    small = padded_data[piece.starts] > ord("Z")
    long = piece.at(np.flatnonzero((piece.ends - piece.starts >= UNLISTED_SHORTEST) & small))
    return long.at(np.flatnonzero(~are_listed(keys_of(padded_data, *long))))
