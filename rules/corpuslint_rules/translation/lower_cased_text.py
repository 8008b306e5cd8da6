"""A text from which all capitals were taken.

Lower-casing is a step of many pipelines, and it cannot be undone: names, sentence starts and acronyms are gone. A
corpus with such texts in it teaches a model to write without capitals.

Lower-cased text and text by people who do not capitalise look alike. The rule therefore wants words that every edited
text writes with a capital, such as names of days, months and countries, or at least 200 letters in several sentences,
and in both cases no "i".

Bad:

    the ministry of health said on monday that the hospital in lyon would open its new wing before the summer.
    in early march, dr. weber told the bbc that he had never been to new york, and that he had no plans to go there.

Good:

    The ministry of health said on Monday that the hospital in Lyon would open its new wing before the summer.
    for (i = 0; i < n; i++) { total += price[i] * count[i]; if (total > max) { max = total; best = i; } }
    bread, butter, eggs, milk, sugar, flour, salt
    i got there late on monday, the bus never came and nobody told us why.
    in certain instances the denial to some of our citizens of the equal protection of the law.

Known false alarms:

    Long messages and poems whose authors write without capitals and never say "i".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Document, Hit
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    from corpuslint.doc import Doc

FEWEST_WORDS = 6
LONG = 200
"""Letters of a text that needs no name to prove that its capitals were taken."""

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FUNCTION = lazy_pattern(
    r"\b(?:the|a|an|of|to|in|and|is|was|that|for|on|with|by|at|it|as|from|this|be|are|were|has|have|had|i|he|she|they|we|or"
    r"|but|not|about|which|his|her|its|their)\b"
)
_NAMES = lazy_pattern(
    r"\b(?:mr|mrs|dr|u\.s|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july"
    r"|august|september|october|november|december|africa|america|asia|australia|brazil|britain|canada|china|egypt"
    r"|england|europe|france|germany|greece|india|iran|iraq|israel|italy|japan|korea|london|mexico|moscow|new york"
    r"|pakistan|poland|russia|scotland|spain|sweden|syria|ukraine|united (?:states|kingdom|nations)|washington"
    r"|(?:afric|americ|asi|austr|australi|brazili|canadi|europe|germ|indi|irani|itali|kore|mexic|russi|syri|ukraini)an"
    r"|arab|british|chinese|christian|dutch|english|french|greek|iraqi|irish|israeli|japanese|jewish|muslim|scottish"
    r"|spanish|swedish)s?\b"
)
_SELF = lazy_pattern(r"i(?<![\w.'’]i)(?![\w.])")
_SENTENCE = lazy_pattern(r"^[\"'“‘(]?[^\W\d_](?s:.*)[.?!][\"'”’)]*$")
_END = lazy_pattern(r"[.?!][\"'”’)]*(?:\s|$)|\n")
_CODE = lazy_pattern(r"[{}\[\]<>=;|\\/_+*#@&~^]|\(\)")


def check(doc: Doc) -> Iterator[Hit]:
    text = doc.text.strip()
    words, function_words, signs = (len(found.findall(text)) for found in (_WORD, _FUNCTION, _CODE))
    prose = words >= FEWEST_WORDS and function_words >= max(1, words // 12) and signs <= 0.02 * len(text)
    if not prose or _SELF.search(text):
        return
    long = sum(map(str.isalpha, text)) >= LONG and len(_END.findall(text)) > 1
    if long or (_NAMES.search(text) and _SENTENCE.search(text)):
        start = doc.text.index(text[0])
        yield Hit(start, start + len(text.split("\n", 1)[0].rstrip()))


RULE = Document(
    code="MT109",
    name="lower-cased-text",
    doc=__doc__,
    message="the text has no capital letters",
    needs=("lower_cased",),
    check=check,
)
