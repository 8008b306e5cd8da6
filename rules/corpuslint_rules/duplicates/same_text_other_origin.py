"""The same text under another author, on another site, or of another date.

One of the two is not where it says it comes from: it was taken over, sold on, or given a new date to look fresh. The
text alone does not tell which; the finding stands at the record that would be left out, and names both sides.

Compared are exact and near copies, by the fields of their records. A field that either of them lacks is not compared;
letter case, punctuation and the order of authors do not count.

Bad:

    {"author": "Ida Holm", "text": "The tide mill of Orrin Bay is grinding flour again, and sells it at a loss."}
    {"author": "Admin", "text": "The tide mill of Orrin Bay is grinding flour again, and sells it at a loss."}

    {"date": "2019-05-12", "site": "orrinletter.example", "text": "A storm tore the roof off the old ferry hall."}
    {"date": "2021-11-03", "site": "news24.example", "text": "A storm tore the roof off the old ferry hall!"}

Good:

    {"author": "By Ida Holm", "text": "The tide mill of Orrin Bay is grinding flour again, and sells it at a loss."}
    {"author": "IDA HOLM", "text": "The tide mill of Orrin Bay is grinding flour again, and sells it at a loss."}

    {"author": "Ida Holm", "text": "The tide mill of Orrin Bay is grinding flour again, and sells it at a loss."}
    {"date": "2021-11-03", "text": "The tide mill of Orrin Bay is grinding flour again, and sells it at a loss."}

Known false alarms: syndicated columns, and dates of which one is that of publication, the other that of the download.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Collection, Corpus, CorpusHit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.duplicates._features import features, features_of_all
from corpuslint_rules.duplicates._hits import copies_of, hit
from corpuslint_rules.duplicates._keeper import NO_DATE, iso_date

if TYPE_CHECKING:
    from corpuslint.metadata import Metadata

_SHOWN = 60
_WORD = lazy_pattern(r"\w+")
_NO_NAMES = {"by", "and", "the", "von", "par", "por", "da", "de"}


def check(records: Collection) -> Iterator[CorpusHit]:
    for copy in copies_of(records).copies:
        if copy.kind not in {"exact", "near"}:
            continue
        keeper = copy.keepers[0]
        if found := differences(records.metadata(copy.record), records.metadata(keeper)):
            yield hit(copy, f"the text of {records.place(keeper)}, but {', '.join(found)}")


def differences(here: Metadata, there: Metadata) -> list[str]:
    """What the metadata of two records of one text contradict each other in, in words."""
    found = []
    ours, theirs = _names(here.author), _names(there.author)
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        found.append(f'by "{_short(here.author)}", there by "{_short(there.author)}"')
    if here.site and there.site and here.site.casefold() != there.site.casefold():
        found.append(f"on {_short(here.site)}, there on {_short(there.site)}")
    days = iso_date(here.date), iso_date(there.date)
    if NO_DATE not in days and days[0] != days[1]:
        found.append(f"dated {days[0]}, there {days[1]}")
    return found


def _names(author: str) -> set[str]:
    return set(_WORD.findall(author.casefold())) - _NO_NAMES


def _short(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"


RULE = Corpus(
    code="DU105",
    name="same-text-other-origin",
    doc=__doc__,
    message="same text as another record, of other origin",
    default=False,
    for_verdicts=True,
    features=features,
    features_of_all=features_of_all,
    check=check,
)
