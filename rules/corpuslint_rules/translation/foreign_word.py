"""A word of another language left in an English sentence: "the offices were geschlossen".

Machine translation leaves words that it does not know as they were, and models of many languages slip from one into
another. The rule knows the more frequent words of German, French, Spanish, Italian, Portuguese, Polish, Czech, Dutch
and Swedish, and by their letters the others. It is silent where a word is cited or explained, where it has a capital
like a name, between words that are not English either, where a text has many such words, and where it uses the word
again, in posts and texts about software, and where it is a drug's name or stands behind the noun that it names. For
words in other scripts see MT102.

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
    The doctors hoped for much from the drug tobrilavir, and less from clovazole.
    Die Brücken waren nach dem Sturm eine Woche lang geschlossen, und niemand wusste, warum.

Known false alarms: terms for which English has no word, used once and without italics.

Source: words and their frequencies from wordfreq by Robyn Speer; see NOTICE.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint.quotes import quote_spans
from corpuslint_rules._technical import is_technical
from corpuslint_rules.english import CLOSED_CLASS, frequency, is_derived, is_word, tag
from corpuslint_rules.english.around import among_english
from corpuslint_rules.splits._informal import writes_small
from corpuslint_rules.splits._words import is_abbreviation

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer, Places

_WORD = lazy_pattern(r"(?<![\w.@/\\&#~+=<>:_*-])[^\W\d_]+(?!\w|[@/\\=_<>+&(`*\x80-\x9f]|[.:]\w| ?[=|])")
_ELIDED = lazy_pattern(r"(?:^|[\s(\"“‘])(?:[cdjlmnst]|qu|un|all|dall|dell|nell|sull)['’]$")
_NEIGHBOURS = 5
_REACH = 80
"""Characters on either side of a word in which its neighbours are looked for."""

_VERBS = "vzdeg"
"""Tags of words behind which a capital is a name's."""

_LETTERS = lazy_pattern(r"([^\W\d_]+)(?:['’][a-z]{1,2}\b)?")
_START = lazy_pattern(r"(?:^|[.!?:][\"”’)]* +|[\"“‘]|[—–-] ?)$")
_LAST = lazy_pattern(r"(?:(?:^|[.!?:][\"”’)]* +|[\"“‘])[A-Z]|(?<![^\W\d_])|(?<=\d))(?P<word>[a-z]*),? $")
_NEXT = lazy_pattern(r" ?[.,;:!?]*(?:[\"”]?$|[\"”]? [\"“‘]?[a-z]|,)")
"""What stands on either side of a word that has a capital for being a noun, or the first of its sentence."""

_CITED = lazy_pattern(
    r"\b(?:words?|terms?|named?|called|means?|meaning|known as|so-called|dubbed|phrase|titled?|entitled|spell?ed|spelt"
    r"|suffix|prefix|particle|verb|noun|translated|translates|species|genus|subspecies|var|cf)[,:.]?"
    r"(?: (?:as|to|a|an|the|of|for))? $"
)
_GLOSSED = lazy_pattern(r"[,.;]? (?:mean(?:s|t|ing)?\b|literally\b|translates?\b|or\b|\()")
_OPENED, _CLOSED = lazy_pattern(r"[(\[{][^()\[\]{}]{0,25}$"), lazy_pattern(r"[^()\[\]{}]{0,15}[)\]}]")
"""A bracket of few words, as are glosses."""

_SIDE_BEFORE, _SIDE_AFTER = lazy_pattern(r"(?<!\S)(?P<word>[a-z]+) $"), lazy_pattern(r" (?P<word>[a-z]+)(?!\S)")

_CITATION = 25
"""Characters of a quotation that is cited words rather than speech."""

_PART, _PART_FREQUENCY = 4, 3.5
_SHORT_PART, _SHORT_FREQUENCY = 3, 5.0
"""Letters and Zipf frequency of both parts of an English compound; of a short one."""

_NAMED = lazy_pattern(
    r"\b(?:drugs?|medicines?|medications?|antivirals?|antibiotics?|vaccines?|treatments?|steroids?|compounds?"
    r"|proteins?|enzymes?|hormones?|genes?|minerals?|herbs?|spices?|dish(?:es)?|cheeses?|wines?|breeds?|dances?|instruments?"
    r"|martial arts?|apps?|commands?|functions?|packages?|librar(?:y|ies)|modules?|variables?|users?|tribes?|gods?) $"
)
"""Nouns behind which the name of one such thing stands."""

