"""What presets count in a document: words, sequences of words, lines that are left. Once for all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpuslint import Doc
from corpuslint_rules.text_statistics._lines import failing
from corpuslint_rules.text_statistics._presets import Limit, Preset
from corpuslint_rules.text_statistics._repetition import Repeated, Sequences, repeated, runs
from corpuslint_rules.text_statistics._text import Text
from corpuslint_rules.text_statistics._words import TOKENISERS, Words, whitespace

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Bools


class Counted:
    """The counts of a document. ``words`` and ``sequences`` are by tokeniser."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.text = doc.once(Text)
        self._sequences: dict[str, Sequences] = {}
        self._left: dict[tuple[str, int], Bools] = {}
        self._failing: dict[Limit, Bools] = {}

    def words(self, preset: Preset) -> Words:
        return self.doc.once(TOKENISERS[preset.tokeniser])

    def sequences(self, preset: Preset) -> Sequences:
        if preset.tokeniser not in self._sequences:
            self._sequences[preset.tokeniser] = Sequences(self.words(preset))
        return self._sequences[preset.tokeniser]

    @cached_property
    def pieces(self) -> Words:
        """What white space parts."""
        return self.doc.once(whitespace)

    @cached_property
    def lines(self) -> Repeated:
        """Repeated lines, blank ones aside."""
        return repeated(self.text, runs(self.text, 1))

    @cached_property
    def paragraphs(self) -> Repeated:
        return repeated(self.text, runs(self.text, 2))

    @cached_property
    def filled_lines(self) -> Repeated:
        return repeated(self.text, self.text.filled_lines)

    def failing(self, limit: Limit) -> Bools:
        """The lines that a limit removes, of ``Text.lines``."""
        if limit not in self._failing:
            self._failing[limit] = failing(self.text, self.pieces, limit)
        return self._failing[limit]

    def left(self, preset: Preset, limit: Limit) -> Bools:
        """The lines that the limits above this one have left, of ``Text.lines``."""
        key = preset.name, preset.limit.index(limit)
        if key not in self._left:
            left = self.text.inner_lines.ends > self.text.inner_lines.starts
            for above in preset.limit[: key[1]]:
                if above.statistic.startswith("line-"):
                    left &= ~self.failing(above)
            self._left[key] = left
        return self._left[key]

    def sentences(self, preset: Preset, limit: Limit) -> int:
        """Sentences in the lines that are left. A line's end ends a sentence."""
        import numpy as np  # noqa: PLC0415

        words, left = self.words(preset), self.left(preset, limit)
        if not len(words):
            return 0
        begun, others = words.sentences_begun
        lines = self.text.lines.starts.searchsorted(words.spans.starts[others], "right") - 1
        inner = begun & (np.diff(lines, prepend=-1) == 0)
        return int(left.sum()) + int(left[lines[inner]].sum())


class Place(NamedTuple):
    """A passage that a finding shows, and others like it."""

    start: int
    end: int
    related: tuple[tuple[int, int], ...] = ()
