"""Ten cheap measures of style, and how far a passage lies from the rest of its text by them.

A measure is the square root of a rate a word: the spread of a count grows with its size, that of its root does not.
The distance is the sum over all measures of the squared difference of the passage and the rest, each in units of its
usual size in clean texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

MEASURES = (
    "letters",
    "long words",
    "sentence ends",
    "commas",
    "capitals",
    "numbers",
    "function words",
    "I, you and we",
    "contractions",
    "other marks",
)

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CONTRACTION = lazy_pattern(r"(?i)\w['’](?:t|s|re|ve|ll|d|m)\b")
_END = lazy_pattern(r"[.!?]+(?=[\s\"'”’)]|$)")
_MARK = lazy_pattern(r"[();:/|\[\]<>#@*=•–—]|\s-\s")
_DIGIT = lazy_pattern(r"\d\S*")
_LONG = 6
_LONGEST = 20
"""Letters of a word that count: beyond, it is an address or a formula."""

_SMALLEST_RATE = 0.002
"""Added to a rate, as the root of a rate near zero jumps with a single word."""

_FUNCTION = lazy_pattern(
    r"(?:a|about|all|an|and|are|as|at|be|been|but|by|can|could|did|do|for|from|had|has|have|he|her|him|his|i|if|in|into|is"
    r"|it|its|me|more|my|no|not|of|on|one|or|other|our|out|she|so|some|than|that|the|their|them|then|there|they|this|to|up"
    r"|us|was|we|were|what|when|which|who|will|with|would|you|your)"
)
_PERSON = lazy_pattern(r"(?:i|you|we)(?:['’](?:m|re|ve|ll|d))?|me|my|mine|your|yours|our|ours|us|let['’]s")


class Passage(NamedTuple):
    """Lines ``start`` to ``end`` (exclusive), how far they lie from the rest, and how far by each measure, signed."""

    start: int
    end: int
    distance: float
    differences: tuple[float, ...]


def counts(line: str) -> list[int]:
    """Words, as white space parts them, then what each measure counts."""
    words = _WORD.findall(line)
    small = [word.lower() for word in words]
    return [
        len(line.split()),
        sum(min(len(word), _LONGEST) for word in words),
        sum(len(word) > _LONG for word in words),
        len(_END.findall(line)),
        line.count(","),
        sum(word[0].isupper() for word in words),
        len(_DIGIT.findall(line)),
        sum(map(bool, map(_FUNCTION.fullmatch, small))),
        sum(map(bool, map(_PERSON.fullmatch, small))),
        len(_CONTRACTION.findall(line)),
        len(_MARK.findall(line)),
    ]


def passages(lines: Sequence[Sequence[int]], least: int) -> tuple[Floats, Floats, Floats]:
    """All runs of lines with at least ``least`` words and at most half of all words.

    lines: the counts of each line. Returns, a row a run: first line and end; the differences to the rest of the text;
    the variance that a difference of such lengths has, in units of one word's.
    """
    import numpy as np  # noqa: PLC0415

    upto = np.vstack([np.zeros(len(MEASURES) + 1), np.cumsum(np.asarray(lines, dtype=np.float64), axis=0)])
    first, end = np.triu_indices(len(upto), 1)
    words = upto[end, 0] - upto[first, 0]
    fits = (words >= least) & (words <= upto[-1, 0] / 2)
    first, end = first[fits], end[fits]
    inside = upto[end] - upto[first]
    outside = upto[-1] - inside
    differences = _roots(inside) - _roots(outside)
    return np.stack([first, end], axis=1), differences, 1 / inside[:, 0] + 1 / outside[:, 0]


def _roots(counted: Floats) -> Floats:
    import numpy as np  # noqa: PLC0415

    roots: Floats = np.sqrt(counted[:, 1:] / counted[:, :1] + _SMALLEST_RATE)
    return roots


def strangest(lines: Sequence[Sequence[int]], least: int, scales: Sequence[float]) -> Passage | None:
    """The run of lines that lies farthest from the rest. None where no run has a fitting length."""
    import numpy as np  # noqa: PLC0415

    spans, differences, variances = passages(lines, least)
    if not len(spans):
        return None
    scaled = differences / np.sqrt(variances)[:, None] / np.asarray(scales)
    distances = (scaled**2).sum(axis=1)
    best = int(distances.argmax())
    start, end = (int(edge) for edge in spans[best])
    return Passage(start, end, float(distances[best]), tuple(float(value) for value in scaled[best]))
