"""A document's lines as the furniture rules see them: which are known, which are prose, which the model takes for
furniture. Made once for all rules; the model is asked only where a rule wants it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpuslint import Doc
from corpuslint_rules.furniture import _context, _guards, _lexicon, _measures, _ngrams, _text, _trees, _zones

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.furniture._measures import Column

HEADER = 40
"""Lines before the main block among which its headline is looked for."""

CLOSING = frozenset(("comment_prompt", "related_stories", "copyright_footer"))
"""Kinds of lines that open what follows a text."""


class Layout:
    """The lines of a document that are not blank, as parallel arrays; ``doc.once(Layout)``."""

    def __init__(self, doc: Doc):
        self._doc = doc
        self.text = _text.read(doc.text)

    def line(self, at: int) -> str:
        """A line without the space around it."""
        start, end = self.span(at)
        return self._doc.text[start:end]

    def span(self, at: int) -> tuple[int, int]:
        """Where a line stands in the document, without the space around it."""
        return int(self.text.starts[at]), int(self.text.ends[at])

    @cached_property
    def known(self) -> _lexicon.Known:
        """What the phrase files say of each line."""
        return _lexicon.known(self.text)

    @cached_property
    def prose(self) -> Column:
        """The number of words of each line that is prose, 0 for the others."""
        return _measures.prose(self.text)

    def furniture(self, min_odds: float) -> NDArray[np.bool_]:
        """Which lines are furniture by the model and not the text's own. Its columns are not kept: they are most of a
        kilobyte for each line."""
        columns = self.columns(self._sound)
        return (self._odds(columns) >= min_odds) & ~self._own(columns)

    def _odds(self, columns: Mapping[str, Column]) -> Column:
        """The model's log-odds, line by line, that the line is furniture; less in a text in markup."""
        trees = _model()
        score = trees.score([columns[name] for name in trees.columns])
        return score - _guards.MARKUP_COST * _guards.written(self._doc.text, self.text.size)

    def _own(self, columns: Mapping[str, Column]) -> NDArray[np.bool_]:
        """Which lines are the text's own, whatever the model says: amid it, in its references, its headline."""
        own = _guards.own(self.text, columns)
        start, _ = self.main_block
        above = slice(max(start - HEADER, 0), start)
        own[above] |= _guards.headlines(self.text, self.known, *self._shared)[above]
        return own

    @cached_property
    def main_block(self) -> tuple[int, int]:
        """The run of lines with the most prose: indexes, the end exclusive."""
        return self._block(self._sound)

    @cached_property
    def _shared(self) -> tuple[Column, Column]:
        """How many longer words each line has, and how many of them stand in the main block."""
        return _measures.shared(self.text, *self.main_block)

    def _block(self, sound: Column) -> tuple[int, int]:
        import numpy as np  # noqa: PLC0415

        return _context.main_block(self.prose, self.text.words.astype(np.float64), sound)

    @cached_property
    def _sound(self) -> Column:
        return _ngrams.scores(self.text)

    def columns(self, sound: Column) -> dict[str, Column]:
        """The model's columns; ``sound``: each line's n-gram score."""
        import numpy as np  # noqa: PLC0415

        known = self.known
        closes = np.array([kind in CLOSING for kind in known.kinds])
        made = _measures.measures(self.text)
        made |= {"prose": self.prose, "sound": sound, "known": known.weights, "framed": known.framed}
        made["sound_mean"] = sound / (np.bincount(self.text.line, minlength=self.text.size) + 2)
        made |= _context.context(made, sound, known.weights, closes[known.kind])
        made |= _context.repeats(self.text.keys)
        made |= _context.cohesion(*_measures.shared(self.text, *self._block(sound)), self.prose, sound)
        made |= _zones.zones(made, known.weights, _lexicon.marks(self.text, known))
        return made | _zones.parts(self.text, self.prose, _lexicon.headings(self.text))


@lru_cache(maxsize=1)
def _model() -> _trees.Trees:
    return _trees.read(Path(__file__).with_name("furniture_run.json"))
