"""Lines that look like page furniture and are the text's own: tables amid the text, its list of references, its
headline."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuslint.lazy import lazy_pattern
from corpuslint_rules.furniture import _text
from corpuslint_rules.furniture._context import nearest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.furniture._lexicon import Known
    from corpuslint_rules.furniture._text import Numbers, Text

    Column = NDArray[np.float64]
    Mask = NDArray[np.bool_]

BEFORE, AFTER = 60, 200
"""Words of prose in the main block's words, before and after a line, from which it stands amid the text."""

REFERENCES = (
    "bibliography",
    "citations",
    "endnotes",
    "footnotes",
    "further reading",
    "literature cited",
    "notes",
    "reference",
    "references",
    "sources",
    "works cited",
)
"""Headings of what a text refers to."""

ENTRY = 25
"""Code points from which a line may be such an entry."""

YEARS = range(1800, 2050)

MARKUP_SHARE, MARKUP_COST = 0.05, 2.0
"""Share of lines in markup from which a text was written and not saved from a page; the log-odds that its lines need
beyond others."""

_MARKUP = lazy_pattern(
    r"(?m)^[ \t]*(?:```|\.\. |:[\w-]+:|#{1,6} |[-*] \[[^\]\n]+\]\(|\[?!\["
    r"|(?:\|.*\||==.*==|[=~^*+-]{4,})[ \t]*$)"
)


def own(text: Text, columns: Mapping[str, Column]) -> Mask:
    """Which lines are the text's own wherever the model puts them. ``columns``: the model's."""
    amid: Mask = (columns["kin_before"] >= BEFORE) & (columns["kin_after"] >= AFTER)
    return amid | _references(text, columns["links"] > 0)


def _references(text: Text, links: Mask) -> Mask:
    """The entries right below a heading of references, and the heading: lines with an address, a year or a number at
    their beginning, up to the first that has none."""
    import numpy as np  # noqa: PLC0415

    headings = np.zeros(text.size, dtype=np.bool_)
    headings[_reference_headings().find(text.keys)[0]] = True
    told = text.digits & ((text.rank == 0) | _text.among(text.tokens, _years()))
    entries = links.copy()
    entries[text.line[told]] = True
    entries &= text.ends - text.starts > ENTRY
    heading, _ = nearest(headings)
    stop, _ = nearest(~headings & ~entries)
    below: Mask = heading > stop
    return below


def headlines(text: Text, known: Known, longer: Column, shared: Column) -> Mask:
    """Which lines are in the words of the main block, as a headline above it is. ``longer``: the number of their longer
    words; ``shared``: of those the main block has."""
    told: Mask = (longer >= 2) & (shared * 3 >= longer * 2) & (known.weights == 0) & (text.words >= 3)
    return told


def written(text: str, lines: int) -> bool:
    """Whether a text of so many lines is in Markdown, reStructuredText or wiki markup, as manuals are."""
    return len(_MARKUP.findall(text)) > MARKUP_SHARE * lines


@lru_cache(maxsize=1)
def _reference_headings() -> _text.Index:
    return _text.Index(_text.read("\n".join(REFERENCES)).keys)


@lru_cache(maxsize=1)
def _years() -> Numbers:
    return _text.number(map(str, YEARS))
