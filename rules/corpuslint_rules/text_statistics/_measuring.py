"""Presets applied to texts: the numbers of each statistic, and which limits are crossed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._presets import Limit, Preset, limits
from corpuslint_rules.text_statistics._statistics import CLOSER, STATISTICS

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Ints


def measured(counted: Counted, preset: Preset, statistics: tuple[str, ...]) -> Iterator[tuple[Limit, float]]:
    """Each limit that the preset has for these statistics, and the number of a text that is alone."""
    for limit in limits(preset, statistics):
        values = STATISTICS[limit.statistic](counted, preset, limit)
        if steps := CLOSER.get(limit.statistic):
            values = steps[-1](counted, preset, limit, values.nonzero()[0])
        yield limit, float(values.sum())


def crossed(counted: Counted, preset: Preset, statistics: tuple[str, ...]) -> Iterator[tuple[Limit, Any, Ints]]:
    """The limits that texts cross, the numbers of all texts, and the indices of those that cross it.

    Of limits that differ in the length of sequences a text has only the first that it crosses. The number of a limit
    on lines is that of the lines.
    """
    import numpy as np  # noqa: PLC0415

    known = np.zeros(counted.text.count, bool)
    for limit in limits(preset, statistics):
        values = STATISTICS[limit.statistic](counted, preset, limit)
        beyond = values > 0 if limit.statistic.startswith("line-") else limit.crossed(values)
        docs = beyond.nonzero()[0]
        if limit.n:
            docs = docs[~known[docs]]
            for closer in CLOSER.get(limit.statistic, ()) if len(docs) else ():
                values[docs] = closer(counted, preset, limit, docs)
                docs = docs[limit.crossed(values[docs])]
            known[docs] = True
        yield limit, values, docs


_LABELS = {
    "words": "words",
    "characters": "characters",
    "sentences": "sentences",
    "mean-word-length": "characters of the mean word",
    "longest-word": "characters of the longest word",
    "breaks-per-word": "line breaks per word",
    "short-lines": "share of lines of up to {length} characters",
    "mean-length-of-lines": "characters of the mean line",
    "longest-of-lines": "characters of the longest line",
    "long-paragraphs": "lines of at least {length} characters",
    "ended-lines": "share of lines that end with a mark",
    "bullet-lines": "share of lines that begin with a bullet",
    "ellipsis-lines": "share of lines that end with an ellipsis",
    "terms": "lines with {terms}",
    "removed-words": "share of words in lines to remove",
    "repeated-lines": "share of lines that stood before",
    "repeated-line-characters": "share of characters in lines that stood before",
    "repeated-filled-line-characters": "share of characters in lines that stood before",
    "repeated-paragraphs": "share of paragraphs that stood before",
    "repeated-paragraph-characters": "share of characters in paragraphs that stood before",
    "top-sequence": "share of characters in the most frequent {n} words",
    "repeated-sequences": "share of characters in {n} words that stood before",
    "hashes-per-word": "hash signs per word",
    "ellipses-per-word": "ellipses per word",
    "words-with-letter": "share of words with a letter",
    "stop-words": "different stop words",
    "stop-word-share": "share of stop words",
    "alphanumeric-characters": "share of letters and digits",
    "digits": "share of digits",
    "white-space": "share of white space",
    "bracket-characters": "share of brackets",
    "url-characters": "share of characters in web addresses",
    "line-end-mark": "lines that do not end with one of {marks}",
    "line-words": "lines of fewer than {min:g} words",
    "line-word-length": "lines with a word of more than {max:g} characters",
    "line-terms": "lines with {terms}",
    "line-upper-case": "lines of more than {max:g} capitals",
    "line-digits": "lines of digits only",
    "line-counter": "lines that are a counter",
}


def label(limit: Limit) -> str:
    """What the limit's number counts, in words."""
    terms = ", ".join(limit.terms[:3]) + (" …" if len(limit.terms) > 3 else "")
    return _LABELS[limit.statistic].format(
        n=limit.n, length=limit.length, marks=limit.marks, terms=terms, min=limit.min, max=limit.max
    )
