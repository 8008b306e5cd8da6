"""What one-character items of a pattern match, as bytes: found out by asking ``regex``, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from corpuslint.fold import APOSTROPHE, FOLDED
from corpuslint.lazy import lazy_pattern

_SPACES = b"\r\t\x0b\x0c\x1c\x1d\x1e\x1f"
_SEARCHED = bytes.maketrans(_SPACES, b"\n       ")
_HIGH = r"\x80-\xff"
_SAMPLED = "\u3400"
"""From here on only some characters are asked about: enough to know first bytes, not each member of a range."""

_RANGE = lazy_pattern(r"\^|-|\\[pPwWdDsS]")
_FEW = 16
"""More characters beyond ASCII than this are not written one by one."""


def searched(text: bytes) -> bytes:
    """A text as it is searched: ASCII's white space is a space or a line feed; the offsets stay.

    It makes for simpler expressions.
    """
    return text.translate(_SEARCHED) if any(space in text for space in _SPACES) else text


class Item(NamedTuple):
    """The bytes of one character: ASCII characters, and expressions for those beyond ASCII."""

    ascii: str
    beyond: tuple[str, ...] = ()

    def one(self) -> str:
        """Exactly one character."""
        parts = ([_class(self.ascii)] if self.ascii else []) + list(self.beyond)
        return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})" if parts else r"[^\x00-\xff]"

    def run(self, least: int, most: int | None) -> str:
        """At least ``least`` and at most ``most`` characters: counted in bytes, and with any byte beyond ASCII."""
        high = _HIGH if self.beyond else ""
        longest = "" if most is None else most * (4 if high else 1)
        count = f"{{{least}}}" if longest == least else f"{{{least},{longest}}}"
        return f"[{''.join(_ranges(sorted(map(ord, self.ascii))))}{high}]{count}"


def union(items: Iterable[Item]) -> Item:
    """An item that matches whatever one of the items does."""
    found = list(items)
    return Item("".join(sorted({c for i in found for c in i.ascii})), tuple({b: None for i in found for b in i.beyond}))


@cache
def item(source: str, ignore_case: bool, within_line: bool) -> Item:
    """The bytes of a one-character item of a pattern, given as a pattern itself.

    A character that is folded counts as what it becomes, for a record with such a character is searched in its folded
    spelling too; but the everyday apostrophe counts as itself as well.
    """
    members = _members(source, ignore_case)
    found = {c for c in members if c < "\x80"} | {FOLDED[c] for c in members if FOLDED.get(c, "\x80") < "\x80"}
    found = set(searched("".join(found - set("\n\r") if within_line else found).encode()).decode())
    beyond = [c for c in members if c >= "\x80" and (c not in FOLDED or c == APOSTROPHE or FOLDED[c] >= "\x80")]
    beyond = list(dict.fromkeys(beyond))
    few = len(beyond) <= _FEW and not (_RANGE.search(source) and any(c >= _SAMPLED for c in beyond))
    return Item("".join(sorted(found)), tuple(map(byte_literal, beyond)) if few else tuple(_many(beyond)))


def _many(characters: Iterable[str]) -> Iterator[str]:
    """Characters beyond ASCII by their first byte; those of U+2000 to U+2FFF, the quotes and dashes, by two bytes."""
    encoded = [c.encode() for c in characters]
    leads = {bytes[0] for bytes in encoded} - {0xE2}
    seconds = {bytes[1] for bytes in encoded if bytes[0] == 0xE2}
    if leads:
        yield f"[{''.join(_ranges(sorted(leads)))}][{_HIGH}]{{1,3}}"
    if seconds:
        yield rf"\xe2[{''.join(_ranges(sorted(seconds)))}][{_HIGH}]"


def _members(source: str, ignore_case: bool) -> list[str]:
    """The characters that an item matches, as far as its bytes depend on them."""
    import regex  # noqa: PLC0415

    named = "".join(chr(int(code, 16)) for code in re.findall(r"\\U([0-9a-f]{8})", source))
    return regex.findall(source, _characters() + named, regex.IGNORECASE if ignore_case else 0)


@lru_cache(maxsize=1)
def _characters() -> str:
    """Every character up to U+33FF; beyond, where whole blocks behave alike, one in 64 or 16."""
    blocks = (range(0x3400), range(0x3400, 0xD800, 64), range(0xE000, 0xF900, 64), range(0xF900, 0x10000))
    return "".join(map(chr, [*chain(*blocks), *range(0x10000, 0x20000, 16), *range(0x20000, 0x110000, 64)]))


def byte_literal(text: str | bytes) -> str:
    """The bytes of a text, in UTF-8, those that are no letters, digits or spaces escaped."""
    return "".join(map(_byte, text.encode() if isinstance(text, str) else text))


def _byte(code: int) -> str:
    character = chr(code)
    return character if code < 128 and (character.isalnum() or character == " ") else rf"\x{code:02x}"


def _class(characters: str) -> str:
    if len(characters) == 1:
        return _byte(ord(characters))
    if len(characters) == 2 and characters.isalnum():
        return f"[{characters}]"
    return f"[{''.join(_ranges(sorted(map(ord, characters))))}]"


def _ranges(codes: list[int]) -> Iterator[str]:
    start = previous = -2
    for code in [*codes, -9]:
        if code == previous + 1:
            previous = code
            continue
        if start >= 0:
            yield rf"\x{start:02x}" if start == previous else rf"\x{start:02x}-\x{previous:02x}"
        start = previous = code
