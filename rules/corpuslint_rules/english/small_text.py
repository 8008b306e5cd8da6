"""The words of a small buffer in plain Python, as ``buffer_words`` finds them.

To import numpy takes longer than to lint a small file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from corpuslint_rules.english import is_word
from corpuslint_rules.english.buffer_words import LONGEST, SHORTEST, UNLISTED_SHORTEST

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer

_WORD = re.compile(rb"(?:[A-Za-z]|[\xc3-\xc5].)+", re.DOTALL)
_ODD = re.compile(rb"[\xc4\xc5]|\xc3[\x97\x9f\xb7\xbf]|[A-Za-z]{17}")
"""What the arrays compare coarsely: letters whose case is not one bit, words longer than what a key is made from."""


class Word(NamedTuple):
    """Its offset in the buffer, and its bytes."""

    start: int
    text: bytes


def is_plain(buffer: Buffer) -> bool:
    """Whether a buffer is so small that it is searched without arrays, and finds the same."""
    return buffer.small and buffer.once(_has_nothing_odd)


def _has_nothing_odd(buffer: Buffer) -> bool:
    return _ODD.search(buffer.data) is None


def words(buffer: Buffer) -> list[Word]:
    """The words in order."""
    return buffer.once(_words)


def _words(buffer: Buffer) -> list[Word]:
    found = (Word(match.start(), match[0]) for match in _WORD.finditer(buffer.data))
    return [word for word in found if SHORTEST <= len(word.text) <= LONGEST]


@lru_cache(maxsize=1 << 14)
def is_unlisted(word: bytes) -> bool:
    """Whether a word begins with a small letter and is not listed."""
    return len(word) >= UNLISTED_SHORTEST and word[0] > ord("Z") and not is_word(word.decode())
