"""Quotations of a text: paired, joined across paragraphs, and chained where one speaker's words go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint import Doc
from corpuslint.lazy import lazy_pattern

_OPEN, _CLOSE = "“„«", "”»"
_MARK = lazy_pattern('["“”„«»]')
_BETWEEN = 400
"""Code points without a quotation that end a chain."""


class Quotation(NamedTuple):
    """What stands between quotation marks; ``start`` and ``end`` (exclusive) include the marks."""

    start: int
    end: int


def quotations(doc: Doc) -> list[Quotation]:
    """The quotations of a text. One that the next paragraph goes on with, marked anew, is one quotation."""
    found: list[Quotation] = []
    for line in doc.lines:
        start = -1
        for mark in _MARK.finditer(line.text):
            at, sign = line.start + mark.start(), mark[0]
            opens = sign in _OPEN or (sign == '"' and start < 0)
            if opens and start < 0:
                start = at
            elif not opens and start >= 0:
                found.append(Quotation(start, at + 1))
                start = -1
        if start >= 0:
            found.append(Quotation(start, line.end))
    return list(_joined(doc.text, found))


def _joined(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    held: Quotation | None = None
    for quotation in found:
        if held is not None and text[held.end - 1] not in '"”»' and not text[held.end : quotation.start].strip():
            held = Quotation(held.start, quotation.end)
            continue
        if held is not None:
            yield held
        held = quotation
    if held is not None:
        yield held


def chains(found: list[Quotation]) -> Iterator[list[Quotation]]:
    """Runs of quotations with little text between them: what one speaker says, or two in turn."""
    chain: list[Quotation] = []
    for quotation in found:
        if chain and quotation.start - chain[-1].end > _BETWEEN:
            yield chain
            chain = []
        chain.append(quotation)
    if chain:
        yield chain


def unquoted(text: str, chain: list[Quotation], reach: int) -> str:
    """The text before, between and after the quotations of a chain, so many code points to either side."""
    pieces, at = [], max(0, chain[0].start - reach)
    for quotation in chain:
        pieces.append(text[at : quotation.start])
        at = quotation.end
    pieces.append(text[at : at + reach])
    return " ¶ ".join(pieces)
