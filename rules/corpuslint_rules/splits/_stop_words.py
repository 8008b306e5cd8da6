"""Words beside a stop that say by themselves that it ends, or does not end, a sentence; found in a buffer at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

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
    well ok okay hey hi wow thanks"""
)
"""Words of up to eight letters with which sentences start too often to say anything."""

_TITLES = words(
    """mr mrs ms messrs dr prof rev hon gov sen rep gen col lt sgt capt cmdr maj st mt jan feb aug sept oct nov dec"""
)
"""Abbreviations with which no sentence ends."""


def among(listed: Array, data: Array, starts: Array, ends: Array) -> Array:
    """Which words, whatever their case, are among the listed ones, by eight letters."""
    import numpy as np  # noqa: PLC0415

    masks = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype=np.uint64)
    given = (eights(data)[starts] | np.uint64(0x2020202020202020)) & masks[(ends - starts).clip(0, 8)]
    found: Array = listed[listed.searchsorted(given).clip(max=len(listed) - 1)] == given
    return found


def _numbers(listed: Iterable[str]) -> Array:
    import numpy as np  # noqa: PLC0415

    spelt = {word.replace("'", mark).encode()[:8] for word in listed for mark in "'’"}
    numbers = np.array([int.from_bytes(word.ljust(8, b"\0"), "little") for word in spelt], dtype=np.uint64)
    masks = np.array([(1 << 8 * len(word)) - 1 for word in spelt], dtype=np.uint64)
    return np.sort((numbers | np.uint64(0x2020202020202020)) & masks)


@cache
def starters() -> Array:
    return _numbers(_STARTERS)


@cache
def abbreviations() -> Array:
    return _numbers(ABBREVIATIONS)


@cache
def titles() -> Array:
    return _numbers(_TITLES)
