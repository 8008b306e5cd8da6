"""The language of a text, told offline: plain English by its function words, everything else by CLD3."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcld3 import NNetLanguageIdentifier

SHORTEST = 100
"""Bytes: a shorter text shows no language."""

_GLANCE, _WINDOW = 400, 1000
"""Code points in the middle of a text that are looked at, first a few; pages begin and end with furniture."""

_SURE, _BRIEF, _SURE_ENGLISH = 0.9, 200, 0.65
"""Probability from which the library is believed; tables and lists of names stay below. Of so few code points, which
may be a sentence with foreign names, less is asked for English."""

_ARTICLE, _FREQUENT = " the ", (" of ", " and ", " to ", " that ", " with ")
_APART = 150
"""Code points of English in which one of these words stands at least; there are about two in most texts."""

_RENAMED = {"iw": "he"}
"""Codes of the library that ISO 639 has since changed."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it is too short, mixed or no prose."""
    if _is_plain_english(_middle(text, _GLANCE)) or _is_plain_english(_middle(text, _WINDOW)):
        return "en"
    if is_short(text):
        return None
    window = " ".join(_middle(text, _WINDOW).replace("\0", " ").split())
    found = _identifier().FindLanguage(window.encode("utf-8", "ignore").decode())
    code = str(found.language).partition("-")[0]  # zh-Latn
    sure = _SURE_ENGLISH if code == "en" and len(text) < _BRIEF else _SURE
    return _RENAMED.get(code, code) if found.probability >= sure else None


def is_short(text: str) -> bool:
    """Whether the text is too short to show its language."""
    return len(text) < SHORTEST and len(text.encode("utf-8", "surrogatepass")) < SHORTEST


def _is_plain_english(text: str) -> bool:
    found = text.count(_ARTICLE)
    if found and found * _APART < len(text):
        found += sum(map(text.count, _FREQUENT))
    return found > 1 and found * _APART >= len(text)


def _middle(text: str, length: int) -> str:
    start = max(0, (len(text) - length) // 2)
    return text[start : start + length]


@cache
def _identifier() -> NNetLanguageIdentifier:
    """The library's model."""
    from gcld3 import NNetLanguageIdentifier  # noqa: PLC0415 (most runs need none of it)

    return NNetLanguageIdentifier(0, 4 * _WINDOW)
