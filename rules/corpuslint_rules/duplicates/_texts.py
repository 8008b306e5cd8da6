"""The words of a collection's texts without the lines of templates: what copies are told by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuslint_rules.duplicates._compare import Comparison, compare
from corpuslint_rules.duplicates._lines import lines_of, without
from corpuslint_rules.duplicates._words import Words, words_of

if TYPE_CHECKING:
    from corpuslint import Collection
    from corpuslint_rules.duplicates._words import Hashes

REMEMBERED = 1 << 20
"""Words and line ends that are kept at hand, up to 57 and 8 bytes each; but never fewer than those of two texts."""

COMPARED = 1 << 17
"""Passages of compared texts that are kept, some 300 bytes each."""


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


class Comparisons:
    """What two texts have in common, by their indices; the first ones are kept."""

    def __init__(self, texts: Texts):
        self._texts = texts
        self._held: dict[tuple[int, int], Comparison] = {}
        self._size = 0

    def __call__(self, left: int, right: int) -> Comparison:
        """In texts that say the same thing often it can matter which goes first: the smaller one."""
        if left > right:
            return self(right, left).turned
        if (found := self._held.get((left, right))) is None:
            found = compare(self._texts.words(left), self._texts.words(right))
            if self._size < COMPARED:
                self._held[left, right] = found
                self._size += len(found.passages) + 1
        return found
