"""A reference mark whose entry is missing from the text's own list.

``[7]`` where the list of references ends at 5, a footnote mark without a footnote: what the mark vouched for cannot
be looked up. Texts that were cut, spliced from two, or generated have such marks.

What it needs: the text, with the list: at least two entries, numbered from 1, or one footnote in Markdown. Strength:
decisive, since both ends stand in the text. A text without a list is left alone: its list was lost with the page, and
the mark itself is sound.

Bad:

    The mill was built in 1790 [1], rebuilt after the flood [2] and sold to the county [4].
    References
    [1] Holm, Tide Mills, 1988.
    [2] Weil, The Flood of 1824, 2003.

    The mill grinds twice a day.[^tide] It was rebuilt after the flood.[^flood]
    [^tide]: Holm, Tide Mills, 1988.

Good:

    The mill was built in 1790 [1] and rebuilt after the flood [2].
    References
    [1] Holm, Tide Mills, 1988.
    [2] Weil, The Flood of 1824, 2003.

    The mill grinds twice a day.[^tide] It was rebuilt after the flood.[^tide]
    [^tide]: Holm, Tide Mills, 1988.

    The mill was built in 1790 [1] and rebuilt after the flood [4].

Known false alarms: lists of which a page shows only the beginning; numbers in brackets that are no references, in a
text that has a list as well.

Source: the W3C Credible Web signals ("references").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer

_LISTED = lazy_pattern(rb"\n[ \t]{0,4}\[(?:1\]|\^[^\]\s]{1,30}\]:)")
_ENTRY = lazy_pattern(r"^[ \t]{0,4}\[(\d{1,3})\][:.]?[ \t]+(?=\S)", re.MULTILINE)
_MARK = lazy_pattern(
    r"(?:(?<=[^\W\d_]{2})|(?<=[\w)”\"’»][.!?])|(?<=[\d)”\"’»%\]])(?<!\]))[ \t]?"
    r"\[(\d{1,3}(?:[ \t]?[,;–—-][ \t]?\d{1,3}){0,8})\](?![\w(\[:{=])"
)
_PROGRAM = lazy_pattern(r"\[\[|\]\]|\],\s?\[|>>>|\(%[io]|[={}$]|\w\(\w*\[|_\w*\[|;\s*$")
"""In a line with any of these, numbers in brackets are program text."""

_NUMBER = lazy_pattern(r"\d+")
_NOTE = lazy_pattern(r"^[ \t]{0,4}\[\^([^\]\s]{1,30})\]:", re.MULTILINE)
_NOTE_MARK = lazy_pattern(r"(?<=[^\s\[])\[\^([^\]\s^]{1,30})\](?![:\w(*+?{|\\\]])")
_CODE = lazy_pattern(r"`[^`\n]*`")

LEAST = 2
"""Entries that make a list of numbered references."""

MOST = 300
"""No list is longer: a larger number is a year or a quantity."""


def sieve(buffer: Buffer) -> Sequence[int]:
    """Where lines begin with ``[1]`` or define a footnote."""
    return [found.start() + 1 for found in _LISTED.finditer(buffer.data)]


def check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    """The marks that have no entry."""
    text = _CODE.sub(lambda code: " " * len(code[0]), doc.text)
    yield from _numbered(text)
    yield from _notes(text)


def _numbered(text: str) -> Iterator[Hit]:
    entries = list(_ENTRY.finditer(text))
    numbers = {int(entry[1]) for entry in entries}
    if len(numbers) < LEAST or numbers != set(range(1, len(numbers) + 1)) or len(entries) != len(numbers):
        return  # no list, several, or one with gaps of its own
    marks = [
        mark for mark in _MARK.finditer(text, 0, entries[0].start()) if not _PROGRAM.search(_line(text, mark.start()))
    ]
    cited = {mark: [int(number) for number in _NUMBER.findall(mark[1])] for mark in marks}
    dangling = {mark: max(found) for mark, found in cited.items() if max(found) > len(numbers)}
    indices = any(0 in found or max(found) > MOST for found in cited.values())
    if indices or 2 * len(dangling) > len(marks):
        return  # of references most are sound
    for mark, missing in dangling.items():
        message = f"no entry {missing} in the list of {len(numbers)} references"
        yield Hit(mark.start(1) - 1, mark.end(), message)


def _line(text: str, offset: int) -> str:
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(text)]


def _notes(text: str) -> Iterator[Hit]:
    defined = {note[1] for note in _NOTE.finditer(text)}
    for mark in _NOTE_MARK.finditer(text) if defined else ():
        if mark[1] not in defined:
            yield Hit(*mark.span(), f'no footnote "{mark[1]}" in this text')


RULE = Document(
    code="SR109",
    name="dangling-reference",
    doc=__doc__,
    message="a reference that leads nowhere",
    default=False,
    for_verdicts=True,
    version=2,
    strength="decisive",
    check=check,
    needs=(),
    sieve=sieve,
)
