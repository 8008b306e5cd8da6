"""The codes that a suppression names: a code, a family, a longer prefix or a rule's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpuslint.engine_codes import CODES
from corpuslint.escape import quote
from corpuslint.lazy import lazy_pattern
from corpuslint.nearest import did_you_mean

_PREFIX = lazy_pattern(r"[A-Z]{2}[0-9]{0,3}")


def reaches(selector: str, code: str, name: str) -> bool:
    """Whether a suppression that names ``selector`` is about this rule."""
    return selector == name or (code.startswith(selector) and len(selector) > 1)


def complaint(selector: str, known: Mapping[str, str]) -> str | None:
    """What is wrong with a selector, if anything. ``known``: the names of all rules by code."""
    if any(reaches(selector, code, name) for code, name in known.items()):
        return None
    if selector.startswith("CL") or any(selector == code.name for code in CODES.values()):
        return f"{quote(selector)} cannot be suppressed: the engine's own findings are always on"
    names: Iterable[str] = (*known, *known.values())
    if _PREFIX.fullmatch(selector):
        names = {code[: len(selector)] for code in known}
    return f"no rule {quote(selector)}{did_you_mean(selector, names)}"
