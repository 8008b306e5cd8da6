"""By what a finding is known again when lines have moved: its text and what stands around it."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.lazy import lazy_pattern

REACH = 200
"""Code points on either side that are looked at."""

_LONGEST = 1000
_NEAR = 32
_BLANK = lazy_pattern(r"\s+")


class Evidence(NamedTuple):
    """The matched text, and what stands before and after it; white space as one space."""

    text: str
    before: str
    after: str


def evidence(text: str, start: int, end: int) -> Evidence:
    """The evidence for a finding at ``start`` to ``end``. Of a long match only its two ends count."""
    matched = text[start:end]
    if end - start > _LONGEST:
        matched = f"{matched[:REACH]} … {matched[-REACH:]}"
    return Evidence(flat(matched), _flat(text[max(0, start - REACH) : start]), _flat(text[end : end + REACH]))


def flat(text: str) -> str:
    """The text with any white space as one space, and none at its ends."""
    return _flat(text).strip()


def fingerprint(code: str, found: Evidence) -> str:
    """16 hexadecimal digits of code, text and the nearest 32 code points of context; no path, no line."""
    import hashlib  # noqa: PLC0415 (only a baseline needs it)

    near = (code, found.text, found.before.strip()[-_NEAR:], found.after.strip()[:_NEAR])
    return hashlib.sha256("\0".join(near).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _flat(text: str) -> str:
    return _BLANK.sub(" ", text)
