"""A line break in the middle of a sentence.

Extraction and conversion break a running sentence where an element, a page or a column ended. The next line goes on in
small letters. Tools that read line by line see two pieces. The rule speaks only of a text whose lines are whole
otherwise: texts wrapped at a width, verse, lists and mail are meant to be as they are.

Bad:

    The council has approved the plan for a new bridge over the river. Work will
    start in the spring and take two years.

    The museum opened its doors to the public in 1921.
    Its first director was a retired engineer who had never
    worked in a museum before.
    The collection has grown to ten thousand pieces.

Good:

    Bring these things:
    a warm coat
    a torch

    The museum opened its doors to the public in 1921.
    iPhone cases are sold at the desk.

    6.5.1. Tools that read the log
    rsyslogd is the one that most systems have, and it writes what it reads to files.

    The daemon rsyslogd
    rsyslogd is the one that most systems have, and it writes what it reads to files.

    I wandered past the harbour wall,
    and heard the sea-birds cry,
    and thought of those who gave their all
    and never said goodbye.

    This letter was typed on a machine that wrapped its lines
    at a width of sixty characters, so that each line breaks
    somewhere in a sentence, as all of them do in plain mail
    and in books from the time of the typewriter.

Known false alarms: texts of two or three lines that were wrapped at a width, which look the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Document, Hit
from corpuslint.doc import Doc, Line
from corpuslint.lazy import lazy_pattern
from corpuslint.scan.buffer import table
from corpuslint_rules.splits._words import PARTICLES

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer, Places

_MOST = 3
_SMALL = b"abcdefghijklmnopqrstuvwxyz \t\x0b\x0c\x1c\x1d\x1e\x1f"
"""What lines start with that may start small: with bytes beyond ASCII, letters and what may stand before one."""

_START = lazy_pattern(rb"[\n\r](?=[%b\x80-\xff])" % _SMALL)
_LETTER = lazy_pattern(r"[ \t]*([^\W\d_])")
_FIRST_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = lazy_pattern(r"[@_/:()=0-9]|\.\w")
_CLOSERS = "\"'”’)]»"
_LAST_WORD = lazy_pattern(r"[\w%)\"”’,]$")
_NUMBERED = lazy_pattern(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s")
_CODE = lazy_pattern(r"[{}<>|\\=h](?:(?<=[{}<>|\\])|(?<=\w=)|(?<==)(?:\w|$)|(?<=h)ttps?:)")
_BULLETS = tuple("-*•·#>")


def _sieve(buffer: Buffer) -> Places:
    """Where lines start that may start with a small letter."""
    if buffer.small:
        return [found.end() for found in _START.finditer(buffer.data)]
    starts = buffer.breaks[:-1] + 1
    return starts[table(_SMALL, beyond_ascii=True)[buffer.bytes[starts]]]


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    if not any(place and _starts_small(doc.text, place) for place in places):
        return
    cuts: list[tuple[Line, Line]] = []
    for place in places:
        two = doc.line_at(place)
        if two.text.lstrip()[:1].islower() and (one := doc.line_before(two)):
            if len(cuts) == _MOST or not _cut(one, two):
                return
            cuts.append((one, two))
    lines = [line for line in doc.lines if line.text.strip()] if cuts else []
    if _wrapped(lines) or (len(cuts) > 1 and len(cuts) > len(lines) / 3):
        return
    for one, two in cuts:
        first = _FIRST_WORD.search(two.text)
        last = len(one.text.rstrip().rpartition(" ")[0])
        if first:
            yield Hit(one.start + (last + 1 if last else 0), two.start + first.end())


def _starts_small(text: str, start: int) -> bool:
    found = _LETTER.match(text, start)
    return found is not None and found[1].islower()


def _cut(one: Line, two: Line) -> bool:
    """Whether a line that starts small is the rest of the one before."""
    before, after = one.text.strip(), two.text.strip()
    word = _FIRST_WORD.match(after)
    if word is None or word[0] != word[0].lower() or _ADDRESS.match(after, word.end()):
        return False
    if word[0] in PARTICLES and after[word.end() :].lstrip()[:1].isupper():
        return False
    if _NUMBERED.match(before) or before.split()[-1] == word[0]:
        return False  # a heading, and a paragraph that begins with the name of its subject
    if _is_closed(before) or not _LAST_WORD.search(before[-2:]) or not _prose(before, after):
        return False
    return not (before.startswith(_BULLETS) or _CODE.search(before) or _CODE.search(after))


def _is_closed(text: str) -> bool:
    """Whether a line ends with a mark that closes a sentence or leads to what follows."""
    return text[-8:].rstrip(_CLOSERS).endswith((".", "?", "!", "…", ":", ";"))


def _prose(before: str, after: str) -> bool:
    """Whether the two lines together read like a sentence: a capital, a stop, no salutation."""
    words = len(before.split()) + len(after.split())
    starts = before.lstrip("\"“‘'([")[:1]
    ends = after.rstrip("\"”’')] ")[-1:]
    if before.endswith(",") and len(before.split()) < 4:
        return False
    return words >= 7 and not starts.islower() and ends in (".", "?", "!", "…")


def _wrapped(lines: list[Line]) -> bool:
    """Whether most lines that another one follows end in mid-sentence: wrapped text, verse or a list."""
    ends = [not _is_closed(line.text.rstrip()) for line in lines[:-1]]
    return len(ends) > 3 and sum(ends) > len(ends) / 2


RULE = Document(
    code="SP106",
    name="line-cut",
    doc=__doc__,
    message="line cut in mid-sentence: {match}",
    check=_check,
    version=3,
    needs=(),
    sieve=_sieve,
)
