r"""A text in which unsupported claims come thick.

One "critics say" is a slip, one in every fifth sentence is a habit: such a text, or the source that it comes from, is a
poor ground for facts. Counted are vague attributions (UC101), praise (UC103), sweeping claims (UC107) and agentless
passives (UC108), whether or not these rules are selected; a finding names their number and points at each.

The threshold is a share of sentences, so high that of 472 clean texts and 896 articles and releases eight reach
it. To compare the texts of one corpus, run the rule with `share = 0` once, take the median of what it reports, and set
it as `median`: then a text is found whose share is more than `times` the median.

Off by default: it counts what other rules find, and praise is honest in a review.

Bad:

    Some critics say the plan is doomed. Everybody knows that the port is dying. It is one of the finest harbours of
    the north. It is widely believed that the mayor was bribed. A further rise in rents is inevitable.

    Many say the old recipe was better. The legendary cook was born here. Some experts claim that it cures colds. The
    firm sells it. It is said to be older than the town. Nobody denies that the sauce is unrivalled.

Good:

    Some critics say the plan is doomed. The port handled 40 ships in May. The mayor was tried and acquitted. Rents rose
    by a tenth. The harbour has three piers.

    Some critics say the plan is doomed.

Options: share, of sentences with a claim, from which on a text is found; median, of the shares in your corpus, and
times, how many times the median is too many: both replace share; least, the claims below which no text is found.

Known false alarms: reviews, obituaries, encyclopedia articles about works of art.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpuslint import Doc, Document, Hit, Linter, Settings
from corpuslint_rules.claims import agentless_passive, peacock_term, sweeping_claim, vague_attribution

COUNTED = (vague_attribution.RULE, peacock_term.RULE, sweeping_claim.RULE, agentless_passive.RULE)
_CODES = tuple(rule.code for rule in COUNTED)


@dataclass(frozen=True)
class Options:
    share: float = 0.2
    median: float = 0.0
    times: float = 8.0
    least: int = 4

    def __post_init__(self) -> None:
        if min(self.share, self.median, self.times, self.least) < 0:
            raise ValueError("share, median, times and least must not be negative")

    @property
    def threshold(self) -> float:
        return self.times * self.median if self.median else self.share


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    """One finding for a text, at its first claim; the others are related."""
    claims = [(found.start, found.end) for found in _linter().lint(doc.text) if found.code in _CODES]
    if len(claims) < max(options.least, 1):
        return
    share = len(claims) / len(doc.sentences)
    if share >= options.threshold:
        message = f"{len(claims)} unsupported claims in {len(doc.sentences)} sentences ({share:.0%})"
        yield Hit(*claims[0], message, related=tuple(claims[1:]))


@cache
def _linter() -> Linter:
    """Made when first needed: the rules that are counted, scanned for like any others."""
    return Linter(Settings(select=_CODES, max_findings_per_rule=0, cache=False), COUNTED)


RULE = Document(
    code="UC109",
    name="claim-density",
    doc=__doc__,
    message="many unsupported claims",
    default=False,
    languages=frozenset({"en"}),
    check=check,
    needs=(),
    options=Options(),
    strength="weak",
)
