"""Every full stop between two words of a buffer, and what its neighbourhood looks like, as numbers.

The neighbourhood of a stop is the words of the sentence before and after it, as far as they are asked for. For small
buffers without arrays see ``_stop_window``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint_rules.english.lookup import FIRST_CLOSED, PAD, lookup
from corpuslint_rules.splits._stop_codes import (
    ENDINGS,
    NUMBER,
    OTHER,
    OUTSIDE,
    UNKNOWN,
    UNKNOWN_NAME,
    code_of,
    names,
)
from corpuslint_rules.splits._stop_net import KEY_SHIFT, Windows
from corpuslint_rules.splits._stop_words import abbreviations, among, starters, titles

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

SEPARATOR = 12
"""The byte (a form feed) that stands between records: no sentence goes on beyond it."""

SMALL, CAPITAL = bytes(range(97, 123)), bytes(range(65, 91))
MARKS = b"\"'()[]*_\x98\x99\x9c\x9d\xe2"
ENDS = b".?!:;"
CRIES = b"?!:"
EDGES = b",%" + ENDS + MARKS + b"\x80"
"""Bytes around words: quotes and brackets, what ends a sentence, all that is left off a word's end."""


def padded(buffer: Buffer) -> Array:
    """The bytes of records, with a separator between them and room at the end."""
    import numpy as np  # noqa: PLC0415

    data = np.full(buffer.size + PAD, SEPARATOR, dtype=np.uint8)
    data[: buffer.size] = buffer.bytes
    data[buffer.starts - 1] = data[buffer.ends] = SEPARATOR
    return data


def find_stops(data: Array, spaces: Array) -> Array:
    """The indices in ``spaces`` of those between a word with a stop and a capitalised word.

    spaces: where white space is in the buffer that ``data`` was made from.
    """
    import numpy as np  # noqa: PLC0415

    stop = np.flatnonzero(data.take(spaces[1:-1] - 1) == ord(".")) + 1
    at = spaces[stop]
    lettered = _is_letter(data[at - 2]) & _is_letter(data[at - 3])
    stop = stop[(data[at] == ord(" ")) & _is_capital(data[at + 1]) & (data[at + 2] - np.uint8(97) < 26) & lettered]
    at = spaces[stop]
    before, after = spaces[stop - 1], spaces[stop + 1]
    plain = (at - before > 3) & (after - at > 2) & _is_letter(data[before + 1])
    kept: Array = stop[plain]
    return kept


def doubtful(data: Array, spaces: Array, stops: Array) -> Array:
    """Those of the stops that stand behind no abbreviation and before no word with which sentences often start."""
    at, after = spaces[stops], spaces[stops + 1]
    stops = stops[~among(starters(), data, at + 1, after - (data[after - 1] == ord(",")))]
    kept: Array = stops[~among(abbreviations(), data, spaces[stops - 1] + 1, spaces[stops] - 1)]
    return kept


def _is_letter(bytes_: Array) -> Array:
    """Which bytes are letters of ASCII."""
    import numpy as np  # noqa: PLC0415

    small: Array = (bytes_ | np.uint8(32)) - np.uint8(97) < 26
    return small


