"""What the last piece of a text looks like: the features by which a learned model tells whether it was cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.splits._words import ARTICLES, BE, DEMONSTRATIVES, HAVE, MODALS, POSSESSIVES

_WORD = lazy_pattern(r"[^\W_]+(?:['’.,-][^\W_]+)*[,;:]?|[-–—\"“”()]")
_SUFFIX = lazy_pattern(r"(?:ing|ed|ly|tions?|ments?|ness|ity|ous|ful|ive|al|able|ible|est|er|ies|ss|us|is|s)$")
_VERBS = (
    BE
    | HAVE
    | MODALS
    | words(
        """do does did don't doesn't didn't isn't aren't wasn't weren't can't won't wouldn't couldn't it's that's he's
        she's there's i'm we're they're you're said says say made make makes took take takes went goes go came come
        comes got get gets gave give gives found find finds knew know knows thought think thinks told saw see became
        become becomes began begin begins left held kept brought felt let put ran led met paid lost won stood seems seem
        seemed want wants need needs like likes cannot"""
    )
)
_OPENERS = words(
    """if when while although though because as since after before until unless whereas despite during in on at for
    from with without by of to under over between among through whether once given"""
)
_DETERMINERS = ARTICLES | DEMONSTRATIVES | POSSESSIVES
_LENGTHS = (3, 4, 5, 6, 8, 10, 13, 17, 22, 30)


def features(fragment: str) -> Iterator[str]:
    """Names of what holds of a sentence, or the start of one, without its final stop."""
    tokens = _WORD.findall(fragment)
    if not tokens:
        return
    kinds = [_kind(token) for token in tokens]
    low = [token.lower() for token in tokens]
    last = ["", "", *low][-3:]
    yield from (f"1={last[2]}", f"2={last[1]}", f"3={last[0]}", f"12={last[1]} {last[2]}")
    ends = ["^", "^", "^", *kinds][-4:]
    yield from (f"k1={ends[3]}", f"k12={ends[2]} {ends[3]}", f"k123={ends[1]} {ends[2]} {ends[3]}")
    yield f"k1234={' '.join(ends)}"
    yield f"s1={low[-1][-3:]}"
    length = sum(1 for most in _LENGTHS if len(tokens) > most)
    verbs = [at for at, word in enumerate(low) if _may_be_verb(word, kinds[at], at)]
    far = min(len(tokens) - 1 - verbs[-1], 6) if verbs else 9
    yield from (f"n={length}", f"v={min(len(verbs), 3)}", f"far={far}", f"n={length} v={bool(verbs)}")
    yield f"far={far} k1={ends[3]}"
    comma = any(token.endswith(",") for token in tokens[1:-1])
    opening = low[0] if low[0] in _OPENERS or low[0] in _DETERMINERS else kinds[0]
    yield from (f"open={opening}", f"open={opening} v={min(len(verbs), 2)} {comma}")
    small = sum(1 for word in low if word in _DETERMINERS)
    aids = sum(1 for word in low if word in _AIDS)
    share = 4 * sum(1 for word in low if word in _CLOSED) // len(low)
    yield from (f"d={min(small, 3)} n={length}", f"aux={min(aids, 2)} d={min(small, 2)}", f"closed={share} n={length}")
    yield f"open={opening} d={min(small, 2)}"
    if tokens[-1][-1] in ",;:":
        yield "comma"
    if fragment.count('"') % 2 or fragment.count("“") > fragment.count("”"):
        yield "quote"
    if fragment.count("(") > fragment.count(")"):
        yield "bracket"


def has_verb(fragment: str) -> bool:
    """Whether a fragment holds a common finite verb or a word in -ed."""
    return any(_may_be_verb(token.lower(), _kind(token), at) for at, token in enumerate(_WORD.findall(fragment)))


def _may_be_verb(word: str, kind: str, at: int) -> bool:
    return word in _VERBS or (kind == "ed" and at > 0)


def _kind(token: str) -> str:
    """A word's class: itself if it is a small common one, else its case and suffix."""
    low = token.lower().rstrip(",;:")
    if low in _CLOSED:
        return low
    if not low or not low[0].isalnum():
        return token
    if low[0].isdigit():
        return "0"
    if token[0].isupper():
        return "A" if len(token) > 1 else "A."
    found = _SUFFIX.search(low)
    return found[0] if found and len(low) > len(found[0]) + 1 else "w"


_AIDS = BE | HAVE | MODALS
_CLOSED = (
    _DETERMINERS
    | _VERBS
    | _OPENERS
    | words("and or but nor not that which who whom whose than so what how where why it he she they we you i")
    | words("them him us me")
)


@cache
def weights() -> dict[str, float]:
    """What the training left: the weight of each feature, and under the empty name what is added for every text."""
    table: dict[str, float] = json.loads(Path(__file__).with_name("truncated_text.json").read_text(encoding="utf-8"))
    return table


def score(fragment: str) -> float:
    """The logarithm of the odds that the fragment is not the whole of a sentence."""
    table = weights()
    return table[""] + sum(table.get(name, 0.0) for name in features(fragment))
