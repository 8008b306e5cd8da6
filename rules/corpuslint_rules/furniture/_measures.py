"""What can be said of each line of a text by itself, for all lines at once: lengths, marks, capitals, ends."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpuslint_rules.furniture import _text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.furniture._text import Numbers, Text

    Column = NDArray[np.float64]

PROSE = 12
"""Words of a line that is prose, if it ends as a sentence does."""

FUNCTION_WORDS = tuple(
    """
    a about after all also an and are as at be been but by can could did do for from had has have he her his how i
    if in into is it its just like may more most not of on one only or other our out over she so some than that
    the their them then there these they this to up was we were what when which who will with would you your
    """.split()  # noqa: SIM905 (a list would take a screen)
)


def prose(text: Text) -> Column:
    """The number of words of each line that is prose, 0 for the others."""
    import numpy as np  # noqa: PLC0415

    closed = (text.last == _text.CLOSER) & (text.last_but_one == _text.STOP)
    return np.where((text.words >= PROSE) & ((text.last == _text.STOP) | closed), text.words, 0).astype(np.float64)


def measures(text: Text) -> dict[str, Column]:
    """A column for each measure."""
    import numpy as np  # noqa: PLC0415

    classes = text.classes.astype(np.float64)
    lengths = (text.ends - text.starts).astype(np.float64)
    function = np.bincount(text.line[_text.among(text.tokens, _function_words())], minlength=text.size)
    return {
        "characters": np.minimum(lengths, 500),
        "words": np.minimum(text.words, 80).astype(np.float64),
        "capitals": text.capitals / text.words,
        "upper": classes[:, _text.UPPER] / lengths,
        "digits": classes[:, _text.DIGIT] / lengths,
        "stops": np.minimum(text.stops, 6).astype(np.float64),
        "commas": np.minimum(classes[:, _text.COMMA], 8),
        "separators": np.minimum(classes[:, _text.SEPARATOR], 6),
        "first": text.first.astype(np.float64),
        "last": text.last.astype(np.float64),
        "function_words": function / (np.bincount(text.line, minlength=text.size) + 1),
    }


@lru_cache(maxsize=1)
def _function_words() -> Numbers:
    return _text.number(FUNCTION_WORDS)


def shared(text: Text, start: int, end: int) -> tuple[Column, Column]:
    """How many longer words each line has, and how many of them stand in the lines from ``start`` to ``end``."""
    import numpy as np  # noqa: PLC0415

    longer = np.flatnonzero((text.letters >= LONGER) & text.plain)
    tokens, line = text.tokens[longer], text.line[longer]
    low, high = line.searchsorted((start, end))
    common = _text.among(tokens, tokens[low : min(high, low + VOCABULARY)])
    n = text.size
    return np.bincount(line, minlength=n).astype(np.float64), np.bincount(line[common], minlength=n).astype(np.float64)


LONGER = 4
"""Letters of a word that tells what a text is about."""

VOCABULARY = 800
"""Longer words of a main block in which other lines' words are looked for."""
