"""A word in another script in the middle of an English sentence.

Machine translation leaves words untranslated that it does not know, and mixed-language generation slips from one
language into another. A foreign word that an author cites stands in brackets, in quotation marks, or next to words
that say what it is; one that takes a word's place in a sentence was left behind.

Bad:

    The ministry отрицает that the road was ever closed.
    Farmers in the valley 因为 of the drought sold half their cattle.
    The 公园 lies between two rivers and is open all year.
    More than half of the voters 반대했다 the plan last autumn.

Good:

    The ministry denied (отрицать) that the road was ever closed.
    The character 因 means cause.
    Her name, Кира, is short for Kirill's daughter.
    She shouted "ура" and ran out.
    The capital Москва lies on the river of the same name.
    The word удар means a blow.

Known false alarms:

    Texts about a language, or about names, that set foreign words without quotation marks or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.english import tag

if TYPE_CHECKING:
    from corpuslint.doc import Doc

OTHER = "[\u0400-\u1cff\u2e80-\ud7ff\uff10-\uff19]"
SHARE = 0.2
"""Part of a text that may be in other scripts: beyond it the text is simply in two languages."""

REACH = 40
"""Characters before a word in which it may be said to be cited."""

ENGLISH_WORDS = 4
"""Words in small letters that make a line a sentence and not an entry of a menu."""

_ENGLISH = lazy_pattern(r"\b[a-z]+\b")
_WORD = lazy_pattern(
    rf"(?:^|[.!?:;] |(?P<left>[^\s\"“”‘«(]+) )(?P<word>{OTHER}+(?:[ \u200c\u200d/-]{OTHER}+){{0,3}}(?:\d{OTHER}+)?)"
    r"(?=[,.;)]? [a-zA-Z0-9(–-]|[.,;:!?]?[\"”)]*$|[:–-]|['’]s )"
)
_CITED = lazy_pattern(
    r"\b(?:word|term|name|named|called|characters?|letters?|means?|meaning|written|spell?ed|spelt|pronounced|script"
    r"|phrase|symbol|kanji|hashtag|titled?|entitled|suffix|prefix|particle|verb|noun|syllable|reads?|translated)"
    r"(?: as)?[,:]? $"
    r"|\b(?:known|rendered|given|used) as $"
)
_GLOSSED = lazy_pattern(
    r"[,.;]? (?:mean(?:s|t|ing)?|refers?|literally|translates?|st(?:ands|ood)|or|in [A-Z]\w+(?:ese|an))\b"
)
_EQUATED = lazy_pattern(r",? (?:is|was|are|were)\b")
_LEADING = lazy_pattern(
    r"(?i:the|an?|th(?:is|at|ese|ose)|my|your|his|her|its|our|their|of|to|in|on|at|by|for|from|with|and|most|some|many|all|when|since|before|after|while|he|she|it|they|we|such|other|both|each)$|.+['’]s?$"
)
"""Words that must be followed by more of their phrase: what stands behind them takes a word's place."""

_PLAIN = lazy_pattern(r"[a-z]|[0-9][0-9,.a-z]*,?$|\W$|\(?\d+\),?$")


def check(doc: Doc) -> Iterator[Hit]:
    for line in doc.lines:
        if line.text.isascii() or len(re.findall(OTHER, line.text)) > SHARE * len(line.text):
            continue
        if len(_ENGLISH.findall(line.text)) < ENGLISH_WORDS:
            continue
        for found in _WORD.finditer(line.text):
            if not _is_cited(found, line.text):
                yield Hit(line.start + found.start("word"), line.start + found.end("word"))


def _is_cited(found: re.Match[str], line: str) -> bool:
    """Whether a foreign word is mentioned, or glosses the name before it, instead of being a part of the sentence."""
    start, end = found.span("word")
    if _CITED.search(line, max(0, start - REACH), start) or _GLOSSED.match(line, end):
        return True
    left, word = found["left"], found["word"]
    if left is None or _LEADING.match(left):
        return False
    if word[0].isupper() or (_EQUATED.match(line, end) and left[-1] != "," and tag(left) != "j"):
        return True
    amid_name = not word[0].islower() and line[end : end + 2].strip()[:1].isupper()
    return not (_PLAIN.match(left) or word[0].islower() or amid_name)


RULE = Document(
    code="MT102",
    name="foreign-leftover",
    doc=__doc__,
    message="left in another language: {match}",
    # no languages: a text with foreign words in it may be taken for no English; the rule looks at the words beside them
    version=3,
    needs=("other_script",),
    check=check,
)
