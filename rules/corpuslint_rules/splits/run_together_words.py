"""Two words with no space between them: "newalgorithms", "inthe".

Extraction from PDF and careless editing lose spaces. What remains is a word that no vocabulary has, and every count,
search and model downstream takes it for one. The rule reports words in small letters that are not English, made of two
that are: a function word and another, or two whose forms make no compound. In a text that shows such damage elsewhere,
two frequent words are enough; in one about software, which joins words for terms, one must be a frequent function
word. Compounds written solid, words with English prefixes and suffixes and texts in other languages stay silent.

Bad:

    The board approved the planand sent it to the mayor.
    They tested two promisingalgorithms on old recordings.
    Most of themembers voted against it.
    He bought amachine that nobody could repair.
    The ferry is similarin size to the oldboat, and aphrase on its bow makes people laugh.

Good:

    The livestream of the hackathon ran on an opensource platform.
    Overtourism and microplastics are unlikeable topics.
    Die Mitglieder stimmten nachmittags dagegen, obwohl niemand anwesend war.
    The file is called mainreport and stands beside runtests.sh.
    The upregulation of the gene was seen on the downslope of the curve.

Known false alarms: new compounds of a verb and a noun, and names written small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical

if TYPE_CHECKING:
    import re

    from corpuslint.scan.buffer import Buffer, Places

_BEFORE = r"(?<![^\x00-@])(?<![\w.@/\\&#'’~+=<>:_])(?<![\W_]-)"
_AFTER = r"(?![\w@/\\=_<>+&(`]|[.:][^\W\d]|:\d|-(?![a-z]))"
_WORD = lazy_pattern(_BEFORE + "[a-z]+" + _AFTER)
_FREQUENT = ("the", "of", "and", "to", "in", "is", "was", "that", "for", "with", "on", "are", "it", "this", "be", "you")
_SHARE = 20
"""In a text of English at least every so manieth word is one of the most frequent."""

_BRIEF, _KNOWN = 600, 0.6
"""A text of so few characters is English if this part of its words is."""

_LETTERS = lazy_pattern(r"[^\W\d_]{2,}")

_ECHO = 3
"""A word that stands so often in a text is a term of it."""


_PROVEN = 2
"""So many sure signs of damage, and even a text on software is not just full of joined terms."""


def _sieve(buffer: Buffer) -> Places:
    from corpuslint_rules.splits._run_together_sieve import places  # noqa: PLC0415 (the tables)

    return places(buffer)


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    from corpuslint_rules.english.around import among_english  # noqa: PLC0415 (the table of words)
    from corpuslint_rules.splits._run_together import parts  # noqa: PLC0415 (the table of words)
    from corpuslint_rules.splits._run_together_sieve import is_damaged  # noqa: PLC0415 (the table of words)

    found = [match for at in places if (match := _WORD.match(doc.text, at))]
    count = Counter(match[0] for match in found)
    technical = bool(found) and doc.once(is_technical)
    sure_ones = [_is_sure(match) for match in found] if technical else []
    joins_terms = bool(sure_ones) and sum(sure_ones) < _PROVEN
    certain = sure_ones if joins_terms else [parts(match[0]) is not None for match in found]
    damaged = not (joins_terms or all(certain)) and is_damaged(doc.text, sum(certain), certain.count(False))
    for match, sure in zip(found, certain, strict=True):
        if count[match[0]] >= _ECHO or not ((sure or damaged) and doc.once(_is_english)):
            continue
        if among_english(doc.text, *match.span()):
            yield Hit(*match.span())


def _is_sure(match: re.Match[str]) -> bool:
    from corpuslint_rules.splits._run_together import parts, sure_parts  # noqa: PLC0415 (the table of words)

    return parts(match[0]) is not None and sure_parts(match[0]) is not None


def _is_english(doc: Doc) -> bool:
    from corpuslint_rules.english import is_word  # noqa: PLC0415 (the table of words)

    text = doc.text[:20_000]
    least, seen = text.count(" "), 0
    for word in _FREQUENT:
        seen += text.count(f" {word} ") * _SHARE
        if seen >= least:
            return True
    if len(text) > _BRIEF:
        return False
    letters = _LETTERS.findall(text)
    return sum(map(is_word, letters)) >= _KNOWN * len(letters)


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
    version=4,
)
