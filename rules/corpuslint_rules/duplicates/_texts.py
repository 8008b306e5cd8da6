"""The words of a collection's texts without the lines of templates: what copies are told by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint_rules._membership import among
from corpuslint_rules.duplicates._compare import Comparison, compare
from corpuslint_rules.duplicates._lines import lines_of, without
from corpuslint_rules.duplicates._together import words_of_each
from corpuslint_rules.duplicates._words import Words, words_of

if TYPE_CHECKING:
    from corpuslint import Collection
    from corpuslint_rules.duplicates._words import Hashes

REMEMBERED = 1 << 20
"""Words and line ends that are kept at hand, up to 57 and 8 bytes each; but never fewer than those of two texts."""

SHORT = 1 << 14
"""Characters of a text that is read with others."""

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
        if index in self._held:
            self._held[index] = found = self._held.pop(index)
            return found
        return self._keep(index, words_of(self._collection.text(index)))

    def read(self, indices: Iterable[int]) -> None:
        """Reads texts that will be asked for, which is quicker together; but no long ones."""
        new = {index: self._collection.text(index) for index in indices if index not in self._held}
        short = {index: text for index, text in new.items() if len(text) <= SHORT}
        for index, words in zip(short, words_of_each(list(short.values())), strict=True):
            self._keep(index, words)

    def _keep(self, index: int, words: Words) -> Words:
        if self._has_frequent(index):
            words = without(words, lines_of(words), self._frequent)
        self._held[index] = words
        self._size += _size(words)
        while self._size > REMEMBERED and len(self._held) > 2:
            self._size -= _size(self._held.pop(next(iter(self._held))))
        return words

    def _has_frequent(self, index: int) -> bool:
        import numpy as np  # noqa: PLC0415

        if not len(self._frequent):
            return False
        return bool(among(np.frombuffer(self._collection.features[index].lines, np.uint64), self._frequent).any())


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
