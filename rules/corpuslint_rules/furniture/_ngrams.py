"""How much a line's words sound like page furniture: weights of word 1- to 3-grams, summed over the line's beginning.

A small logistic model, trained by ``rules/training/furniture_run.py``; its card is ``furniture_run.md``. Digits count
as 0, the line's two ends as words of their own, so that "home" alone and "home" in a title differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIRST = 14
"""Words of a line that are looked at."""

REACH = 160
"""Code points of a line in which they are looked for."""

START, END = "<", ">"
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[©|»›•#@→×…&+$]")
_BASE = 1 << 20


class Ngrams(NamedTuple):
    """Ids of the words, and the n-grams as sorted numbers in base 2^20 with their weights."""

    ids: dict[str, int]
    keys: NDArray[np.int64]
    weights: NDArray[np.float64]


def words(line: str) -> list[str]:
    """The line's first words, in small letters, digits as 0, between marks for its ends (the second if reached)."""
    found = _WORD.findall(line[:REACH].lower().replace("’", "'"))
    closed = [END] if len(found) <= FIRST and len(line) <= REACH else []
    return [START, *("0" if word[0].isdigit() else word for word in found[:FIRST]), *closed]


def scores(lines: Sequence[Sequence[str]], table: Ngrams | None = None) -> NDArray[np.float64]:
    """The sum of each line's n-gram weights; ``lines`` are lists of ``words``."""
    import numpy as np  # noqa: PLC0415

    ids, keys, weights = table or shipped()
    known = ids.get
    tokens = np.array([known(word, 0) for line in lines for word in line], dtype=np.int64)
    owner = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    total = np.zeros(len(lines))
    for found, line in ngrams(tokens, owner):
        at = np.minimum(keys.searchsorted(found), len(keys) - 1)
        hit = keys[at] == found
        total += np.bincount(line[hit], weights[at[hit]], minlength=len(lines))
    return total


def ngrams(tokens: NDArray[np.int64], owner: NDArray[np.int64]) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Unigrams, bigrams and trigrams of known words, as numbers, each with the line that holds it."""
    two = (owner[1:] == owner[:-1]) & (tokens[1:] > 0) & (tokens[:-1] > 0)
    pairs = tokens[:-1] * _BASE + tokens[1:]
    three = two[1:] & two[:-1]
    return [
        (tokens[tokens > 0], owner[tokens > 0]),
        (pairs[two], owner[:-1][two]),
        (((pairs[:-1] * _BASE) + tokens[2:])[three], owner[:-2][three]),
    ]


@lru_cache(maxsize=1)
def shipped() -> Ngrams:
    return read(Path(__file__).with_name("furniture_run.ngrams.tsv"))


def read(path: Path) -> Ngrams:
    """A table of ``weight<TAB>n-gram`` lines, the words of an n-gram parted by spaces."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return table({ngram: float(weight) for weight, ngram in rows})


def table(weights: dict[str, float]) -> Ngrams:
    """The table of these n-grams, made ready for looking up."""
    import numpy as np  # noqa: PLC0415

    ids: dict[str, int] = {}
    numbers = []
    for ngram in weights:
        number = 0
        for word in ngram.split(" "):
            number = number * _BASE + ids.setdefault(word, len(ids) + 1)
        numbers.append(number)
    keys = np.array(numbers, dtype=np.int64)
    order = np.argsort(keys)
    return Ngrams(ids, keys[order], np.array(list(weights.values()))[order])