_DRUG = re.compile(
    r"[a-z]+(?:vir|vudine|mab|mib|nib|statin|cillin|azole|pril|sartan|olol|dipine|caine|cycline|mycin|floxacin|gliptin|gliflozin"
    r"|parib|ciclib|setron|triptan|oxetine|zepam|zolam|lukast|fibrate|relin|tide|sone|olone|quine|oid|itis|osis|aceae|ase|ide)s?"
)
"""Endings of the names of drugs, diseases, families and molecules."""

_POST = lazy_pattern(r"(?<!\S)@\w|\w://")

_ECHO = 2
"""A foreign word that stands so often in a text is a term of it."""

_ENGLISH = 0.7
"""Part of a word's neighbours that must be English, and how many of them at least."""
_ENGLISH_WORDS, _FUNCTION_WORDS = 3, 1


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
    if listed == "" and (_DRUG.fullmatch(word) or _is_native(word)):
        return False
    line = doc.lines[doc.line_index(match.start())]
    before = doc.text[max(line.start, match.start() - _REACH) : match.start()]
    after = doc.text[match.end() : min(line.end, match.end() + _REACH)]
    if before.endswith(("'", "’")) and not _ELIDED.search(before):
        return False
    return (
        _is_amid(before, after)
        and _is_english(before, after)
        and among_english(doc.text, *match.span(), surely=True)
        and not (_CITED.search(before) or _NAMED.search(before) or _GLOSSED.match(after))
        and not (_OPENED.search(before) and _CLOSED.match(after))
        and not _is_quoted(match.start() - line.start, match.end() - line.start, line.text)
        and _is_common(word, listed, before, after)
        and not _POST.search(before + word + after)
    )


def _is_common(word: str, listed: str, before: str, after: str) -> bool:
    """Whether the word is written small, or frequent and large only as the first of its sentence, or a noun."""
    if word.islower() and listed != "m":
        return True
    if listed in ("s", "b") and _opens(before, after):
        return True
    left = _LAST.search(before)
    if listed == "s" or left is None or _NEXT.match(after) is None:
        return False
    return listed == "m" or tag(left["word"]) not in _VERBS


def _is_amid(before: str, after: str) -> bool:
    """Whether the words on both sides, where they are written small, are English."""
    sides = (_SIDE_BEFORE.search(before), _SIDE_AFTER.match(after))
    return all(is_word(side["word"]) for side in sides if side)


@lru_cache(maxsize=1 << 12)
def _is_native(word: str) -> bool:
    """Whether a word that is not listed is English: derived, misspelt, a compound, or two words run together."""
    from corpuslint_rules.splits._run_together import is_misspelt, parts  # noqa: PLC0415 (the table of words)

    if not word.isascii():
        return False
    if is_word(word) or is_derived(word) or parts(word) or is_misspelt(word):
        return True
    parted = ((word[:at], word[at:]) for at in range(_SHORT_PART, len(word) - _SHORT_PART + 1))
    return any(
        min(frequency(one), frequency(two))
        >= (_PART_FREQUENCY if min(len(one), len(two)) >= _PART else _SHORT_FREQUENCY)
        for one, two in parted
    )


def _opens(before: str, after: str) -> bool:
    """Whether a sentence begins with the word and goes on behind it."""
    if not _START.search(before) or (before and is_abbreviation(re.split(r"\W+", before.rstrip())[-2])):
        return False
    return after.startswith(",") or after[1:2].islower()


def _is_english(before: str, after: str) -> bool:
    """Whether the words beside it are English; names do not count."""
    near = _LETTERS.findall(before)[-_NEIGHBOURS:] + _LETTERS.findall(after)[:_NEIGHBOURS]
    if sum(word.lower() in CLOSED_CLASS for word in near) < _FUNCTION_WORDS:
        return False
    known = [is_word(word) for word in near]
    names = sum(not listed and not word.islower() for word, listed in zip(near, known, strict=True))
    return sum(known) >= max(_ENGLISH_WORDS, _ENGLISH * (len(known) - names))


def _is_quoted(start: int, end: int, line: str) -> bool:
    """Whether this part of a line stands in a quotation of a few words."""
    return any(first <= start and end <= last and last - first < _CITATION for first, last in quote_spans(line))


RULE = Document(
    code="MT111",
    name="foreign-word",
    doc=__doc__,
    message="left in another language: {match}",
    severity="info",
    version=3,
    # no languages: a text with foreign words in it may be taken for no English; the rule looks at the words beside them
    check=_check,
    needs=(),
    sieve=_sieve,
)
