"""corpuslint: a text-quality and source-reliability linter for text corpora."""

from corpuslint._version import __version__
from corpuslint.corpus.collection import Collection
from corpuslint.doc import Doc, Line, Span
from corpuslint.errors import UsageError
from corpuslint.finding import Finding, Place
from corpuslint.linter import Linter, lint
from corpuslint.plugins import hookimpl
from corpuslint.rule import (
    Corpus,
    CorpusHit,
    Document,
    Frame,
    Hit,
    Passage,
    Pattern,
    PhraseMatch,
    Phrases,
    RemoveLine,
    Rewrite,
    Rule,
    Wordings,
)
from corpuslint.settings import Settings
from corpuslint.unit import Unit

__all__ = [
    "Collection",
    "Corpus",
    "CorpusHit",
    "Doc",
    "Document",
    "Finding",
    "Frame",
    "Hit",
    "Line",
    "Linter",
    "Passage",
    "Pattern",
    "PhraseMatch",
    "Phrases",
    "Place",
    "RemoveLine",
    "Rewrite",
    "Rule",
    "Settings",
    "Span",
    "Unit",
    "UsageError",
    "Wordings",
    "__version__",
    "hookimpl",
    "lint",
]
