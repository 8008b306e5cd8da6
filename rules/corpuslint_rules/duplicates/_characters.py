"""What each character counts for when texts are compared: its small form, and what kind of character it is."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

KNOWN = 0x20000
"""Code points in the tables. What lies beyond are ideographs, tags and private use: unspaced, and not folded."""

WORD, UNSPACED, DIGIT, CAPITAL, BREAK, UNUSUAL = 1, 2, 4, 8, 16, 32
"""Kinds of characters, as bits. ``UNSPACED``: of a script without spaces between words, so each is a word by itself;
``UNUSUAL``: a text with one is to be made ``plain`` first."""

_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]"
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], "")
_KINDS = (
    (r"[^\W_]+", WORD),
    (rf"(?:{_UNSPACED}(?<=\w))+", WORD | UNSPACED),
    (r"\p{Nd}+", DIGIT),
    (r"\p{Lu}+", CAPITAL),
    (r"[\n\r]+", BREAK),
)


class Tables(NamedTuple):
    """By code point: the folded code point (0 for what is no part of a word), and its kinds.

    The kinds in the last place are those of all code points from ``KNOWN`` on.
    """

    folded: npt.NDArray[np.uint64]
    kinds: npt.NDArray[np.uint8]


@cache
def tables() -> Tables:
    """The tables, made when first needed (about 60 ms)."""
    import numpy as np  # noqa: PLC0415
    import regex  # noqa: PLC0415

    characters = "".join(map(chr, range(KNOWN)))
    kinds = np.zeros(KNOWN + 1, np.uint8)
    kinds[KNOWN] = WORD | UNSPACED
    for pattern, kind in _KINDS:
        for run in regex.finditer(pattern, characters):
            kinds[run.start() : run.end()] |= kind
    kinds[[ord(character) for character in _unusual()]] |= UNUSUAL
    small = characters.replace("İ", "i").lower().replace("ς", "σ")  # of the same length
    folded = np.frombuffer(small.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    folded[kinds[:KNOWN] & WORD == 0] = 0
    return Tables(folded, kinds)


def plain(text: str, unusual: Ints) -> tuple[str, Ints]:
    """The text with composed letters and without compatibility forms (full width, ligatures) and soft hyphens, and
    for each of its characters, and its end, the offset in ``text``. ``unusual``: where the characters of that kind are.
    """
    import numpy as np  # noqa: PLC0415

    later = np.append(np.diff(unusual) > 1, True)
    parts, offsets, done = [], [], 0
    for first, last in zip(unusual[np.roll(later, 1)].tolist(), unusual[later].tolist(), strict=True):
        start = max(done, first - 1)  # the letter to which a mark belongs
        new = unicodedata.normalize("NFKC", text[start : last + 1].translate(_UNSEEN))
        parts += [text[done:start], new]
        offsets += [np.arange(done, start), start + np.minimum(np.arange(len(new)), 1)]
        done = last + 1
    offsets.append(np.arange(done, len(text) + 1))
    return "".join([*parts, text[done:]]), np.concatenate(offsets)


def _unusual() -> set[str]:
    """Characters of another normal form, which differs in more than marks, those that compose, and unseen ones."""
    found = set(map(chr, [*_UNSEEN, *range(0x1161, 0x1200)]))  # vowels and finals of Korean syllables
    for character in map(chr, [*range(0x80, 0xD800), *range(0xE000, KNOWN)]):
        if decomposed := unicodedata.decomposition(character):
            if not decomposed.startswith("<"):
                found |= {chr(int(code, 16)) for code in decomposed.split()[1:]}
            normal = unicodedata.normalize("NFKC", character)
            if normal != character and any(map(str.isalnum, normal)):
                found.add(character)
    return found
