"""What of a headline comes again in its text: the features of SR105. English.

A word comes again if the text has it, or another form of it, or a word made with it, or the initials that it stands
for. Rare words and names weigh more than common ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpuslint.lazy import lazy_pattern
from corpuslint_rules.english import CLOSED_CLASS, frequency

_WORD = lazy_pattern(r"[^\W_]+(?:['’.&][^\W_]+)*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ian", "ans", "es", "ed", "er",
            "ly", "an", "s", "e", "y")  # fmt: skip
_STOPPED = frozenset((*CLOSED_CLASS, "say", "new", "video", "report", "reports", "how", "why", "us", "not", "first"))
_LEAD = 60
"""Words of the text in which the subject should be named."""

_BODY = 1500
"""Words of the text that are looked at."""

_RARE = 3.6
"""Zipf frequency below which a word is rare; 3 is once in a million words."""

LEAST_WORDS = 3
"""Content words that a headline must have to be judged."""

LEAST_BODY = 40
"""Words that a text must have to be judged."""

NAMES = ("missing", "missing by rarity", "missing in the lead", "rarest missing", "rare words missing",
         "rare words found", "names found", "numbers missing", "pairs found", "frequency in the text", "central words",
         "length of the text", "length of the headline", "missing by rarity, squared",
         "missing by rarity, by length of the text")  # fmt: skip


class Words(NamedTuple):
    """The words of a text in small letters: as a set, by their beginnings, and in order."""

    order: list[str]
    stems: frozenset[str]
    beginnings: frozenset[str]
    initials: frozenset[str]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without possessive endings."""
    found = (word.lower().replace("’", "'").removesuffix("'s").replace(".", "") for word in _WORD.findall(text))
    return [word for word in found if word]


def stem(word: str) -> str:
    """A word without its ending, at least four letters of it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def indexed(body: str) -> Words:
    """The first 1,500 words of a text, and the initials of its capitalised words in a row."""
    order = words_of(body)[:_BODY]
    capitals = [word[0] if word[:1].isupper() else " " for word in _WORD.findall(body)[:_BODY]]
    runs = "".join(capitals).lower().split()
    initials = {run[at : at + size] for run in runs for size in (2, 3, 4) for at in range(len(run) - size + 1)}
    return Words(order, frozenset(map(stem, order)), frozenset(w[:5] for w in order if len(w) > 4), frozenset(initials))


def comes_again(word: str, body: Words) -> bool:
    """Whether a word of the headline stands in the text in one form or another."""
    root = stem(word)
    return (
        root in body.stems
        or (len(word) > 5 and word[:5] in body.beginnings)
        or (len(word) <= 4 and word in body.initials)
        or (len(root) >= 4 and any(root in other for other in body.order))
    )


def features(headline: str, body: str) -> list[float] | None:
    """The features in the order of ``NAMES``; None where headline or text is too short to be judged."""
    title = list(dict.fromkeys(word for word in words_of(headline) if word not in _STOPPED and len(word) > 1))
    text = indexed(body)
    if len(title) < LEAST_WORDS or len(text.order) < LEAST_BODY:
        return None
    lead = indexed(" ".join(body.split(None, _LEAD)[:_LEAD]))
    found = {word: comes_again(word, text) for word in title}
    rarity = {word: max(7.0 - (frequency(word) or 2.0), 0.5) for word in title}
    missed = [word for word in title if not found[word]]
    rare = [word for word in title if rarity[word] > 7.0 - _RARE]
    names = [word for word in title if not frequency(word) and not word.isdigit()]
    numbers = [word for word in title if word[0].isdigit()]
    counts = Counter(map(stem, text.order))
    central = [
        s for s, _ in Counter({s: n for s, n in counts.items() if s not in _STOPPED and len(s) > 3}).most_common(8)
    ]
    roots = {stem(word) for word in title}
    missing, length = sum(rarity[word] for word in missed) / sum(rarity.values()), math.log10(len(text.order))
    return [
        len(missed) / len(title),
        missing,
        sum(rarity[word] for word in title if not comes_again(word, lead)) / sum(rarity.values()),
        max((rarity[word] for word in missed), default=0.0) / 5,
        _share_missing(rare, found),
        _capped(sum(found[word] for word in rare)),
        _capped(sum(found[word] for word in names)),
        _share_missing(numbers, found),
        _capped(_pairs(headline, text.order)),
        _capped(sum(counts[stem(word)] for word in title) * 100 / len(text.order)),
        sum(root in roots for root in central) / 8,
        length,
        math.log10(len(title)),
        missing**2,
        missing * length,
    ]


def _share_missing(words: Sequence[str], found: dict[str, bool]) -> float:
    return sum(not found[word] for word in words) / len(words) if words else 0.0


def _capped(count: float) -> float:
    return min(count, 4.0) / 4


def _pairs(headline: str, body: Iterable[str]) -> int:
    """Pairs of neighbouring words, one of them at least with a content, that both have."""
    pairs = set(pairwise(map(stem, body)))
    return sum(pair in pairs for pair in pairwise(map(stem, words_of(headline))) if not _STOPPED.issuperset(pair))
