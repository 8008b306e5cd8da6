"""Attributes for the dolma toolkit: instead of a cleaned text the spans to remove, which its mixer can then remove.

A file of documents has a file of attributes with a row for each document, in the same order:
``{"id": …, "attributes": {"corpuslint__removable": [[start, end, score], …], "corpuslint__BP101": […]}}``. Spans count
code points of ``text``; the score is 1.0 for what is safe to remove, else 0.5, to be chosen by the mixer's
``min_score``. What is repaired and not removed is left out. The format is that of docs/data-format.md in
https://github.com/allenai/dolma.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from corpuslint.clean.edits import Edit
from corpuslint.clean.files import Part
from corpuslint.clean.writing import Result, tallied
from corpuslint.errors import UsageError
from corpuslint.formats.encode import to_json
from corpuslint.read.field import fields_of

PREFIX = "corpuslint__"
_SAFE, _UNSAFE = 1.0, 0.5


def write_attributes(parts: Iterable[Part], out: BinaryIO, name: str) -> Result:
    """Write the attributes of a file of documents."""
    result = Result(0, Counter(), [])
    line = 1
    for part in parts:
        edits: dict[int, list[Edit]] = defaultdict(list)
        for index, made in part.by_text.items():
            record = part.batch.record(index)
            if record.field != "/text":
                raise UsageError(f"{name}: the texts are in {record.field}; dolma reads them from the field text")
            shifted = (e._replace(start=e.start + record.offset, end=e.end + record.offset) for e in made)
            edits[record.place(0, 0).line].extend(shifted)
        rows = part.data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        for row in rows if rows[-1] else rows[:-1]:
            out.write(f"{_attributes(row, edits.get(line, ()))}\n".encode())
            line += 1
        result = tallied(result, part)
    return result


def _attributes(row: bytes, edits: Sequence[Edit]) -> str:
    fields = fields_of(row)
    spans: dict[str, list[tuple[int, int, float]]] = {"removable": []}
    for edit in edits:
        if not edit.after:
            span = (edit.start, edit.end, _SAFE if edit.safe else _UNSAFE)
            for key in ("removable", *edit.codes):
                spans.setdefault(key, []).append(span)
    kept: dict[str, object] = {name: fields[name] for name in ("id", "source") if name in fields}
    return to_json(kept | {"attributes": {PREFIX + key: value for key, value in spans.items()}})
