"""The spelling in which phrases are compared: one code point for one, so that offsets stay what they were."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category

APOSTROPHE = "’"
_APOSTROPHES = "\u02bc\u2019\uff07"
_SPACES = (
    "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_HYPHENS = "\u2010\u2011"
_LETTERS = {"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k", "\u212b": "å"}

UNSPACED = "\u2e80"
"""Scripts that put no spaces between words, or hang endings on them, begin here."""

FOLDED: dict[str, str] = (
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_HYPHENS, "-") | _LETTERS
)
"""Characters beyond ASCII that are read as another one."""

_NO_WORD = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs", "Sc", "Sm"})
"""Unicode's categories of what is never part of a word."""

_TABLE = str.maketrans(FOLDED)


def fold(text: str) -> str:
    """The text in small letters, with ``'``, space and ``-`` for their look-alikes; as long as it was."""
    return text.lower() if text.isascii() else respell(text).lower().replace("ς", "σ")


def respell(text: str) -> str:
    """The text with the characters of ``FOLDED`` replaced, letter case kept; as long as it was."""
    return text.translate(_TABLE)


@lru_cache(maxsize=1)
def unfolded() -> dict[str, list[str]]:
    """For each folded character beyond ASCII, all those that ``fold`` turns into it."""
    forms: dict[str, list[str]] = {}
    for character in map(chr, [*range(0x80, 0xD800), *range(0xE000, 0x20000)]):
        if (folded := fold(character)) != character and not folded.isascii():
            forms.setdefault(folded, []).append(character)
    return forms


@lru_cache(maxsize=4096)
def is_word(character: str) -> bool:
    """Whether ``regex`` counts this (folded) character as part of a word: letters, digits, marks, underscore."""
    folded = fold(character)
    if folded.isascii():
        return folded.isalnum() or folded == "_"
    if folded.isalpha() or category(folded) in _NO_WORD:
        return folded.isalpha()
    import regex  # noqa: PLC0415 (needed for few characters)

    return regex.match(r"\w", folded) is not None


def ends_at_edge(character: str) -> bool:
    """Whether a phrase that begins or ends with this character does so at a word's edge: in most scripts."""
    return character < UNSPACED and is_word(character)


def core(folded: str) -> str:
    """A folded line without what is not a word's part at its two ends."""
    start, end = 0, len(folded)
    while start < end and not is_word(folded[start]):
        start += 1
    while end > start and not is_word(folded[end - 1]):
        end -= 1
    return folded[start:end]
