"""Pieces on either side of a hyphen, and whether they are a word that was cut there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, frequency, is_derived, is_word
from corpuslint_rules.english.buffer_words import data as padded_data
from corpuslint_rules.english.lookup import FIRST_CLOSED, LETTERS, PAD, Found, lookup

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer, Places

    Array = npt.NDArray[Any]

_RARE = 1.9
"""Zipf frequency that the whole word has at least."""

_FARTHER = 0.6
"""By so much one of the pieces is rarer than the whole."""

_SPELT_RARE = 1.0
"""Zipf frequency of a whole whose pieces are both no words."""

_WORD = 4.4
"""Pieces that are both at least so frequent make a compound."""

_HYPHEN = lazy_pattern(rb"(?<=[a-z])-(?=[a-z])")
_LONGEST = 15
"""Letters of a piece."""

_ADVERB = LETTERS.index("r") + 1
_BOUND_LONGEST, _ENDING_SHORTEST = 3, 3
_RARER = 46
"""Tenths of Zipf plus one that the rarer piece stays below (one is in doubt as to rounding)."""

_SHORTEST, _SHORT = 5, 6
_FREQUENT = 4.2
"""A whole so frequent that nobody sets its prefix off, and a short one that counts."""

_PREFIXES = words(
    """anti arch auto bi bio co counter cross cyber de down eco extra fore geo half hyper ill infra intra macro mega
    meta micro mid mini mono multi nano
    neo neuro non off out over para photo poly post pre proto pseudo quasi re retro self
    semi super tele thermo tri ultra up vice well"""
)
_ATTACHED = words("""ab ad all by con dis ex in inter mal mis no on pro sub trans un under uni""")
"""Prefixes that rare words have with a hyphen and frequent ones without."""

_BOUND = words("ac ag com con dis ob suc sug syn")
"""Beginnings of words that are never set off."""

_COMPOUNDS = words("today tomorrow tonight anyone everyone anybody everybody maybe cannot already")
"""Words of the closed class that were once written with a hyphen."""

_UNDIVIDED = words("sometimes somewhere somehow therefore however furthermore moreover nevertheless meanwhile")
_PARTICLES = words("in out up off on down ish like")
_KEPT = words("postmortem mahjong wifi agribusiness")

_ENDINGS = lazy_pattern(
    r"(?:[a-z]{0,2}(?:tion|sion)(?:s|al)?|ments?|ings?|ness(?:es)?|[a-z]?(?:ity|ities)|[tsv]ive(?:ly)?|ically|[a-z]?(?:ance|ence)s?)"
)

_AFTER_PREFIX = 2.7
"""A second piece at least so frequent is a word with a prefix before it."""


@lru_cache(maxsize=1 << 13)
def makes_word(first: str, second: str) -> bool:
    """Whether two pieces are a word cut in two rather than a compound. ``first`` may have a capital."""
    first = first.lower()
    word = first + second
    if len(word) < _SHORTEST or (len(word) < _SHORT and frequency(word) < _FREQUENT):
        return False
    if word in _UNDIVIDED or (word in CLOSED_CLASS and word not in _COMPOUNDS):
        return True
    return not _is_compound(first, second) and (_has_bare_ending(first, second) or _is_rarer(first, second))


def _is_compound(first: str, second: str) -> bool:
    """Whether the first piece is a prefix that is set off, the second a particle, or the pieces echo each other."""
    if second.rstrip("s") in _PARTICLES or (first[-1] in "aeio" and first[-1] == second[0]):
        return True
    if first in _PREFIXES or (first.endswith("o") and first != "pro"):
        return first == "co" or frequency(second) >= _AFTER_PREFIX
    alike = first[2:] == second[2:] or first[-2:] == second[-2:]
    return first + second in _KEPT or (first[0] == second[0] and alike)


def _has_bare_ending(first: str, second: str) -> bool:
    """Whether the second piece is no word but the ending of one."""
    return not is_word(second) and _ENDINGS.fullmatch(second) is not None and is_derived(first + second)


def _is_rarer(first: str, second: str) -> bool:
    """Whether one of the pieces is far rarer than the whole, or never stands alone."""
    whole, one, two = frequency(first + second), frequency(first), frequency(second)
    if whole < (_RARE if is_word(first) or is_word(second) else _SPELT_RARE):
        return False
    if first in _BOUND:
        return True
    if first in _ATTACHED and two >= _AFTER_PREFIX and whole < _FREQUENT:
        return False
    return whole - min(one, two) > _FARTHER and min(one, two) < _WORD


def places(buffer: Buffer) -> Places:
    """Where a hyphen between two pieces stands that may make a word."""
    return [match.start() for match in _HYPHEN.finditer(buffer.data)] if buffer.small else _likely_places(buffer)


def _likely_places(buffer: Buffer) -> list[int]:
    """As ``places``, without those that make none: few pieces are rarer than the whole."""
    import numpy as np  # noqa: PLC0415

    data = padded_data(buffer)
    at = np.flatnonzero(data[PAD:-PAD] == ord("-")) + PAD
    at = at[(data[at - 1] - np.uint8(97) < 26) & (data[at + 1] - np.uint8(97) < 26)]
    first, second = _reach(data, at, -1), _reach(data, at, 1)
    fit = (first <= _LONGEST) & (second <= _LONGEST) & (first > 1) & (second > 1)
    at, first, second = at[fit], first[fit], second[fit]
    one, two = lookup(data, at - first, at).frequency, lookup(data, at + 1, at + 1 + second).frequency
    whole = _joined(data, at, first, second)
    rarer = np.minimum(one, two)
    likely = (rarer < _RARER) & (whole.frequency > np.maximum(rarer + int(_FARTHER * 10) - 1, int(_SPELT_RARE * 10)))
    likely |= (whole.code >= FIRST_CLOSED) | (whole.code == _ADVERB)
    likely |= (first <= _BOUND_LONGEST) & (whole.frequency > int(_RARE * 10))
    likely |= (two == 0) & (second >= _ENDING_SHORTEST)
    columns = zip((at - PAD)[likely].tolist(), first[likely].tolist(), second[likely].tolist(), strict=True)
    pieces = ((at, buffer.data[at - one : at], buffer.data[at + 1 : at + 1 + two]) for at, one, two in columns)
    return [at for at, one, two in pieces if two.islower() and makes_word(one.decode(), two.decode())]


def _reach(data: Array, at: Array, step: int) -> Array:
    """How many letters stand before (``step`` -1) or after (1) each place, as far as is looked."""
    import numpy as np  # noqa: PLC0415

    near = data[at[:, None] + step * np.arange(1, _LONGEST + 2)[None, :]]
    letter = (near | np.uint8(32)) - np.uint8(97) < 26
    return np.where(letter.all(axis=1), _LONGEST + 1, letter.argmin(axis=1))


def _joined(data: Array, at: Array, first: Array, second: Array) -> Found:
    """The pieces as one word, looked up in a row of its own for each."""
    import numpy as np  # noqa: PLC0415

    width = 2 * _LONGEST + 8
    column = np.arange(width)[None, :]
    source = (at - first)[:, None] + column + (column >= first[:, None])
    rows = np.zeros((len(at) + 2, width), dtype=np.uint8)
    rows[1:-1] = data[source.clip(max=len(data) - 1)]
    starts = np.arange(1, len(at) + 1) * width
    return lookup(rows.ravel(), starts, starts + first + second)
