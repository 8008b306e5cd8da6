"""Words of other languages, found in many records at once: by a table of words, and by the letters they are made of."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint_rules.english.buffer_words import data, unlisted, words
from corpuslint_rules.english.lookup import PAD, first_bytes, keys, padded

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

DENSE = 60
"""A record where more than one word in so many bytes is foreign is in another language, or in two."""

SURE = 2.5
"""What the letters of a word that is not listed must come to."""

_BITS = 20
_MIX = 0x9E3779B97F4A7C15
_LONGEST_GROUP = 4
_GROUP_BITS = 18


class _Words(NamedTuple):
    """``maybe``: by the first bytes of a word, whether it may be listed. ``keys``: of the listed ones, in order."""

    maybe: Array
    keys: Array
    foreign: Array


class _Letters(NamedTuple):
    """Keys and weights of groups of letters, where ``_group_places`` says."""

    keys: Array
    weights: Array
    bias: float


def places(buffer: Buffer) -> Array:
    """Where a foreign word stands, in records that are not full of them."""
    import numpy as np  # noqa: PLC0415

    listed, native = _listed(buffer)
    starts, ends = unlisted(buffer)
    new = np.flatnonzero(~(_among(starts, listed) | _among(starts, native)))
    starts, ends = starts[new], ends[new]
    few = _few(buffer, np.concatenate((listed, starts)))
    listed = listed[few[buffer.record_of(listed - PAD)]]
    spelt = np.flatnonzero(few[buffer.record_of(starts - PAD)])
    starts, ends = starts[spelt] - PAD, ends[spelt] - PAD
    found: Array = np.sort(np.concatenate((listed - PAD, starts[_sound_foreign(buffer.data, starts, ends)])))
    return found


def _among(values: Array, ordered: Array) -> Array:
    """Which of the values are among some in ascending order."""
    if not len(ordered):
        return values < 0
    among: Array = ordered[ordered.searchsorted(values).clip(max=len(ordered) - 1)] == values
    return among


def _listed(buffer: Buffer) -> tuple[Array, Array]:
    """Where the words stand that are listed as foreign, and those listed as English."""
    import numpy as np  # noqa: PLC0415

    table, text = _table(), data(buffer)
    maybe = [table.maybe[_marks(text, starts, ends)] for starts, ends in words(buffer)]
    starts = np.concatenate([starts[fit] for (starts, _), fit in zip(words(buffer), maybe, strict=True)])
    ends = np.concatenate([ends[fit] for (_, ends), fit in zip(words(buffer), maybe, strict=True)])
    key = keys(text, starts, ends)
    at = table.keys.searchsorted(key).clip(max=len(table.keys) - 1)
    known = table.keys[at] == key
    return starts[known & table.foreign[at]], starts[known & ~table.foreign[at]]


def _marks(text: Array, starts: Array, ends: Array) -> Array:
    """A number of ``_BITS`` bits for each word, made of its length and its first eight bytes."""
    import numpy as np  # noqa: PLC0415

    mixed = first_bytes(text, starts, ends)
    mixed += (ends - starts).view(np.uint64)
    mixed *= np.uint64(_MIX)
    mixed >>= np.uint64(64 - _BITS)
    return mixed


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
    found = [text[start:end].decode("utf-8", "replace") for start, end in spans]
    distinct = {word: at for at, word in enumerate(dict.fromkeys(found))}
    sums = scores(list(distinct))
    return np.flatnonzero(sums[np.array([distinct[word] for word in found], dtype=np.int64)] >= SURE)


def scores(words: list[str]) -> Array:
    """What the letters of each word come to: the weights of all groups of one to four of them, added up."""
    import numpy as np  # noqa: PLC0415

    table = _letters()
    letters = np.frombuffer(" ".join(["", *words, ""]).encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    space = letters == ord(" ")
    word = np.cumsum(space) - 1
    sums = np.full(len(words) + 1, table.bias)
    for size in range(1, _LONGEST_GROUP + 1):
        count = len(letters) - size + 1
        key = _group_keys([letters[at : at + count] for at in range(size)])
        place = _group_places(key)
        hit = np.flatnonzero(table.keys[place] == key)
        for inner in range(1, size - 1):
            hit = hit[~space[hit + inner]]
        sums += np.bincount(word[hit], weights=table.weights[place[hit]], minlength=len(sums))
    return sums[: len(words)]


def kind(word: str) -> str:
    """The letter that stands for the word in the table, nothing for one that is not listed, whatever its case."""
    lines, key = _lines(), f"{word.lower()}\t".encode()
    at = bisect_left(lines, key)
    return lines[at][len(key) :].decode() if at < len(lines) and lines[at].startswith(key) else ""


def _group_keys(columns: list[Array]) -> Array:
    """Groups of letters as numbers: sixteen bits a letter."""
    import numpy as np  # noqa: PLC0415

    key = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        key = key << np.uint64(16) | column & np.uint64(0xFFFF)
    return key


@cache
def _lines() -> list[bytes]:
    return _file().splitlines()


@cache
def _file() -> bytes:
    return Path(__file__).with_name("foreign_word.tsv").read_bytes()


@cache
def _table() -> _Words:
    import numpy as np  # noqa: PLC0415

    text = padded(b"\n" + _file())
    breaks = np.flatnonzero(text == ord("\n"))
    starts, ends = breaks[:-1] + 1, breaks[1:] - 2
    key = keys(text, starts, ends)
    order = np.argsort(key)
    maybe = np.zeros(1 << _BITS, dtype=np.bool_)
    maybe[_marks(text, starts, ends)] = True
    return _Words(maybe, key[order], (text[ends + 1] != ord("e"))[order])


def _group_places(key: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    places: Array = (key * np.uint64(_MIX)) >> np.uint64(64 - _GROUP_BITS)
    return places


@cache
def _letters() -> _Letters:
    """The groups of letters; of two that would stand in the same place the heavier one does."""
    import numpy as np  # noqa: PLC0415

    text = Path(__file__).with_name("foreign_word_letters.tsv").read_text(encoding="utf-8")
    groups, weights = zip(*(line.split("\t") for line in text.splitlines()), strict=True)
    bias, *heavy = np.array(weights, dtype=np.float64) / 10
    order = np.argsort(np.abs(heavy), kind="stable")
    letters = "".join(group.rjust(_LONGEST_GROUP, "\0") for group in groups[1:])
    columns = np.frombuffer(letters.encode("utf-32-le"), dtype="<u4").astype(np.uint64).reshape(-1, _LONGEST_GROUP)
    key = _group_keys(list(columns[order].T))
    place = _group_places(key)
    table = _Letters(np.zeros(1 << _GROUP_BITS, dtype=np.uint64), np.zeros(1 << _GROUP_BITS), float(bias))
    table.keys[place] = key
    table.weights[place] = np.array(heavy)[order]
    return table
