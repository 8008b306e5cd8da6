"""For a whole buffer at once: the records in which a statistic may be above zero.

A filter may keep too many records, never too few: the statistic itself is counted only for those that are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from corpuslint.lazy import lazy_pattern
from corpuslint.scan.buffer import Buffer, array, table, where
from corpuslint.statistics import RUN, SHORT, STRETCH

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Bools


def candidates(needs: Iterable[str], buffer: Buffer) -> Iterable[int]:
    """Indices of the records of a buffer in which none of the statistics is surely zero."""
    filters = [FILTERS[name] for name in needs if name in FILTERS]
    if buffer.small or not filters:
        return range(buffer.count)
    kept = filters[0](buffer)
    for find in filters[1:]:
        kept = kept & find(buffer)
    return [int(index) for index in kept.nonzero()[0]]


def _short(buffer: Buffer) -> Bools:
    short: Bools = (buffer.line_lengths > 0) & (buffer.line_lengths <= SHORT)
    return short


def _short_lines(buffer: Buffer) -> Bools:
    return buffer.records_with(_short(buffer))


def _short_runs(buffer: Buffer) -> Bools:
    import numpy as np  # noqa: PLC0415

    many: Bools = np.bincount(buffer.line_record[_short(buffer)], minlength=buffer.count) >= RUN
    return many


def _open_end(buffer: Buffer) -> Bools:
    closed: Bools = table(b".!?:;")[buffer.bytes[buffer.ends - 1]]
    return ~closed


_INDENT = 16
"""Spaces and tabs at either end of a line that are left aside; a record with more is kept."""

_MULTIPLIER = 0x9E3779B97F4A7C1
"""Spreads what a key is made of over its 64 bits."""

_SPACE = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
_SMALL_OR_SPACE = bytes(range(97, 123)) + _SPACE


def _lower_start(buffer: Buffer) -> Bools:
    small: Bools = table(_SMALL_OR_SPACE, beyond_ascii=True)[buffer.bytes[buffer.starts]]
    return small


def _lower_cased(buffer: Buffer) -> Bools:
    import numpy as np  # noqa: PLC0415

    capital = buffer.bytes - np.uint8(ord("A")) < 26
    none: Bools = ~np.logical_or.reduceat(capital, buffer.starts)  # no two records start at one place
    return none


def _decomposed(buffer: Buffer) -> Bools:
    """Code points from U+0300 on; those below are their own normal form C."""
    at, first, second, third = buffer.high
    punctuation = (first == 0xE2) & (second == 0x80) & (third >= 0x90)
    return buffer.records_at(at[(first >= 0xCC) & ~punctuation])


def _repeated_lines(buffer: Buffer) -> Bools:
    """Lines of one record that have, without spaces and tabs around them, the same length and the same ends."""
    import numpy as np  # noqa: PLC0415

    among_others = where(np.bincount(buffer.line_record, minlength=buffer.count)[buffer.line_record] > 1)
    start, end = buffer.breaks[among_others] + 1, buffer.breaks[among_others + 1]
    space = table(b" \t")
    for _ in range(_INDENT):
        left = (start < end) & space[buffer.bytes[start]]
        right = (start < end - left) & space[buffer.bytes[end - 1]]
        if not (left.any() or right.any()):
            break
        start, end = start + left, end - right
    full = where(start < end)
    start, end, record = start[full], end[full], buffer.line_record[among_others[full]]
    flags = buffer.none()
    flags[record[space[buffer.bytes[start]] | space[buffer.bytes[end - 1]]]] = True
    key = record * _MULTIPLIER + (end - start)
    for place in (start, end - 1, (start + end) // 2, (3 * start + end) // 4):
        key = key * _MULTIPLIER + buffer.bytes[place]
    order = key.argsort()
    key = key[order]
    flags[record[order[1:][key[1:] == key[:-1]]]] = True
    return flags


def _other_script(buffer: Buffer) -> Bools:
    at, lead, second, _ = buffer.high
    return buffer.records_at(at[(lead >= 0xD0) & (lead <= 0xED) & ((lead != 0xE2) | (second >= 0xBA))])


def _mojibake_signs(buffer: Buffer) -> Bools:
    """Characters that begin a sign: accented Latin letters only where no ASCII letter follows them."""
    at, lead, second, third = buffer.high
    latin = (lead >= 0xC3) & (lead <= 0xC6) & table(_SPACE, beyond_ascii=True)[third]
    others = (lead >= 0xCE) & (lead <= 0xD1)
    symbols = (lead == 0xE2) & (table(b"\x88\x89\x94\x95")[second] | (second == 0x80) & (third == 0x9A))
    return buffer.records_at(at[latin | others | symbols])


def _replacement_characters(buffer: Buffer) -> Bools:
    at, lead, second, third = buffer.high
    return buffer.records_at(at[(lead == 0xEF) & (second == 0xBF) & (third == 0xBD)])


def _invisible_characters(buffer: Buffer) -> Bools:
    at, lead, second, third = buffer.high
    found = (lead == 0xC2) & ((second < 0xA0) | (second == 0xAD)) | (lead == 0xCD) & (second == 0x8F)
    found |= (lead == 0xE1) & table(b"\x85\x9e\xa0")[second] | (lead == 0xE3) & (second == 0x85)
    found |= (lead == 0xE2) & (second == 0x80) & table(b"\x8b\x8c\x8d\xa8\xa9")[third]
    found |= (lead == 0xE2) & (second == 0x81) & (third >= 0xA0)
    found |= (lead == 0xEE) | (lead == 0xEF) | (lead >= 0xF3)
    controls = where((buffer.bytes < 32) | (buffer.bytes == 127))
    controls = controls[~table(b"\t\n\r")[buffer.bytes[controls]]]
    return buffer.records_at(at[found]) | buffer.records_at(controls)


def _bidi_controls(buffer: Buffer) -> Bools:
    at, lead, second, third = buffer.high
    found = (lead == 0xD8) & (second == 0x9C) | (lead == 0xE2) & (second == 0x81) & (third >= 0xA6)
    found |= (lead == 0xE2) & (second == 0x80) & table(b"\x8e\x8f\xaa\xab\xac\xad\xae")[third]
    return buffer.records_at(at[found])


_MARKS = rb"\n\r,.;:!?()\[\]{}\"|/\\=<>*_#@+~^"
_STRETCH = lazy_pattern(rb"(?<![^%b])[^%b]{%d}" % (_MARKS, _MARKS, STRETCH))


def _unmarked_stretches(buffer: Buffer) -> Bools:
    """As many bytes without a mark of ASCII, looked for where there is no full stop, comma or end of a line."""
    data = buffer.bytes
    marks = where((data == ord(".")) | (data == ord(",")) | (data == ord("\n")))
    long = where(marks[1:] - marks[:-1] > STRETCH)
    spans = zip(marks[long].tolist(), marks[long + 1].tolist(), strict=True)
    return buffer.records_at(array([start + 1 for start, end in spans if _STRETCH.search(buffer.data, start + 1, end)]))


FILTERS: dict[str, Callable[[Buffer], Bools]] = {
    "short_lines": _short_lines,
    "short_runs": _short_runs,
    "repeated_lines": _repeated_lines,
    "open_end": _open_end,
    "lower_start": _lower_start,
    "lower_cased": _lower_cased,
    "decomposed": _decomposed,
    "other_script": _other_script,
    "unmarked_stretches": _unmarked_stretches,
    "mojibake_signs": _mojibake_signs,
    "replacement_characters": _replacement_characters,
    "invisible_characters": _invisible_characters,
    "bidi_controls": _bidi_controls,
}
