"""The learned model of unlikely stops: tables of weights for the words beside a stop, and a small network for the rest.

All weights are whole numbers, and so are all sums, so that a stop has the same odds with and without arrays.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint_rules.english.lookup import key_of
from corpuslint_rules.english.sorted_lines import SortedLines
from corpuslint_rules.splits._stop_codes import CLASSES, KINDS, classes

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]

SCALE = 64
"""What the weights of the network, and all odds, are multiplied by."""

REACH = 14
"""Words of a sentence that are looked at on either side of a stop."""

CLOSE = 2
"""As many are looked at first."""

KEY_SHIFT = 32
"""Bits by which a word's key is shortened to the number that stands for the word itself."""


_MAY_BE = 16
"""Bits of such a number that say nothing of whether it may be that of a word with a vector."""

_AT_ONCE = 256
"""Stops whose odds are computed together: products of larger arrays go to threads, which wait for each other."""


class Window(NamedTuple):
    """The words around a stop. ``first``, ``last`` (not included): those within its two fragments. For every word its
    code, twice whether it has a quote or bracket beside it and once more a comma, and its spelling in small letters."""

    first: int
    last: int
    codes: list[int]
    flags: list[int]
    words: list[bytes]


class Windows(NamedTuple):
    """The same of many stops, columns of words; ``words``: the upper half of a word's key."""

    codes: Array
    flags: Array
    words: Array


class _Layers(NamedTuple):
    """Vectors of codes and flags, then for each layer the weights of each of its units, and what is added to them."""

    codes: list[list[int]]
    flags: list[list[int]]
    first: list[list[int]]
    first_added: list[int]
    second: list[list[int]]
    second_added: list[int]
    last: list[int]
    last_added: int


def beside(codes: list[int]) -> int:
    """Odds of a stop by the codes of the two words on either side."""
    single, pairs = _beside()
    coarse = [classes()[code] for code in codes]
    joined = (first * CLASSES + second for first, second in pairwise(coarse))
    return sum(row[code] for row, code in zip([*single, *pairs], [*codes, *joined], strict=True))


def odds(seen: Window) -> int:
    """Odds of a stop by the words around it."""
    layers = _layers()
    inputs: list[int] = []
    for place in range(seen.first, seen.last):
        rows = layers.codes[seen.codes[place]], layers.flags[seen.flags[place]], _vector(seen.words[place])
        inputs += map(sum, zip(*rows, strict=True))
    size = len(layers.codes[0])
    start, end = seen.first * size, seen.last * size
    sums = (
        added + _product(row[start:end], inputs) for added, row in zip(layers.first_added, layers.first, strict=True)
    )
    hidden = [max(value, 0) // SCALE for value in sums]
    sums = (added + _product(row, hidden) for added, row in zip(layers.second_added, layers.second, strict=True))
    return (layers.last_added + _product(layers.last, [max(value, 0) // SCALE for value in sums])) // SCALE


def _product(weights: list[int], values: list[int]) -> int:
    return sum(map(mul, weights, values))


def _vector(word: bytes) -> list[int]:
    """The vector of a word, zeros for one that has none."""
    found = _words().get(word)
    return [int(number) for number in found.split()] if found else [0] * len(_layers().codes[0])


def beside_all(codes: Array) -> Array:
    """As ``beside``, for many stops: a column of four codes each."""
    import numpy as np  # noqa: PLC0415

    single, pairs = _beside_arrays()
    coarse = _classes().take(codes)
    rows = np.arange(len(codes))[:, None]
    found: Array = single[rows, codes].sum(axis=0)
    found += pairs[rows[:-1], coarse[:-1] * CLASSES + coarse[1:]].sum(axis=0)
    return found


def odds_all(seen: Windows) -> Array:
    """As ``odds``, for many stops."""
    import numpy as np  # noqa: PLC0415

    parts = range(0, seen.codes.shape[1], _AT_ONCE)
    columns = [Windows(*(column[:, start : start + _AT_ONCE] for column in seen)) for start in parts]
    return np.concatenate([_odds_of_some(part) for part in columns]) if columns else np.zeros(0)


def _odds_of_some(seen: Windows) -> Array:
    import numpy as np  # noqa: PLC0415

    net = _arrays()
    inputs = net.codes.take(seen.codes, axis=0)
    rows = inputs.reshape(-1, inputs.shape[-1])
    marked, words = np.flatnonzero(seen.flags), seen.words.ravel()
    rows[marked] += net.flags[seen.flags.ravel()[marked]]
    listed = np.flatnonzero(net.may_be.take(words >> _MAY_BE))
    at = net.keys.searchsorted(words[listed]).clip(max=len(net.keys) - 1)
    same = net.keys[at] == words[listed]
    rows[listed[same]] += net.words[at[same]]
    hidden = (inputs @ net.first).sum(axis=0)
    hidden = np.floor((hidden.astype(np.float64) + net.first_added).clip(min=0) / SCALE)
    hidden = np.floor((hidden @ net.second + net.second_added).clip(min=0) / SCALE)
    found: Array = np.floor((hidden @ net.last + net.last_added) / SCALE)
    return found


class _Arrays(NamedTuple):
    """``_Layers`` as arrays, weights turned to be multiplied from the right, those of the first layer by place.
    ``keys``: of the words with a vector; ``may_be``: for the upper half of a key whether it may be one of these."""

    codes: Array
    flags: Array
    keys: Array
    may_be: Array
    words: Array
    first: Array
    first_added: Array
    second: Array
    second_added: Array
    last: Array
    last_added: int


def _path(name: str) -> Path:
    return Path(__file__).with_name(f"unlikely_stop{name}")


@cache
def _beside() -> tuple[list[list[int]], list[list[int]]]:
    """Weights of the code of each of the four words, and of each pair of classes that stand side by side."""
    table = json.loads(_path("_beside.json").read_bytes())
    return table["codes"], table["classes"]


@cache
def _layers() -> _Layers:
    return _Layers(**json.loads(_path("_net.json").read_bytes()))


@cache
def _words() -> SortedLines:
    return SortedLines(_path("_words.tsv"))


@cache
def _beside_arrays() -> tuple[Array, Array]:
    import numpy as np  # noqa: PLC0415

    single, pairs = map(np.array, _beside())
    return single.reshape(2 * CLOSE, KINDS), pairs.reshape(2 * CLOSE - 1, CLASSES**2)


@cache
def _classes() -> Array:
    import numpy as np  # noqa: PLC0415

    return np.array(classes())


@cache
def _arrays() -> _Arrays:
    """The network; single precision holds the sums of its first layer exactly."""
    import numpy as np  # noqa: PLC0415

    layers = _layers()
    rows = [line.split(b"\t") for line in _words().text.splitlines()[1:]]
    keys = np.array([key_of(word) >> KEY_SHIFT for word, _ in rows])
    order = np.argsort(keys)
    vectors = np.array([numbers.split() for _, numbers in rows], dtype=np.float32)
    return _Arrays(
        np.array(layers.codes, dtype=np.float32),
        np.array(layers.flags, dtype=np.float32),
        keys[order],
        np.isin(np.arange(1 << 32 - _MAY_BE), keys >> _MAY_BE),
        vectors[order],
        np.array(layers.first, dtype=np.float32).T.copy().reshape(2 * REACH, vectors.shape[1], -1),
        np.array(layers.first_added, dtype=np.float64),
        np.array(layers.second, dtype=np.float64).T.copy(),
        np.array(layers.second_added, dtype=np.float64),
        np.array(layers.last, dtype=np.float64),
        layers.last_added,
    )