def _is_capital(bytes_: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    capital: Array = bytes_ - np.uint8(65) < 26
    return capital


def windows(data: Array, spaces: Array, stops: Array, reach: int) -> Windows:
    """The words within reach of these stops."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    index = stops[None, :] + np.arange(-reach, reach)[:, None]
    starts, ends = spaces.take(index, mode="clip") + 1, spaces.take(index + 1, mode="clip")
    apart = (starts >= ends) | (data[starts - 1] == SEPARATOR)
    inside = _inside(_closed(data, starts, ends), apart, reach)
    within = np.flatnonzero(inside)
    starts, ends = starts.ravel()[within], ends.ravel()[within]
    last = data[ends - 1]
    seen = Windows(*np.zeros((3, *inside.shape), dtype=np.int64))
    seen.codes[:] = OUTSIDE
    marked = tables.mark.take(data[starts]) | tables.mark.take(last)
    seen.flags.ravel()[within] = 4 * tables.cry.take(last) + 2 * marked + (last == ord(","))
    starts, ends = _trimmed(data, starts, ends)
    after = (within >= reach * len(stops)) & (within < (reach + 1) * len(stops))
    seen.codes.ravel()[within], seen.words.ravel()[within] = _codes(data, starts, ends, after)
    return seen


def _trimmed(data: Array, starts: Array, ends: Array) -> tuple[Array, Array]:
    """Words without the marks around them."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    edge = tables.edge.take(data[ends - 1])
    starts, ends, edged = starts + tables.mark.take(data[starts]), ends - edge, np.flatnonzero(edge)
    for _ in range(2):
        edged = edged[tables.edge.take(data[ends[edged] - 1])]
        ends[edged] -= 1
    return starts, np.maximum(ends, starts)


def _closed(data: Array, starts: Array, ends: Array) -> Array:
    """Which words have the end of a sentence behind them: no initials, titles and months, nor the words with the stop
    itself."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    last = data[ends - 1]
    closed: Array = tables.sentence_end.take(last)
    marked = np.flatnonzero(tables.mark.take(last))
    closed.ravel()[marked] |= tables.sentence_end.take(data[ends.ravel()[marked] - 2])
    closed[len(closed) // 2 - 1] = False
    at = np.flatnonzero(closed)
    stop = last.ravel()[at] == ord(".")
    first, end = _trimmed(data, starts.ravel()[at], ends.ravel()[at])
    initial = _is_letter(data[end - 1]) & ((end - first < 3) | (data[end - 2] == ord(".")))
    closed.ravel()[at] = ~initial & ~(stop & among(titles(), data, first, end))
    return closed


def _inside(closed: Array, apart: Array, reach: int) -> Array:
    """Which words belong to the sentence before or after the stop: those with no end of a sentence between."""
    import numpy as np  # noqa: PLC0415

    inside = np.ones(closed.shape, dtype=np.bool_)
    broken = closed[: reach - 1] | apart[1:reach]
    inside[: reach - 1] = ~np.logical_or.accumulate(broken[::-1], axis=0)[::-1]
    broken = closed[reach:-1] | apart[reach + 1 :]
    inside[reach + 1 :] = ~np.logical_or.accumulate(broken, axis=0)
    return inside


def _codes(data: Array, starts: Array, ends: Array, after: Array) -> tuple[Array, Array]:
    """Codes of words and numbers for them. ``after``: which stand behind the stop, where a capital says nothing."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    found = lookup(data, starts, ends)
    codes = found.code.astype(np.int64)
    first = data[starts]
    capital, digit = _is_capital(first), first - np.uint8(48) < 10
    unlisted = np.flatnonzero(codes == 0)
    codes[unlisted] = _by_ending(data, starts[unlisted], ends[unlisted])
    named = np.flatnonzero(capital & ~after & (codes < FIRST_CLOSED))
    codes[named] = tables.name.take(codes[named])
    codes[unlisted[capital[unlisted]]] = UNKNOWN_NAME
    codes[digit] = NUMBER
    codes[~(_is_letter(first) | digit)] = OTHER
    return codes, (found.key >> np.uint64(KEY_SHIFT)).astype(np.int64)


def _by_ending(data: Array, starts: Array, ends: Array) -> Array:
    """Codes of words that are not listed, by their last letters."""
    import numpy as np  # noqa: PLC0415

    last, before, third = data[ends - 1], data[ends - 2], data[ends - 3]
    codes = np.full(len(starts), UNKNOWN, dtype=np.int64)
    for ending, letter in ENDINGS:
        same = last == ord(ending[-1])
        for place, byte in ((before, -2), (third, -3)):
            if len(ending) >= -byte:
                same &= place == ord(ending[byte])
        codes[same] = code_of(letter)
    return codes


class _Tables(NamedTuple):
    """By byte: marks, ends of sentences other than a stop, ends of sentences, edges. By code: what it is with a
    capital."""

    mark: Array
    cry: Array
    sentence_end: Array
    edge: Array
    name: Array


@cache
def _tables() -> _Tables:
    import numpy as np  # noqa: PLC0415

    mark, cry, end, edge = (np.isin(np.arange(256), list(characters)) for characters in (MARKS, CRIES, ENDS, EDGES))
    return _Tables(mark, cry, end, edge, np.array(names()))
