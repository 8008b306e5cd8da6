"""Every full stop between two words of a buffer, and what its neighbourhood looks like, as numbers.

The neighbourhood of a stop is the words of the sentence before and after it, as far as ``REACH``. A word is a code: one
of its own for closed-class words, the most likely tag for other listed words, a class of spelling for the rest.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, tag
from corpuslint_rules.english.lookup import CODES, FIRST_CLOSED, LETTERS, PAD, lookup
from corpuslint_rules.splits._stop_words import abbreviations, among, starters, titles

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

REACH = 14
"""Words of a sentence that are looked at on either side of a stop."""

SEPARATOR = 12
"""The byte (a form feed) that stands between records: no sentence goes on beyond it."""

OUTSIDE, NAME, NAME_OF_NOUN, NAME_OF_ADJECTIVE, UNKNOWN_NAME, NUMBER, OTHER, UNKNOWN, KINDS = range(CODES, CODES + 9)
"""Codes beyond those of the table: beyond the sentence, capitalised words inside it, words not listed."""


class Windows(NamedTuple):
    """Rows are stops. ``codes[:, REACH - 1]`` is the word before the stop, ``codes[:, REACH]`` the one after it."""

    codes: Array
    commas: Array
    marks: Array
    words: Array
    """Numbers for the words themselves: two before the stop, two after it."""


def padded(buffer: Buffer) -> Array:
    """The bytes of records, with a separator between them and room at both ends."""
    import numpy as np  # noqa: PLC0415

    data = np.full(buffer.size + 2 * PAD, SEPARATOR, dtype=np.uint8)
    data[PAD:-PAD] = buffer.bytes
    data[buffer.starts + PAD - 1] = data[buffer.ends + PAD] = SEPARATOR
    return data


def find_stops(data: Array) -> tuple[Array, Array]:
    """All white space, and the indices in it of spaces between a word with a stop and a capitalised word."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    stop = np.flatnonzero(data[3:-3] == ord(".")) + 3
    stop = stop[(data[stop + 1] == 32) & tables.capital[data[stop + 2]] & tables.small[data[stop + 3]]]
    at = stop[tables.letter[data[stop - 1]] & tables.letter[data[stop - 2]]] + 1
    spaces = np.flatnonzero(data <= 32)
    stop = spaces.searchsorted(at)
    before, after = spaces[stop - 1], spaces[stop + 1]
    plain = (at - before > 3) & (after - at > 2) & tables.letter[data[before + 1]]
    return spaces, stop[plain]


def doubtful(data: Array, spaces: Array, stops: Array) -> Array:
    """Those of the stops that stand behind no abbreviation and before no word with which sentences often start."""
    before, at, after = spaces[stops - 1], spaces[stops], spaces[stops + 1]
    plain = among(starters(), data, at + 1, after - (data[after - 1] == ord(",")))
    plain |= among(abbreviations(), data, before + 1, at - 1)
    kept: Array = stops[~plain]
    return kept


def windows(data: Array, spaces: Array, stops: Array, reach: int) -> Windows:
    """The words within reach of these stops, and which have a comma or another mark (quotes, brackets) beside them."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    index = (stops[:, None] + np.arange(-reach, reach)[None, :]).clip(PAD - 1, len(spaces) - PAD)
    starts, ends = spaces[index] + 1, spaces[index + 1]
    apart = (starts >= ends) | (data[starts - 1] == SEPARATOR)
    inside = _inside(_closed(data, starts, ends), apart, reach)
    within = np.flatnonzero(inside)
    starts, ends = starts.ravel()[within], ends.ravel()[within]
    last = data[ends - 1]
    columns = np.zeros((4, *inside.shape), dtype=np.int64)
    codes, commas, marks, numbers = columns
    codes[:] = OUTSIDE
    commas.ravel()[within] = last == ord(",")
    marks.ravel()[within] = tables.mark[data[starts]] | tables.mark[last]
    starts, ends = _trimmed(data, starts, ends)
    codes.ravel()[within], numbers.ravel()[within] = _codes(data, starts, ends, within % (2 * reach) == reach)
    return Windows(codes, commas, marks, numbers[:, reach - 2 : reach + 2])


def _trimmed(data: Array, starts: Array, ends: Array) -> tuple[Array, Array]:
    """Words without the marks around them."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    starts = starts + tables.mark[data[starts]]
    for _ in range(3):
        ends = ends - tables.edge[data[ends - 1]]
    return starts, np.maximum(ends, starts)


