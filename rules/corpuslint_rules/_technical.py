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
_MARKS = ("::", "</", "{", "++", "/usr", "\\", "()")
_NAME = lazy_pattern(r"[^\W_]_[^\W_]")
"""A name in snake case."""

_MARKS_TO_SPACES = bytes.maketrans(b".,;:()\"'!?/", b" " * 11)


def is_technical(doc: Doc) -> bool:
    """Whether terms of software are dense in the beginning of the text."""
    tokens, terms, marks = doc.once(_evidence)
    dense = len(set(terms)) + marks >= _FEWEST and (len(terms) + marks) * _PER_WORDS >= tokens
    return dense and (marks > 0 or not _ORDINARY.issuperset(terms))


def mentions_software(doc: Doc) -> bool:
    """Whether the beginning of the text has any such term."""
    _, terms, marks = doc.once(_evidence)
    return bool(terms or marks)


def _evidence(doc: Doc) -> tuple[int, list[str], int]:
    """How many words the beginning has, which of them are terms of software, and how many marks of code there are."""
    text = doc.text[:_SEEN]
    spaced = text.lower().encode("utf-8", "surrogatepass").translate(_MARKS_TO_SPACES)  # ten times faster than of str
    tokens = spaced.decode("utf-8", "surrogatepass").split()
    marks = sum(mark[0] in text and mark in text for mark in _MARKS) + (len(_NAME.findall(text)) if "_" in text else 0)
    return len(tokens), list(filter(_TERMS.__contains__, tokens)), marks
