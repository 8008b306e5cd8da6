"""What can be said of each line of a text by itself, for all lines at once: lengths, marks, capitals, ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.float64]

UPPER, LOWER, DIGIT, SPACE, STOP, COMMA, SEPARATOR, CLOSER, MARK = range(1, 10)
"""Classes of characters; 0 is none of them: letters without case."""

_STOPS = ".!?…。！？"
_COMMAS = ",;:、，"
_SEPARATORS = "|•·»›>/→–—&#@©"
_CLOSERS = "\"'”’»)]"
_TABLE = 0x3100

FUNCTION_WORDS = frozenset(
    """
    a about after all also an and are as at be been but by can could did do for from had has have he her his how i
    if in into is it its just like may more most not of on one only or other our out over she so some than that
    the their them then there these they this to up was we were what when which who will with would you your
    """.split()  # noqa: SIM905 (a list would take a screen)
)


def measures(texts: Sequence[str], tokens: Sequence[Sequence[str]]) -> dict[str, Column]:
    """A column for each measure. ``texts``: stripped lines, none of them empty; ``tokens``: their first words."""
    import numpy as np  # noqa: PLC0415

    classes, starts = _classes(texts)
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    ends = starts + lengths.astype(np.int64) - 1

    def count(where: NDArray[np.bool_]) -> Column:
        return np.add.reduceat(where.astype(np.float64), starts)

    space = classes == SPACE
    begins = ~space & np.concatenate(([True], space[:-1]))
    words = count(begins)
    capital = count(begins & (classes == UPPER))
    stops = count((classes == STOP) & np.concatenate((space[1:], [True])))
    last = classes[ends]
    closed = classes[np.maximum(ends - 1, starts)]
    function = np.array([sum(word in FUNCTION_WORDS for word in line) / len(line) for line in tokens])
    return {
        "characters": np.minimum(lengths, 500),
        "words": np.minimum(words, 80),
        "capitals": capital / words,
        "upper": count(classes == UPPER) / lengths,
        "digits": count(classes == DIGIT) / lengths,
        "stops": np.minimum(stops, 6),
        "commas": np.minimum(count(classes == COMMA), 8),
        "separators": np.minimum(count(classes == SEPARATOR), 6),
        "first": classes[starts].astype(np.float64),
        "last": last.astype(np.float64),
        "function_words": function,
        "prose": np.where((words >= 12) & ((last == STOP) | (last == CLOSER) & (closed == STOP)), words, 0.0),
    }


def _classes(texts: Sequence[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The class of each character of the joined lines, each line ended by a space, and where the lines start."""
    import numpy as np  # noqa: PLC0415

    joined = " ".join(texts) + " "
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes = _table()[np.minimum(points, _TABLE - 1)]
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    return classes, np.concatenate(([0], lengths.cumsum()[:-1]))


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint8]:
    import numpy as np  # noqa: PLC0415

    return np.array([_class(chr(point)) for point in range(_TABLE)], dtype=np.uint8)


def _class(character: str) -> int:
    for kind, characters in ((STOP, _STOPS), (COMMA, _COMMAS), (CLOSER, _CLOSERS), (SEPARATOR, _SEPARATORS)):
        if character in characters:
            return kind
    if character.isalpha():
        return UPPER if character.isupper() else LOWER if character.islower() else 0
    if character.isdigit():
        return DIGIT
    return SPACE if character.isspace() else MARK
