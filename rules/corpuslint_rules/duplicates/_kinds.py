"""What kind of copy one text is of another, told from what they have in common."""

from __future__ import annotations

from typing import Literal

from corpuslint_rules.duplicates._compare import Comparison

Kind = Literal["near", "shortened", "rewritten", "partly"]

NEAR = 0.8
"""The share of a text's words that the other has in the same order, from which it is all there."""

PART = 0.45
"""The share of the shorter text from which it is partly a copy."""

PART_REWRITTEN, FACTS, CHANGED = 0.35, 0.8, 0.1
"""The same where so many of the numbers and names were kept, and so much less of the other words: spun."""

FEWEST_NEAR, FEWEST_SHORTENED, FEWEST = 20, 30, 60
"""Equal words of a near copy, of a shortened one, and of any other: short texts on one subject are often alike."""

LOOSE = 0.95
"""Where fewer of the words in passages are equal, words were replaced: that must not be the facts."""

SPANNED = 0.6
"""The share of the shorter text that must lie in passages where words were replaced."""

FRAME = 0.18
"""By how much more the ordinary words agree than numbers and names do where one frame was filled in twice."""

ALL, FRAME_ALL = 0.9, 0.4
"""The same where no word was replaced in any passage: so many of the ordinary words agree, and so much fewer facts."""


def kind_of(found: Comparison) -> Kind | None:
    """The kind of copy, None where the two texts are none of each other's."""
    shorter = found.shorter
    if same_frame(found):
        return None
    if found.left.share >= NEAR and found.right.share >= NEAR:
        return "near" if shorter.equal >= FEWEST_NEAR else None
    if shorter.share >= NEAR:
        return "shortened" if shorter.equal >= FEWEST_SHORTENED else None
    if shorter.equal < FEWEST:
        return None
    if not _loose(found):
        return "partly" if shorter.share >= PART else None
    replaced = found.facts >= FACTS and found.facts - found.ordinary >= CHANGED
    enough = shorter.share >= (PART_REWRITTEN if replaced else PART)
    return "rewritten" if enough and shorter.spanned >= SPANNED * shorter.words else None


def same_frame(found: Comparison) -> bool:
    """Whether two texts fill one frame with other numbers and names: matches, earnings, the weather."""
    if found.shorter.share < PART:
        return False
    apart = found.ordinary - found.facts
    return (_loose(found) and apart > FRAME) or (found.ordinary >= ALL and apart > FRAME_ALL)


def _loose(found: Comparison) -> bool:
    return found.shorter.equal < LOOSE * found.shorter.spanned
