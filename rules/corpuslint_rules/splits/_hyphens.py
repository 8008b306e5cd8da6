"""Pieces on either side of a hyphen, and whether they are a word that was cut there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from corpuslint_rules.english import frequency
from corpuslint_rules.english.lookup import PAD, lookup, padded
from corpuslint_rules.splits._words import words

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

_RARE = 1.9
"""Zipf frequency that the whole word has at least."""

_FARTHER = 1.0
"""By so much one of the pieces is rarer than the whole."""

_WORD = 4.4
"""Pieces that are both at least so frequent make a compound."""

_LONGEST = 15
"""Letters of a piece."""

_RARER = 46
"""Tenths of Zipf plus one that the rarer piece stays below (one is in doubt as to rounding)."""

_SHORTEST, _SHORT = 5, 6
_FREQUENT = 4.2
"""A whole so frequent that nobody sets its prefix off, and a short one that counts."""

_PREFIXES = words(
    """anti arch auto bi bio co counter cross cyber de down eco extra fore geo half hyper ill infra intra macro mega
    meta micro mid mini mono multi nano
    neo neuro non off out over para photo poly post pre proto pseudo quasi re retro self
    semi super tele thermo tri ultra up vice well"""
)
_ATTACHED = words("""ab ad all by con dis ex in inter mal mis no on pro sub trans un under uni""")
"""Prefixes that rare words have with a hyphen and frequent ones without."""

_AFTER_PREFIX = 2.9
"""A second piece at least so frequent is a word with a prefix before it."""


@lru_cache(maxsize=1 << 13)
def makes_word(first: str, second: str) -> bool:
    """Whether two pieces are a word cut in two rather than a compound. ``first`` may have a capital."""
    whole = frequency(first + second)
    size = len(first) + len(second)
    if whole < _RARE or size < _SHORTEST or (size < _SHORT and whole < _FREQUENT):
        return False
    one, two = frequency(first), frequency(second)
    if first.lower() in _PREFIXES and (two >= _AFTER_PREFIX or first.lower() == "co"):
        return False
    if first.lower() in _ATTACHED and two >= _AFTER_PREFIX and whole < _FREQUENT:
        return False
    return whole - min(one, two) > _FARTHER and min(one, two) < _WORD


def places(buffer: Buffer) -> Array:
    """Where a hyphen between two pieces stands that may make a word: few of them are rarer than the whole."""
    import numpy as np  # noqa: PLC0415

    data = padded(buffer.data)
    at = np.flatnonzero(data[PAD:-PAD] == ord("-")) + PAD
    at = at[(data[at - 1] - np.uint8(97) < 26) & (data[at + 1] - np.uint8(97) < 26)]
    first, second = _reach(data, at, -1), _reach(data, at, 1)
    fit = (first <= _LONGEST) & (second <= _LONGEST) & (first > 1) & (second > 1)
    at, first, second = at[fit], first[fit], second[fit]
    rarer = np.minimum(lookup(data, at - first, at).frequency, lookup(data, at + 1, at + 1 + second).frequency)
    rare = rarer < _RARER
    at, first, second, rarer = at[rare], first[rare], second[rare], rarer[rare]
    whole = _joined(data, at, first, second)
    found: Array = at[whole > np.maximum(rarer + int(_FARTHER * 10) - 1, int(_RARE * 10))] - PAD
    return found


def _reach(data: Array, at: Array, step: int) -> Array:
    """How many letters stand before (``step`` -1) or after (1) each place, as far as is looked."""
    import numpy as np  # noqa: PLC0415

    near = data[at[:, None] + step * np.arange(1, _LONGEST + 2)[None, :]]
    letter = (near | np.uint8(32)) - np.uint8(97) < 26
    return np.where(letter.all(axis=1), _LONGEST + 1, letter.argmin(axis=1))


def _joined(data: Array, at: Array, first: Array, second: Array) -> Array:
    """The frequency (tenths, plus one) of the pieces as one word, looked up in a row of its own for each."""
    import numpy as np  # noqa: PLC0415

    width = 2 * _LONGEST + 8
    column = np.arange(width)[None, :]
    source = (at - first)[:, None] + column + (column >= first[:, None])
    rows = np.zeros((len(at) + 2, width), dtype=np.uint8)
    rows[1:-1] = data[source.clip(max=len(data) - 1)]
    starts = np.arange(1, len(at) + 1) * width
    return lookup(rows.ravel(), starts, starts + first + second).frequency
