"""What is said of a source: a row of ``corpuslint sources`` and of the report."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Label: TypeAlias = Literal["too few records", "many signals", "watch", "no sign above the rest", ""]


class Standout(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that is found in a source far oftener than in the corpus as a whole, beyond chance.

    findings: in ``records`` of the source's records; rate: findings per 1,000 words, drawn towards that of the corpus
    as far as the source is small; lift: how many times the corpus's rate that is; low: the lift that it exceeds with
    95 % certainty.
    """

    code: str
    name: str
    findings: int
    records: int
    rate: float
    lift: float
    low: float


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A source in numbers. Copies of one text within the source are counted once; ``copies``: how many were left out.

    source: its name, empty for the records that name none. records, words: what is counted.
    keep, review, drop: records by verdict; flagged: those to review or drop.
    share: flagged / records; low, high: its 90 % interval (Wilson).
    label: what the share says when sources are judged together; ``too few records`` under ten, and nothing of
    the records that name no source.
    lower: the share that the source exceeds with 95 % certainty; above: the probability, from 0 to 1, that its share is
    above ``reference``, the share from which on sources are noticed, the same in all rows.
    rules: those that stand out, the largest certain lift first.
    """

    source: str
    records: int
    words: int
    copies: int
    keep: int
    review: int
    drop: int
    flagged: int
    share: float
    low: float
    high: float
    label: Label
    lower: float
    above: float
    reference: float
    rules: tuple[Standout, ...] = ()
