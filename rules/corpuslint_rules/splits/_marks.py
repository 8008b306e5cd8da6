"""Which quotation marks of a text have no partner: a state machine with the conventions of English print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpuslint.lazy import lazy_pattern
from corpuslint_rules.english import CLOSED_CLASS, tag

_MARK = lazy_pattern('["“”„«»‹›「」『』]')
_OPENING = "“„«‹「『"
_CLOSING = "”»›」』"
_OPENS_AFTER = frozenset(" \t\u00a0\u2009\u202f([{<—–―-/‘'“„«*_>=")
_CLOSES_BEFORE = frozenset(" \t\u00a0\u2009\u202f)]}.,;:!?…—–―-/’'”»*_<")
_REPORTED = lazy_pattern(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|replied|explained|insisted|argued|tweeted|noted|"
    r"continued|stated|claimed|warned|announced|declared|according to)\b"
)
_OWNED = lazy_pattern(r" ([a-z][a-z'’]*)")
_FINAL = frozenset(".!?…:")
_PAUSE = frozenset(";,—–")
"""What ends a line that a blank one follows, too."""
_ENDING = frozenset('"”».!?')
_CLOSERS = '"”’»)] '
_REPEATED = ('"', *_OPENING)
_NEAR = 12
"""Paragraphs over which a quotation may run without a mark at the start of each."""


class Mark(NamedTuple):
    """A mark without a partner, at an offset of the document, and the number of the block in which it stands."""

    at: int
    opens: bool
    block: int = 0


def unpaired(text: str, places: Iterable[int]) -> list[Mark]:
    """The marks of a text that have no partner, in order. ``places``: where lines start that do not pair.

    Only blocks with such a line are looked at, and those behind a mark that opens. The numbers of blocks tell how far
    apart they are, up to ``_NEAR``.
    """
    text = text.replace("\r", "\n")
    lonely: list[Mark] = []
    number = done = 0
    for place in places:
        if place < done:
            continue
        number += _NEAR
        for start, done in _blocks(text, _start_of_block(text, place)):
            _pair(lonely, number, start, text[start:done])
            number += 1
            if not _is_open(lonely, number):
                break
    return lonely


def _pair(lonely: list[Mark], number: int, start: int, text: str) -> None:
    """Add the marks of a block that have no partner, and take off the one that it closes or repeats."""
    is_open = _is_open(lonely, number)
    if is_open and lonely[-1].block == number - 1 and text.lstrip().startswith(_REPEATED):
        lonely.pop()  # a quotation that runs on repeats its mark at the next paragraph
        is_open = False
    if quotes_pair(text) and not (is_open and _closes_first(text)):
        return
    for mark in _of_block(text):
        if not mark.opens and _is_open(lonely, number):
            lonely.pop()
        else:
            lonely.append(Mark(mark.at + start, mark.opens, number))


def _is_open(lonely: list[Mark], number: int) -> bool:
    """Whether a quotation that was opened before may run on in a block."""
    return bool(lonely) and lonely[-1].opens and number - lonely[-1].block <= _NEAR


def _closes_first(text: str) -> bool:
    """Whether the first mark of a paragraph closes a quotation."""
    found = _MARK.search(text)
    return found is not None and not _opens(text, found.start())


def _blocks(text: str, at: int) -> Iterator[tuple[int, int]]:
    """From a line's start on: lines, joined where the one before does not end like a sentence or a quotation."""
    start, end, last, blank = -1, -1, "", False
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        if line and not line.isspace():
            if start < 0:
                start = at
            elif _ends_block(last, blank):
                yield start, end
                start = at
            end, last, blank = stop, line, False
        else:
            blank = True
        at = stop + 1
    if start >= 0:
        yield start, end


def _start_of_block(text: str, at: int) -> int:
    """Where the block starts that holds the line which starts here."""
    start, blank = at, False
    while at:
        stop, at = at - 1, text.rfind("\n", 0, at - 1) + 1
        line = text[at:stop]
        if not line or line.isspace():
            blank = True
        elif _ends_block(line, blank):
            break
        else:
            start, blank = at, False
    return start


