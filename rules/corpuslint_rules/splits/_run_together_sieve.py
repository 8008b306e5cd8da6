"""Words run together, found in many records at once: small words not listed that fall into two listed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpuslint_rules.english import frequency, small_text
from corpuslint_rules.english.buffer_words import data, unlisted
from corpuslint_rules.english.lookup import PAD, lookup
from corpuslint_rules.english.small_text import is_plain, is_unlisted
from corpuslint_rules.splits._run_together import KNOWN, doubtful_parts, parts

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer, Places

    Array = npt.NDArray[Any]

_LEAST = round(KNOWN * 10) - 2
"""Tenths of Zipf that both parts have at least: two less than a part that is known, as to be in doubt."""


def places(buffer: Buffer) -> Places:
    """Where a word stands that was run together from two."""
    return _places_in_plain(buffer) if is_plain(buffer) else _places(buffer)


def _places_in_plain(buffer: Buffer) -> list[int]:
    words = ((word.start, word.text) for word in small_text.words(buffer) if is_unlisted(word.text))
    small = ((at, word) for at, word in words if buffer.data[at - 1] <= ord("@") and word.isascii() and word.islower())
    return [at for at, word in small if _has_cut(word.decode()) and _may_part(word.decode())]


def _has_cut(word: str) -> bool:
    """Whether ``_divisible`` has it."""
    cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return _is_known(word.removeprefix("a")) or any(_is_known(first) and _is_known(second) for first, second in cuts)


def _is_known(word: str) -> bool:
    return round(frequency(word) * 10) >= _LEAST


def _places(buffer: Buffer) -> Array:
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

    cuts = ends - starts - 3
    word = np.repeat(np.arange(len(starts)), cuts)
    at = starts[word] + 2 + np.arange(len(word)) - np.repeat(np.cumsum(cuts) - cuts, cuts)
    first = lookup(text, starts[word], at).frequency > _LEAST
    word, at = word[first], at[first]
    divisible = lookup(text, starts + (text[starts] == ord("a")), ends).frequency > _LEAST
    divisible[word[lookup(text, at, ends[word]).frequency > _LEAST]] = True
    return divisible
