"""What stands between quotation marks."""

from __future__ import annotations

from corpuslint.lazy import lazy_pattern

_PAIRED = lazy_pattern(r'“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|"[^"]*"')


def quote_spans(text: str) -> list[tuple[int, int]]:
    """The quotations of a line, marks included. A mark without its partner in the line opens nothing."""
    return [found.span() for found in _PAIRED.finditer(text)]
