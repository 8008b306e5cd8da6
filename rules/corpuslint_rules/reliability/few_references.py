"""A long text with far fewer references than the others of its corpus.

In a corpus of encyclopedia articles or papers that cite a source in every paragraph, one that cites none stands out.
In a corpus of stories none does: the measure is the corpus's own median.

What it needs: at least twenty texts of 400 words or more, whose median is two references in 1,000 words or more.
Strength: weak; it never counts alone. A text is found that has less than a sixth of the median. References are links,
numbered marks, footnotes, DOIs, and works with their year.

Off by default: it looks at all records together, and what is a reference depends on how the pages were made into
text.

Bad:

    A text of 900 words without a link or a note, where the median of the corpus is 12 references in 1,000 words
    A text of 2,000 words with one link, where the median of the corpus is 12 references in 1,000 words

Good:

    A text of 900 words with four notes, where the median of the corpus is 12 references in 1,000 words
    A text of 900 words without a note, in a corpus of tales

Known false alarms: texts whose list of references was cut off; records of another kind than the rest.

Source: the W3C Credible Web signals ("references: few to none"); Zhang et al. 2018.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint import Collection, Corpus, CorpusHit, Doc, Passage
from corpuslint.lazy import lazy_pattern

LEAST_WORDS, LEAST_TEXTS = 400, 20
LEAST_MEDIAN = 2.0
"""References in 1,000 words that the median text of the corpus has at least."""

FEW = 1 / 6
"""A share of the median."""

_REFERENCE = lazy_pattern(
    r"https?://|\bdoi:|\[\^?[\w-]{1,12}\](?!\()|\]\((?=\S)|\((?:[^()\n]{1,60}[\s,])?(?:1[6-9]|20)\d\d[a-z]?(?:[,:;][^()\n]{0,30})?\)"
)


class Cited(NamedTuple):
    """How many words and references a text has, and the end of its first line."""

    words: int
    references: int
    end: int


def features(doc: Doc) -> Cited | None:
    """None for a text that is too short."""
    words = doc.text.count(" ") + doc.text.count("\n")  # a bound that is fast to find
    if words < LEAST_WORDS or (words := len(doc.text.split())) < LEAST_WORDS:
        return None
    return Cited(words, sum(1 for _ in _REFERENCE.finditer(doc.text)), len(doc.text.split("\n", 1)[0]))


def check(records: Collection) -> Iterator[CorpusHit]:
    """The texts that have far fewer references than the median text."""
    from statistics import median  # noqa: PLC0415 (slow to import)

    rates = [1000 * text.references / text.words for text in records.features]
    middle = median(rates) if len(rates) >= LEAST_TEXTS else 0.0
    for index, rate in enumerate(rates if middle >= LEAST_MEDIAN else ()):
        text = records.features[index]
        if rate < FEW * middle:
            message = f"{text.references} references in {text.words:,} words; the median is {middle:.0f} in 1,000"
            yield CorpusHit(Passage(index, 0, text.end), message)


RULE = Corpus(
    code="SR116",
    name="few-references",
    doc=__doc__,
    message="few references",
    severity="info",
    default=False,
    strength="weak",
    features=features,
    check=check,
)
