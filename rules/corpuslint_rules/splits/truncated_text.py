"""A text that stops in the middle of a sentence.

Feeds, previews and crawlers cut texts at a length. What is left ends in a word after which no sentence ends: an
article, a preposition, a conjunction, a comma or a hyphen.

Bad:

    The mayor opened the new bridge on Sunday and thanked the
    Work on the second bridge has begun, and the money for it will be collected from
    The bridge was built in 1921. It was closed in May because
    The council wants a new bridge, a new school, a new library,
    Nobody was hurt in the accident, which is the third this year on the new-

Good:

    What are these bridges made of
    Things to look out for
    The bridge was built in 1921.
    The engine would not turn on
    The plan she had waited for was the one he came up with.
    With kind regards from all of us at the bridge,
    Vitamin A
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint import Document, Hit
from corpuslint.doc import Doc
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.splits._words import ARTICLES, BE, HAVE, MODALS, words

_SURE = ARTICLES | words("and or nor because although unless whereas whose their our my your every its")
"""Words that never end a sentence."""

_UNLIKELY = (
    (BE - {"am"})
    | HAVE
    | MODALS
    | words("but than which whether if while his into onto between among toward towards upon")
)
_STRANDED = words("of to from with at for as in on by about through when where who that")
"""Words that end questions, relative clauses and short answers, and hardly anything else."""

_ENDS = _SURE | _UNLIKELY | _STRANDED
_LONGEST = 12
"""Characters in which the last word is looked for."""

_PARTICLES = words("on in by about through when where who")
_END = lazy_pattern(r"(?<![\w.'’@#/-])(?P<word>[a-z]{1,10})$")
_OPEN = lazy_pattern(r"(?:(?P<comma>[^\W\d_]{2},)|[^\W\d_]{2}-)$")
_QUESTION = lazy_pattern(
    r"^[\"“'‘(]?(?:what|who|whom|which|where|how|why|things|something|someone|somewhere|anything|the one|nothing|"
    r"reasons?|ways?|places?|people|tips|sign|log|come|turn|click)\b",
    re.IGNORECASE,
)
_CLOSING = lazy_pattern(
    r"\b(?:regards|sincerely|yours|love|thanks|thank you|cheers|best|wishes|dear|hello|hi|greetings|respectfully)\b",
    re.IGNORECASE,
)
_OF = words(
    """made up out aware heard hear think thought dream dreamed dreamt speak spoke spoken sort kind lots full"""
)
_UNFINISHED = words("""been go gone not want wants have has had need used going supposed able like close""")
_CHAT = lazy_pattern(r"(?<![\w.'’])i(?=['’ ])|(?<!\S)[@#]\w")
_PUNCTUATED = lazy_pattern(r"[a-z][.?!][\"”’)]*\s+[\"“(]?[A-Z]")
_BREAK = lazy_pattern(r"[.!?…:;]\s+|[\"“”(]")


def _check(doc: Doc) -> Iterator[Hit]:
    line = next(line for line in reversed(doc.lines) if line.text.strip())
    text = line.text.rstrip()
    found = _END.search(text[-_LONGEST:])
    if found["word"] not in _ENDS if found else text[-1] not in ",-":
        return
    sentence = _BREAK.split(text)[-1]
    if _cut(text, sentence, found["word"] if found else ""):
        tail = list(re.finditer(r"\S+", text))[-3:]
        yield Hit(line.start + tail[0].start(), line.start + len(text))


def _cut(text: str, sentence: str, word: str) -> bool:
    """Whether the last line, which ends with this word or an open mark, ends in the middle of a sentence."""
    parts = sentence.split()
    if _title(parts) or len(text.split()) < 4 or _CHAT.search(text):
        return False
    if not word:
        return len(parts) > 5 and text[:1].isupper() and _open_end(text)
    return word in _SURE or _left_open(text, sentence, parts)


def _left_open(text: str, sentence: str, parts: list[str]) -> bool:
    """Whether the last word, which some sentences end with, cannot end this one."""
    last = parts[-1]
    if len(parts) < 3 or _QUESTION.match(sentence.strip()) or not text.lstrip("\"“'‘(")[:1].isupper():
        return False
    if last in _UNLIKELY:
        return (len(parts) > 5 or len(sentence) < len(text) / 2) and parts[-2] not in ARTICLES
    if last not in _STRANDED or _relative(parts):
        return False
    punctuated = _PUNCTUATED.search(text) is not None
    return punctuated or (
        last not in _PARTICLES and len(parts) > 5 and parts[-2] not in _OF and "to" not in parts[-6:-1]
    )


def _open_end(text: str) -> bool:
    """Whether a line ends in a hyphen, or in a comma that closes neither a greeting nor a name."""
    found = _OPEN.search(text)
    return found is not None and not _CLOSING.search(text) and not text.rpartition(" ")[2][0].isupper()


def _title(parts: list[str]) -> bool:
    """Whether nearly all longer words have capitals, as in headings and names."""
    longer = [word for word in parts if len(word) > 3]
    return len(longer) > 1 and all(not word[0].islower() for word in longer)


def _relative(parts: list[str]) -> bool:
    """Whether the last word may be left alone by a question, a relative clause or an infinitive."""
    near = {word.lower() for word in parts[-9:-1]}
    return bool(near & {"what", "which", "who", "whom", "that", "how", "where"}) or parts[-2] in _UNFINISHED


RULE = Document(
    code="SP107",
    name="truncated-text",
    doc=__doc__,
    message="text ends in mid-sentence: {match}",
    languages=frozenset({"en"}),
    check=_check,
    needs=("open_end",),
)
