"""How long a text is in words, and where it is cut into windows: by numpy, once a record."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, TypeAlias

from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.integer[Any]]
    Bools: TypeAlias = NDArray[np.bool_]

WINDOW = 1000
"""Words of a window, roughly: a text is cut into windows of equal length."""

_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Code points of scripts that put no space between words."""

_ANY_UNSPACED = lazy_pattern("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _UNSPACED) + "]")
_SPACES = ((0x09, 0x0D), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029))
_MORE_SPACES = ((0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000))
_PER_WORD = 2
"""Characters of a word where no space parts words."""


def count_words(text: str) -> tuple[int, list[int]]:
    """The number of words, as white space parts them, and the code points at which each window after the first begins.

    Of scripts that put no space between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer) two characters count as a
    word.
    """
    unspaced = not text.isascii() and _ANY_UNSPACED.search(text) is not None
    if not unspaced and (words := len(text.split())) < 1.5 * WINDOW:
        return words, []
    return _counted(text, unspaced)


def _counted(text: str, unspaced: bool) -> tuple[int, list[int]]:
    import numpy as np  # noqa: PLC0415 (most texts are short)

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    space = _among(codes, _SPACES + _MORE_SPACES)
    begins = ~space & np.concatenate(([True], space[:-1]))
    halves = np.where(begins, _PER_WORD, 0)
    if unspaced:  # a run of such characters begins no word of its own, but each of them is half of one
        halves = np.where(_among(codes, _UNSPACED), 1, halves)
    total = np.cumsum(halves)
    words = max(1, int(total[-1]) // _PER_WORD)
    count = max(1, round(words / WINDOW))
    last = [words * number // count * _PER_WORD for number in range(1, count)]
    return words, [int(at) for at in np.searchsorted(total, np.array(last) + 1)]


def _among(codes: Ints, ranges: Iterable[tuple[int, int]]) -> Bools:
    """Which code points lie in one of the ranges, ends included."""
    found: Bools = reduce(or_, ((codes >= low) & (codes <= high) for low, high in ranges))
    return found
