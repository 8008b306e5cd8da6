"""Heuristics that remove single lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._membership import among
from corpuslint_rules.text_statistics._presets import Limit
from corpuslint_rules.text_statistics._text import DIGIT, UPPER, Spans, Text
from corpuslint_rules.text_statistics._words import Words, codes_of

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Bools, Ints

_CITATION = lazy_pattern(r"\[(?:\d*|edit|citation needed)\]")
_COUNTER = lazy_pattern(
    r"(?i)^\W*\d(?:[.,]?\d)*\s*[kmb]?\s+(?:likes?|shares?|comments?|retweets?|reposts?|quotes?|bookmarks?|upvotes?"
    r"|downvotes?|downloads?|views?|followers?)\W*$"
)


def failing(text: Text, pieces: Words, limit: Limit) -> Bools:
    """Of ``text.lines`` those that the limit removes. ``pieces``: what white space parts."""
    found: Bools = LINE_STATISTICS[limit.statistic](text, pieces, limit)
    return found


def _end_mark(text: Text, _: Words, limit: Limit) -> Any:
    """Lines that do not end with one of the marks, or end with an ellipsis; notes such as [1] at their end aside."""
    starts, ends = text.inner_lines
    last = text.codes[ends - 1]
    ended: Bools = among(last, codes_of(limit.marks))
    ended &= (ends > starts) & ~ends_with_ellipsis(text, text.inner_lines, dots_only=True)
    noted = ((last == ord("]")) & (ends > starts) & among(text.codes[ends - 2], codes_of("[td0123456789"))).nonzero()[0]
    for line in noted.tolist():
        rest = _CITATION.sub("", text.text[starts[line] : ends[line]])
        ended[line] = rest.endswith(tuple(limit.marks)) and not rest.endswith("...")
    return ~ended


def _words(text: Text, pieces: Words, limit: Limit) -> Bools:
    """Lines of too few words."""
    found: Bools = words_by_line(text, pieces) < (limit.min or 0)
    return found


def _word_length(text: Text, pieces: Words, limit: Limit) -> Bools:
    """Lines with too long a word."""
    import numpy as np  # noqa: PLC0415

    long = pieces.spans.starts[pieces.lengths > (limit.max or 0)]
    found = np.zeros(len(text.lines.starts), bool)
    found[text.lines.starts.searchsorted(long, "right") - 1] = True
    return found


def _terms(text: Text, pieces: Words, limit: Limit) -> Bools:
    """Lines in which a term stands, whatever its letter case; ``within``: only in lines of up to so many words."""
    found = holding(text, limit.terms)
    if limit.within:
        found &= words_by_line(text, pieces) <= limit.within
    return found


def _upper_case(text: Text, _: Words, limit: Limit) -> Any:
    """Lines of which too large a share is capitals."""
    return share_by_line(text, UPPER) > (limit.max or 0)


def _digits(text: Text, _: Words, limit: Limit) -> Any:
    """Lines of which too large a share is digits."""
    return share_by_line(text, DIGIT) > (limit.max or 0)


def _counter(text: Text, pieces: Words, _: Limit) -> Any:
    """Lines such as ``12 likes``, which sites print below what people post."""
    found = words_by_line(text, pieces) == 2
    starts, ends = text.inner_lines
    for line in found.nonzero()[0].tolist():
        found[line] = _COUNTER.match(text.text[starts[line] : ends[line]]) is not None
    return found


def words_by_line(text: Text, pieces: Words) -> Ints:
    """How many words each line has, as white space parts them."""
    import numpy as np  # noqa: PLC0415

    at = np.append(pieces.spans.starts.searchsorted(text.lines.starts), len(pieces))
    found: Ints = np.diff(at)
    return found


def share_by_line(text: Text, kind: int) -> Any:
    """The share of each line's characters that are of this kind."""
    import numpy as np  # noqa: PLC0415

    sums = np.append(0, (text.kinds & kind != 0).cumsum())
    starts, ends = text.inner_lines
    return (sums[ends] - sums[starts]) / np.maximum(ends - starts, 1)


def holding(text: Text, terms: tuple[str, ...]) -> Bools:
    """The lines in which one of the terms stands, whatever its letter case."""
    import numpy as np  # noqa: PLC0415

    found = np.zeros(len(text.lines.starts), bool)
    found[text.lines.starts.searchsorted(text.places(terms), "right") - 1] = True
    return found


def ends_with_ellipsis(text: Text, lines: Spans, dots_only: bool = False) -> Bools:
    """The lines at whose end, after which no white space comes, an ellipsis stands."""
    import numpy as np  # noqa: PLC0415

    codes = text.codes
    ends, some = lines.ends, lines.ends > lines.starts
    dots: Bools = (codes[ends - 1] == 46) & (codes[ends - 2] == 46) & (codes[np.maximum(ends - 3, 0)] == 46)
    dots &= ends - lines.starts >= 3
    return dots if dots_only else dots | (some & (codes[ends - 1] == 0x2026))


LINE_STATISTICS: dict[str, Callable[[Text, Words, Limit], Any]] = {
    "line-end-mark": _end_mark,
    "line-words": _words,
    "line-word-length": _word_length,
    "line-terms": _terms,
    "line-upper-case": _upper_case,
    "line-digits": _digits,
    "line-counter": _counter,
}
