"""A hyphen of a line end left inside a word: "tech-niques", "infor-mation".

Columns of print cut words at the end of a line. Where extraction joins the lines but keeps the hyphen, one word becomes
a compound of two pieces that mean nothing. The rule reports a hyphen between two pieces that make a word together, one
of which is far rarer than that word, an ending, or the beginning of words that nobody sets off. Compounds, words with
prefixes and names stay silent.

Bad:

    The panel looked at four new tech-niques for cleaning old stone.
    We need more infor-mation on the com-plex before winter.
    The an-other bridge was dis-patched to some-one, and its inspec-tion-level is low.

Good:

    The well-known author wrote of grass-roots movements and ground-breaking work.
    The co-ordination of multi-racial, pre-industrial and re-elected bodies is hard.
    Send an e-mail over wi-fi to the web-site of Jean-Luc.

Known false alarms: compounds that many write as one word, such as "anti-body".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.english import is_word

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer, Places

_LEFT = lazy_pattern(r"(?<![\w.@/\\&#'’=_+-])[A-Za-z][a-z]{1,14}$")
_RIGHT = lazy_pattern(r"-([a-z]{2,14})(?![\w@/=_+]|\\\w|\.\w)(-?)")
_REACH = 17
"""Code points before a hyphen that are looked at."""


def _sieve(buffer: Buffer) -> Places:
    from corpuslint_rules.splits._hyphens import places  # noqa: PLC0415 (the tables)

    return places(buffer)


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    from corpuslint_rules.splits._hyphens import makes_word  # noqa: PLC0415 (the table of words)

    for at in places:
        left, right = _LEFT.search(doc.text[max(0, at - _REACH) : at]), _RIGHT.match(doc.text, at)
        if left and right and makes_word(left[0], right[1]) and not (right[2] and is_word(left[0])):
            yield Hit(at - len(left[0]), right.end(1))


RULE = Document(
    code="SP112",
    name="cut-word",
    doc=__doc__,
    message="word cut by a hyphen: {match}",
    severity="error",
    languages=frozenset({"en"}),
    check=_check,
    needs=(),
    sieve=_sieve,
    version=3,
)
