"""A text that reads far easier or far harder than the others of its corpus.

What stands out from a corpus is often no text of its kind: a menu or a list of names among articles, a statute among
letters, a transcript without full stops. RD101 knows a range of ordinary English; this rule takes the corpus itself for
the measure, whatever its kind and language.

Measured is the automated readability index (ari, a school grade by the length of words and sentences) of every text of
a hundred words and more. Of the texts of one language the median is taken, and the median distance from it. A text is
found that lies farther from the median than so many times this distance, and by five grades at least. So none of 896
articles and releases is found, and of 521 whole web pages three menus are.

Off by default: it looks at all records together.

Bad:

    A list of 150 names (ari 84), where the median of 200 articles is 11 and half of them lie within 2 of it
    Rhymes of 120 short words (ari -1), where the median of 200 articles is 11 and half of them lie within 2 of it

Good:

    A long-winded article (ari 16), where the median of 200 articles is 11 and half of them lie within 2 of it
    A list of 150 names, in a corpus of lists

Options: times, how many times the median distance is too far; grades, the distance below which no text is found;
records, of one language, from how many on a median is taken.

Known false alarms: the few texts of another kind that belong to the corpus.

Source: Iglewicz and Hoaglin 1993, outliers by the median absolute deviation, which they call too far from 5.2 times on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from corpuslint import Collection, Corpus, CorpusHit, Doc, Passage
from corpuslint_rules.readability._measures import measured

_LEAST_WORDS = 100


class Options(msgspec.Struct, frozen=True):
    times: float = 6.0
    grades: float = 5.0
    records: int = 50

    def __post_init__(self) -> None:
        if min(self.times, self.grades) < 0 or self.records < 1:
            raise ValueError("times and grades must not be negative, records must be 1 or more")


class Read(NamedTuple):
    """The grade of a record, its language, and where its first line stands."""

    grade: float
    language: str
    start: int
    end: int


def features(doc: Doc) -> Read | None:
    """None for a text that is too short or of no known language."""
    text = doc.text.strip()
    if len(text.split()) < _LEAST_WORDS or not any(map(str.isalnum, text)) or doc.language is None:
        return None
    start = doc.text.index(text[0])
    return Read(measured(text, "ari", doc.language), doc.language, start, start + len(text.split("\n", 1)[0].rstrip()))


def check(records: Collection, options: Options) -> Iterator[CorpusHit]:
    """One finding for a record, at its first line."""
    from statistics import median  # noqa: PLC0415 (slow to import)

    for language in sorted({read.language for read in records.features}):
        grades = [read.grade for read in records.features if read.language == language]
        if len(grades) < options.records:
            continue
        middle = median(grades)
        far = max(options.grades, options.times * median(abs(grade - middle) for grade in grades))
        for index, read in enumerate(records.features):
            if read.language == language and abs(read.grade - middle) > far:
                side = "below" if read.grade < middle else "above"
                compared = f"{middle:.1f}, the median of {len(grades):,} texts ({language})"
                said = f"ari {read.grade:.1f} lies far {side} {compared}"
                yield CorpusHit(Passage(index, read.start, read.end), said)


RULE = Corpus(
    code="RD104",
    name="reading-outlier",
    doc=__doc__,
    message="the text reads unlike the others of its corpus",
    severity="info",
    default=False,
    features=features,
    check=check,
    options=Options(),
    strength="weak",
)
