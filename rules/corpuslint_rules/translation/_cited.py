"""Whether a text names a phrase instead of using it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuslint.rule import PhraseMatch
    from corpuslint.unit import Unit

_MARKS = "\"'“”‘’«»"


def cited(match: PhraseMatch, unit: Unit) -> bool:
    """Whether the phrase stands in quotation marks of its own."""
    before, after = unit.text[: match.start][-1:], unit.text[match.end :].lstrip(",.")[:1]
    return before != "" and after != "" and before in _MARKS and after in _MARKS
