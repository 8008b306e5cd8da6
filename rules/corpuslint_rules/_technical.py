"""Whether a text documents software: its names are no words, its sentences lack subjects, and its terms are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words

if TYPE_CHECKING:
    from corpuslint import Doc

_SEEN = 3000
"""Characters from the start that tell what a text is about."""

_FEWEST = 3
_PER_WORDS = 25
"""So many different terms, and one term in so many words."""

_TERMS = words(
    """algorithm algorithms api apis applet array arrays ascii asynchronous backend bash binaries binary bindings
    browser browsers c++ cache callback cli client clients codec codecs command command-line compiler compilers
    configuration cpu css daemon database databases debian debug debugger debugging default desktop development
    directory dns documentation driver drivers dynamic emacs encoding file filename files filesystem firmware
    format formats fortran framework frontend function functions git gnome gnu gpu gtk gui haskell header
    headers html http https ide implementation implemented implements input install installation installed
    integer interface interfaces iterator java javascript json kde kernel latex libraries library libs linux
    lisp loop metadata module modules namespace object-oriented output package packages parameters parser
    parsers pdf perl php plug-in plug-ins plugin plugins programming protocol protocols python qt ruby runtime
    script scripts sdk server servers shared shell software sql ssh ssl static string strings subclass support
    supports syntax tcp tex toolkit ubuntu udp unicode unix url urls usb user users utf-8 utilities utility
    variables vim widget widgets wrapper x11 xml yaml"""
)
_ORDINARY = words(
    """array arrays browser browsers client clients command default development directory documentation driver drivers
    dynamic file files format formats function functions header headers implementation implemented implements input
    installation installed library libraries loop output package packages parameters protocol protocols script scripts
    server servers shared shell static string strings support supports user users utilities utility variables wrapper"""
)
"""Those of them that other texts have as well: some other sign of software must stand beside them."""

_MARKS = ("::", "</", "{", "++", "/usr", "\\", "()")
_NAME = lazy_pattern(r"[^\W_]_[^\W_]")
"""A name in snake case."""

_PUNCTUATION = str.maketrans(dict.fromkeys(".,;:()\"'!?/", " "))


def is_technical(doc: Doc) -> bool:
    """Whether terms of software are dense in the beginning of the text."""
    tokens, terms, marks = _evidence(doc)
    dense = len(set(terms)) + marks >= _FEWEST and (len(terms) + marks) * _PER_WORDS >= tokens
    return dense and (marks > 0 or not _ORDINARY.issuperset(terms))


def mentions_software(doc: Doc) -> bool:
    """Whether the beginning of the text has any such term."""
    _, terms, marks = _evidence(doc)
    return bool(terms or marks)


def _evidence(doc: Doc) -> tuple[int, list[str], int]:
    """How many words the beginning has, which of them are terms of software, and how many marks of code there are."""
    text = doc.text[:_SEEN]
    tokens = text.lower().translate(_PUNCTUATION).split()
    marks = sum(mark in text for mark in _MARKS) + len(_NAME.findall(text))
    return len(tokens), [token for token in tokens if token in _TERMS], marks
