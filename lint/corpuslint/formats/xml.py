"""Text in XML 1.0, which has no way to write most control characters."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from corpuslint.escape import escape


def attributes(**values: object) -> str:
    """`` name="value"`` for each value, whatever characters it holds."""
    return "".join(f" {name}={quoteattr(_legal(str(value)))}" for name, value in values.items())


def _legal(text: str) -> str:
    return escape(text).replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
