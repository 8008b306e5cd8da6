"""corpuslint: a text-quality and source-reliability linter for text corpora."""

from typing import TYPE_CHECKING

from corpuslint._version import __version__

if TYPE_CHECKING:
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

_HOMES = {
    "Collection": "corpus.collection",
    "Corpus": "rule",
    "CorpusHit": "rule",
    "Doc": "doc",
    "Document": "rule",
    "Finding": "finding",
    "Frame": "rule",
    "Hit": "rule",
    "Line": "doc",
    "Linter": "linter",
    "Passage": "rule",
    "Pattern": "rule",
    "PhraseMatch": "rule",
    "Phrases": "rule",
    "Place": "finding",
    "RemoveLine": "rule",
    "Rewrite": "rule",
    "Rule": "rule",
    "Settings": "settings",
    "Span": "doc",
    "Unit": "unit",
    "UsageError": "errors",
    "Wordings": "rule",
    "hookimpl": "plugins",
    "lint": "linter",
}
"""The modules that these names are loaded from when they are first asked for: ``corpuslint --version`` needs none."""


if not TYPE_CHECKING:  # a checker knows the names from the imports above, and no others

    def __getattr__(name):
        from importlib import import_module  # noqa: PLC0415 (not to be a name of this package)

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return found
