r"""A text in which unsupported claims come thick.

One "critics say" is a slip, one in every fifth sentence is a habit: such a text, or the source that it comes from, is a
poor ground for facts. A finding names the number of claims and of sentences and points at each claim.

Counted is what nobody stands behind: vague attributions (UC101), praise (UC103), figures and quotations without a
source (UC104, UC105), sweeping claims (UC107) and agentless passives (UC108), whether or not these rules are selected.
Not counted are hedges (UC102), which are honest about a doubt, causes that go beyond a study (UC106), as the study
stands behind them, and vague quantities (UC110), which would drown the rest.

A text is held against the corpus that it is in: it is found where its claims per sentence are at least
`times` the median of all records, and at least `share`. The second bar is there as in most corpora the median text has
no such claim at all, and in a good corpus, too, some text comes last. From fewer than `records` records no median is
taken: then `share` alone counts. So it does where texts are linted in parts; pin the `median` of the whole for that.
Records of fewer than five sentences take no part and are counted in the coverage. Of 896 articles and releases ten are
found, of 472 clean texts one.

Off by default: it looks at all records together, and praise is honest in a review.

Bad:

    Some critics say the plan is doomed. Everybody knows that the port is dying. It is one of the finest harbours of
    the north. It is widely believed that the mayor was bribed. A further rise in rents is inevitable.

    Many say the old recipe was better. The legendary cook was born here. Some experts claim that it cures colds. The
    firm sells it. It is said to be older than the town. Nobody denies that the sauce is unrivalled.

Good:

    Some critics say the plan is doomed. The port handled 40 ships in May. The mayor was tried and acquitted. Rents rose
    by a tenth. The harbour has three piers.

    Some critics say the plan is doomed.

Options: times, how many times the median is too many; share, claims per sentence below which no text is found;
least, the claims below which none is; records, from how many on a median is taken; median, one that was measured, in
place of the corpus's own.

Known false alarms: reviews, obituaries, encyclopedia articles about works of art.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from corpuslint import Collection, Corpus, CorpusHit, Doc, Linter, Passage, Settings
from corpuslint_rules.claims import (
    agentless_passive,
    peacock_term,
    sweeping_claim,
    unattributed_quote,
    unattributed_statistic,
    vague_attribution,
)

COUNTED = (
    vague_attribution.RULE,
    peacock_term.RULE,
    unattributed_statistic.RULE,
    unattributed_quote.RULE,
    sweeping_claim.RULE,
    agentless_passive.RULE,
)
_CODES = tuple(rule.code for rule in COUNTED)

_FEWEST_SENTENCES = 5
_SHOWN = 20
"""Claims that a finding points at."""


class Options(msgspec.Struct, frozen=True):
    times: float = 4.0
    share: float = 0.2
    least: int = 4
    records: int = 50
    median: float | None = None

    def __post_init__(self) -> None:
        if min(self.times, self.share, self.least, self.records, self.median or 0) < 0:
            raise ValueError("times, share, least, records and median must not be negative")


class Claims(NamedTuple):
    """How many claims a record makes in how many sentences, and where the first of them stand."""

    number: int
    sentences: int
    places: tuple[tuple[int, int], ...]

    @property
    def share(self) -> float:
        return self.number / self.sentences


def features(doc: Doc) -> Claims | None:
    sentences = len(doc.sentences)
    if sentences < _FEWEST_SENTENCES:
        doc.coverage[f"records of fewer than {_FEWEST_SENTENCES} sentences, to which UC109 does not apply"] += 1
        return None
    places = [(found.start, found.end) for found in _linter().lint(doc.text) if found.code in _CODES]
    return Claims(len(places), sentences, tuple(places[:_SHOWN]))


def check(records: Collection, options: Options) -> Iterator[CorpusHit]:
    """One finding for a record, at its first claim; the others are related."""
    middle, said = _median(records, options)
    for index, claims in enumerate(records.features):
        if claims.number < max(options.least, 1) or claims.share < max(options.share, options.times * middle):
            continue
        first, *others = (Passage(index, *place) for place in claims.places)
        each = f"{claims.share:.2f} each"
        message = f"{claims.number} unsupported claims in {claims.sentences} sentences ({each}); {said}"
        yield CorpusHit(first, message, related=tuple(others))


def _median(records: Collection, options: Options) -> tuple[float, str]:
    """The median to go by, 0 for none, and what a message says of it."""
    if options.median is not None:
        return options.median, f"the median given is {options.median:.2f}"
    if len(records) < max(options.records, 1):
        return 0.0, f"no median of fewer than {options.records} records"
    from statistics import median  # noqa: PLC0415 (slow to import)

    found = median(claims.share for claims in records.features)
    return found, f"the corpus's median is {found:.2f}"


@cache
def _linter() -> Linter:
    """Made when first needed: the rules that are counted, scanned for like any others."""
    return Linter(Settings(select=_CODES, max_findings_per_rule=0), COUNTED)


RULE = Corpus(
    code="UC109",
    name="claim-density",
    doc=__doc__,
    message="many unsupported claims",
    default=False,
    languages=frozenset({"en"}),
    version=2,
    features=features,
    check=check,
    options=Options(),
    strength="weak",
)
