"""What the last piece of a line looks like: the features by which a learned model tells whether its end was cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, tag
from corpuslint_rules.splits._words import ARTICLES, BE, DEMONSTRATIVES, HAVE, MODALS, POSSESSIVES

_BREAK = lazy_pattern(r"[.!?…:;][\"”’)\]]*\s+(?=[\"“(A-Z0-9])")
_WORD = lazy_pattern(r"[^\W_]+(?:['’.-][^\W_]+)*")
_STYLE = (
    ("single", lazy_pattern(r"(?<!\w)['‘]\w")),
    ("colon", lazy_pattern(r"\w: ")),
    ("dash", lazy_pattern(r" [-–—] ")),
    ("upper", lazy_pattern(r"(?<!\w)[A-Z]{4,}(?!\w)")),
    ("inner comma", lazy_pattern(r",.")),
)
_AIDS = BE | HAVE | MODALS
_FINITE = (_AIDS - {"be", "been", "being"}) | words("do does did cannot said says")
_DETERMINERS = ARTICLES | DEMONSTRATIVES | POSSESSIVES
_PERSONAL = words("i my me you your we our us i'm i've i'll i'd you're you've we're we've let's")
_SHORT_FORMS = ("n't", "'re", "'ve", "'ll", "'d", "'m")
_CLOSED = frozenset(CLOSED_CLASS)
_LENGTHS = (3, 4, 5, 6, 8, 10, 13, 17, 22, 30)


def last_piece(line: str) -> str:
    """What stands behind the last end of a sentence within a line."""
    return _BREAK.split(line)[-1]


def features(line: str) -> Iterator[str]:
    """Names of what holds of a line that has no stop at its end, and of the piece it ends with."""
    fragment = last_piece(line)
    parts = _WORD.findall(fragment)
    if not parts:
        return
    low = [part.lower().replace("’", "'") for part in parts]
    kinds = [_kind(part, at) for at, part in enumerate(parts)]
    length = f"n={sum(1 for most in _LENGTHS if len(low) > most)}"
    finite = [at for at, kind in enumerate(kinds) if _is_finite(kind)]
    yield from _ending(low, kinds, finite)
    yield from _whole(low, kinds, len(finite), length)
    yield from _style(line, fragment, parts, low, length)
    if len(fragment) < len(line):
        yield from ("prior", f"prior {length}", f"prior verbs={min(len(finite), 2)}")


def _ending(low: list[str], kinds: list[str], finite: list[int]) -> Iterator[str]:
    """The last words and their classes, and how far back the last verb stands."""
    third, second, first = ["", "", *low][-3:]
    yield from (f"1={first}", f"2={second}", f"3={third}", f"12={second} {first}", f"end={first[-3:]}")
    tail = ["^", "^", "^", *kinds][-4:]
    yield from (f"k{4 - at}={' '.join(tail[at:])}" for at in range(4))
    yield f"far={min(len(kinds) - 1 - finite[-1], 6) if finite else 9} k={kinds[-1]}"


def _whole(low: list[str], kinds: list[str], finite: int, length: str) -> Iterator[str]:
    """How the piece opens, its length, verbs and small words."""
    verbs, possible = f"verbs={min(finite, 3)}", sum(1 for kind in kinds if kind in "ve")
    yield from (length, verbs, f"{verbs} {length}", f"{verbs} possible={min(possible, 2)}")
    yield from (f"open={' '.join(kinds[:size])}" for size in (1, 2, 3))
    yield f"open={kinds[0]} {verbs}"
    determiners = sum(1 for word in low if word in _DETERMINERS)
    articles = sum(1 for word in low if word in ARTICLES)
    aids = sum(1 for word in low if word in _AIDS)
    yield from (f"det={min(determiners, 3)} {length}", f"aids={min(aids, 2)} det={min(determiners, 2)}")
    yield f"articles={min(articles, 3)} {verbs} {length}"
    yield f"closed={4 * sum(1 for word in low if word in _CLOSED) // len(low)} {length}"


def _style(line: str, fragment: str, parts: list[str], low: list[str], length: str) -> Iterator[str]:
    """What tells headlines and posts from edited prose: capitals, marks, persons, short forms."""
    capitals = f"capitals={5 * sum(part[0].isupper() for part in parts[1:]) // max(1, len(parts) - 1)}"
    yield from (f"{capitals} {length}", f"{capitals} articles={not ARTICLES.isdisjoint(low)}")
    person, short = not _PERSONAL.isdisjoint(low), any(word.endswith(_SHORT_FORMS) for word in low)
    yield f"person={person} short={short} prior={len(fragment) < len(line)}"
    yield from (name for name, pattern in _STYLE if pattern.search(fragment))
    if "&" in line or "!" in line:
        yield "informal"
    if fragment.count('"') % 2 or fragment.count("“") > fragment.count("”"):
        yield "quote"
    if fragment.count("(") > fragment.count(")"):
        yield "bracket"
    if fragment[-1] in ",;:-":
        yield "mark"


def _is_finite(kind: str) -> bool:
    return kind in "zdm" or kind in _FINITE or ("'" in kind and kind.endswith(("'s", *_SHORT_FORMS)))


def _kind(part: str, at: int) -> str:
    """A word's class: itself if it is of a closed class, else its most likely tag, or that it is a name or a number."""
    low = part.lower().replace("’", "'")
    if low in _CLOSED:
        return low
    if part[0].isdigit():
        return "0"
    return "N" if part[0].isupper() and at else tag(low)


def has_verb(fragment: str) -> bool:
    """Whether a piece holds a word that is most likely a finite verb."""
    return any(_is_finite(_kind(part, at)) for at, part in enumerate(_WORD.findall(fragment)))


@cache
def weights() -> dict[str, float]:
    """What the training left: the weight of each feature, and under the empty name what is added for every text."""
    table: dict[str, float] = json.loads(Path(__file__).with_name("truncated_text.json").read_text(encoding="utf-8"))
    return table


def score(line: str) -> float:
    """The logarithm of the odds that the line is prose of which the end is missing."""
    table = weights()
    return table[""] + sum(table.get(name, 0.0) for name in set(features(line)))
