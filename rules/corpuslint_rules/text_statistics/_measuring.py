"""Presets applied to a document: the number of each statistic, and which limits are crossed."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint import Doc
from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._presets import Limit, Preset, limits
from corpuslint_rules.text_statistics._statistics import AT_MOST, STATISTICS


def measured(doc: Doc, preset: Preset, statistics: tuple[str, ...]) -> Iterator[tuple[Limit, float]]:
    """Each limit that the preset has for these statistics, and the document's number."""
    counted = doc.once(Counted)
    for limit in limits(preset, statistics):
        yield limit, STATISTICS[limit.statistic](counted, preset, limit)


def crossed(doc: Doc, preset: Preset, statistics: tuple[str, ...]) -> Iterator[tuple[Limit, float]]:
    """The limits that the document crosses, and its numbers; of a limit on lines the number of lines.

    Of those that differ in the length of sequences only the one that is crossed by most.
    """
    counted = doc.once(Counted)
    worst: dict[str, tuple[Limit, float]] = {}
    for limit in limits(preset, statistics):
        bound = AT_MOST.get(limit.statistic)
        if bound and limit.passes(bound(counted, preset, limit)):
            continue
        value = STATISTICS[limit.statistic](counted, preset, limit)
        if limit.statistic.startswith("line-"):
            if value > 0:
                yield limit, value
        elif not limit.passes(value):
            if not limit.n:
                yield limit, value
                continue
            known = worst.setdefault(limit.statistic, (limit, value))
            worst[limit.statistic] = max(known, (limit, value), key=lambda pair: pair[1] / (pair[0].max or 1))
    yield from worst.values()


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
