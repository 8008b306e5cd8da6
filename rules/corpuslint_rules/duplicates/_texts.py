"""The words of a collection's texts without the lines of templates: what copies are told by."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpuslint_rules.duplicates._lines import lines_of, without
from corpuslint_rules.duplicates._words import Words, words_of

if TYPE_CHECKING:
    from corpuslint import Collection
    from corpuslint_rules.duplicates._words import Hashes

REMEMBERED = 512
"""Texts whose words are kept at hand."""


class Texts:
    """The words of each text. ``frequent``: hashes of the lines that are left out."""

    def __init__(self, collection: Collection, frequent: Hashes):
        self._collection = collection
        self._frequent = frequent
        self.words = lru_cache(REMEMBERED)(self._words)

    def _words(self, index: int) -> Words:
        words = words_of(self._collection.text(index))
        return without(words, lines_of(words), self._frequent) if len(self._frequent) else words
