"""Text of others, made safe to show: terminals and CI logs obey control characters, readers are fooled by bidi ones."""

from __future__ import annotations

import re

from corpuslint.lazy import lazy_pattern

HIDDEN = lazy_pattern(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What shows nothing, or something else than it is."""

_SPACE = lazy_pattern(r"[^\S\x1c-\x1f\x85\u2028\u2029]+")
_ELLIPSIS = "…"


def escape(text: str) -> str:
    """The text on one line, with control, bidi, invisible and surrogate code points written as ``\\x1b``, ``\\u202e``.

    Joiners (U+200C, U+200D) stay, as scripts and emoji need them; so does a backslash.
    """
    return text if text.isprintable() else HIDDEN.sub(_visible, text)


def shorten(text: str, limit: int = 60) -> str:
    """At most ``limit`` code points of the text, white space as one space, then escaped.

    What is too long is cut in the middle, so that one sees how it begins and ends.
    """
    if len(text) > 4 * limit:
        text = text[: 2 * limit] + _ELLIPSIS + text[-2 * limit :]
    text = _SPACE.sub(" ", text)
    if len(text) > limit:
        head = limit // 2
        text = text[:head].rstrip() + _ELLIPSIS + text[head + 1 - limit :].lstrip()
    return escape(text)


def quote(text: str, limit: int = 60) -> str:
    """A piece of text for a message: shortened, escaped and between quotation marks that it does not hold itself."""
    shown = shorten(text, limit)
    mark = "'" if '"' in shown else '"'
    return f"{mark}{shown}{mark}"


def show_path(path: str) -> str:
    """A path as an output line begins with it: escaped, and never read as a command of a CI system (``::error``)."""
    shown = escape(path)
    return f"./{shown}" if shown[:1] in (":", "#") or shown[:1].isspace() else shown


def _visible(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
