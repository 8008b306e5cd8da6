"""A text that starts in the middle of a sentence.

Chunking at a length, and extraction that loses the first element, leave a text without the start of its first
sentence. It begins with a small letter although its other sentences begin with capitals, or it is a lone sentence in
the words of print. Names and brands that are written small, lists, entries of word lists, chat, code and descriptions
of software are left alone.

Bad:

    and the mayor thanked everybody. The bridge will open in May.
    of the river, where the old mill stood until 1921. The town bought it in the spring.
    was closed after the storm in May, the harbour office said.
    harbour had been closed to all larger ships since the storm.
    which was a public library until 1921. The town bought it from a tool of the old party.
    oversees the port of Leith, said that the crew was safe. Nobody was hurt.

Good:

    iPhone sales fell last year. The company blames the weather.
    al-Hakim was born in Cairo. He wrote two plays.
    thanks for the help. it works now. see you tomorrow.
    lol that was great. See you!
    example.com sells nails. Its shop is in Leith.
    bridge: a road over water. It may be of stone.
    a road or a way that is built over water.
    ferryman /fer-ee-man/, n. One who keeps a ferry. He is seldom rich.
    ferryman n. One who keeps a ferry. He is seldom rich.
    really is a program that waits for the ferry. It prints the time when the ferry leaves.
    give them to a library before you burn them.
    a warm coat
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint import Document, Hit
from corpuslint.doc import Doc
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical, mentions_software
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import is_name
from corpuslint_rules.splits._words import BE, CONJUNCTIONS, HAVE, MODALS, PARTICLES, PREPOSITIONS

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITAL_START = lazy_pattern(r"[.?!](?<=[\w'’)\]\"”%-].)[\"”’)\]]*\s+[\"“‘(\[]?[A-Z]")
_SMALL_START = lazy_pattern(r"[.?!\n](?:(?<=[a-z].)[.?!]*\s+|(?<=\n)\s*)[a-z](?![A-Z])")
_CHAT = lazy_pattern(
    r"(?<!\S)[@#$]\w|https?:|[:;]-?[)(DP]|!!|\?\?|\.\.\.|[{}<>|]|\w=|=\w|\b(?:lol|omg|haha|im|u|ur|dont|thx|pls|url|gonna|wanna|yeah)\b|"
    r"(?<![\w.'’])i(?=['’ ])"
)
_GREETINGS = words(
    """sorry thanks thank hi hello hey ok okay yes no great good best nice love loved amazing awesome please well"""
)
_FEWEST = 4
_SEEN = 250
_LONG = 5
_LONGEST_ENTRY = 11
_NAME = lazy_pattern(r"(?<=[a-z,;] )[A-Z][a-z]")
_TALK = lazy_pattern(r"(?i:\b(?:you|your|my|me)\b)|[a-z]['’](?:re|m|ve|ll|d)\b")
"""Marks of a message, which may well begin small."""

_ASKS = words("who what why how when where which is are do does did can could would will should any has have")
_SAYS = lazy_pattern(r" (?:was|are|can|will|[a-z]*s) ")
"""A verb behind the name with which a text begins."""

_PRESENTS = lazy_pattern(
    r"[\w-]+(?: \S+){0,2} (?:is|are|was) an? (?:\S+ ){0,8}(?:program|package|library|tool|module|utility)\b"
)
"""How the description of a program begins."""

_ENTRY = lazy_pattern(
    r"[\w' -]{2,50}(?:\\[^\n\\]{2,80}\\|(?<=\s)/[^\s/](?:[^\n/]{0,60}[^\s/])?/(?=[ ,])"
    r"|,? (?:n|v|vt|vi|adj|adv|prep|conj|interj|excl|abbrev|prov)\.(?=[ ,\n]))"
)
"""How an entry of a dictionary begins: headword, then how it is spoken or what part of speech it is."""

_DEFINES = words("a an to any")
"""First words of entries in word lists."""

_CONTINUES = (
    (PREPOSITIONS - {"like", "to"}) | BE | HAVE | MODALS | CONJUNCTIONS | {"than", "which", "whose", "who", "that"}
)


def _check(doc: Doc) -> Iterator[Hit]:
    start = len(doc.text) - len(doc.text.lstrip())
    first = doc.lines[doc.line_index(start)]
    found = _WORD.match(doc.text, start)
    if found is None or not _plain(found[0], doc.text[found.end() :]):
        return
    line = first.text.strip()
    if len(line.split()) < _FEWEST or line.rstrip("\"”’')] ")[-1:] not in (".", "?", "!", "…"):
        return
    head = doc.text[:5000]
    if (
        (line.endswith("?") and found[0] in _ASKS)
        or found[0] in _GREETINGS
        or _SMALL_START.search(head)
        or _CHAT.search(line[:_SEEN])
    ):
        return
    if found[0] not in _CONTINUES and (_presents(doc, found, line) or doc.once(is_technical)):
        return
    if _CAPITAL_START.search(head) or _is_formal(line, found[0]):
        yield Hit(start, found.end())


def _presents(doc: Doc, first: re.Match[str], line: str) -> bool:
    """Whether the text is an entry of a dictionary, or introduces a program by the name it begins with."""
    entry = _ENTRY.match(doc.text, first.start()) or _PRESENTS.match(line)
    return entry is not None or _names_program(doc, first[0], line)


def _names_program(doc: Doc, first: str, line: str) -> bool:
    named = is_name(first) or "-" in first
    return named and _SAYS.match(line, len(first)) is not None and doc.once(mentions_software)


def _is_formal(line: str, first: str) -> bool:
    """Whether a lone sentence is one that its author would have begun with a capital."""
    if line.endswith(("?", "!")):
        return _NAME.search(line) is not None
    if first in _CONTINUES or _NAME.search(line):
        return True
    length = len(line.split())
    defines = first in _DEFINES and length < _LONGEST_ENTRY
    return length >= _LONG and not defines and not _TALK.search(line)


def _plain(word: str, after: str) -> bool:
    """Whether the first word is one that a sentence would begin with a capital."""
    if word != word.lower() or after[:1] in tuple("@_/.:()=&0123456789") or re.match(r" ?[:(=–—]| - ", after):
        return False
    return not (word in PARTICLES and after.lstrip()[:1].isupper())


RULE = Document(
    code="SP108",
    name="cut-start",
    doc=__doc__,
    message="text starts with a small letter, as if cut: {match}",
    languages=frozenset({"en"}),
    version=4,
    check=_check,
    needs=("lower_start",),
)
