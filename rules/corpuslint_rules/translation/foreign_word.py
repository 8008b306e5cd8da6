"""A word of another language left in an English sentence: "the offices were geschlossen".

Machine translation leaves words that it does not know as they were, and models of many languages slip from one into
another. The rule knows the more frequent words of German, French, Spanish, Italian, Portuguese, Polish, Czech, Dutch
and Swedish, and by their letters the others. It is silent about words that large dictionaries of English have, where a
word is cited or explained, in phrases and quotations of more than one foreign word, in etymologies, where it has a
capital like a name, between words that are not English either, where a text has many such words, and where it uses the
word again, at the two ends of a text, in posts and texts about software, and where it is a drug's name or stands behind
the noun that it names. For words in other scripts see MT102.

Bad:

    The ministry zaprzeczył that the road was ever closed.
    All of the bridges were geschlossen for a week after the storm.
    The farmers have to pay aujourd'hui what they owe, and nobody knows pourquoi this is so.
    More than half of the votantes wanted the old mayor back.

Good:

    The farmers had a feeling of déjà vu, and their résumés showed de facto what kind of café they wanted.
    She read Le Monde in Los Angeles and flew to Rio de Janeiro with Ursula von der Leyen.
    The word "geschlossen" means closed, and a zaprzeczenie (a denial) followed.
    He sang "dla ciebie" and the crowd cried.
    The two sides agreed on a modus vivendi, and duties ad valorem were a cause of general gratulation.
    The word is from Yiddish farblondjet, and the old spelling was schlecht [from G. schlechter, worse] for a long time.
    The doctors hoped for much from the drug tobrilavir, and less from clovazole.
    Die Brücken waren nach dem Sturm eine Woche lang geschlossen, und niemand wusste, warum.

Known false alarms: terms for which English has no word, used once and without italics.

Source: words and their frequencies from wordfreq by Robyn Speer; see NOTICE.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical
from corpuslint_rules.english.around import among_english
from corpuslint_rules.splits._informal import writes_small
from corpuslint_rules.splits._run_together import parts
from corpuslint_rules.translation._foreign_place import Around, takes_a_place
from corpuslint_rules.translation._native import is_native

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer, Places

_WORD = lazy_pattern(
    r"(?<![\w.@/\\&#~+=<>:_*\]`-])(?<!\w\")[^\W\d_]+"
    r"(?!\w|[@/\\=_<>+&(`*\x80-\x9f-]|[.:]\w|['’](?:d|t|ll|re|ve)\b| ?[=|])"
)
_EDGE = 20
"""Characters between a word and the edge of its text, in which something must stand."""

_DRUG = re.compile(
    r"[a-z]+(?:vir|vudine|mab|mib|nib|statin|cillin|azole|pril|sartan|olol|dipine|caine|cycline|mycin|floxacin|gliptin|gliflozin"
    r"|parib|ciclib|setron|triptan|oxetine|zepam|zolam|lukast|fibrate|relin|tide|sone|olone|quine|oid|itis|osis|aceae|ase|ide)s?"
)
"""Endings of the names of drugs, diseases, families and molecules."""

_ECHO = 2
"""A foreign word that stands so often in a text is a term of it."""


def _sieve(buffer: Buffer) -> Places:
    from corpuslint_rules.translation._foreign_sieve import places  # noqa: PLC0415 (the tables)

    return places(buffer)


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    found = [match for at in places if (match := _WORD.match(doc.text, at))]
    count = Counter(match[0].lower() for match in found)
    left = [match for match in found if count[match[0].lower()] < _ECHO and _is_left(match, doc)]
    if left and not (doc.once(is_technical) or doc.once(writes_small)):
        yield from (Hit(*match.span()) for match in left)


def _is_left(match: re.Match[str], doc: Doc) -> bool:
    """Whether a foreign word takes a word's place in an English sentence."""
    from corpuslint_rules.translation._foreign_sieve import CAPITALISED, kind  # noqa: PLC0415 (the tables)

    word, listed = match[0], kind(match[0])
    if not (word.islower() or (listed in CAPITALISED and word[1:].islower())):
        return False
    if (_DRUG.fullmatch(word) or is_native(word)) if listed == "" else parts(word):
        return False
    return (
        not _is_cut(match, doc.text)
        and takes_a_place(word, listed, Around.of(match, doc))
        and among_english(doc.text, *match.span(), surely=True)
    )


def _is_cut(match: re.Match[str], text: str) -> bool:
    """Whether a word may be part of one, at the beginning or the end of a text."""
    start, end = match.span()
    return text[end : end + _EDGE].strip() == "" or (
        match[0].islower() and text[max(0, start - _EDGE) : start].strip() == ""
    )


RULE = Document(
    code="MT111",
    name="foreign-word",
    doc=__doc__,
    message="left in another language: {match}",
    severity="info",
    version=4,
    # no languages: a text with foreign words in it may be taken for no English; the rule looks at the words beside them
    check=_check,
    needs=(),
    sieve=_sieve,
)
