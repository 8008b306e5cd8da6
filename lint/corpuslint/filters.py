"""What is kept of hits: pure functions from hits to hits."""

from __future__ import annotations

from collections.abc import Iterable

from corpuslint.rule import Hit


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of overlapping hits the longest, of equally long ones the first; in order."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if kept and kept[-1] == hit:
            continue
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept
