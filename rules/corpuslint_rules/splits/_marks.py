"""Which quotation marks of a text have no partner: a state machine with the conventions of English print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.doc import Doc
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
    """A mark without a partner, at an offset of the document."""

    at: int
    opens: bool


def unpaired(doc: Doc) -> list[Mark]:
    """The marks of a text that have no partner, in order."""
    lonely: list[Mark] = []
    block_of: dict[int, int] = {}
    for number, (start, end) in enumerate(_blocks(doc)):
        text = doc.text[start:end]
        is_open = lonely and lonely[-1].opens and number - block_of[lonely[-1].at] <= _NEAR
        if is_open and block_of[lonely[-1].at] == number - 1 and text.lstrip().startswith(_REPEATED):
            lonely.pop()  # a quotation that runs on repeats its mark at the next paragraph
            is_open = False
        if _balanced(text) and not (is_open and _closes_first(text)):
            continue
        for mark in _of_block(text):
            if not mark.opens and lonely and lonely[-1].opens and number - block_of[lonely[-1].at] <= _NEAR:
                lonely.pop()
                continue
            lonely.append(Mark(mark.at + start, mark.opens))
            block_of[mark.at + start] = number
    return lonely


def _closes_first(text: str) -> bool:
    """Whether the first mark of a paragraph closes a quotation."""
    found = _MARK.search(text)
    return found is not None and not _opens(text, found.start())


def _blocks(doc: Doc) -> Iterator[tuple[int, int]]:
    """Lines, joined where the one before does not end like a sentence or a quotation."""
    start, end, at, last, blank = -1, -1, 0, "", False
    for line in (doc.text.replace("\r", "\n") if "\r" in doc.text else doc.text).split("\n"):
        if line and not line.isspace():
            if start < 0:
                start = at
            elif last[-1] in _ENDING or _closed(last, blank):
                yield start, end
                start = at
            end, last = at + len(line), line
        blank = not line or line.isspace()
        at += len(line) + 1
    if start >= 0:
        yield start, end


def _closed(line: str, blank: bool) -> bool:
    """Whether a line ends like a sentence, or before a blank one like a part of it."""
    mark = line[-8:].rstrip(_CLOSERS)[-1:]
    return mark in _FINAL or (blank and mark in _PAUSE)


def _balanced(text: str) -> bool:
    """Whether there are as many closing marks as opening ones, and an even number of straight ones."""
    count = text.count
    if text.isascii():
        return count('"') % 2 == 0
    return (
        count('"') % 2 == 0
        and count("“") + count("„") == count("”")
        and count("«") == count("»")
        and count("‹") == count("›")
        and count("「") == count("」")
        and count("『") == count("』")
    )


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
