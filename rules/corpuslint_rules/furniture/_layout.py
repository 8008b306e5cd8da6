"""Where a document's prose stands, and which of its lines are known from pages: what the rules on whole texts share."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from corpuslint import Doc
from corpuslint.fold import core, fold
from corpuslint.lazy import lazy_pattern
from corpuslint.statistics import SHORT

SURE = 2
"""Weight of a line that is furniture wherever it stands; a word that is so only among its like weighs 1."""

LEAD = 2000
"""Code points of a main block in whose words its headline is told."""

_FOLDERS = (Path(__file__).parent, Path(__file__).parents[1] / "access_prompts")
_AMONG_ITS_LIKE = "furniture_run"
_SENTENCE_END = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)]"
_ENDS = frozenset((*_SENTENCE_END, *_CLOSERS))
_MARKS = "".join(character for character in map(chr, range(128)) if not (character.isalnum() or character == "_"))
_WORD = lazy_pattern(r"[^\W\d_]{4,}")


class Layout:
    """The lines of a document that are not blank, as parallel lists; made once for all rules, ``doc.once(Layout)``."""

    def __init__(self, doc: Doc):
        self._doc = doc
        self.lines = [line for line in doc.lines if line.text and not line.text.isspace()]
        self.texts = [line.text.strip() for line in self.lines]

    @cached_property
    def weights(self) -> list[int]:
        """Each line's weight as furniture."""
        return [weight(text) for text in self.texts]

    @cached_property
    def prose(self) -> list[int]:
        """The number of words of each line that is prose, 0 for the others."""
        return [_prose_words(text) if text[-1] in _ENDS else 0 for text in self.texts]

    @cached_property
    def main_block(self) -> tuple[int, int, float]:
        """The run of lines with the most prose (indexes, the end exclusive) and its worth in words.

        Prose counts its words, a short line costs a little, a known line of furniture much: the best segment wins.
        """
        best = (0, 0, 0.0)
        start, worth = 0, 0.0
        for at, (text, prose, weight) in enumerate(zip(self.texts, self.prose, self.weights, strict=True)):
            if worth <= 0:
                start, worth = at, 0.0
            worth += prose or (-20 if weight else _worth(text))
            if worth > best[2]:
                best = (start, at + 1, worth)
        return best

    @cached_property
    def main_words(self) -> set[str]:
        """The content words of the main block's beginning, where those of its headline stand."""
        start, end, _ = self.main_block
        first, last = self.lines[start].start, self.lines[end - 1].end
        return content_words(self._doc.text[first : min(last, first + LEAD)])

    def span(self, at: int) -> tuple[int, int]:
        """Where a line stands in the document, without the space around it."""
        line, text = self.lines[at], self.texts[at]
        start = line.start + line.text.index(text)
        return start, start + len(text)


def weight(line: str) -> int:
    """``SURE``, 1, or 0 for a line that is in no phrase file of page furniture or access prompts."""
    if len(line) > SHORT:
        return 0
    key = line.lower().strip(_MARKS) if line.isascii() else core(fold(line))
    return _weights().get(key, 0)


@lru_cache(maxsize=1)
def _weights() -> dict[str, int]:
    known: dict[str, int] = {}
    for path in (path for folder in _FOLDERS for path in folder.glob("*.txt")):
        worth = 1 if path.name.startswith(_AMONG_ITS_LIKE) else SURE
        for line in path.read_text(encoding="utf-8").split("\n"):
            phrase = core(fold(line.removeprefix("= ").strip()))
            if phrase and not line.startswith("#"):
                known[phrase] = max(worth, known.get(phrase, 0))
    return known


def _prose_words(text: str) -> int:
    words = text.count(" ") + 1
    return words if words >= 12 and text.rstrip(_CLOSERS).endswith(_SENTENCE_END) else 0


def _worth(text: str) -> float:
    return -1 if len(text) <= SHORT else min(len(text.split()), 10) * 0.3


def content_words(text: str) -> set[str]:
    """Words of four letters and more, in small letters."""
    return set(_WORD.findall(text.lower()))
