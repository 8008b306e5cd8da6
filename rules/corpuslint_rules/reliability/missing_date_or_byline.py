"""A record without a date or an author, where most of its source have one.

A page of a paper that signs its articles and does not sign this one: it was taken over from elsewhere, it is no
article, or the scraper lost the field. Readers ask who wrote and when before they believe.

What it needs: the record's ``site`` or ``url``; and at least ten records of the same site, six in ten of which have
what this one lacks. Strength: good. A name that is none ("admin", "staff", an e-mail address) counts as no author.
Sites that never give authors or dates are left alone.

Off by default: it looks at all records together.

Bad:

    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-01", "text": "The tide turned early."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-02", "text": "The tide turned late."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-03", "text": "The tide turned twice."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-04", "text": "The tide turned once."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-05", "text": "The tide turned slowly."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-06", "text": "The tide turned fast."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-07", "text": "The tide turned again."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-08", "text": "The tide turned at-noon."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-09", "text": "The tide turned at-last."}
    {"site": "orrin.example", "author": "", "date": "2019-05-10", "text": "The tide turned unseen."}

    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-01", "text": "The tide turned early."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-02", "text": "The tide turned late."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-03", "text": "The tide turned twice."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-04", "text": "The tide turned once."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-05", "text": "The tide turned slowly."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-06", "text": "The tide turned fast."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-07", "text": "The tide turned again."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-08", "text": "The tide turned at-noon."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-09", "text": "The tide turned at-last."}
    {"site": "orrin.example", "author": "admin", "date": "2019-05-10", "text": "The tide turned unseen."}

Good:

    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-01", "text": "The tide turned early."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-02", "text": "The tide turned late."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-03", "text": "The tide turned twice."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-04", "text": "The tide turned once."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-05", "text": "The tide turned slowly."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-06", "text": "The tide turned fast."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-07", "text": "The tide turned again."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-08", "text": "The tide turned at-noon."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-09", "text": "The tide turned at-last."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-10", "text": "The tide turned unseen."}

    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-01", "text": "The tide turned early."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-02", "text": "The tide turned late."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-03", "text": "The tide turned twice."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-04", "text": "The tide turned once."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-05", "text": "The tide turned slowly."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-06", "text": "The tide turned fast."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-07", "text": "The tide turned again."}
    {"site": "orrin.example", "author": "Marta Weil", "date": "2019-05-08", "text": "The tide turned at-noon."}
    {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-09", "text": "The tide turned at-last."}
    {"site": "wire.example", "author": "", "date": "2019-05-10", "text": "The tide turned unseen."}

Known false alarms: short news and letters in papers that sign longer articles only.

Source: NewsGuard ("names of creators"), The Trust Project (byline, dateline); Zhang et al. 2018.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from corpuslint import Collection, Corpus, CorpusHit, Doc, Passage
from corpuslint.lazy import lazy_pattern

LEAST = 10
"""Records of a site below which nothing is said of it."""

MOST_HAVE = 0.6

_NOBODY = lazy_pattern(
    r"(?i)\W*(?:by\s)?(?:admin(?:istrator)?|web\s?master|editor(?:s|ial)?(?:\s(?:team|staff|board))?|staff(?:\s(?:writer|reporter))?s?"
    r"|news\s?(?:desk|room|team|staff)|guest(?:\s(?:author|writer|post))?|anonymous|user\d*|unknown|n/?a|none|null|author|team|redaktion"
    r"|redacción|la\srédaction|rédaction|redazione|redactie|\S+@\S+|[\d\W_]+)\W*"
)


class Named(NamedTuple):
    """What a record says of its origin, and the end of its first line."""

    site: str
    author: bool
    date: bool
    end: int


def features(doc: Doc) -> Named:
    author = doc.metadata.author
    end = len(doc.text.split("\n", 1)[0])
    return Named(
        doc.metadata.site.lower(), bool(author) and not _NOBODY.fullmatch(author), bool(doc.metadata.date), end
    )


def check(records: Collection) -> Iterator[CorpusHit]:
    """The records that lack what most of their site have."""
    by_site: dict[str, list[int]] = defaultdict(list)
    for index, record in enumerate(records.features):
        by_site[record.site].append(index)
    for site, members in sorted(by_site.items()):
        for field in ("author", "date") if len(members) >= LEAST else ():
            lacking = [index for index in members if not getattr(records.features[index], field)]
            having = 1 - len(lacking) / len(members)
            for index in lacking if having >= MOST_HAVE else ():
                message = f"no {field}, though {having:.0%} of the {len(members)} records of {site} have one"
                yield CorpusHit(Passage(index, 0, records.features[index].end), message)


RULE = Corpus(
    code="SR103",
    name="missing-date-or-byline",
    doc=__doc__,
    message="no author or no date",
    default=False,
    features=features,
    check=check,
    requires=("site",),
)
