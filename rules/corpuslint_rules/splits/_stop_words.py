"""Words beside a stop that say by themselves that it ends, or does not end, a sentence; found in a buffer at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from corpuslint_rules._membership import among as is_among
from corpuslint_rules._word_sets import words
from corpuslint_rules.english.lookup import eights
from corpuslint_rules.splits._words import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    Array = npt.NDArray[Any]

_STARTERS = words(
    """the this these it he she they we you i but not there here although though however let let's don't that's there's
    it's he's she's they're we're you're i'm i've what's here's didn't isn't can't yes no please oh um uh ah yeah
    well ok okay hey hi wow thanks while if when since so yet our we've we'll now today instead after during thus nor
    neither unless perhaps because despite whether why maybe"""
)
"""Words of up to eight letters with which sentences start too often to say anything."""

_STOPPED = ABBREVIATIONS | words("messrs vi vt")
"""Abbreviations, and the word classes of dictionaries that are words, too."""

_TITLES = words(
    """mr mrs ms messrs dr prof rev hon gov sen rep gen col lt sgt capt cmdr maj st mt jan feb aug sept oct nov dec"""
)
"""Abbreviations with which no sentence ends."""

_SMALL = 0x2020202020202020


def among(listed: frozenset[int], data: Array, starts: Array, ends: Array) -> Array:
    """Which words, whatever their case, are among the listed ones, by eight letters."""
    import numpy as np  # noqa: PLC0415

    masks = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype=np.uint64)
    given = (eights(data)[starts] | np.uint64(_SMALL)) & masks[(ends - starts).clip(0, 8)]
    return is_among(given, _array(listed))


def number(word: bytes) -> int:
    """The first eight letters of a word, whatever their case, as a number."""
    first = word[:8]
    return (int.from_bytes(first, "little") | _SMALL) & ((1 << 8 * len(first)) - 1)


def _numbers(listed: Iterable[str]) -> frozenset[int]:
    return frozenset(number(word.replace("'", mark).encode()) for word in listed for mark in "'’")


@cache
def _array(numbers: frozenset[int]) -> Array:
    import numpy as np  # noqa: PLC0415

    return np.array(sorted(numbers), dtype=np.uint64)


@cache
def starters() -> frozenset[int]:
    return _numbers(_STARTERS)


@cache
def abbreviations() -> frozenset[int]:
    return _numbers(_STOPPED)


@cache
def titles() -> frozenset[int]:
    return _numbers(_TITLES)
