"""corpuslint: a text-quality and source-reliability linter for text corpora."""

from typing import TYPE_CHECKING

from corpuslint._version import __version__

if TYPE_CHECKING:
    from corpuslint.corpus.collection import Collection
    from corpuslint.doc import Doc, Line, Span
    from corpuslint.errors import UsageError
    from corpuslint.finding import Finding, Place
    from corpuslint.formats.about import About
    from corpuslint.formats.numbering import Numbering
    from corpuslint.formats.report import Excerpt, Report
    from corpuslint.formats.summary import Summary
    from corpuslint.lazy import lazy_pattern
    from corpuslint.linter import Linter, lint
    from corpuslint.metadata import Metadata
    from corpuslint.plugins import hookimpl
    from corpuslint.rule import (
        Corpus,
        CorpusHit,
        Document,
        Frame,
        Hit,
        Measure,
        Passage,
        Pattern,
        PhraseMatch,
        Phrases,
        RemoveLine,
        Rewrite,
        Rule,
        Severity,
        Wordings,
    )
    from corpuslint.settings import Settings
    from corpuslint.suppression.evidence import Evidence
    from corpuslint.unit import Unit

__all__ = [
    "About",
    "Collection",
    "Corpus",
    "CorpusHit",
    "Doc",
    "Document",
    "Evidence",
    "Excerpt",
    "Finding",
    "Frame",
    "Hit",
    "Line",
    "Linter",
    "Measure",
    "Metadata",
    "Numbering",
    "Passage",
    "Pattern",
    "PhraseMatch",
    "Phrases",
    "Place",
    "RemoveLine",
    "Report",
    "Rewrite",
    "Rule",
    "Settings",
    "Severity",
    "Span",
    "Summary",
    "Unit",
    "UsageError",
    "Wordings",
    "__version__",
    "hookimpl",
    "lazy_pattern",
    "lint",
]

_HOMES = {
    "About": "formats.about",
    "Collection": "corpus.collection",
    "Corpus": "rule",
    "CorpusHit": "rule",
    "Doc": "doc",
    "Document": "rule",
    "Evidence": "suppression.evidence",
    "Excerpt": "formats.report",
    "Finding": "finding",
    "Frame": "rule",
    "Hit": "rule",
    "Line": "doc",
    "Linter": "linter",
    "Measure": "rule",
    "Metadata": "metadata",
    "Numbering": "formats.numbering",
    "Passage": "rule",
    "Pattern": "rule",
    "PhraseMatch": "rule",
    "Phrases": "rule",
    "Place": "finding",
    "RemoveLine": "rule",
    "Report": "formats.report",
    "Rewrite": "rule",
    "Rule": "rule",
    "Settings": "settings",
    "Severity": "rule",
    "Span": "doc",
    "Summary": "formats.summary",
    "Unit": "unit",
    "UsageError": "errors",
    "Wordings": "rule",
    "hookimpl": "plugins",
    "lazy_pattern": "lazy",
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

    def __dir__():
        return __all__
