"""The words of many short texts at once, which takes vectorised code hardly longer than those of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from corpuslint_rules.duplicates._words import PIECE, Words, words_of

if TYPE_CHECKING:
    from corpuslint_rules.duplicates._words import Ints


def words_of_all(texts: Sequence[str]) -> tuple[Words, Ints]:
    """The words of several texts one after the other, and which is the first of each; last, how many there are.

    Vectorised code hardly takes longer for a dozen texts of a page than for one: see ``together``.
    """
    words = words_of("\n".join(texts))
    return words, np.searchsorted(words.starts, np.cumsum([0, *(len(text) + 1 for text in texts)]))


def words_of_each(texts: Sequence[str]) -> list[Words]:
    """The words of each of these texts."""
    found: dict[int, Words] = {}
    for group in together(texts):
        words, bounds = words_of_all([texts[at] for at in group])
        start = 0
        for at, (first, end) in zip(group, pairwise(bounds.tolist()), strict=True):
            found[at] = words.part(first, end, start) if group[1:] else words
            start += len(texts[at]) + 1
    return [found[at] for at in range(len(texts))]


def together(texts: Sequence[str]) -> Iterator[list[int]]:
    """The indices of texts to be looked at together: of ``PIECE`` characters at most, with breaks between them, or one
    text alone. Those in ASCII go apart, as they take fewer bytes.
    """
    for ascii_only in (True, False):
        group: list[int] = []
        size = 0
        for at, text in enumerate(texts):
            if text.isascii() is not ascii_only:
                continue
            if group and size + len(text) >= PIECE:
                yield group
                group, size = [], 0
            group.append(at)
            size += len(text) + 1
        if group:
            yield group