def _ends_block(line: str, blank: bool) -> bool:
    """Whether a line ends like a sentence or a quotation, or before a blank one like a part of it."""
    mark = line[-8:].rstrip(_CLOSERS)[-1:]
    return line[-1] in _ENDING or mark in _FINAL or (blank and mark in _PAUSE)


def quotes_pair(text: str) -> bool:
    """Whether there are as many closing marks as opening ones, and an even number of straight ones."""
    count = text.count
    if text.isascii():
        return count('"') % 2 == 0
    return (
        count('"') % 2 == 0
        and count("“") + count("„") == count("”")
        and all(count(opening) == count(closing) for opening, closing in ("«»", "‹›", "「」", "『』"))
    )


def brackets_pair(text: str) -> bool:
    """Whether there are as many closing brackets as opening ones."""
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def _of_block(text: str) -> Iterator[Mark]:
    """The marks of a paragraph without a partner. A stack: quotations stand in quotations, with the same mark too."""
    stack: list[int] = []
    lonely: list[Mark] = []
    for found in _MARK.finditer(text):
        at = found.start()
        opens = _opens(text, at)
        if opens and stack and text[stack[-1]] + text[at] == "„“" and not text[at - 1].isspace():
            opens = False  # as in German, behind whatever sign is quoted
        if opens is None:
            if _no_quote(text, at, bool(stack)):
                continue
            opens = not stack
        if opens and stack and (_reported(text, stack[-1], at) or _finished(text, stack[-1], at)):
            lonely += [Mark(stack[-1], True)] if _REPORTED.search(text, stack[-1], at) else []
            stack[:] = [at]
        elif opens:
            stack.append(at)
        elif stack:
            lonely += [Mark(inner, True) for inner in _close(text, stack, at)]
        elif not _no_quote(text, at, False):
            lonely.append(Mark(at, False))
    yield from sorted(lonely + [Mark(at, True) for at in stack])


def _opens(text: str, at: int) -> bool | None:
    """Whether a mark opens (True) or closes (False), by what stands beside it; None where either may be."""
    before, after, mark = text[at - 1] if at else " ", text[at + 1 : at + 2] or " ", text[at]
    if mark in "「」『』":
        return mark in _OPENING
    left, right = before in _OPENS_AFTER or before.isspace(), after in _CLOSES_BEFORE or after.isspace()
    if left and not right:
        return True
    if right and not left:
        return False
    if mark in _OPENING:
        return True
    return False if mark in _CLOSING else None


def _no_quote(text: str, at: int, is_open: bool) -> bool:
    """Whether a mark is no quotation mark: inches or seconds, or an apostrophe that was doubled."""
    before = text[at - 1] if at else " "
    if is_open or text[at] not in '"”':
        return False
    return (
        before.isdigit()
        or before in "'′’½¼¾⁄"
        or (before == "s" and (owned := _OWNED.match(text, at + 1)) is not None and _is_owned(owned[1]))
    )


def _is_owned(word: str) -> bool:
    """Whether a word may be what somebody owns: no verb, preposition or the like."""
    return word not in CLOSED_CLASS and tag(word) not in "zd"


def _finished(text: str, opened: int, at: int) -> bool:
    """Whether a quotation that is open must have ended: a sentence is over, and a new one opens with a mark."""
    return text[at + 1 : at + 2].isupper() and re.search(r"[.!?…][’')\]]*\s*$", text[opened:at]) is not None


def _reported(text: str, opened: int, at: int) -> bool:
    """Whether ``…, she said, "`` stands between two marks that open: the first was never closed."""
    tail = text[max(opened, at - 40) : at].rstrip()
    return tail.endswith((",", ":")) and re.search(r",[^,]*$", tail[:-1]) is not None and bool(_REPORTED.search(tail))


def _close(text: str, stack: list[int], at: int) -> list[int]:
    """Take off the stack what a closing mark closes; the marks inside that are left without a partner."""
    outer = 0
    if len(stack) > 1 and text[at - 1] in ",.?!":
        outer = next((i for i, opened in enumerate(stack) if text[opened + 1 : opened + 2].isupper()), len(stack) - 1)
    else:
        outer = len(stack) - 1
    inner = stack[outer + 1 :]
    del stack[outer:]
    return inner
