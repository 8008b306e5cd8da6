"""How the words of a text are spelled: what tells records of one digest apart."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from corpuslint_rules.duplicates._characters import WORD
from corpuslint_rules.duplicates._words import edges, folded, read


class Spelling(NamedTuple):
    """A digest of all words as they are spelled, and the code points from the first word to the last."""

    digest: bytes
    start: int
    end: int


def spelling(text: str) -> Spelling:
    """How a text's words are spelled: where hashes of words are equal, this tells whether the words are.

    Words of two letters can be made up that are of one hash (Thue and Morse's sequence and its opposite); BLAKE2 over
    the lengths of the words and their letters leaves no such way.
    """
    codes, kinds, offsets = read(text)
    starts, ends = edges(codes, kinds)
    found = hashlib.blake2b((ends - starts).data, digest_size=32)
    found.update(folded(codes)[kinds & WORD != 0].data)
    start, end = int(starts[0]), int(ends[-1])
    return Spelling(found.digest(), *((start, end) if offsets is None else offsets[[start, end]].tolist()))
