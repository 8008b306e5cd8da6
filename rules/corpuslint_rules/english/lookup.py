"""The table of words for many words at once, as slices of a buffer of bytes.

A word's key is made from its length, its first and its last eight bytes, letters in small, and two tables are looked at
in which it may stand. About one unlisted word in 4,000 is taken for a listed one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint_rules.english import CLOSED_CLASS, words_file

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

_CHUNK = 16_384
"""Words that are looked up at once: few enough to stay in the processor's cache."""

_LARGE, _SMALL = 18, 16
_CONTRACTION = 51
_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


class _Tables(NamedTuple):
    """Entries of 32 bits: 16 of the key, 7 of the frequency (tenths of Zipf, plus one), 9 of the code."""

    large: Array
    small: Array


def padded(data: bytes) -> Array:
    """Bytes with room at both ends."""
    import numpy as np  # noqa: PLC0415

    return np.frombuffer(bytes(PAD) + data + bytes(PAD), dtype=np.uint8)


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

    tables, places = _tables(), eights(data)
    found = Found(*(np.empty(len(starts), dtype=kind) for kind in (np.uint32, np.uint32, np.uint64)))
    for first in range(0, len(starts), _CHUNK):
        part = slice(first, first + _CHUNK)
        found.key[part] = word = _keys(places, starts[part], ends[part])
        found.frequency[part], found.code[part] = _find(word, tables)
    return found


def keys(data: Array, starts: Array, ends: Array) -> Array:
    """The key of each word ``data[start:end]``, the same in small letters and capitals of ASCII."""
    return _keys(eights(data), starts, ends)


def first_bytes(data: Array, starts: Array, ends: Array) -> Array:
    """The first eight bytes of each word as a whole number, fewer of a short one; letters of ASCII in small."""
    return _bytes(eights(data), starts, ends - starts)


def _bytes(places: Array, at: Array, size: Array) -> Array:
    masks, small_letters = _masks()
    short = size.clip(max=8)
    found: Array = places[at] & masks[short] | small_letters[short]
    return found


def _keys(places: Array, starts: Array, ends: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    one, two, three = (np.uint64(multiplier) for multiplier in _MULTIPLIERS)
    size = ends - starts
    first = _bytes(places, starts, size)
    last = _bytes(places, np.maximum(ends - 8, starts), size)
    key: Array = first * one ^ (last ^ (last >> np.uint64(29))) * two ^ size.astype(np.uint64) * three
    key ^= key >> np.uint64(32)
    key *= one
    return key


def _find(keys: Array, tables: _Tables) -> tuple[Array, Array]:
    import numpy as np  # noqa: PLC0415

    mark = (keys & np.uint64(0xFFFF)).astype(np.uint32)
    found = tables.large[keys >> np.uint64(64 - _LARGE)]
    missed = np.flatnonzero((found >> np.uint32(16)) != mark)
    again = tables.small[keys[missed] >> np.uint64(64 - _LARGE - _SMALL) & np.uint64((1 << _SMALL) - 1)]
    again[(again >> np.uint32(16)) != mark[missed]] = 0
    found[missed] = again
    return found >> np.uint32(9) & np.uint32(127), found & np.uint32(511)


@cache
def _masks() -> tuple[Array, Array]:
    """By how many bytes of eight count: the bits of these bytes, and those that make their letters small."""
    import numpy as np  # noqa: PLC0415

    masks = np.array([(1 << 8 * n) - 1 for n in range(9)], dtype=np.uint64)
    return masks, masks & np.uint64(0x2020202020202020)


@cache
def _tables() -> _Tables:
    """The words as tables; of words that would stand in the same place, the more frequent one is in the large table."""
    import numpy as np  # noqa: PLC0415

    data = np.frombuffer(b"\n" * PAD + words_file() + b"\n" * PAD, dtype=np.uint8)
    tables = _Tables(np.zeros(1 << _LARGE, dtype=np.uint32), np.zeros(1 << _SMALL, dtype=np.uint32))
    breaks = np.flatnonzero(data == 10)
    breaks = breaks[PAD - 1 : len(breaks) - PAD]
    starts, ends = breaks[:-1] + 1, breaks[1:] - 3
    frequency = data[ends + 1].astype(np.uint32) - np.uint32(32)
    code = np.zeros(256, dtype=np.uint32)
    code[np.frombuffer(LETTERS.encode(), dtype=np.uint8)] = np.arange(1, FIRST_CLOSED)
    codes = code[data[ends + 2]]
    order = np.argsort(frequency, kind="stable")
    keys = _keys(eights(data), starts[order], ends[order])
    entries = (keys & np.uint64(0xFFFF)).astype(np.uint32) << np.uint32(16)
    entries |= frequency[order] << np.uint32(9) | codes[order]
    large = keys >> np.uint64(64 - _LARGE)
    tables.large[large] = entries
    lost = tables.large[large] != entries
    tables.small[keys[lost] >> np.uint64(64 - _LARGE - _SMALL) & np.uint64((1 << _SMALL) - 1)] = entries[lost]
    _mark_closed_class(tables)
    return tables


def _mark_closed_class(tables: _Tables) -> None:
    import numpy as np  # noqa: PLC0415

    text = " ".join(CLOSED_CLASS)
    data = np.frombuffer((" " * PAD + text + " " * PAD).encode(), dtype=np.uint8)
    sizes = np.array([len(word) for word in CLOSED_CLASS])
    starts = PAD + np.concatenate(([0], np.cumsum(sizes + 1)[:-1]))
    keys = _keys(eights(data), starts, starts + sizes)
    frequency, _ = _find(keys, tables)
    frequency[frequency == 0] = _CONTRACTION
    entries = (keys & np.uint64(0xFFFF)).astype(np.uint32) << np.uint32(16)
    entries |= frequency << np.uint32(9) | np.arange(FIRST_CLOSED, CODES).astype(np.uint32)
    tables.large[keys >> np.uint64(64 - _LARGE)] = entries
