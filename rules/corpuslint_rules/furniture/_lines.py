"""How a match stands in its line."""

from __future__ import annotations

from corpuslint import PhraseMatch, Unit


def embedded(match: PhraseMatch, unit: Unit) -> bool:
    """Whether there is more in the line than the match and marks around it."""
    around = unit.text[: match.start] + unit.text[match.end :]
    return any(character.isalnum() for character in around)
