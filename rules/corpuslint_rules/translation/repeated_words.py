"""A word said twice by mistake.

Machine translation and text generators get stuck on a word, editing leaves one behind, and joining lines doubles the
word at the seam. In prose a doubled word is nearly always a mistake; words that people do say twice ("very very",
"had had", "bye bye") and names ("Duran Duran") stay silent.

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
from collections.abc import Iterator
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from corpuslint import Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.translation._said_twice import BEFORE_TO, EXCLAIMED, GRAMMATICAL, NAMES

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


def check(doc: Doc) -> Iterator[Hit]:
    for line in doc.lines:
        if not _holds_repeat(line.text):
            continue
        for found in _TWICE.finditer(line.text):
            if is_mistake(found, line.text):
                yield Hit(line.start + found.start(), line.start + found.end())


def _holds_repeat(line: str) -> bool:
    """Whether a word equals the one before it, but for punctuation after it: far faster than the pattern."""
    words = line.split()
    alike = compress(pairwise(words), map(str.startswith, words[1:], words))
    return any(first[-1].isalnum() and not second[len(first) : len(first) + 1].isalnum() for first, second in alike)


def is_mistake(found: re.Match[str], line: str) -> bool:
    """Whether nobody says this word twice at this place."""
    word, before = found["word"], line[max(0, found.start() - REACH) : found.start()]
    folded = word.casefold()
    if folded in EXCLAIMED or folded in NAMES or found[0].count(word) == 3:
        return False
    left = len(_OPENING.split(before)[-1].split())
    if _SENTENCE_END.match(line, found.end()) and left >= LEFT_WORDS:
        return word.islower() or (len(word) > 2 - word.isupper() and not _SYLLABLE.fullmatch(folded)) or word.isdigit()
    if not left or not word.isalpha() or not word.islower() or folded in GRAMMATICAL:
        return False
    return folded != "to" or not before.split() or before.split()[-1] not in BEFORE_TO


RULE = Document(
    code="MT106",
    name="repeated-words",
    doc=__doc__,
    message="said twice: {match}",
    needs=("adjacent_repeats",),
    check=check,
)
