"""Text that was decoded with the wrong encoding.

UTF-8 read as Windows-1252 turns ``’`` into ``â€™`` and ``é`` into ``Ã©``; read as Windows-1251, Mac Roman or code page
437 it gives other nonsense. Words so damaged are lost to search and teach a model garbage. What looks like it is given
to ftfy, and what it can repair, or calls garbled, is reported once for a text.

Bad:

    Itâ€™s a long way to the harbour.
    The cafÃ© opens at nine.
    MÃ¼nchen und KÃ¶ln
    Ð¿Ñ€Ð¸Ð²ÐµÑ‚
    Blog tip 7 вЂ“ write every day

Good:

    It’s a long way to the harbour.
    Il a dit « café », puis « thé » à voix basse…
    Der Spaß“ war vorbei, sagte sie: „Öl…“
    IRMÃ CAÇULA DE SÃO JOÃO
    Ý kiến của bạn về bài viết này là gì?

Source:

    The repair is that of ftfy (Robyn Speer), https://ftfy.readthedocs.io
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from corpuslint import Doc, Document, Hit, Rewrite
from corpuslint.lazy import lazy_pattern
from corpuslint.statistics import MOJIBAKE_SIGN
from corpuslint_rules.encoding._grouped import grouped

REACH = 300
"""Characters on each side of a sign that are given to ftfy, within the line."""

MOST = 200
"""Damaged stretches after which the rest of a text is not looked at."""

GARBLED = 8
"""Unlikely pairs of characters, as ftfy counts them, in a stretch that is garbled beyond repair."""

SHOWN = 24

_LETTERS_IN_1251 = "[\u0412\u0413][\u0401\u0404\u0406\u0407\u040e\u0451\u0454-\u0458\u045e\xa0-\xbf]"
_SURE = {
    "cp1251": lazy_pattern(f"(?<=[A-Za-z]){_LETTERS_IN_1251}|{_LETTERS_IN_1251}(?=[a-z])"),
    "cp437": lazy_pattern(r"\u252c[\u2510\xed](?=\w)"),
}
"""What ftfy leaves: accented letters among Latin ones as Windows-1251, Spanish opening marks as code page 437."""


def check(doc: Doc) -> Iterable[Hit]:
    found = []
    for span in _damaged(doc):
        found.append(span)
        if len(found) == MOST:
            break
    if found:
        start, end, repaired = found[0]
        meant = f"should read {repaired[:SHOWN]!r}" if repaired else "is garbled beyond repair"
        message = f"mojibake: {doc.text[start : min(end, start + SHOWN)]!r} {meant}"
        yield grouped([(s, e) for s, e, _ in found], message)


def _damaged(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Stretches that can be repaired, with the repair, and those that are garbled, with nothing."""
    at = 0
    while sign := MOJIBAKE_SIGN.search(doc.text, at):
        line = doc.lines[doc.line_index(sign.start())]
        start, at = max(line.start, at, sign.start() - REACH), min(line.end, sign.end() + REACH)
        at = max(at, sign.end())
        stretch = doc.text[start:at]
        fixed = _repair(stretch)
        if fixed != stretch:
            first, last = _difference(stretch, fixed)
            yield start + first, start + len(stretch) - last, fixed[first : len(fixed) - last]


def _repair(text: str) -> str:
    """The text as it was meant; empty if it is garbled beyond repair; itself if nothing is wrong."""
    import ftfy  # noqa: PLC0415 (heavy)
    import ftfy.badness  # noqa: PLC0415

    fixed = ftfy.fix_encoding(text)
    for encoding, pattern in _SURE.items():
        fixed = pattern.sub(partial(_decode, encoding), fixed)
    return "" if fixed == text and ftfy.badness.badness(text) >= GARBLED else fixed


def _decode(encoding: str, found: re.Match[str]) -> str:
    try:
        return found[0].encode(encoding).decode()
    except UnicodeError:
        return found[0]


def _difference(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their starts and, beyond those, at their ends."""
    most, first, last = min(len(old), len(new)), 0, 0
    while first < most and old[first] == new[first]:
        first += 1
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return first, last


RULE = Document(
    code="EN101",
    name="mojibake",
    doc=__doc__,
    message="mojibake",
    severity="error",
    check=check,
    needs=("mojibake_signs",),
    fix=Rewrite(lambda text: _repair(text) or None, safe=True),
    strength="decisive",
)
