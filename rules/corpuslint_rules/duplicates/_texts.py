"""The words of a collection's texts without the lines of templates: what copies are told by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuslint_rules.duplicates._lines import lines_of, without
from corpuslint_rules.duplicates._words import Words, words_of

if TYPE_CHECKING:
    from corpuslint import Collection
    from corpuslint_rules.duplicates._words import Hashes

REMEMBERED = 1 << 20
"""Words and line ends that are kept at hand, 25 and 8 bytes each; but never fewer than those of two texts."""


class Texts:
    """The words of each text. ``frequent``: hashes of the lines that are left out."""

    def __init__(self, collection: Collection, frequent: Hashes):
        self._collection = collection
        self._frequent = frequent
        self._held: dict[int, Words] = {}  # the last used last
        self._size = 0

    def words(self, index: int) -> Words:
        found = self._held.pop(index, None)
        if found is None:
            found = self._words(index)
            self._size += _size(found)
        self._held[index] = found
        while self._size > REMEMBERED and len(self._held) > 2:
            self._size -= _size(self._held.pop(next(iter(self._held))))
        return found

    def _words(self, index: int) -> Words:
        words = words_of(self._collection.text(index))
        return without(words, lines_of(words), self._frequent) if len(self._frequent) else words


def _size(words: Words) -> int:
    return len(words) + len(words.breaks)
