"""Codes that are fixed and have no rule yet: they may be named in a configuration that later versions read too."""

from __future__ import annotations

RESERVED: dict[str, str] = {}

FAMILIES: tuple[str, ...] = ()
"""Families of which there is no rule yet."""


def is_reserved(selector: str) -> bool:
    """Whether a code, prefix or name stands for rules to come."""
    return selector in RESERVED.values() or selector.startswith(FAMILIES) or selector in RESERVED
