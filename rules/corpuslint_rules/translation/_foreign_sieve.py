"""Words of other languages, found in many records at once: by a table of words, and by the letters they are made of."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint.scan.buffer import table
from corpuslint_rules._membership import among
from corpuslint_rules.english import small_text
from corpuslint_rules.english.buffer_words import Words, data, stand_free, unlisted, words
from corpuslint_rules.english.lookup import PAD, first_bytes, keys_of, padded
from corpuslint_rules.english.small_text import is_plain, is_unlisted
from corpuslint_rules.english.sorted_lines import SortedLines

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer, Places

    Array = npt.NDArray[Any]

DENSE = 60
"""A record where more than one word in so many bytes is foreign is in another language, or in two."""

_SURE, _SURE_OF_ASCII = 3.5, 5.0
"""What the letters of a word that is not listed must come to; one of ASCII may be a name, or misspelt."""

_NEVER_BEFORE = b"0123456789.@/\\&#~+=<>:_*-]`"
_NEVER_BEHIND = b"0123456789@/\\=_<>+&(`*|-"
"""Bytes beside what the rule takes for no word."""

_BITS = 20
_MIX = 0x9E3779B97F4A7C15
_LONGEST_GROUP = 4

_ENGLISH = "e"
"""The kind of a word that is borrowed."""

CAPITALISED = ("b", "n", "s")
"""Kinds of words that may have a capital and be no names."""


class _Words(NamedTuple):
    """Whether a word may be listed: ``maybe`` by its first bytes, ``likely`` by its key. ``keys``: of the listed ones,
    in order; ``kinds``: theirs, as bytes."""

    maybe: Array
    likely: Array
    keys: Array
    kinds: Array


def places(buffer: Buffer) -> Places:
    """Where a foreign word stands, in records that are not full of them."""
    return _places_in_plain(buffer) if is_plain(buffer) else _places(buffer)


def _places_in_plain(buffer: Buffer) -> list[int]:
    suspects = [(word, known) for word in small_text.words(buffer) if (known := _kind(word.text)) != _ENGLISH]
    record = [buffer.record_at(word.start) for word, _ in suspects]
    foreign = Counter(record)
    return [
        word.start
        for (word, known), at in zip(suspects, record, strict=True)
        if (foreign[at] - 1) * DENSE < buffer.spans[at][1] - buffer.spans[at][0]
        and (known or is_sure(word.text.decode()))
    ]


@lru_cache(maxsize=1 << 14)
def _kind(word: bytes) -> str:
    """As ``kind``, but English where the word is listed as such."""
    known = kind(word.decode())
    return known or ("" if is_unlisted(word) else _ENGLISH)


def _places(buffer: Buffer) -> Array:
    import numpy as np  # noqa: PLC0415

    text = data(buffer)
    listed, kinds = _listed(buffer)
    starts, ends = unlisted(buffer)
    new = np.flatnonzero(~among(starts, listed.starts))
    starts, ends = starts[new], ends[new]
    foreign = np.flatnonzero(kinds != ord(_ENGLISH))
    listed, kinds = listed.at(foreign), kinds[foreign]
    few = _few(buffer, np.concatenate((listed.starts, starts)))
    kept = np.flatnonzero(_may_count(buffer, few, listed.starts, listed.ends))
    spelt = np.flatnonzero(_may_count(buffer, few, starts, ends))
    spelt = spelt[_sound_foreign(buffer.data, starts[spelt] - PAD, ends[spelt] - PAD)]
    found = np.concatenate((listed.starts[kept], starts[spelt]))
    small = text[found] - np.uint8(ord("A")) >= 26
    small[: len(kept)] |= table("".join(CAPITALISED).encode()).take(kinds[kept])
    record = buffer.record_of(found - PAD)
    opened = np.bincount(record[small], minlength=buffer.count) > 0
    in_order: Array = np.sort(found[opened[record]] - PAD)
    return in_order


def _may_count(buffer: Buffer, few: Array, starts: Array, ends: Array) -> Array:
    """Which foreign words stand in records with few such words, and beside no byte that makes them part of a name."""
    free = stand_free(data(buffer), starts, ends, _NEVER_BEFORE, _NEVER_BEHIND)
    counted: Array = free & few[buffer.record_of(starts - PAD)]
    return counted


def _listed(buffer: Buffer) -> tuple[Words, Array]:
    """The words that are listed, and their kinds."""
    import numpy as np  # noqa: PLC0415

    known = _table()
    fit = [piece.at(np.flatnonzero(known.maybe.take(_marks(piece)))) for piece in words(buffer)]
    found = Words(*(np.concatenate(columns) for columns in zip(*fit, strict=True)))
    key = keys_of(data(buffer), *found)
    likely = np.flatnonzero(known.likely.take(_place(key)))
    key, found = key[likely], found.at(likely)
    at = known.keys.searchsorted(key).clip(max=len(known.keys) - 1)
    listed = np.flatnonzero(known.keys[at] == key)
    return found.at(listed), known.kinds[at[listed]]


def _marks(piece: Words) -> Array:
    """A number of ``_BITS`` bits for each word, made of its length and its first eight bytes."""
    return _place((piece.first + (piece.ends - piece.starts).view("u8")) * _MIX)


def _place(key: Array) -> Array:
    """The highest bits of a key."""
    import numpy as np  # noqa: PLC0415

    place: Array = (key >> np.uint64(64 - _BITS)).view(np.int64)
    return place


def _few(buffer: Buffer, found: Array) -> Array:
    """By record, whether few of its words are foreign."""
    import numpy as np  # noqa: PLC0415

    foreign = np.bincount(buffer.record_of(found - PAD), minlength=buffer.count)
    few: Array = (foreign - 1) * DENSE < buffer.ends - buffer.starts
    return few


def _sound_foreign(text: bytes, starts: Array, ends: Array) -> Array:
    """Which words have letters that English words have not."""
    import numpy as np  # noqa: PLC0415

    spans = zip(starts.tolist(), ends.tolist(), strict=True)
    sure = (_is_sure_among_many(text[start:end].decode("utf-8", "replace")) for start, end in spans)
    return np.flatnonzero(np.fromiter(sure, dtype=np.bool_, count=len(starts)))


def sure(word: str) -> float:
    """What the letters of a word that is not listed must come to."""
    return _SURE_OF_ASCII if word.isascii() else _SURE


@lru_cache(maxsize=1 << 14)
def is_sure(word: str) -> bool:
    """Whether the letters of a word tell that it is foreign."""
    return score(word) >= sure(word)


@lru_cache(maxsize=1 << 14)
def _is_sure_among_many(word: str) -> bool:
    """As ``is_sure``, by weights that are all read at once."""
    return weigh(word, _weights().get) >= sure(word)


def score(word: str) -> float:
    """What the letters of a word come to."""
    return weigh(word, _weight)


def weigh(word: str, weight: Callable[[str, float], float]) -> float:
    """The weights of all groups of one to four letters of a word, added up."""
    total = weight("", 0.0)
    word = f" {word} "
    for size in range(1, _LONGEST_GROUP + 1):
        of_size = 0.0
        for at in range(len(word) - max(size, 2) + 1):
            of_size += weight(word[at : at + size], 0.0)
        total += of_size
    return total


def kind(word: str) -> str:
    """The letter that stands for the word in the table, nothing for one that is not listed, whatever its case."""
    return _lines().get(word.lower().encode()).decode()


@cache
def _lines() -> SortedLines:
    return SortedLines(Path(__file__).with_name("foreign_word.tsv"))


@cache
def _table() -> _Words:
    import numpy as np  # noqa: PLC0415

    text = padded(_lines().text)
    breaks = np.flatnonzero(text == ord("\n"))
    starts, ends = breaks[:-1] + 1, breaks[1:] - 2
    listed = Words(starts, ends, first_bytes(text, starts, ends))
    key = keys_of(text, *listed)
    order = np.argsort(key)
    maybe, likely = np.zeros((2, 1 << _BITS), dtype=np.bool_)
    maybe[_marks(listed)] = likely[_place(key)] = True
    return _Words(maybe, likely, key[order], text[ends + 1][order])


@lru_cache(maxsize=1 << 12)
def _weight(letters: str, otherwise: float) -> float:
    """The weight of a group of letters; of no letters that of every word."""
    weight = _letters().get(letters.encode())
    return int(weight) / 10 if weight else otherwise


@cache
def _weights() -> dict[str, float]:
    """All weights: to read them takes as long as to look up a few thousand groups."""
    lines = (line.split("\t") for line in _letters().text.decode().split("\n")[1:-1])
    return {letters: int(weight) / 10 for letters, weight in lines}


@cache
def _letters() -> SortedLines:
    return SortedLines(Path(__file__).with_name("foreign_word_letters.tsv"))
