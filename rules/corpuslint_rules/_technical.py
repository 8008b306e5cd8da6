"""Whether a text documents software: its names are no words, its sentences lack subjects, and its terms are joined."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words

if TYPE_CHECKING:
    import hyperscan

    from corpuslint import Doc

_SEEN = 3000
"""Characters from the start that tell what a text is about."""

_FEWEST = 3
_PER_WORDS = 25
"""So many different terms, and one term in so many words."""

_ORDINARY = words(
    """array arrays browser browsers client clients command default development directory documentation driver drivers
    dynamic file files format formats function functions header headers implementation implemented implements input
    installation installed library libraries loop output package packages parameters protocol protocols script scripts
    server servers shared shell static string strings support supports user users utilities utility variables wrapper"""
)
"""Terms that other texts have as well: some other sign of software must stand beside them."""

_TERMS = _ORDINARY | words(
    """algorithm algorithms api apis applet ascii asynchronous backend bash binaries binary bindings c++ cache
    callback cli codec codecs command-line compiler compilers configuration cpu css daemon database databases
    debian debug debugger debugging desktop dns emacs encoding filename filesystem firmware fortran framework
    frontend git gnome gnu gpu gtk gui haskell html http https ide install integer interface interfaces iterator
    java javascript json kde kernel latex libs linux lisp metadata module modules namespace object-oriented
    parser parsers pdf perl php plug-in plug-ins plugin plugins programming python qt ruby runtime sdk software
    sql ssh ssl subclass syntax tcp tex toolkit ubuntu udp unicode unix url urls usb utf-8 vim widget widgets
    x11 xml yaml"""
)
_LITERAL_TERMS = tuple(f" {term} " for term in _TERMS)
_MARKS = ("::", "</", "{", "++", "/usr", "\\", "()", "_")
_NAME = lazy_pattern(r"_(?<=[^\W_]_)[^\W_]_?")
"""Within a name in snake case. Its first character is one that ``re`` skips fast to."""

_BESIDE = b".,;:()\"'!?/"
_WORDS = bytes(32 if byte in _BESIDE else byte for byte in range(256)).lower()
"""Small letters, and spaces for the marks that may stand beside a word."""

_BARE = bytes(32 if byte <= 32 or byte >= 127 else byte for byte in _WORDS)
"""The same, and spaces for all that may be one."""


class _Signs(NamedTuple):
    """What a text shows: the terms among its words (and those that a letter beyond ASCII touches), and how many signs
    of code there are."""

    terms: Set[str]
    marks: int

    @property
    def enough(self) -> bool:
        """Whether there are several different ones, and not only words that other texts have as well."""
        return len(self.terms) + self.marks >= _FEWEST and (self.marks > 0 or not self.terms <= _ORDINARY)


def is_technical(doc: Doc) -> bool:
    """Whether terms of software are dense in the beginning of the text."""
    return doc.once(_is_technical)


def mentions_software(doc: Doc) -> bool:
    """Whether the beginning of the text has any such term."""
    terms, marks = doc.once(_signs)
    return marks > 0 or not terms.isdisjoint(_words(doc))


def _is_technical(doc: Doc) -> bool:
    signs = doc.once(_signs)
    if not signs.enough:
        return False
    words = _words(doc)
    terms = [word for word in words if word in signs.terms]
    return signs._replace(terms=set(terms)).enough and (len(terms) + signs.marks) * _PER_WORDS >= len(words)


def _words(doc: Doc) -> list[str]:
    return _beginning(doc).translate(_WORDS).decode("utf-8", "surrogatepass").split()


def _beginning(doc: Doc) -> bytes:
    return doc.text[:_SEEN].encode("utf-8", "surrogatepass")


def _signs(doc: Doc) -> _Signs:
    """Searched for all at once, which is far faster than to look at each word."""
    data = _beginning(doc)
    terms, marks = _found(_LITERAL_TERMS, b" %b " % data.translate(_BARE)), _found(_MARKS, data)
    names = len(_NAME.findall(doc.text[:_SEEN])) - 1 if "_" in marks else 0
    return _Signs({term.strip() for term in terms}, len(marks) + names)


def _found(literals: tuple[str, ...], data: bytes) -> set[str]:
    """Which of the texts occur."""
    import hyperscan  # noqa: PLC0415 (few texts need it where the engine does not)

    numbers: list[int] = []
    search = _search(literals)
    room = hyperscan.Scratch(search)  # of its own, as other threads may search too
    search.scan(data, match_event_handler=lambda number, *_: numbers.append(number), scratch=room)
    return {literals[number] for number in numbers}


@cache
def _search(literals: tuple[str, ...]) -> hyperscan.Database:
    """The search that gives their numbers, of each once."""
    import hyperscan  # noqa: PLC0415

    database, flags = hyperscan.Database(), [hyperscan.HS_FLAG_SINGLEMATCH] * len(literals)
    database.compile(expressions=[re.escape(literal).encode() for literal in literals], flags=flags)
    return database
