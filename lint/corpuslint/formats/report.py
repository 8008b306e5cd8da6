"""What a format is given: a finding and the source line it stands in."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from corpuslint.escape import escape
from corpuslint.finding import Finding
from corpuslint.suppression.evidence import Evidence

WIDTH = 120
_CUT = "…"


class Excerpt(NamedTuple):
    """A source line around a hit, cut and escaped; ``start`` and ``end`` are the hit's code points in ``text``."""

    text: str
    start: int
    end: int


Suppression = Literal["", "comment", "entry", "baseline"]
"""What suppresses a finding: nothing, a comment in the text, an entry of the ignore file, the baseline."""


class Report(NamedTuple):
    """A finding, and its source line where there is one.

    ``evidence``: by what a baseline, an ignore file or a format knows it, where one is in use.
    ``byte_columns``: with the source line, where the hit starts and ends in its raw lines, from 1, in bytes of UTF-8.
    """

    finding: Finding
    excerpt: Excerpt | None = None
    evidence: Evidence | None = None
    suppression: Suppression = ""
    byte_columns: tuple[int, int] | None = None


def order(report: Report) -> tuple[Any, ...]:
    """What reports are sorted by: quicker, for many, than to compare their findings."""
    return report.finding.order()


def excerpt(text: str, start: int, end: int, width: int = WIDTH) -> Excerpt:
    """The line of a text in which a hit begins, cut to ``width`` code points around it.

    However long the line is, no more than ``width`` code points on either side are looked at.
    """
    left, right = _line(text, start, width)
    end = max(start, min(end, right))
    if right - left > width:
        before = max((width - (end - start)) // 2, width // 4)
        first = max(left, min(start - before, right - width))
        left, right = first, min(first + width, right)
        end = min(end, right)
    head = (_CUT if left and text[left - 1] not in "\r\n" else "") + _show(text[left:start])
    hit = _show(text[start:end])
    tail = _show(text[end:right]) + (_CUT if right < len(text) and text[right] not in "\r\n" else "")
    return Excerpt(head + hit + tail, len(head), len(head) + len(hit))


def _line(text: str, at: int, reach: int) -> tuple[int, int]:
    """The line around an offset, as far as ``reach`` goes; it ends at ``\\n``, ``\\r\\n`` or a lone ``\\r``."""
    first, last = max(0, at - reach), min(len(text), at + reach)
    left = max(first, text.rfind("\n", first, at) + 1, text.rfind("\r", first, at) + 1)
    breaks = [place for place in (text.find("\n", at, last), text.find("\r", at, last)) if place >= 0]
    return left, min(breaks, default=last)


def _show(text: str) -> str:
    return escape(text.replace("\t", " "))
