"""What is said of a record in the end: keep, review or drop, and the receipt that says why.

An object of ``--format verdicts`` has the fields of ``Verdict`` as its keys. ``points`` of a verdict is the sum of the
``points`` of its reasons, to the hundredth: whoever adds them up (as decimals) gets the same number.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Decision: TypeAlias = Literal["keep", "review", "drop"]

DECISIONS: tuple[Decision, ...] = ("keep", "review", "drop")
"""From the best to the worst."""


def about_verdicts(condition: str) -> bool:
    """Whether a condition of a gate is about verdicts, so that records must be judged for it."""
    return condition.strip().startswith(DECISIONS)


class Reason(msgspec.Struct, frozen=True):
    """A line of the receipt: a rule and what its findings in the record cost.

    ``count`` findings of rule ``code`` together cost ``points``. Where a family's points are capped, a line with the
    family as ``code`` (``"SP"``), the name ``family-cap`` and a count of 0 takes off what is too much: its points are
    negative. ``veto``: the rule decides by itself, whatever the points. A code of the engine (``CL908`` empty,
    ``CL902`` and ``CL903`` unreadable) costs nothing and stands alone.
    """

    code: str
    name: str
    count: int
    points: float
    veto: bool = False


class Counterfactual(msgspec.Struct, frozen=True):
    """What would have been enough for a better verdict: ``verdict`` is that of the record without the findings of these
    rules, the fewest that make a difference, the dearest first.
    """

    without: tuple[str, ...]
    verdict: Decision


class Copy(msgspec.Struct, frozen=True):
    """The record is a copy of another one. ``kind``: the rule's name (``exact-copy``, ``near-copy``, ``derived-copy``);
    ``path``, ``line`` and ``record`` (its id, None for a plain file) say where the one to keep stands.
    """

    kind: str
    path: str
    line: int
    record: str | None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of a record, and why.

    path, line, record: where it stands, as in a finding; a plain file has line 1 and no ``record``.
    words: those of its text; too_short: they are too few to judge by, and it is kept.
    points: the sum of ``reasons``; density: points per 1,000 words, drawn towards the median of its kind as far as the
    text is short; percentile: the share of all records, in percent, with a lower density (shown, never decisive).
    reasons: the receipt, the largest first; counterfactual: what it would take, None for what is kept anyway.
    copies: the records of which it is a worse or later copy.
    checked: the number of rules that looked at the record; na: the codes of those that could not, because it lacks the
    metadata that they need or is in a language that they do not know. That is no pass.
    """

    path: str
    line: int
    record: str | None
    verdict: Decision
    points: float
    density: float
    percentile: float
    words: int
    too_short: bool = False
    reasons: tuple[Reason, ...] = ()
    counterfactual: Counterfactual | None = None
    copies: tuple[Copy, ...] = ()
    checked: int = 0
    na: tuple[str, ...] = ()
