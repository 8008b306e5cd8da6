"""Many hits of one kind in a text are one finding, which says how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint import Hit


def grouped(spans: Sequence[tuple[int, int]], message: str, unit: str = "place") -> Hit:
    """A hit at the first of the spans, with their number and the others as related places."""
    more = f", in {len(spans):,} {unit}s" if len(spans) > 1 else ""
    return Hit(*spans[0], message + more, related=tuple(spans[1:]))
