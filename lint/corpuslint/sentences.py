"""Where sentences end. A simple, fast splitter: its mistakes must be harmless to the rules that use it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_BOUNDARY = r"""[.!?…]+["'”’)\]»]*(\s+)(?=["'“‘(\[«¿¡]*[\p{Lu}\p{Lo}\p{N}])"""
_ABBREVIATION = r"""\.(?<=\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Gen|Col|Lt|Capt|Sgt|Gov|Sen|Rep|Rev|Hon|No|vs|etc|Inc|Ltd|Co|
    Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Fig|Figs|Eq|al|approx|e\.g|i\.e|cf|pp?|\p{Lu})\.)"""


@lru_cache(maxsize=1)
def _compiled() -> tuple[Any, Any]:
    import regex  # noqa: PLC0415 (heavy, and not needed before the first sentence)

    return regex.compile(_BOUNDARY), regex.compile(_ABBREVIATION, regex.VERBOSE)


def sentence_spans(line: str) -> list[tuple[int, int]]:
    """The sentences of a line (no line breaks in it) as half-open spans, without the space between them."""
    boundary, abbreviation = _compiled()
    spans, start = [], 0
    for found in boundary.finditer(line):
        end = found.start(1)
        if line[end - 1] == "." and abbreviation.match(line, end - 1):
            continue
        spans.append((start, end))
        start = found.end(1)
    if line[start:].strip():
        spans.append((start, len(line)))
    return spans
