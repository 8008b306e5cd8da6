"""Whether a place of a text stands among English words: the language of a text says little of a line in it."""

from __future__ import annotations

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import is_word

_REACH = 150
"""Code points to either side that are looked at, within the line."""

_WORD = lazy_pattern(r"[^\W\d_]+")
_BREAK = lazy_pattern(r"[\r\n]")
_SHARE = 0.8
"""Part of the words around, those with capitals left aside, that must be known where none is English alone."""

_ENGLISH_ALONE = words(
    """about after although and because before between both could did does during each every from has have how into
    its later more most much must new only other our said several she should since such than that the their them then
    there these they this those though three through until what when where whether which while who why with without
    would years you your"""
)
"""Frequent words that are no words, or rare ones, of other languages in Latin letters."""


def among_english(text: str, start: int, end: int, surely: bool = False) -> bool:
    """Whether the words in the same line around ``text[start:end]`` are English; ``surely``: one is English only."""
    before = _BREAK.split(text[max(0, start - _REACH) : start])[-1]
    after = _BREAK.split(text[end : end + _REACH], maxsplit=1)[0]
    around = _WORD.findall(f"{before} {after}")
    if not _ENGLISH_ALONE.isdisjoint(map(str.lower, around)):
        return True
    if surely:
        return False
    small = [word for word in around if word.islower()]
    return sum(map(is_word, small)) >= _SHARE * len(small)
