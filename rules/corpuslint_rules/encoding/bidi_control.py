"""Controls of writing direction in a text that has no use for them.

Overrides make text show in another order than it is stored in, which is how names, links and code are faked. Marks and
embeddings without any right-to-left letter in the text are left from a word processor. In Arabic, Hebrew and other
right-to-left text only overrides are reported. A text has one finding for each control, with their number.

Bad:

    Open the file invoice\u202egpj.exe now.

    \u202a+44 20 7946 0000\u202c is the number to call.

    A plain sentence\u200e with a mark.

Good:

    Open the file invoice.exe now.

    The Hebrew word \u200f\u05e9\u05dc\u05d5\u05dd\u200f means peace.

    \u202b\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645\u202c
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint.statistics import BIDI_CONTROL
from corpuslint_rules.encoding._grouped import grouped

_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ALM = "\u061c"
_OVERRIDES = "\u202d\u202e"


def check(doc: Doc) -> Iterable[Hit]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    right_to_left = any(m[0] != _ALM for m in _RIGHT_TO_LEFT.finditer(doc.text))
    for match in BIDI_CONTROL.finditer(doc.text):
        if match[0] in _OVERRIDES or not right_to_left:
            found[match[0]].append(match.span())
    for character, spans in found.items():
        yield grouped(spans, f"{unicodedata.name(character).lower()} U+{ord(character):04X}")


RULE = Document(
    code="EN104",
    name="bidi-control",
    doc=__doc__,
    message="control of writing direction",
    check=check,
    needs=("bidi_controls",),
)
