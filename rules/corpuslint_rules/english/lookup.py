"""The table of words for many words at once, as slices of a buffer of bytes.

A word's key is made from its length, its first and its last eight bytes, letters in small, and two tables are looked at
in which it may stand. Of unlisted words those of more than sixteen letters that differ from a listed one only in the
middle are taken for it, and one of the others in 200,000.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint_rules.english import CLOSED_CLASS, words_table

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]

PAD = 16
"""Bytes that must stand before the first and after the last word of a buffer."""

UNLISTED = 0
LETTERS = "nsjctrvzdegP0fumiDpow&"
"""Codes of tags: 1 and on, in this order; then those of the closed class."""

FIRST_CLOSED = len(LETTERS) + 1
CODES = FIRST_CLOSED + len(CLOSED_CLASS)
"""How many codes there are, ``UNLISTED`` among them."""

_LARGE, _SMALL = 18, 16
_BITS_64 = (1 << 64) - 1
_SMALL_LETTERS = 0x2020202020202020
"""The bits that make letters of ASCII small."""
_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


class _Tables(NamedTuple):
    """Entries of 32 bits: 16 of the key, 7 of the frequency (tenths of Zipf, plus one), 9 of the code.

    What finds no place in the two tables is in ``rest``, by the ascending keys in ``others``; the last is no word's.
    """

    large: Array
    small: Array
    others: Array
    rest: Array


def padded(data: bytes) -> Array:
    """Bytes with room at both ends."""
    import numpy as np  # noqa: PLC0415

    return np.frombuffer(b"".join((bytes(PAD), data, bytes(PAD))), dtype=np.uint8)


def eights(data: Array) -> Array:
    """The eight bytes from each place of a buffer on, as whole numbers; a view."""
    import numpy as np  # noqa: PLC0415

    return np.ndarray((len(data) - 7,), dtype="<u8", buffer=data, strides=(1,))


class Found(NamedTuple):
    """Of each word: its frequency (tenths of Zipf plus one, 0 if it is not listed), its code, and its key."""

    frequency: Array
    code: Array
    key: Array


def lookup(data: Array, starts: Array, ends: Array) -> Found:
    """What the table says of each word ``data[start:end]``."""
    import numpy as np  # noqa: PLC0415

    word = keys(data, starts, ends)
    entry = _find(word)
    return Found(entry >> np.uint32(9) & np.uint32(127), entry & np.uint32(511), word)


def are_listed(keys: Array) -> Array:
    """Which keys are those of words in the table."""
    listed: Array = _find(keys) != 0
    return listed


def keys(data: Array, starts: Array, ends: Array) -> Array:
    """The key of each word ``data[start:end]``, the same in small letters and capitals of ASCII."""
    return keys_of(data, starts, ends, first_bytes(data, starts, ends))


def first_bytes(data: Array, starts: Array, ends: Array) -> Array:
    """The first eight bytes of each word as a whole number, fewer of a short one; letters of ASCII in small."""
    return _first_bytes(eights(data), starts, ends - starts)


def key_of(word: bytes) -> int:
    """The key of a single word, without arrays."""
    one, two, three = _MULTIPLIERS
    last = _small_letters(word[-8:])
    key = _small_letters(word[:8]) * one ^ (last ^ (last >> 29)) * two ^ len(word) * three
    key &= _BITS_64
    return (key ^ (key >> 32)) * one & _BITS_64


def _small_letters(few: bytes) -> int:
    return (int.from_bytes(few, "little") | _SMALL_LETTERS) & ((1 << 8 * len(few)) - 1)


def _first_bytes(places: Array, starts: Array, size: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    unused = np.uint64(64) - (np.minimum(size, 8) << 3).view(np.uint64)
    first: Array = places[starts]
    first |= np.uint64(_SMALL_LETTERS)
    first <<= unused
    first >>= unused
    return first


def keys_of(data: Array, starts: Array, ends: Array, first: Array) -> Array:
    """The keys of words of which the first bytes are known."""
    import numpy as np  # noqa: PLC0415

    one, two, three = (np.uint64(multiplier) for multiplier in _MULTIPLIERS)
    size = ends - starts
    last = first.copy()
    long = np.flatnonzero(size > 8)
    last[long] = eights(data)[ends[long] - 8] | np.uint64(_SMALL_LETTERS)
    last ^= last >> np.uint64(29)
    last *= two
    key: Array = first * one
    key ^= last
    key ^= size.view(np.uint64) * three
    key ^= key >> np.uint64(32)
    key *= one
    return key


def _find(keys: Array) -> Array:
    """The entries of words, 0 for those that are not listed."""
    import numpy as np  # noqa: PLC0415

    tables, mark = _tables(), _mark(keys)
    found: Array = tables.large[_large_place(keys)]
    missed = np.flatnonzero((found >> np.uint32(16)) != mark)
    rare = keys[missed]
    again = tables.small[_small_place(rare)]
    still = np.flatnonzero((again >> np.uint32(16)) != mark[missed])
    at = tables.others.searchsorted(rare[still])
    again[still] = np.where(tables.others[at] == rare[still], tables.rest[at], 0)
    found[missed] = again
    return found


def _mark(keys: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    mark: Array = (keys & np.uint64(0xFFFF)).astype(np.uint32)
    return mark


def _large_place(keys: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    place: Array = (keys >> np.uint64(64 - _LARGE)).view(np.int64)
    return place


def _small_place(keys: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    place: Array = (keys >> np.uint64(64 - _LARGE - _SMALL) & np.uint64((1 << _SMALL) - 1)).view(np.int64)
    return place


@cache
def _tables() -> _Tables:
    """The words as tables; of words that would stand in the same place, the more frequent one is in the large table."""
    import numpy as np  # noqa: PLC0415

    data = padded(words_table().text)
    breaks = np.flatnonzero(data == 10)
    starts, ends = breaks[:-1] + 1, breaks[1:] - 3
    frequency = data[ends + 1].astype(np.uint32) - np.uint32(32)
    order = np.argsort(frequency, kind="stable")
    listed = keys(data, starts[order], ends[order])
    entries = _mark(listed) << np.uint32(16) | frequency[order] << np.uint32(9) | _codes(listed, data[ends + 2][order])
    large, small = np.zeros(1 << _LARGE, dtype=np.uint32), np.zeros(1 << _SMALL, dtype=np.uint32)
    large[_large_place(listed)] = entries
    lost = large[_large_place(listed)] != entries
    listed, entries = listed[lost], entries[lost]
    small[_small_place(listed)] = entries
    lost = small[_small_place(listed)] != entries
    listed, entries = listed[lost], entries[lost]
    order = np.argsort(listed)
    return _Tables(large, small, np.append(listed[order], ~np.uint64(0)), np.append(entries[order], np.uint32(0)))


def _codes(listed: Array, letters: Array) -> Array:
    """The codes of words by their keys and the letters of their tags."""
    import numpy as np  # noqa: PLC0415

    code = np.zeros(256, dtype=np.uint32)
    code[np.frombuffer(LETTERS.encode(), dtype=np.uint8)] = np.arange(1, FIRST_CLOSED)
    codes: Array = code[letters]
    data = padded(" ".join(CLOSED_CLASS).encode())
    sizes = np.array([len(word) for word in CLOSED_CLASS])
    starts = PAD + np.concatenate(([0], np.cumsum(sizes + 1)[:-1]))
    order = np.argsort(listed)
    closed = order[listed[order].searchsorted(keys(data, starts, starts + sizes))]
    codes[closed] = np.arange(FIRST_CLOSED, CODES)
    return codes
