"""The headline of a text: the title that its record gives, or a first line that stands alone and looks like one."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.lazy import lazy_pattern
from corpuslint.sentences import sentence_spans

LONGEST = 200
"""Code points of a line that may be a headline."""

_LONGEST_ALONE = 120
"""Code points of a line that may be one although it ends with a full stop, or is the whole text."""

_MOST_SENTENCES = 3

_FIRST_LINE = lazy_pattern(
    r"\s*(?P<sign>#{1,6}[ \t]+)?(?P<line>[^\r\n]*[^\s])[ \t]*"
    r"(?:(?P<body>\Z|(?:\r\n|\n|\r)(?:\s*\Z|[ \t]*[\r\n]))|(?=[\r\n]))"
)
_WORD = lazy_pattern(r"[^\W\d_]{2}")
_ABBREVIATED = lazy_pattern(r"(?:\b[A-Z]|\.\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr))\.$")


class Headline(NamedTuple):
    """``span``: where it stands in the text, None for a title that does not; ``body``: where the text below it starts.

    A title that does not stand in the text has all of it below.
    """

    text: str
    span: tuple[int, int] | None
    body: int


def headline_of(text: str, title: str = "") -> Headline | None:
    """The headline of a text, None if it has none.

    ``title``: what the record gives as its title, empty for nothing. Without it, the first line that is not blank,
    where a blank line or nothing follows it or a Markdown sign of a heading opens it.
    """
    if title := " ".join(title.split()):
        first = _first_line(text)
        return first if first is not None and first.text == title else Headline(title, None, 0)
    first = _first_line(text)
    return first if first is not None and _looks_like_one(first.text, alone=not text[first.body :].strip()) else None


def _first_line(text: str) -> Headline | None:
    found = _FIRST_LINE.match(text, 0, LONGEST * 4)
    if found is None or not (found["sign"] or found["body"] is not None):
        return None
    line = found["line"]
    return Headline(line, found.span("line"), found.end("line")) if len(line) <= LONGEST else None


def _looks_like_one(line: str, alone: bool) -> bool:
    """``alone``: the line is the whole text, which may as well be a sentence of any kind."""
    if len(line) > (_LONGEST_ALONE if alone else LONGEST) or not _WORD.search(line) or " " not in line:
        return False
    sentences = len(sentence_spans(line))
    if line[-1] in ":;,\\" or sentences > _MOST_SENTENCES:
        return False
    if line.rstrip("\"'”’)")[-1:] != "." or _ABBREVIATED.search(line) is not None:
        return True
    return not alone and sentences == 1 and len(line) <= _LONGEST_ALONE
