"""What presets count in texts: words, sequences of words, lines that are left. Once for all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from corpuslint_rules.text_statistics._lines import failing
from corpuslint_rules.text_statistics._presets import Limit, Preset
from corpuslint_rules.text_statistics._repetition import Repeated, Sequences, repeated, runs
from corpuslint_rules.text_statistics._text import Spans, Text, text_of
from corpuslint_rules.text_statistics._words import TOKENISERS, Words

if TYPE_CHECKING:
    from corpuslint import Doc
    from corpuslint.scan.buffer import Buffer
    from corpuslint_rules.text_statistics._text import Bools, Ints


class Counted:
    """The counts of texts that are joined. ``words`` and ``sequences`` are by tokeniser."""

    def __init__(self, text: Text):
        self.text = text
        self._words: dict[str, Words] = {}
        self._sequences: dict[str, Sequences] = {}
        self._left: dict[tuple[str, int], Bools] = {}
        self._failing: dict[Limit, Bools] = {}

    def words(self, preset: Preset) -> Words:
        return self._words_by(preset.tokeniser)

    def _words_by(self, tokeniser: str) -> Words:
        if tokeniser not in self._words:
            self._words[tokeniser] = TOKENISERS[tokeniser](self.text)
        return self._words[tokeniser]

    def sequences(self, preset: Preset) -> Sequences:
        if preset.tokeniser not in self._sequences:
            self._sequences[preset.tokeniser] = Sequences(self.words(preset))
        return self._sequences[preset.tokeniser]

    @property
    def pieces(self) -> Words:
        """What white space parts."""
        return self._words_by("whitespace")

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

    @cached_property
    def first_lines(self) -> Spans:
        """The first line of each text that is not blank; where there is none the text."""
        (starts, ends), lines = self.text.docs, self.text.filled_lines
        first, last = self.text.bounds(lines.starts)
        starts, ends, some = starts.copy(), ends.copy(), last > first
        starts[some], ends[some] = lines.only(first[some])
        return Spans(starts, ends)

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

    def sentences(self, preset: Preset, limit: Limit) -> Ints:
        """Sentences in the lines that are left. A line's end ends a sentence."""
        text, left = self.text, self.left(preset, limit)
        words = self.words(preset)
        starts, before = (words.spans.starts[index] for index in words.sentences_begun)
        line = text.lines.starts.searchsorted(starts, "right") - 1
        inner = left[line] & (text.lines.starts[line] <= before)
        found: Ints = text.sums(left, text.lines.starts) + text.numbers(starts[inner])
        return found


def counted(buffer: Buffer) -> Counted:
    """The counts of a buffer's records."""
    return Counted(Text(buffer))


def counted_of(doc: Doc) -> Counted:
    """Those of a single document."""
    return Counted(text_of(doc))
