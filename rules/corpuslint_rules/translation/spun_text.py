"""A text whose words were swapped for synonyms, one by one, by a paraphrasing tool.

Spinners disguise copied texts. They know synonyms but no phrases, so set phrases break: real estate becomes "genuine
domain", twelve years "12 a long time", the United States the "Joined together States". A phrase that nobody writes
is enough; phrases that a careless writer might have must come together, three of them within a few paragraphs. The
finding stands at the first and shows the others.

Bad:

    The genuine domain firm sold its towers 12 a long time after they were built.
    Concurring to the ministry, the modern dam will bring moo cost power to the valley.
    The harbour was beneath construction some time recently the war.

Good:

    The real estate firm sold its towers twelve years after they were built.
    The public domain holds genuine treasures, and this tool sold "genuine domain" for real estate.
    A long time after the war, the harbour beneath the cliffs was under construction.

Known false alarms:

    Articles about spinning that give such phrases without quotation marks; verse, and comic writing.

Source:

    Phrases and their method in spun_text.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint import Hit, PhraseMatch, Phrases
from corpuslint.fold import fold
from corpuslint.judge import phrase_stands
from corpuslint.lazy import lazy_pattern
from corpuslint.lexicon import read_phrases
from corpuslint_rules.translation._cited import in_own_marks

if TYPE_CHECKING:
    from corpuslint.doc import Doc
    from corpuslint.unit import Unit

STRONG = 3
"""The weight of a phrase that nobody writes; that of a weak one is 1."""

ENOUGH = 3
"""So much weight within ``REACH`` is a finding."""

REACH = 3_000
"""Code points that phrases which bear each other out may be apart."""

PER = 10_000
"""In a long text so many code points need that weight each: what was spun breaks phrases all over."""

SHOWN = 4

_WEAK = Path(__file__).with_name("spun_text.weak.en.txt")
_PAIR = lazy_pattern(r"(?=(?<!\w)(\w[\w']*\W{1,2}\w+))")


class Broken(NamedTuple):
    """A phrase of the lexicon in a document."""

    start: int
    end: int
    phrase: str
    weight: int


def check(match: PhraseMatch, unit: Unit) -> Iterator[Hit]:
    """One finding for the document, at its first phrase that others bear out."""
    found = unit.doc.once(evidence)
    if found and found[0].start == unit.start + match.start:
        others = tuple((broken.start, broken.end) for broken in found[1:])
        yield Hit(match.start, found[0].end - unit.start, _message(unit.doc.text, found), related=others)


def _message(text: str, found: list[Broken]) -> str:
    first = {broken.phrase: text[broken.start : broken.end] for broken in reversed(found)}
    shown = list(reversed(first.values()))
    more = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
    return "synonyms swapped word by word: " + ", ".join(f'"{phrase}"' for phrase in shown[:SHOWN]) + more


def evidence(doc: Doc) -> list[Broken]:
    """The broken phrases of a document that weigh enough among those near them, in order."""
    found = longest(broken_phrases(doc.text))
    if sum({broken.phrase: broken.weight for broken in found}.values()) * PER < ENOUGH * len(doc.text):
        return []
    return [broken for broken, weight in zip(found, _weights(found), strict=True) if weight >= ENOUGH]


def _weights(found: Sequence[Broken]) -> Iterator[int]:
    """For each the weight of all phrases near it and its own; a phrase that stands there twice weighs once."""
    near: Counter[str] = Counter()
    first = after = weight = 0
    for broken in found:
        while after < len(found) and found[after].start <= broken.start + REACH:
            weight += 0 if near[found[after].phrase] else found[after].weight
            near[found[after].phrase] += 1
            after += 1
        while found[first].start < broken.start - REACH:
            near[found[first].phrase] -= 1
            weight -= 0 if near[found[first].phrase] else found[first].weight
            first += 1
        yield weight


def longest(found: list[Broken]) -> list[Broken]:
    """Of phrases that overlap the heavier, then the longer, in order."""
    kept: list[Broken] = []
    for broken in found:
        if kept and broken.start < kept[-1].end:
            kept[-1] = max(kept[-1], broken, key=lambda b: (b.weight, b.end - b.start))
        else:
            kept.append(broken)
    return kept


def broken_phrases(text: str) -> list[Broken]:
    """All phrases of the lexicon in a text that are not quoted, in order."""
    folded, by_pair = fold(text), _lexicon()
    found = []
    for pair in _PAIR.finditer(folded):
        for phrase, weight in by_pair.get(pair[1], ()):
            start, end = pair.start(), pair.start() + len(phrase)
            if phrase_stands(text, start, end, phrase) and not in_own_marks(text, start, end):
                found.append(Broken(start, end, phrase, weight))
    return found


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, list[tuple[str, int]]]:
    """Phrases with their weights, by their first two words as they are written."""
    weak = {line for line in _WEAK.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")}
    by_pair: dict[str, list[tuple[str, int]]] = {}
    for phrase in read_phrases(RULE):
        pair = re.match(r"\w[\w']*\W{1,2}\w+", phrase.text)
        if pair is None:
            raise ValueError(f"{phrase.text!r} of spun_text has no two words")
        by_pair.setdefault(pair[0], []).append((phrase.text, 1 if phrase.text in weak else STRONG))
    return by_pair


RULE = Phrases(
    code="MT104",
    name="spun-text",
    version=2,
    doc=__doc__,
    message="synonyms swapped word by word: {match}",
    languages=frozenset({"en"}),
    files=__file__,
    check=check,
    strength="decisive",
)
