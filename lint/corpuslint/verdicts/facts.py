"""What verdicts need to know of each record besides its findings, worked out where it is linted."""

from __future__ import annotations

import msgspec


class RecordFacts(msgspec.Struct, frozen=True):
    """A record, or a piece of one that is linted in pieces, without its text: ``offset`` is where the piece begins.

    words: those of the text; windows: the code points at which a new window of about 1,000 words begins.
    checked: how many rules looked at it; na: the codes of those that could not, for want of metadata or language.
    fields: the values of the fields that were asked for, as text. problem: the engine's code, where there is no text.
    """

    path: str
    line: int
    record: str | None
    words: int = 0
    windows: tuple[int, ...] = ()
    checked: int = 0
    na: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    offset: int = 0
    problem: str = ""
