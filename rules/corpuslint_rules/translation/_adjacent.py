"""Words that stand twice in a row, as white space parts them, but for punctuation after the second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, islice, pairwise
from typing import TYPE_CHECKING

from corpuslint.lazy import lazy_pattern
from corpuslint.scan.buffer import table, where

if TYPE_CHECKING:
    from corpuslint.doc import Doc
    from corpuslint.scan.buffer import Buffer, Places

_PUNCTUATION = ".,;:!?)]}\"'”’»"
_SPACE = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
_ALNUM = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_TWO = lazy_pattern(r"(\S+)\s+(\S+)")
_TWO_ALIKE = lazy_pattern(
    rb"(?<![^\x00-\x20])([^\x00-\x20]+)(?=[\x00-\x20]+\1)|[\x00-\x08\x0e-\x1b]|\xc2[\x85\xa0]|[\xe1\xe3]|\xe2[\x80\x81]"
)


def places(buffer: Buffer) -> Places:
    """Where a word stands whose next one may be the same; and what may be white space beyond ASCII, or is a control.

    Words are taken for what bytes up to 32 part: beside such a character they may be others.
    """
    if buffer.small:
        return [found.start() for found in _TWO_ALIKE.finditer(buffer.data)]
    import numpy as np  # noqa: PLC0415

    data, blanks = buffer.bytes, buffer.blanks
    before = where(blanks[1:] - blanks[:-1] > 1)  # the blanks that a word follows
    start, end = blanks[before] + 1, blanks[before + 1]
    letter = data[start]
    same = where(letter[:-1] == letter[1:])
    first, length, second = start[same], end[same] - start[same], start[same + 1]
    for part in (1, 2):
        place = (length - 1) // part
        keep = data[first + place] == data[(second + place).clip(max=buffer.size - 1)]
        first, length, second = first[keep], length[keep], second[keep]
    alone = ~table(_ALNUM)[data[(second + length).clip(max=buffer.size - 1)]]
    first = first[alone & table(_ALNUM, beyond_ascii=True)[data[first + length - 1]]]
    at, lead, next_byte, third = buffer.high
    wide = (lead == 0xC2) & ((next_byte == 0xA0) | (next_byte == 0x85)) | (lead == 0xE1) | (lead == 0xE3)
    wide |= (lead == 0xE2) & ((next_byte == 0x81) | (next_byte == 0x80) & ((third < 0x8B) | (third >= 0xA8)))
    control = blanks[~table(_SPACE)[data[blanks]]]
    return np.sort(np.concatenate([first, at[wide], control]))


def words_twice(doc: Doc, at: Sequence[int]) -> set[str]:
    """The words that stand twice in a row; ``at``: the places of this document."""
    text = doc.text
    alike: Iterable[Sequence[str]]
    if any(text[place].isspace() or text[place] < " " for place in at):
        words = text.split()
        alike = compress(pairwise(words), map(str.startswith, islice(words, 1, None), words))
    else:
        first_letters = (place for place in at if not place or text[place - 1].isspace())
        alike = (found.groups() for place in first_letters if (found := _TWO.match(text, place)))
    return {first for first, second in alike if first[-1].isalnum() and second.rstrip(_PUNCTUATION) == first}
