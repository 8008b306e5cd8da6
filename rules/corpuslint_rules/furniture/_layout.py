"""A document's lines as the furniture rules see them: which are known, which are prose, which the model takes for
furniture. Made once for all rules; the model is asked only where a rule wants it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpuslint import Doc
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.furniture import _context, _measures, _ngrams, _trees
from corpuslint_rules.furniture._lexicon import Known, known

if TYPE_CHECKING:
    from corpuslint_rules.furniture._measures import Column

LEAD = 6000
"""Code points of a main block in whose words other lines are told to be of the text."""

PROSE = 12
"""Words of a line that is prose, if it ends as a sentence does."""

CLOSING = frozenset(("comment_prompt", "related_stories", "copyright_footer"))
"""Kinds of lines that open what follows a text."""

_SENTENCE_END = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)]"
_WORD = lazy_pattern(r"[^\W\d_]{4,}")


class Layout:
    """The lines of a document that are not blank, as parallel lists; ``doc.once(Layout)``."""

    def __init__(self, doc: Doc):
        self._doc = doc
        self.lines = [line for line in doc.lines if line.text and not line.text.isspace()]
        self.texts = [line.text.strip() for line in self.lines]

    @cached_property
    def known(self) -> list[Known]:
        """What the phrase files say of each line."""
        return [known(text) for text in self.texts]

    @cached_property
    def prose(self) -> list[int]:
        """The number of words of each line that is prose, 0 for the others."""
        return [_prose_words(text) for text in self.texts]

    @cached_property
    def tokens(self) -> list[list[str]]:
        """Each line's first words."""
        return [_ngrams.words(text) for text in self.texts]

    @cached_property
    def odds(self) -> Column:
        """The model's log-odds, line by line, that the line is furniture."""
        import numpy as np  # noqa: PLC0415

        trees, columns = _model(), self.columns(self._sound)
        return trees.score(np.stack([columns[name] for name in trees.columns], axis=1))

    @cached_property
    def main_block(self) -> tuple[int, int]:
        """The run of lines with the most prose: indexes, the end exclusive."""
        columns = self._measured
        return _context.main_block(columns["prose"], columns["words"], self._sound)

    @cached_property
    def main_words(self) -> set[str]:
        """The content words of the main block's beginning."""
        start, end = self.main_block
        return content_words(" ".join(self.texts[start:end])[:LEAD])

    @cached_property
    def _sound(self) -> Column:
        return _ngrams.scores(self.tokens)

    @cached_property
    def _measured(self) -> dict[str, Column]:
        return _measures.measures(self.texts, self.tokens)

    def columns(self, sound: Column) -> dict[str, Column]:
        """The model's columns; ``sound``: each line's n-gram score."""
        import numpy as np  # noqa: PLC0415

        made = dict(self._measured)
        weights = np.array([line.weight for line in self.known], dtype=np.float64)
        closing = np.array([line.kind in CLOSING for line in self.known], dtype=np.float64)
        made |= {"sound": sound, "known": weights, "closing": closing}
        made["sound_mean"] = sound / np.array([len(line) for line in self.tokens], dtype=np.float64)
        made |= _context.context(made, sound, weights, closing)
        start, end = _context.main_block(made["prose"], made["words"], sound)
        block = " ".join(self.texts[start:end])[:LEAD]
        return made | _context.cohesion(self.tokens, content_words(block)) | _context.repeats(self.texts)

    def span(self, at: int) -> tuple[int, int]:
        """Where a line stands in the document, without the space around it."""
        line, text = self.lines[at], self.texts[at]
        start = line.start + line.text.index(text)
        return start, start + len(text)


@lru_cache(maxsize=1)
def _model() -> _trees.Trees:
    return _trees.read(Path(__file__).with_name("furniture_run.json"))


def _prose_words(text: str) -> int:
    words = text.count(" ") + 1
    return words if words >= PROSE and text.rstrip(_CLOSERS).endswith(_SENTENCE_END) else 0


def content_words(text: str) -> set[str]:
    """Words of four letters and more, in small letters."""
    return set(_WORD.findall(text.lower()))
