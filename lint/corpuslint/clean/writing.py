"""A cleaned file and its part of the edit log, written as they come."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from typing import BinaryIO, NamedTuple, TextIO, TypeAlias

from corpuslint.clean.files import Part
from corpuslint.clean.log import Change, Head, Whole
from corpuslint.clean.rewriting import ByteEdit, patched
from corpuslint.finding import Finding
from corpuslint.formats.encode import to_json


class Result(NamedTuple):
    """What was done to a file: edits by code, what in it could not be read, and whether there is a copy of it."""

    edits: int
    codes: Counter[str]
    problems: list[Finding]
    copied: bool = True


Writer: TypeAlias = Callable[[Iterable[Part], BinaryIO, str], Result]
"""Writes what becomes of the parts of a file; its name comes last."""


def logging_writer(log: TextIO) -> Writer:
    """Writes cleaned files, and every edit to a log, of which this writes the head."""
    log.write(f"{to_json(Head())}\n")

    def write(parts: Iterable[Part], out: BinaryIO, name: str) -> Result:
        before, after = hashlib.sha256(), hashlib.sha256()
        result = Result(0, Counter(), [])
        for part in parts:
            before.update(part.data)
            for piece in patched(part.data, part.edits):
                after.update(piece)
                out.write(piece)
            log.write("".join(f"{to_json(_change(name, part.byte, edit))}\n" for edit in part.edits))
            result = tallied(result, part)
        log.write(f"{to_json(Whole(name, result.edits, before.hexdigest(), after.hexdigest()))}\n")
        return result

    return write


def tallied(result: Result, part: Part) -> Result:
    """The result with what was done to one more part."""
    result.codes.update(code for edit in part.edits for code in edit.edit.codes)
    return Result(result.edits + len(part.edits), result.codes, [*result.problems, *part.batch.problems])


def _change(name: str, byte: int, edit: ByteEdit) -> Change:
    return Change(
        path=name,
        record=edit.record,
        codes=edit.edit.codes,
        byte=byte + edit.at,
        before=edit.before.decode(),
        after=edit.after.decode(),
        start=edit.offset + edit.edit.start,
        end=edit.offset + edit.edit.end,
        safe=edit.edit.safe,
    )
