"""A word in another script in the middle of an English sentence.

Machine translation leaves words untranslated that it does not know, and mixed-language generation slips from one
language into another. A foreign word that an author cites stands in brackets, in quotation marks, or next to words
that say what it is; one that takes a word's place in a sentence was left behind.

Bad:

    The ministry отрицает that the road was ever closed.
    Farmers in the valley 因为 of the drought sold half their cattle.
    More than half of the voters 반대했다 the plan last autumn.

Good:

    The ministry denied (отрицать) that the road was ever closed.
    The character 因 means cause.
    Her name, Кира, is short for Kirill's daughter.
    She shouted "ура" and ran out.
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

if TYPE_CHECKING:
    from corpuslint.doc import Doc

OTHER = "[\u0400-\u1cff\u2e80-\ud7ff]"
SHARE = 0.2
"""Part of a text that may be in other scripts: beyond it the text is simply in two languages."""

REACH = 40
"""Characters before a word in which it may be said to be cited."""

ENGLISH_WORDS = 4
"""Words in small letters that make a line a sentence and not an entry of a menu."""

_ENGLISH = lazy_pattern(r"\b[a-z]+\b")
_WORD = lazy_pattern(
    rf"(?:^|[.!?] |\b(?:[a-z]+|[0-9][0-9,.]*)[,;]? )(?P<word>{OTHER}+(?:[ \u200c\u200d-]{OTHER}+){{0,3}})"
    r"(?=[,.;]? [a-zA-Z0-9]|[.,;:!?]?$|['’]s )"
)
_CITED = lazy_pattern(
    r"\b(?:word|term|name|named|called|characters?|letters?|means?|meaning|written|spell?ed|spelt|pronounced|script|phrase"
    r"|symbol|kanji|hashtag|titled?|entitled|as|or|from|suffix|prefix|particle|verb|noun|syllable|says?|said|reads?"
    r"|translated|is|in)[,:]? $"
)
_GLOSSED = lazy_pattern(
    r"[,.;]? (?:mean(?:s|t|ing)?|is|was|are|or|refers?|literally|translates?|st(?:ands|ood)|in [A-Z]\w+(?:ese|an))\b"
)


def check(doc: Doc) -> Iterator[Hit]:
    for line in doc.lines:
        if line.text.isascii() or len(re.findall(OTHER, line.text)) > SHARE * len(line.text):
            continue
        if len(_ENGLISH.findall(line.text)) < ENGLISH_WORDS:
            continue
        for found in _WORD.finditer(line.text):
            start, end = found.span("word")
            cited = _CITED.search(line.text, max(0, start - REACH), start) or _GLOSSED.match(line.text, end)
            if not cited:
                yield Hit(line.start + start, line.start + end)


RULE = Document(
    code="MT102",
    name="foreign-leftover",
    doc=__doc__,
    message="left in another language: {match}",
    languages=frozenset({"en"}),
    needs=("other_script",),
    check=check,
)
