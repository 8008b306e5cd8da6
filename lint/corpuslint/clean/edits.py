"""Edits of a text: applied, put in order, several passes made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """Code points ``start`` to ``end`` of a text become ``after``. ``codes``: the rules that asked for it.

    Edits of one text are in order and do not overlap.
    """

    start: int
    end: int
    after: str
    codes: tuple[str, ...]
    safe: bool


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.after]
        at = edit.end
    return "".join([*parts, text[at:]])


def disjoint(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order; of overlapping ones the longest, and for the others there is another pass."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
        elif edit.end - edit.start > kept[-1].end - kept[-1].start:
            kept[-1] = edit
    return kept


def trimmed(text: str, edit: Edit) -> Edit:
    """The edit without what it leaves as it is at its two ends."""
    before, after = text[edit.start : edit.end], edit.after
    most, head, tail = min(len(before), len(after)), 0, 0
    while head < most and before[head] == after[head]:
        head += 1
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return edit._replace(start=edit.start + head, end=edit.end - tail, after=after[head : len(after) - tail])


def compose(first: Sequence[Edit], middle: str, second: Sequence[Edit]) -> list[Edit]:
    """The edits that do at once what ``first`` does to a text and ``second`` to the outcome, ``middle``.

    Edits that touch become one.
    """
    ranges: list[tuple[int, int, Edit, bool]] = [(e.start, e.end, e, False) for e in second]
    shift = 0
    for edit in first:
        start = edit.start + shift
        ranges.append((start, start + len(edit.after), edit, True))
        shift += len(edit.after) - (edit.end - edit.start)
    clusters: list[list[tuple[int, int, Edit, bool]]] = []
    reached = -1
    for item in sorted(ranges, key=lambda r: r[:2]):
        if clusters and item[0] <= reached:
            clusters[-1].append(item)
        else:
            clusters.append([item])
            reached = -1
        reached = max(reached, item[1])
    made, shift = [], 0
    for cluster in clusters:
        low, high = cluster[0][0], max(end for _, end, _, _ in cluster)
        start = low - shift
        shift += sum(len(e.after) - (e.end - e.start) for _, _, e, is_first in cluster if is_first)
        inner = [e._replace(start=e.start - low, end=e.end - low) for _, _, e, is_first in cluster if not is_first]
        codes = tuple(sorted({code for _, _, e, _ in cluster for code in e.codes}))
        after = apply(middle[low:high], inner)
        made.append(Edit(start, high - shift, after, codes, all(e.safe for _, _, e, _ in cluster)))
    return made
