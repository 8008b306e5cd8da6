"""A unit: the line, sentence or paragraph in which a trigger fired, as a rule sees it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from corpuslint.doc import Doc
from corpuslint.quotes import quote_spans
from corpuslint.sentences import sentence_spans


class Unit:
    """A piece of a document. ``start`` is its offset there; hits are counted from the unit's own start.

    The offset and the document are found when first asked: most units are judged and dropped without either.
    """

    __slots__ = ("__dict__", "_locate", "_open", "text")

    def __init__(self, text: str, locate: Callable[[], int], open_doc: Callable[[], Doc]):
        self.text = text
        self._locate = locate
        self._open = open_doc

    @cached_property
    def start(self) -> int:
        """Where the unit starts in its document, in code points."""
        return self._locate()

    @cached_property
    def doc(self) -> Doc:
        return self._open()

    @cached_property
    def line_index(self) -> int:
        """The index in ``doc.lines`` of the line in which the unit starts."""
        return self.doc.line_index(self.start)

    def line(self, distance: int) -> str:
        """The text of the line so many lines further on (negative: back), empty beyond the document's ends."""
        at = self.line_index + distance
        return self.doc.lines[at].text if 0 <= at < len(self.doc.lines) else ""

    @property
    def before(self) -> str:
        """The document's text before the unit."""
        return self.doc.text[: self.start]

    @property
    def after(self) -> str:
        """The document's text after the unit."""
        return self.doc.text[self.start + len(self.text) :]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence of the unit that holds this offset, as offsets in the unit."""
        at = bisect_right(self._sentences, (offset, len(self.text) + 1)) - 1
        return self._sentences[max(at, 0)] if self._sentences else (0, len(self.text))

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentence_spans(self.text)

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return quote_spans(self.text)

    def quoted(self, start: int, end: int) -> bool:
        """Whether these code points of the unit lie inside a quotation that opens and closes in it."""
        return any(s <= start and end <= e for s, e in self._quotes)
