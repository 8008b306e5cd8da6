"""Character references of HTML that were never turned into characters: "&amp;", "&#8217;", "&nbsp;".

Whoever takes the source of a page for its text, or escapes it once too often, gets these. They split words, double the
size of a quotation, and teach a model to write them. A text has one finding, which says how many there are.

Markdown may hold references, as may texts about software: these are left alone, as is a reference that is shown between
quotation marks, or stands by itself in a text that speaks of markup.

Bad:

    The mayor&#8217;s plan failed &mdash; again.
    Weil &amp; Sons sold the mill.
    She called it &quot;a good day for the harbour&quot;.
    The caf&eacute; opens&nbsp;at nine.

Good:

    Weil & Sons sold the mill; the AT&T shop stayed.
    Write “&amp;” where you mean the sign itself.
    In HTML a dash is written as &mdash; and a sign as &amp; or by number.
    The page https://example.org/?lang=en&copy=2; was gone.

Known false alarms: texts about markup that never say so.

Source: "Named character references" of the HTML standard; here those of HTML 4, which texts have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit, Rewrite
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._markup import left_behind
from corpuslint_rules.encoding._grouped import grouped

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer

_BYTES = lazy_pattern(rb"&(?:#\w|[A-Za-z])\w{1,7};")
_REFERENCE = lazy_pattern(r"&(?:amp;)*(?:amp|(?P<name>[A-Za-z]{2,8}[0-9]{0,2})|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});")
_SHOWN = lazy_pattern(r"""["'“‘«(\[`]&[#\w;]{2,40};["'”’»)\]`]""")
_PROGRAM = ("=", "&")
"""Before a named reference these make it part of an address, or of program text."""

SOFT_HYPHEN = "\xad"

_MARKS = frozenset(("quot", "lt", "gt", "nbsp", "apos"))
"""References that stand behind such signs where a page was escaped."""


def _sieve(buffer: Buffer) -> Sequence[int]:
    """Where something like a reference is."""
    return [found.start() for found in _BYTES.finditer(buffer.data)]


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    if spans := left_behind(doc, places, _reference, _is_amid):
        start, end = spans[0]
        meant = _repair(doc.text[start:end])
        yield grouped(spans, f"character reference: {{match}} should {f'read {meant!r}' if meant else 'go'}")


def _reference(doc: Doc, at: int) -> int:
    """Where the reference ends that begins here; 0 if none does."""
    text, found = doc.text, _REFERENCE.match(doc.text, at)
    if not found or _SHOWN.match(text, max(at - 1, 0)) or _repair(found[0]) is None:
        return 0
    named = found["name"] and found["name"] not in _MARKS
    return 0 if named and text[max(at - 3, 0) : at].rstrip(" ").endswith(_PROGRAM) else found.end()


def _is_amid(text: str, start: int, end: int) -> bool:
    """Whether the reference touches a word, as one that is only shown does not."""
    return text[max(start - 1, 0)].isalnum() or text[end : end + 1].isalnum()


def _repair(text: str) -> str | None:
    """The character that is meant, nothing for a soft hyphen; None if there is no such character, or none to see."""
    import html  # noqa: PLC0415 (2,000 names)
    from html.entities import name2codepoint  # noqa: PLC0415

    name = text.rstrip(";").rpartition("&")[2].rpartition(";")[2]
    if not name.startswith("#") and name not in name2codepoint and name != "apos":
        return None
    plain = html.unescape(f"&{name};")
    if plain == SOFT_HYPHEN:
        return ""
    return plain if plain and (plain.isprintable() or plain.isspace()) and plain != "\ufffd" else None


RULE = Document(
    code="EN106",
    name="character-reference",
    doc=__doc__,
    message="character reference",
    check=_check,
    needs=(),
    sieve=_sieve,
    fix=Rewrite(_repair, safe=True),
)
