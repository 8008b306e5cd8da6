"""A text that stops in the middle of a sentence.

Feeds, previews and crawlers cut texts at a length. What is left ends in a word after which no sentence ends (an
article, a preposition, a comma, a hyphen), or without a stop where the sentence is not over. How sentences end was
learned from clean text. Headlines, titles, lists, captions, signatures, verse and chat have no stops either and stay
silent; a text of several sentences that lacks only its last stop is found more readily than a lone line.

Bad:

    The mayor opened the new bridge on Sunday and thanked the

    Work on the second bridge has begun, and the money for it will be collected from

    The bridge was built in 1921. It was closed in May because

    The council wants a new bridge, a new school, a new library,

    Nobody was hurt in the accident, which is the third this year on the new-

    The bridge was built in 1921. In the spring of 1987 its owners decided to sell the old iron

    During the long winter of 1987, the harbour company and its largest

Good:

    What are these bridges made of

    Things to look out for

    The bridge was built in 1921.

    The engine would not turn on

    The plan she had waited for was the one he came up with.

    With kind regards from all of us at the bridge,

    Vitamin A

    Mayor opens bridge after years of delay

    The bridge over the river Leith in 1921

    What the mayor did not say about the bridge

    The bridge was built in 1921. It is made of iron.
    Photo: Ida Holm / Harbour Museum

Options: lone and after, how sure the model must be that a sentence is cut (logarithm of the odds), for a text of one
sentence and for one with sentences before.

Known false alarms: posts and reviews whose authors leave out the last stop; headlines that are whole sentences with
articles. A whole sentence that lacks only its stop is reported too: nothing tells it from one that was cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from corpuslint import Document, Hit
from corpuslint.doc import Doc
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.splits._fragment import has_verb, last_piece, score
from corpuslint_rules.splits._words import (
    ARTICLES,
    BE,
    CONJUNCTIONS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
)

_SURE = ARTICLES | words("and or nor because although unless whereas whose their our my your every its")
"""Words that never end a sentence."""

_LEFT_OPEN = (
    (BE - {"am"})
    | HAVE
    | MODALS
    | words(
        """but than which whether if while his into onto between among toward towards upon of to from with at for as in
        on by about through when where who that this these her during under over within against per"""
    )
)
"""Words that end questions, relative clauses and short answers, and hardly anything else."""

_LEFT_OPEN_LONE, _LEFT_OPEN_AFTER = -0.6, -1.6
"""What the learned model must give a line with such a word at its end: one sentence, or the last of several."""

_PARTICLES = words("on in over off up by through")
_PHRASAL = words(
    """turn turned go going come came carry carried move moved hold held log logged sign signed put keep kept switch
    switched try tried stand stood live lived start started get got give gave pass passed"""
)
_VERBS = BE | HAVE | MODALS
_END = lazy_pattern(r"(?<![\w.'’@#/-])(?P<word>[a-z]{1,10})$")
_OPEN = lazy_pattern(r"(?:(?P<comma>[^\W\d_]{2},)|[^\W\d_]{2}-)$")
_QUESTION = lazy_pattern(
    r"^[\"“'‘(]?(?:what|who|whom|which|where|how|why|sign|log|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty) \w+|come|turn|click|"
    r"(?:things?|someone|somewhere|(?:some|any|no)thing|the one|reasons?|ways?|places?|people|tips) "
    r"(?:to|you|i|we|they|for|not))\b",
    re.IGNORECASE,
)
_CLOSING = lazy_pattern(
    r"\b(?:regards|sincerely|yours|love|thanks|thank you|cheers|best|wishes|dear|hello|hi|greetings|respectfully)\b",
    re.IGNORECASE,
)
_UNFINISHED = words("""been go gone not want wants have has had need used supposed able like close""")
_OF = words("made up out aware heard hear think thought dream dreamed dreamt speak spoke spoken lots full")
_CHAT = lazy_pattern(
    r"(?<![\w.'’])[iu](?=['’ ])|(?<!\S)[@#]\w|[:;]-?[)(DP](?!\w)|!!|\?\?|\.\.|[?!] [a-z]+ [a-z]|"
    r"\b(?:lol|omg|haha|pls|thx|gonna|wanna)\b"
)
_NO_PROSE = lazy_pattern(
    r"^(?:\W*\d|[-•·>–—])|\w://|www\.|\w{2}\.[a-z]|/\S+/|\s--\w|\w@\w|\d{3,4}[- ]\d{4}|[|{}<>=_`$~#*\\]|\[(?!\d+\])"
)
_LABEL = lazy_pattern(
    r"\b(?:study|posted|updated|photos?|videos?|watch|report|reviews?|interview|comment)\b", re.IGNORECASE
)
_HEADED = lazy_pattern(r"^(?:\W*[A-Z][\w’'-]*(?: [\w’'-]+){0,3}: |[A-Z]{4,} )")
_PUNCTUATED = lazy_pattern(r"[a-z0-9)\]\"”’][.?!][\"”’)]*\s+[\"“(]?[A-Z]")
_NOTE = lazy_pattern(r"^(?:\[\d+\]\s+)+")
_SHORT, _LONGEST_QUESTION = 8, 12
_OPENERS = PREPOSITIONS | CONJUNCTIONS
_CAPTION = 0.7
"""What is added for a single piece without a verb, unless it opens with a word after which the verb comes late."""


class Options(msgspec.Struct, frozen=True):
    lone: float = -0.3
    after: float = -0.6


def _check(doc: Doc, options: Options) -> Iterator[Hit]:
    text = doc.text.rstrip()
    start = max(text.rfind("\n"), text.rfind("\r")) + 1
    line = text[start:]
    if line[-1] in '"”’»)]–—':
        return
    fragment = _NOTE.sub("", last_piece(line))
    parts = fragment.split()
    if len(parts) < 3 or len(line.split()) < 4 or _title(parts):
        return
    if parts[-1] in _SURE | _LEFT_OPEN or line[-1] in ",-":
        cut = _ends_open(line, fragment, parts)
    else:
        cut = _is_prose(parts, fragment) and _stopped(doc, start) and score(line) > _least(line, fragment, options)
    if cut and not _CHAT.search(line):
        tail = list(re.finditer(r"\S+", line))[-3:]
        yield Hit(start + tail[0].start(), len(text))


def _ends_open(line: str, fragment: str, parts: list[str]) -> bool:
    """Whether the last word or mark is one that no sentence, or hardly one, ends with."""
    found = _END.search(line[-12:])
    if found is None:
        return line[-1] in ",-" and len(parts) > 5 and line[:1].isupper() and _open_mark(line)
    if found["word"] in _SURE:
        return True
    if found["word"] not in _LEFT_OPEN or (len(parts) < 10 and _QUESTION.match(fragment)):
        return False
    if _PUNCTUATED.search(line):
        return score(line) > _LEFT_OPEN_AFTER
    if _stranded(parts):
        return False
    return line.lstrip("\"“'‘(")[:1].isupper() and score(line) > _LEFT_OPEN_LONE


def _stranded(parts: list[str]) -> bool:
    """Whether the last word may be left alone by a question, a relative clause or an infinitive."""
    if (parts[-1] == "of" and parts[-2] in _OF) or (parts[-1] in _PARTICLES and parts[-2] in _PHRASAL):
        return True
    if len(parts) < 5 and parts[-2] in _UNFINISHED and parts[0].lower() not in PRONOUNS:
        return True
    near = {word.lower() for word in parts[-9:-1]}
    openers = {"what", "who", "how", "where", *(() if parts[-1] in _VERBS else ("whom", "which"))}
    return not near.isdisjoint(openers) and len(parts) < 9


def _open_mark(text: str) -> bool:
    """Whether a line ends in a hyphen, or in a comma that closes neither a greeting nor a name."""
    found = _OPEN.search(text)
    return found is not None and not _CLOSING.search(text) and not text.rpartition(" ")[2][0].isupper()


def _is_prose(parts: list[str], fragment: str) -> bool:
    """Whether the last line may be prose."""
    if not fragment.lstrip("\"“'‘(")[:1].isupper() or _NO_PROSE.search(fragment) or _HEADED.match(fragment):
        return False
    if len(parts) < _LONGEST_QUESTION and _QUESTION.match(fragment):
        return False
    if len(parts) < _SHORT and (_CLOSING.search(fragment) or _LABEL.search(fragment)):
        return False
    return sum(word[:1].isupper() for word in parts) <= len(parts) / 2


def _stopped(doc: Doc, end: int) -> bool:
    """Whether the lines before this place, but for short ones, have stops."""
    others = (line.text for line in doc.lines if line.end <= end and line.text.count(" ") > 3 and line.text.strip())
    return all(text.rstrip('"”’)] ').endswith((".", "!", "?", ":", ";", "…", ",")) for text in others)


def _least(line: str, fragment: str, options: Options) -> float:
    """What the learned model must give a line that is taken for cut: more where it may be a caption."""
    if line.count('"') % 2 or line.count("“") > line.count("”") or _PUNCTUATED.search(line):
        return options.after
    opening = fragment.partition(" ")[0].lower()
    return options.lone + (0.0 if opening in _OPENERS or has_verb(fragment) else _CAPTION)


def _title(parts: list[str]) -> bool:
    """Whether nearly all longer words have capitals, as in headings and names."""
    longer = [word for word in parts if len(word) > 3]
    return len(longer) > 1 and all(not word[0].islower() for word in longer)


RULE = Document(
    code="SP107",
    name="truncated-text",
    doc=__doc__,
    message="text ends in mid-sentence: {match}",
    languages=frozenset({"en"}),
    version=3,
    check=_check,
    needs=("open_end",),
    options=Options(),
)
