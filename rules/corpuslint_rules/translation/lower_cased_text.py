"""A text from which all capitals were taken.

Lower-casing is a step of many pipelines, and it cannot be undone: names, sentence starts and acronyms are gone. A
corpus with such texts in it teaches a model to write without capitals.

Bad:

    the ministry of health said on monday that the hospital in lyon would open its new wing before the summer.
    in early march, dr. weber told the bbc that he had never been to new york, and that he had no plans to go there.

Good:

    The ministry of health said on Monday that the hospital in Lyon would open its new wing before the summer.
    for (i = 0; i < n; i++) { total += price[i] * count[i]; if (total > max) { max = total; best = i; } }
    bread, butter, eggs, milk, sugar, flour, salt

Known false alarms:

    Poems and messages whose authors write without capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Document, Hit

if TYPE_CHECKING:
    from corpuslint.doc import Doc

FEWEST_WORDS = 6
SENTENCE_WORDS = 10
"""Words of a text that ends like a sentence; a shorter one may be a heading or a fragment."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FUNCTION = re.compile(
    r"\b(?:the|a|an|of|to|in|and|is|was|that|for|on|with|by|at|it|as|from|this|be|are|were|has|have|had|i|he|she|they|we|or"
    r"|but|not|about|which|his|her|its|their)\b"
)
_NAMES = re.compile(
    r"\b(?:i|i['’](?:m|ve|ll|d)|mr|mrs|dr|u\.s|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february"
    r"|april|june|july|august|september|october|november|december|america|europe|china|germany|france|russia|india"
    r"|(?:americ|europe|germ|russi|indi|afric|itali|austr|brazili|mexic)an|chinese|japanese|french|british|english|spanish)\b"
)
_SENTENCE = re.compile(r"^[\"'“‘(]?[^\W\d_](?s:.*)[.?!][\"'”’)]*$")
_CODE = re.compile(r"[{}\[\]<>=;|\\/_+*#@&~^]|\(\)")


def check(doc: Doc) -> Iterator[Hit]:
    text = doc.text.strip()
    words, function_words, signs = (len(found.findall(text)) for found in (_WORD, _FUNCTION, _CODE))
    prose = words >= FEWEST_WORDS and function_words >= max(1, words // 12) and signs <= 0.02 * len(text)
    if prose and (_NAMES.search(text) or (words >= SENTENCE_WORDS and _SENTENCE.search(text))):
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
