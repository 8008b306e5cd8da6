"""Words run together, found in many records at once: small words not listed that fall into two listed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpuslint_rules.english.buffer_words import data, unlisted
from corpuslint_rules.english.lookup import PAD, lookup
from corpuslint_rules.splits._run_together import KNOWN, doubtful_parts, parts

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

_STEP = 10
"""A frequency of the table is in tenths, plus one."""


def places(buffer: Buffer) -> Array:
    """Where a word stands that was run together from two."""
    import numpy as np  # noqa: PLC0415

    text = data(buffer)
    starts, ends = unlisted(buffer)
    alone = text[starts - 1] <= ord("@")
    starts, ends = starts[alone], ends[alone]
    divisible = _divisible(text, starts, ends)
    starts, ends = starts[divisible] - PAD, ends[divisible] - PAD
    words = (buffer.data[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True))
    fit = (word.isascii() and word.islower() and _may_part(word.decode("ascii")) for word in words)
    found: Array = starts[np.fromiter(fit, dtype=np.bool_, count=len(starts))]
    return found


def _may_part(word: str) -> bool:
    return parts(word) is not None or doubtful_parts(word) is not None


def _divisible(text: Array, starts: Array, ends: Array) -> Array:
    """Which words have a cut with two listed words of some frequency beside it, or are "a" and one."""
    import numpy as np  # noqa: PLC0415

    least = int(KNOWN * _STEP) - 2
    cuts = ends - starts - 3
    word = np.repeat(np.arange(len(starts)), cuts)
    at = starts[word] + 2 + np.arange(len(word)) - np.repeat(np.cumsum(cuts) - cuts, cuts)
    first = lookup(text, starts[word], at).frequency > least
    word, at = word[first], at[first]
    divisible = lookup(text, starts + (text[starts] == ord("a")), ends).frequency > least
    divisible[word[lookup(text, at, ends[word]).frequency > least]] = True
    return divisible
