"""Two words with no space between them: "newalgorithms", "inthe".

Extraction from PDF and careless editing lose spaces. What remains is a word that no vocabulary has, and every count,
search and model downstream takes it for one. The rule reports words in small letters that are not English, made of two
that are: a function word and another, or two whose forms make no compound. Compounds written solid, words with English
prefixes and suffixes and texts in other languages stay silent.

Bad:

    The board approved the planand sent it to the mayor.
    They tested two promisingalgorithms on old recordings.
    Most of themembers voted against it.

Good:

    The livestream of the hackathon ran on an opensource platform.
    Overtourism and microplastics are unlikeable topics.
    Die Mitglieder stimmten nachmittags dagegen, obwohl niemand anwesend war.
    The file is called mainreport and stands beside runtests.sh.

Known false alarms: new compounds of a verb and a noun, and names written small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer, Ints

_BEFORE = r"(?<![^\x00-@])(?<![\w.@/\\&#'’~+=<>:_])(?<![\W_]-)"
_AFTER = r"(?![\w@/\\=_<>+&(`]|[.:]\w|-(?![a-z]))"
_WORD = lazy_pattern(_BEFORE + "[a-z]+" + _AFTER)
_FREQUENT = ("the", "of", "and", "to", "in", "is", "was", "that", "for", "with", "on", "are", "it", "this", "be", "you")
_SHARE = 20
"""In a text of English at least every so manieth word is one of the most frequent."""

_ECHO = 3
"""A word that stands so often in a text is a term of it."""


def _sieve(buffer: Buffer) -> Ints:
    from corpuslint_rules.splits._run_together_sieve import places  # noqa: PLC0415 (numpy and the tables)

    return places(buffer)


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    found = [match for at in places if (match := _WORD.match(doc.text, at))]
    count = Counter(match[0] for match in found)
    for match in found:
        if count[match[0]] < _ECHO and doc.once(_is_english):
            yield Hit(*match.span())


def _is_english(doc: Doc) -> bool:
    text = doc.text[:20_000]
    least, seen = text.count(" "), 0
    for word in _FREQUENT:
        seen += text.count(f" {word} ") * _SHARE
        if seen >= least:
            return True
    return False


RULE = Document(
    code="SP110",
    name="run-together-words",
    doc=__doc__,
    message="two words run together: {match}",
    severity="error",
    languages=frozenset({"en"}),
    check=_check,
    needs=(),
    sieve=_sieve,
)
