r"""Somebody's words, and nobody who said them.

A quotation without a speaker cannot be checked, and is what is left where a text was shortened, put together from
others or made up. Say who said it, or cite where it stands.

Only whole sentences of some length in quotation marks count, those that stand by themselves. Silent where the text
around them, across paragraphs, holds a word of saying, writing or thinking, a colon or comma that leads to the
quotation, a name after a dash, a citation or a link. Quotations that follow one another are one: it is enough that one
of them has a speaker. Titles, slogans and what somebody read on a sign are no quotations.

Off by default: stories and interviews leave their speakers out, and a reader may know who speaks. In 896 news articles
and health releases it found one quotation.

Bad:

    The bridge was closed on Monday. “It is a danger to every child in the village.” Repairs will cost two million.
    The harbour is quiet now. "We mended the nets until our hands bled, and were never paid for it." No boat is left.

Good:

    The bridge was closed on Monday. “It is a danger to every child in the village,” Marta Holm said.
    The shortest chapter is the third. “How the Herring Came to the Fjord and Left It Again.” It fills two pages.
    “It is a danger to every child in the village.” — Marta Holm
    The mayor has a motto. “Nothing is ever lost that is well tied down.” It hangs over his desk.

Known false alarms: speakers who are only shown ("The mayor shook her head."), and whose quotation stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.claims._attribution import cited, of_speech
from corpuslint_rules.claims._quotations import Quotation, chains, quotations, unquoted

REACH = 250
"""Code points to either side in which a speaker is looked for."""

LEAST = 7
"""Words of a quotation."""

_TITLE = 0.7
"""Share of long words with a capital from which on a quotation is a title."""

_LED_TO = ",:;-–—("
_LONG_WORD = lazy_pattern(r"[^\W\d_]{4,}")
_SIGNED = lazy_pattern(r"\s*(?:[-–—―~]|\()\s*\w|\s*\[")


def check(doc: Doc) -> Iterator[Hit]:
    """The first whole sentence of each run of quotations that has no speaker."""
    if '"' not in doc.text and "“" not in doc.text and "«" not in doc.text:
        return
    for chain in chains(quotations(doc)):
        alone = next((quotation for quotation in chain if _stands_alone(doc.text, quotation)), None)
        if alone is not None and not _has_speaker(doc, chain):
            yield Hit(*alone)


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether it is a whole sentence of some length, no title, and no part of another sentence."""
    start, end = quotation
    words = text[start + 1 : end - 1].split()
    before, after = text[max(0, start - 3) : start].rstrip(" \t"), text[end : end + 2]
    if len(words) < LEAST or not words[0][:1].isupper() or text[end - 1] not in '"”»':
        return False
    closed = text[end - 2] in ".!?…" or after[:1] in {".", "!", "?"}
    opened = not before or before[-1] in ".!?…\n\r"
    return closed and opened and not after.lstrip()[:1].islower() and not _is_title(text[start:end])


def _is_title(quoted: str) -> bool:
    long_words: list[str] = _LONG_WORD.findall(quoted)[1:]
    return sum(word[0].isupper() for word in long_words) > _TITLE * len(long_words)


def _has_speaker(doc: Doc, chain: list[Quotation]) -> bool:
    text, around = doc.text, unquoted(doc.text, chain, REACH)
    return (
        not around.strip("¶ \n\r")  # nothing but the quotation: who speaks may stand in another record
        or of_speech(around)
        or cited(doc, around)
        or any(text[max(0, q.start - 3) : q.start].rstrip()[-1:] in {*_LED_TO} for q in chain if q.start)
        or any(text[q.end - 2 : q.end - 1] == "," or text[q.end : q.end + 1] == "," for q in chain)
        or any(_SIGNED.match(text, q.end) for q in chain)
    )


RULE = Document(
    code="UC105",
    name="unattributed-quote",
    doc=__doc__,
    message="said by nobody: {match}",
    default=False,
    languages=frozenset({"en"}),
    check=check,
    needs=(),
)
