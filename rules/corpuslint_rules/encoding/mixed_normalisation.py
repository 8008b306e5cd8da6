"""Letters with accents written in two ways in one text: as one character, and as a letter with a combining mark.

Both look alike, but they are different strings: search, counts and de-duplication treat ``é`` and ``e`` with U+0301 as
different words. A text that is decomposed throughout is left alone. A text has one finding, with the number of words.

Bad:

    The caf\u00e9 and the old cafe\u0301 next door.

    Mu\u0308ller schrieb an M\u00fcller.

    Vi\u00ea\u0323t Nam l\u00e0 Vi\u1ec7t Nam

Good:

    The caf\u00e9 and the other caf\u00e9.

    Mu\u0308ller schrieb nach Ko\u0308ln.

    The angle is 5\u00b0 at 3 \u212b, said Ren\u00e9.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.encoding._grouped import grouped

_WORD = lazy_pattern(r"\S*[^\x00-\x7f]\S*")


def check(doc: Doc) -> Iterable[Hit]:
    """Only marks that the text has both ways count: a stress mark beside composed letters is no mixture."""
    decomposed: list[tuple[tuple[int, int], set[str]]] = []
    composed: set[str] = set()
    for match in _WORD.finditer(doc.text):
        word = match[0]
        if len(unicodedata.normalize("NFC", word)) < len(word):
            decomposed.append((match.span(), _marks(word)))
        else:
            composed |= _marks(unicodedata.normalize("NFD", word)) - _marks(word)
    mixed = [span for span, marks in decomposed if marks & composed]
    if mixed:
        yield grouped(mixed, "letter with a combining mark, elsewhere in the text one character: {match}", "word")


def _marks(text: str) -> set[str]:
    return {c for c in text if unicodedata.combining(c)}


RULE = Document(
    code="EN105",
    name="mixed-normalisation",
    doc=__doc__,
    message="letters with accents written in two ways",
    check=check,
    needs=("decomposed",),
    strength="weak",
)