def _closed(data: Array, starts: Array, ends: Array) -> Array:
    """Which words have the end of a sentence behind them: no initials, titles and months."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    last = data[ends - 1]
    closed: Array = tables.sentence_end[last] | (tables.mark[last] & tables.sentence_end[data[ends - 2]])
    at = np.flatnonzero(closed)
    stop = last.ravel()[at] == ord(".")
    first, end = _trimmed(data, starts.ravel()[at], ends.ravel()[at])
    initial = tables.letter[data[end - 1]] & ((end - first < 3) | (data[end - 2] == ord(".")))
    closed.ravel()[at] = ~initial & ~(stop & among(titles(), data, first, end))
    return closed


def _inside(closed: Array, apart: Array, reach: int) -> Array:
    """Which words belong to the sentence before or after the stop: those with no end of a sentence between."""
    import numpy as np  # noqa: PLC0415

    inside = np.ones(closed.shape, dtype=np.bool_)
    broken = closed[:, : reach - 1] | apart[:, 1:reach]
    inside[:, : reach - 1] = ~np.logical_or.accumulate(broken[:, ::-1], axis=1)[:, ::-1]
    broken = closed[:, reach:-1] | apart[:, reach + 1 :]
    inside[:, reach + 1 :] = ~np.logical_or.accumulate(broken, axis=1)
    return inside


def _codes(data: Array, starts: Array, ends: Array, after: Array) -> tuple[Array, Array]:
    """Codes of words and numbers for them. ``after``: which stand behind the stop, where a capital says nothing."""
    import numpy as np  # noqa: PLC0415

    tables = _tables()
    found = lookup(data, starts, ends)
    codes = found.code.astype(np.int64)
    first = data[starts]
    unlisted = codes == 0
    codes[unlisted] = _by_ending(data, starts[unlisted], ends[unlisted])
    named = tables.capital[first] & ~after & (codes < FIRST_CLOSED)
    codes[named] = _names()[codes[named]]
    codes[tables.capital[first] & unlisted] = UNKNOWN_NAME
    codes[tables.digit[first]] = NUMBER
    codes[~(tables.letter[first] | tables.digit[first])] = OTHER
    return codes, (found.key >> np.uint64(30)).astype(np.int64)


@cache
def _names() -> Array:
    """For the code of a word its code where it has a capital within a sentence."""
    import numpy as np  # noqa: PLC0415

    table = np.full(FIRST_CLOSED, NAME, dtype=np.int64)
    table[[LETTERS.index(letter) + 1 for letter in "nszv"]] = NAME_OF_NOUN
    table[[LETTERS.index(letter) + 1 for letter in "jctdegru"]] = NAME_OF_ADJECTIVE
    return table


def _by_ending(data: Array, starts: Array, ends: Array) -> Array:
    """Codes of words that are not listed, by their last letters."""
    import numpy as np  # noqa: PLC0415

    last, before, third = data[ends - 1], data[ends - 2], data[ends - 3]
    codes = np.full(len(starts), UNKNOWN, dtype=np.int64)
    for ending, letter in ((b"s", "s"), (b"ly", "r"), (b"ed", "d"), (b"ing", "g")):
        same = last == ending[-1]
        for place, byte in ((before, -2), (third, -3)):
            if len(ending) >= -byte:
                same &= place == ending[byte]
        codes[same] = LETTERS.index(letter) + 1
    return codes


class _Tables(NamedTuple):
    """Which bytes are letters (beyond ASCII too), capitals, small letters, digits, marks, ends of sentences, edges."""

    letter: Array
    capital: Array
    small: Array
    digit: Array
    mark: Array
    sentence_end: Array
    edge: Array


@cache
def _tables() -> _Tables:
    import numpy as np  # noqa: PLC0415

    def marked(characters: bytes) -> Array:
        table = np.zeros(256, dtype=np.bool_)
        table[list(characters)] = True
        return table

    small, capital = bytes(range(97, 123)), bytes(range(65, 91))
    marks = b"\"'()[]*_\x98\x99\x9c\x9d\xe2"
    ends = b".?!:;"
    sets = (small + capital, capital, small, b"0123456789", marks, ends, b",%" + ends + marks + b"\x80")
    return _Tables(*map(marked, sets))


_PRONOUNS = words("""it that this these those them him her me us each you there then too so now here all""")
_AUXILIARIES = words(
    """is are was were be been being am has have had do does did i'm i've he's she's it's we're we've they're"""
)


@cache
def classes() -> Array:
    """A coarser class for each code: the tag of a closed-class word, auxiliaries by themselves."""
    import numpy as np  # noqa: PLC0415

    table = np.arange(KINDS, dtype=np.int64)
    for number, word in enumerate(CLOSED_CLASS):
        letter = tag(word)
        table[FIRST_CLOSED + number] = LETTERS.index(letter) + 1 if word not in _AUXILIARIES else FIRST_CLOSED
        if word in ("he", "she", "they", "we", "i"):
            table[FIRST_CLOSED + number] = FIRST_CLOSED + 1
        if word in ("him", "them", "us", "me"):
            table[FIRST_CLOSED + number] = FIRST_CLOSED + 2
        if word in ("not", "n't"):
            table[FIRST_CLOSED + number] = FIRST_CLOSED + 3
        if word.endswith("day") or letter == "P" or word == "tomorrow":
            table[FIRST_CLOSED + number] = FIRST_CLOSED + 5
        if word in ("said", "says", "according"):
            table[FIRST_CLOSED + number] = FIRST_CLOSED + 4
    table[CODES:] = FIRST_CLOSED + 6 + np.arange(KINDS - CODES)
    return table


CLASSES = FIRST_CLOSED + 6 + KINDS - CODES


@cache
def verbs() -> tuple[Array, Array]:
    """Which codes are surely finite verbs, and which may be."""
    import numpy as np  # noqa: PLC0415

    sure, maybe = np.zeros(KINDS, dtype=np.bool_), np.zeros(KINDS, dtype=np.bool_)
    sure[[LETTERS.index(letter) + 1 for letter in "zdm"]] = True
    maybe[[LETTERS.index(letter) + 1 for letter in "ve"]] = True
    finite = words(
        """is are was were am has have had do does did can could may might must shall should will would said says"""
    )
    for number, word in enumerate(CLOSED_CLASS):
        sure[FIRST_CLOSED + number] = word in finite or ("'" in word and not word.startswith("let"))
    return sure, maybe


@cache
def pronouns() -> Array:
    """Which codes are words that stand for others, and adverbs with which sentences end."""
    import numpy as np  # noqa: PLC0415

    table = np.zeros(KINDS, dtype=np.bool_)
    for word in _PRONOUNS:
        table[FIRST_CLOSED + CLOSED_CLASS.index(word)] = True
    return table
