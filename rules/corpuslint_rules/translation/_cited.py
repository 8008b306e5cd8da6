"""Whether a text names a phrase instead of using it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuslint.rule import PhraseMatch
    from corpuslint.unit import Unit

_MARKS = "\"'`“”‘’«»"


def cited(match: PhraseMatch, unit: Unit) -> bool:
    """Whether the phrase stands in quotation marks of its own."""
    return in_own_marks(unit.text, match.start, match.end)


def in_own_marks(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand right before and right after this part of a text."""
    before, after = text[max(0, start - 1) : start], text[end : end + 3].lstrip(",.")[:1]
    return before != "" and after != "" and before in _MARKS and after in _MARKS
