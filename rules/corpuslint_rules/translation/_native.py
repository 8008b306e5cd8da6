"""Whether a word that no list has is English all the same."""

from __future__ import annotations

from functools import lru_cache

from corpuslint_rules.english import CLOSED_CLASS, frequency, is_derived, is_word
from corpuslint_rules.splits._run_together import is_misspelt, parts

_DIAERESES = str.maketrans("öïë", "oie")
_DAMAGED = "â"
"""What is left of a dash or an apostrophe that was decoded wrongly."""

_PART, _PART_FREQUENCY = 4, 3.5
_SHORT_PART, _SHORT_FREQUENCY = 3, 5.0
"""Letters and Zipf frequency of both parts of an English compound; of a short one."""


@lru_cache(maxsize=1 << 12)
def is_native(word: str) -> bool:
    """Whether it is derived, a compound, misspelt or damaged, or two words run together."""
    if not word.isascii():
        return _is_damaged(word) or is_derived(word.translate(_DIAERESES))
    if is_derived(word) or parts(word) or is_misspelt(word):
        return True
    return is_compound(word) or is_word(word.replace("j", "i"))


def _is_damaged(word: str) -> bool:
    """Whether a dash or an apostrophe in it was decoded wrongly."""
    return word.replace(_DAMAGED, "'") in CLOSED_CLASS or all(map(is_word, filter(None, word.split(_DAMAGED))))


def is_compound(word: str) -> bool:
    """Whether two frequent words make it."""
    parted = ((word[:at], word[at:]) for at in range(_SHORT_PART, len(word) - _SHORT_PART + 1))
    return any(
        min(frequency(one), frequency(two))
        >= (_PART_FREQUENCY if min(len(one), len(two)) >= _PART else _SHORT_FREQUENCY)
        for one, two in parted
    )
