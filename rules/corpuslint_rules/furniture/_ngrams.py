"""How much a line's words sound like page furniture: weights of word 1- to 3-grams, summed over the line's beginning.

A small logistic model, trained by ``rules/training/furniture_run.py``; its card is ``furniture_run.md``. Digits count
as 0, the line's two ends as words of their own, so that "home" alone and "home" in a title differ.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint_rules.furniture import _text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.furniture._text import Numbers, Places, Text

FIRST = 14
"""Words of a line that are looked at."""

START, END, ZERO = "<", ">", "0"
_BASE = 1 << 20


class Ngrams(NamedTuple):
    """Numbers of the words; n-grams, each the ids of its words (from 1) in base 2^20; their weights."""

    words: _text.Index
    ends: tuple[int, int]
    zero: int
    ngrams: _text.Index
    weights: NDArray[np.float64]


class Beginnings(NamedTuple):
    """The first words of all lines one after another, each line's between its two ends, and the line of each.

    ``ids``: of known words, 0 for others and for the second end of a line that goes on.
    """

    ids: Places
    line: Places


def beginnings(text: Text, table: Ngrams) -> Beginnings:
    import numpy as np  # noqa: PLC0415

    near = np.flatnonzero(text.rank < FIRST)
    line = text.line[near]
    ids = np.zeros(len(near) + 2 * text.size, dtype=np.int64)
    place = np.arange(len(near)) + 2 * line + 1
    at, found = table.words.find(text.tokens[near])
    ids[place[at]] = found + 1
    ids[place[text.digits[near]]] = table.zero
    counts = np.bincount(line, minlength=text.size)
    ends = (counts + 2).cumsum()
    whole = (np.bincount(text.line, minlength=text.size) <= FIRST) & (text.ends - text.starts <= _text.REACH)
    ids[ends - counts - 2] = table.ends[0]
    ids[ends[whole] - 1] = table.ends[1]
    return Beginnings(ids, np.repeat(np.arange(text.size), counts + 2))


def scores(text: Text, table: Ngrams | None = None) -> NDArray[np.float64]:
    """The sum of each line's n-gram weights."""
    import numpy as np  # noqa: PLC0415

    table = table or shipped()
    numbers, line = ngrams(beginnings(text, table))
    at, found = table.ngrams.find(numbers)
    return np.bincount(line[at], table.weights[found], minlength=text.size).astype(np.float64)


def ngrams(words: Beginnings) -> tuple[Numbers, Places]:
    """Unigrams, bigrams and trigrams of known words, as numbers, and the line of each."""
    import numpy as np  # noqa: PLC0415

    ids, line = words
    known = ids > 0
    two = (line[1:] == line[:-1]) & known[1:] & known[:-1]
    pairs = ids[:-1] * _BASE + ids[1:]
    three = two[1:] & two[:-1]
    numbers = np.concatenate((ids[known], pairs[two], (pairs[:-1] * _BASE + ids[2:])[three]))
    return numbers.astype(np.uint64), np.concatenate((line[known], line[:-1][two], line[:-2][three]))


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

    ids = {ZERO: 1}
    numbers = []
    for ngram in weights:
        number = 0
        for word in ngram.split(" "):
            if word not in (START, END):
                number = number * _BASE + ids.setdefault(word, len(ids) + 1)
            else:
                number = number * _BASE + _BASE - 1 - (word == END)
        numbers.append(number)
    index = _text.Index(np.array(numbers, dtype=np.uint64))
    ends = (_BASE - 1, _BASE - 2)
    return Ngrams(_text.Index(_text.number(ids)), ends, ids[ZERO], index, np.array(list(weights.values())))
