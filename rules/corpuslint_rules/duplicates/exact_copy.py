"""A record that says word for word what another one says.

Two records with the same words in the same order are one text that was collected twice. It counts double in every
statistic, and a model trained on it learns it by heart. Letter case, punctuation, spacing, line breaks, soft hyphens
and compatibility characters (ligatures, full width) do not count. Records with fewer than eight words are left alone.

Of all equal records the one stays that comes first in the configuration's `prefer`, then that which has most of
author, date and url, then the earliest, then the first by path; each of the others is found. What is found is always
verified on the full texts.

Bad:

    The tide mill of Orrin Bay is grinding flour again.
    ---
    The tide mill of Orrin Bay is grinding flour again.

    On Saturday the first sacks were sold at a loss.
    ---
    Two gulls sat on the roof of the chapel all morning.
    ---
    ON SATURDAY, THE FIRST SACKS
    WERE SOLD -- AT A LOSS!

Good:

    On Saturday the first sacks were sold at a loss.
    ---
    On Saturday the last sacks were sold at a loss.

    Thank you very much.
    ---
    Thank you very much!

Known false alarms: forms that nobody filled in, and lists of numbers that differ in their punctuation only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Collection, Corpus, CorpusHit
from corpuslint_rules.duplicates._features import features, features_of_all
from corpuslint_rules.duplicates._hits import hits, keep

if TYPE_CHECKING:
    from corpuslint_rules.duplicates._copies import Copy


def check(records: Collection) -> Iterator[CorpusHit]:
    return hits(records, frozenset({"exact"}), _message)


def _message(records: Collection, copy: Copy) -> str:
    where = records.place(copy.keepers[0])
    return f"copy of {where}: the same {copy.longest} words; {keep(records, copy)}"


RULE = Corpus(
    code="DU101",
    name="exact-copy",
    doc=__doc__,
    message="copy of another record",
    default=False,
    for_verdicts=True,
    strength="decisive",
    features=features,
    features_of_all=features_of_all,
    check=check,
)
