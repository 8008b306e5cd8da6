"""Numbers as people are shown them."""

from __future__ import annotations


def number(value: float) -> str:
    """A number with as many digits as matter: ``1,204``, ``0.305``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:.3g}"


def counted(count: int, noun: str) -> str:
    """``1 file``, ``1,204 files``."""
    return f"{count:,} {noun}" + ("" if count == 1 or noun == "info" else "s")
