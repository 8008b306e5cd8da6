"""A full stop that hardly ends a sentence although a capital follows: "by the new. Mayor and a small band."

Machine translation and rewriting put stops into running sentences and names, and capitalise what follows. No single
word gives such a stop away; the shape of the two fragments does. A small network reads the likely tags of up to 14
words on either side, small words and frequent ones by themselves, and the marks beside them. It is silent in
quotations, headlines, lines in capitals and chat, in texts about software, in long texts where it would find few, after
abbreviations, before a sentence of one word, between two equal words, before set openings such as "Of course" and
behind set endings such as "and so on".

Bad:

    The bridge is meant to give the island its first. Road to the mainland.
    He was met at the station by the new. Mayor and a small band.
    The letter was read out by the mayor of. Harrow in the old town hall.

Good:

    The new bridge is open. Roads to the island are empty.
    It was late. The lake was still. Rain fell on the forest.
    She asked for help. Of course, nobody came.
    He lives in Leeds with his sister. Olmstead is older than she is.
    What a day. Best pie in town. Great staff, too.
    They sell ropes, sails and the like. Captains of small boats come from all over the coast.

Known false alarms: sentences that lack a subject or a verb, as in reviews, plays and speech; names of clubs and places
that end one sentence and begin the next. In clean text, which has hardly any such stop, most findings are wrong (of 60
read in speeches, mails, manuals and descriptions 56): hence the level. Sentences that are whole on both sides of a
wrong stop are not found.

Source: trained on clean text with stops put in at random; see ``unlikely_stop.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint.quotes import quote_spans
from corpuslint_rules._technical import is_technical
from corpuslint_rules.english import CLOSED_CLASS, tag
from corpuslint_rules.splits import _informal, split_in_name
from corpuslint_rules.splits._words import is_abbreviation

if TYPE_CHECKING:
    from corpuslint.doc import Line
    from corpuslint.scan.buffer import Buffer, Places

THRESHOLD = 2.1
"""Log odds, at the shares of the training set, from which a stop is reported."""

_OPENER = lazy_pattern(
    r"(?:Figures|Left out|(?:On|Off) by default|"
    r"Of course|In fact|In addition|In short|In other words|In the end|In turn|Right (?:now|away|here)|"
    r"First up|Speaking of|So far|So much|At (?:last|least|first|best|worst|once)|"
    r"No (?:wonder|doubt|matter|way|problem|need|more|one)|"
    r"Not (?:bad|so|to mention|that|only|even|yet|surprisingly)|All in all|For (?:example|instance|now|once|sure|one)|"
    r"By (?:the way|contrast|comparison|then|now)|On the (?:other|one|contrary)|"
    r"As (?:a result|for|if|usual|such|always|ever)|"
    r"To (?:be|say|make|date|begin|start|this|that|sum|[a-z]+ it)|"
    r"More (?:than|on|about|info|to)|Same (?:here|thing|goes|with)|"
    r"(?:Will|Wo|Would|Could|Ca|Do)(?:n['’]t)? "
    r"(?:be|not|definitely|never|recommend|return|go|stay|try|come|buy|use|see|get)|"
    r"Talk about|"
    r"Have (?:fun|a)|Take (?:care|a)|Thanks?|Welcome|Enough|From \S+ to \S+)\b"
)
_CLOSER = lazy_pattern(
    r"\b(?:[Tt]he (?:like|North|South|East|West)|and so (?:on|forth)|"
    r"(?:[Hh]ere|[Tt]here) (?:it|they) (?:is|was|are|were))\.$"
)
_SENTENCE_END = lazy_pattern(r"[.!?…:;][\"'”’)\]]*\s*$")
_WORD = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
_HEADLINE = 4
"""Words on either side, all with capitals, that make a headline."""

_REACH = 100

_NO_STATEMENT = lazy_pattern(r"\S+[.!?:]")
"""What follows is one word: a cry or a heading."""

_FIRST = lazy_pattern(r"(?:[.!?][\"”’)]?\s+|\n\s*|\A)([A-Z][a-z]+)(?= [a-z])")
_SEEN, _STEPS, _STEPS_IN = 20_000, 3, 5
"""So many sentences that begin with the plain form of a verb, one in five, in the beginning of a text: instructions."""

_NAMES = tuple(frame.pattern for frame in split_in_name.RULE.frames)

_PER = 8_000
"""A long text needs one in so many characters: what damages sentences damages many, and a good writer errs rarely."""


def _sieve(buffer: Buffer) -> Places:
    from corpuslint_rules.splits._stop_model import places  # noqa: PLC0415 (the tables)

    return places(buffer, THRESHOLD)


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    if len(places) * _PER < len(doc.text) or doc.once(is_technical):
        return
    found = [hit for at in places if (hit := _hit(doc, at))]
    if len(found) * _PER >= len(doc.text):
        yield from found


def _hit(doc: Doc, at: int) -> Hit | None:
    """The words around a stop that hardly ends a sentence. ``at``: the space behind it."""
    line = doc.lines[doc.line_index(at)]
    space = at - line.start
    right = _WORD.match(line.text, space + 1)
    start = _word_start(line.text, space)
    if right is None or _likely(doc, line, start, space, right.end()):
        return None
    return Hit(line.start + start, line.start + right.end())


def _word_start(line: str, at: int) -> int:
    """Where the word begins that ends at this place of a line."""
    nearest = max(0, at - _REACH)
    return max(line.rfind(space, nearest, at) for space in " \t") + 1 or nearest


def _likely(doc: Doc, line: Line, start: int, at: int, end: int) -> bool:
    """Whether the stop may be right, or somebody's style, for all that the model says. ``at``: the space behind it."""
    text = line.text
    left = text[start : at - 1].lstrip("\"'“‘([")
    return (
        is_abbreviation(left.rpartition("-")[2])
        or "." in left
        or (left.isupper() and not text[:start].strip())  # who speaks in a play
        or left.casefold() == text[at + 1 : end].casefold()
        or _OPENER.match(text, at + 1) is not None
        or _CLOSER.search(text[max(0, at - _REACH) : at]) is not None
        or _NO_STATEMENT.match(text, at + 1) is not None
        or _SENTENCE_END.search(text[-20:]) is None
        or _headline(text[max(0, at - _REACH) : at], text[at : at + _REACH])
        or _informal.is_chat(text)
        or doc.once(_informal.writes_small)
        or doc.once(_instructs)
        or _found_by_rule(doc, text, at)
        or any(first <= start and end <= last for first, last in quote_spans(text))
    )


def _instructs(doc: Doc) -> bool:
    """Whether sentences often begin with what is done next, as in recipes: there any word may begin one."""
    first = [word.lower() for word in _FIRST.findall(doc.text, 0, _SEEN)]
    verbs = sum(tag(word) == "v" and word not in CLOSED_CLASS for word in first)
    return verbs >= _STEPS and verbs * _STEPS_IN >= len(first)


def _headline(before: str, after: str) -> bool:
    words = _WORD.findall(before)[-_HEADLINE:] + _WORD.findall(after)[:_HEADLINE]
    small = sum(word[0].islower() for word in words)
    return small <= 1 and len(words) > 3


def _found_by_rule(doc: Doc, line: str, at: int) -> bool:
    """Whether SP102 reports the same stop."""
    return any(
        found.start() - 1 <= at <= found.end()
        for pattern in _NAMES
        for found in doc.compiled(pattern).finditer(line, max(0, at - 60), at + 60)
    )


RULE = Document(
    code="SP111",
    name="unlikely-stop",
    doc=__doc__,
    message="sentence or name split by a stop: {match}",
    languages=frozenset({"en"}),
    severity="info",
    version=4,
    check=_check,
    needs=(),
    sieve=_sieve,
    searches=_NAMES,
)
