"""A word said twice by mistake.

Machine translation and text generators get stuck on a word, editing leaves one behind, and joining lines doubles the
word at the seam. In prose a doubled word is nearly always a mistake; words that people do say twice ("very very",
"had had", "bye bye") and names ("Duran Duran") stay silent, as do languages that double words by their grammar.

Bad:

    The bridge was closed for repairs at at least one end.
    Engineers tested the the new pumps before the flood.
    The ministry will publish its report report next week.
    The factory has been idle since the spring of 2016 2016.
    The delegation arrived in the capital late on Tuesday Tuesday.

Good:

    He had had enough, and the fact that that door was open did not help.
    It was a very very long way to Pago Pago.
    The law it was drafted to replace is, is it not, still in force.
    No no no! Leave the children out of this, he shouted.
    The fossils belong to Homo sapiens sapiens.

Known false alarms:

    Song texts, play on words, and doubling for contrast ("a salad salad").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Document, Hit
from corpuslint.language import language_of
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.translation._adjacent import places, words_twice
from corpuslint_rules.translation._said_twice import BEFORE_TO, DOUBLING, ELSEWHERE, EXCLAIMED, GRAMMATICAL, NAMES

if TYPE_CHECKING:
    from corpuslint.doc import Doc

_TWICE = lazy_pattern(
    r"(?<![^\s\"'“‘(\[])(?P<word>[^\W_][\w.,'’–/-]*+(?<=\w)) +(?P=word)(?: +(?P=word))*(?!\w|['’\-][^\W_]|\.\.)"
)
_SENTENCE_END = lazy_pattern(r"[\"'”’)\]]*[.?][\"'”’)\]]*(?:\s|$)")
_OPENING = lazy_pattern(r"(?<!\b[A-Z])[.!?…][\"'”’)]* ")
_SYLLABLE = lazy_pattern(r"[bcdfghjklmnpqrstwxyz]{0,2}[aeiou]{1,3}(?:ng?|r)?")
REACH = 400
"""Characters before a doubled word that are looked at."""

LEFT_WORDS = 6
"""Words that must stand before a doubled name, number or grammatical word at a sentence's end."""


def check(doc: Doc, at: Sequence[int]) -> Iterator[Hit]:
    for found in _twice(doc, words_twice(doc, at)):
        if _is_mistake(found, doc.text) and _language(doc, found.start()) not in DOUBLING:
            yield Hit(found.start(), found.end())


def _language(doc: Doc, at: int) -> str | None:
    """The language of the line, where it shows one, or else of the text."""
    return language_of(doc.lines[doc.line_index(at)].text) or doc.language


def _twice(doc: Doc, words: set[str]) -> list[re.Match[str]]:
    """Where a word stands twice in a row. Searching for the few words that do is far faster than the pattern."""
    by_end: dict[int, re.Match[str]] = {}
    for word in words:
        at = doc.text.find(f"{word} ")
        while at >= 0:
            if found := _TWICE.match(doc.text, at):
                by_end.setdefault(found.end(), found)
            at = doc.text.find(f"{word} ", found.end() if found else at + 1)
    return [by_end[end] for end in sorted(by_end)]


def _is_mistake(found: re.Match[str], text: str) -> bool:
    """Whether nobody says this word twice at this place."""
    word, before = found["word"], re.split(r"[\n\r]", text[max(0, found.start() - REACH) : found.start()])[-1]
    folded = word.casefold()
    if folded in EXCLAIMED or folded in NAMES or folded in ELSEWHERE or found[0].count(word) == 3:
        return False
    left = len(_OPENING.split(before)[-1].split())
    if _SENTENCE_END.match(text, found.end()) and left >= LEFT_WORDS:
        return word.islower() or (len(word) > 2 - word.isupper() and not _SYLLABLE.fullmatch(folded)) or word.isdigit()
    if not left or not word.isalpha() or not word.islower() or folded in GRAMMATICAL:
        return False
    return folded != "to" or not before.split() or before.split()[-1] not in BEFORE_TO


RULE = Document(
    code="MT106",
    name="repeated-words",
    version=2,
    doc=__doc__,
    message="said twice: {match}",
    needs=(),
    sieve=places,
    check=check,
)
