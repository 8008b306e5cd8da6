"""Tags of HTML, and those of forums, that were left in the text: "<br>", "<a href=…>", "[/quote]".

They mean that the text was never taken out of its page, or not wholly: a search index stores them as words and a model
learns to write them. A text has one finding, which says how many there are.

Tags count that nobody writes by chance: with an attribute, closing ones, breaks and paragraphs. In Markdown (by its
file or, in records, by its marks), where HTML is allowed, in texts about software, and between quotation marks they are
left alone; in texts that speak of markup only those count that have attributes or stand at the edge of a line.

Bad:

    The ferry left at nine.<br />It came back at noon.
    <p>The council voted on Monday.</p>
    Read the <a href="https://example.org/report" target="_blank">whole report</a> of the committee.
    [quote]I saw it on the quay.[/quote]
    The storm <strong>closed</strong> the harbour.<!-- pagebreak -->

Good:

    Write to Ida Holm <ida.holm@example.org> or see <https://example.org/quay>.
    The share <U> fell by two points, and x < b > c holds.
    A paragraph opens with the tag <p> in HTML and closes with </p>.
    [Video] The storm, as seen from the quay [sic].

Known false alarms: program text that writes pages, without a word on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit, Rewrite
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._markup import left_behind
from corpuslint_rules.encoding._grouped import grouped

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer

_TAGS = lazy_pattern(rb"<[A-Za-z/!]")
_CODES = lazy_pattern(rb"\[/?(?i:[bius]|url|img|quote|size|color|list|center|spoiler)[\]=]")
"""What marks may begin with: apart, since ``re`` skips fast to a first byte that is always the same."""

_PLAIN = "blockquote|br|div|h[1-6]|hr|li|ol|p|span|table|tbody|td|th|tr|ul"
_OTHERS = (
    "a|abbr|article|aside|b|big|body|button|center|cite|code|dd|del|dl|dt|em|embed|figcaption|figure|font|footer|form"
    "|head|header|html|i|iframe|img|input|ins|label|link|main|meta|nav|noscript|object|option|param|pre|q|s|script"
    "|section|select|small|source|span|strike|strong|style|sub|sup|svg|title|tt|u|video"
)
_MARK = lazy_pattern(
    rf"""(?P<sure>
        <(?P<hidden>script|style)\b[^<>]{{0,500}}>[^<]{{0,5000}}</(?P=hidden)\s?>
      | <!--.{{0,500}}?-->
      | <!doctype\s[^<>]{{1,200}}>
      | </(?:{_PLAIN}|{_OTHERS})\s?>
      | <(?:{_PLAIN})\s{{0,2}}/?>
      | <(?:{_PLAIN}|{_OTHERS})\s[^<>=]{{0,200}}=[^<>]{{0,2000}}>
      | \[/[a-z]{{1,7}}\]
      | \[[a-z]{{1,7}}=[^\]\n]{{1,300}}\]
    )
    | (?P<opening><(?:{_OTHERS})(?=\s{{0,2}}/?>) | \[[a-z]{{1,7}}(?=\]))\s{{0,2}}/?[>\]]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING = lazy_pattern(r"([<\[])/([A-Za-z]{1,10})\s?[>\]]")
_BREAK = lazy_pattern(r"(?i)</?(?:blockquote|br|dd|div|dt|h[1-6]|hr|li|ol|p|table|tr|ul)\b")
_CELL = lazy_pattern(r"(?i)</?t[dh]\b")
_QUOTES = frozenset("\"'“”‘’«»`")


def _sieve(buffer: Buffer) -> Sequence[int]:
    """Where something like a tag begins."""
    return sorted(found.start() for start in (_TAGS, _CODES) for found in start.finditer(buffer.data))


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    if spans := left_behind(doc, places, _mark, _builds):
        yield grouped(spans, RULE.message)


def _mark(doc: Doc, at: int) -> int:
    """Where the tag or comment ends that begins here; 0 if none does."""
    text, found = doc.text, _MARK.match(doc.text, at)
    if not found or (text[max(at - 1, 0)] in _QUOTES and text[found.end() : found.end() + 1] in _QUOTES):
        return 0
    sure = found["sure"] or (found["opening"] or "").lower() in doc.once(_closed)
    return found.end() if sure else 0


def _builds(text: str, start: int, end: int) -> bool:
    """Whether the mark does what it is for, and is not only shown: it has attributes, or opens or ends a line."""
    return start == 0 or "=" in text[start:end] or text[start - 1] in "\r\n" or text[end : end + 1] in ("", "\n")


def _closed(doc: Doc) -> frozenset[str]:
    """The tags, with their first bracket, that are closed somewhere."""
    return frozenset(f"{bracket}{name.lower()}" for bracket, name in _CLOSING.findall(doc.text))


def _repair(text: str) -> str:
    """What stands for it: the end of a line for a break or the edge of a block, a space for a cell's, nothing else."""
    return "\n" if _BREAK.match(text) else " " if _CELL.match(text) else ""


RULE = Document(
    code="BP116",
    name="markup-leftover",
    doc=__doc__,
    message="markup left in the text: {match}",
    check=_check,
    needs=(),
    sieve=_sieve,
    fix=Rewrite(_repair),
    covers=("BP111",),
)
