"""Characters that show nothing: controls, zero-width characters, soft hyphens, private use.

They come from word processors, PDF files, icon fonts and markup, and from people who hide text or mark copies. They
split words for every tokeniser, and nobody sees why. Joiners stay where scripts and emoji need them; a byte order mark
at the very start is left alone. A text has one finding for each such character, which says how many there are.

Bad:

    The har\u200bbour was closed.

    inter\u00adna\u00adtional trade

    \u0007Chapter one\u001f

    \uf0b7 Opening hours

    The report\ufeff says so.

    He parked \u0085 and left.

Good:

    \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 is Persian and needs its joiner

    \U0001f469\u200d\U0001f680 and \U0001f3f3\ufe0f\u200d\U0001f308 are single signs

    \u0915\u094d\u200d\u0937 is Hindi

    \u0e20\u0e32\u0e29\u0e32\u200b\u0e44\u0e17\u0e22 is Thai

    inter-na-tional trade
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from corpuslint import Doc, Document, Hit, Rewrite
from corpuslint.lazy import lazy_pattern
from corpuslint.statistics import INVISIBLE
from corpuslint_rules.encoding._grouped import grouped

_NAMES = {
    "\xad": "soft hyphen",
    "\ufeff": "byte order mark inside the text",
    "\ufffc": "object replacement character (a lost image)",
}
_UTF8_AS_LATIN1 = lazy_pattern("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""Mojibake, which EN101 reports."""

_NOTHING = lazy_pattern(
    "[\x00-\x08\x0e-\x1b\x7f\xad\u034f\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]"
)

_UNSPACED = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BALINESE", "JAVANESE", "CJK", "HIRAGANA", "KATAKANA")
_PLAIN = ("LATIN", "GREEK", "CYRILLIC", "DIGIT", "ARMENIAN", "GEORGIAN")


def check(doc: Doc) -> Iterable[Hit]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in INVISIBLE.finditer(doc.text):
        if not _belongs(doc.text, match.start()):
            spans, (start, end) = found[_name(match[0])], match.span()
            if spans and spans[-1][1] == start:
                start = spans.pop()[0]
            spans.append((start, end))
    for name, spans in found.items():
        first = ord(doc.text[spans[0][0]])
        yield grouped(spans, f"{name} U+{first:04X}")


def _name(character: str) -> str:
    """What one finding is about: private use together, all others one by one."""
    category = unicodedata.category(character)
    if category == "Co":
        return "private use character"
    named = _NAMES.get(character) or unicodedata.name(character, "").lower()
    return named or ("control character" if category == "Cc" else "invisible character")


def _belongs(text: str, at: int) -> bool:
    """Whether the character is needed where it stands."""
    character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if character == "\ufeff":
        return at == 0
    if "\x80" <= character <= "\x9f":
        return any(m.end() > at for m in _UTF8_AS_LATIN1.finditer(text, max(at - 3, 0), at + 3) if m.start() <= at)
    if character == "\u200b":
        return _unspaced(before) or _unspaced(after)
    if character in "\u200c\u200d\u034f":
        return _joins(before) or _joins(after)
    if "\U000e0020" <= character <= "\U000e007f":
        return before == "\U0001f3f4" or ("\U000e0020" <= before <= "\U000e007f" and _in_flag(text, at))
    # fillers and inherent vowels stand inside words of their scripts
    return character in "\u115f\u1160\u17b4\u17b5\u180e" and unicodedata.category(before or " ")[0] in "LM"


def _unspaced(character: str) -> bool:
    """Whether it belongs to a script that is written without spaces between words."""
    return character > "\u0e00" and unicodedata.name(character, "").startswith(_UNSPACED)


def _joins(character: str) -> bool:
    """Whether a joiner can stand beside it: letters and marks of scripts that join them, emoji."""
    if not character or character < "\u0300":
        return False
    kind = unicodedata.category(character)
    return kind in ("So", "Sk", "Mn", "Me", "Mc", "Cf") or (
        kind[0] == "L" and not unicodedata.name(character, "LATIN").startswith(_PLAIN)
    )


def _in_flag(text: str, at: int) -> bool:
    """Whether the tag at this place belongs to an emoji flag (a black flag and up to 8 tags)."""
    return "\U0001f3f4" in text[max(0, at - 8) : at]


def _without(text: str) -> str:
    """The text without what has no width and breaks no line: a private character may be a sign, a form feed a break."""
    return _NOTHING.sub("", text)


RULE = Document(
    code="EN103",
    name="control-or-invisible",
    doc=__doc__,
    message="invisible character",
    check=check,
    needs=("invisible_characters",),
    fix=Rewrite(_without, safe=True),
)
