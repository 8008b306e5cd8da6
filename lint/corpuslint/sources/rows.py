"""From counts to rows: what a source's share of flagged records says, and which rules stand out in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from statistics import median
from typing import NamedTuple

from corpuslint.sources.distributions import beta_below, discoveries, gamma_below, quantile, wilson
from corpuslint.sources.row import Label, SourceRow, Standout
from corpuslint.sources.tally import Tally

FEW = 10
"""Records: a source of fewer gets no label."""

_SURE, _LIKELY = 0.05, 0.8
_TELLING, _TELLING_SOURCES, _WEIGHTIEST = 5, 20, 50
"""Sources of so many records say how shares are spread; so many sources are needed; more records weigh no more."""

_LARGE, _FLOOR, _TIMES = 20, 0.10, 2.0
"""Sources of so many records give the reference: this many times their median, but no less than the floor."""

_PRIOR_WORDS = 2000
_LIFT, _RECORDS, _FALSE = 1.5, 3, 0.05


class Prior(NamedTuple):
    """What is expected of a source's share before it is seen: the distribution Beta(a, b)."""

    a: float
    b: float


def rows_of(tallies: Mapping[str, Tally], names: Mapping[str, str], reference: float | None = None) -> list[SourceRow]:
    """All sources, those that most certainly have a high share first, those with too few records last.

    ``names``: of rules by code; ``reference``: the share from which on a source is noticed, by default
    ``reference_of`` them.
    """
    named = [tally for source, tally in tallies.items() if source]
    prior = prior_of(named)
    noticed = reference_of(named) if reference is None else reference
    standouts = _standouts(tallies, names)
    rows = [_row(source, tally, prior, noticed, standouts.get(source, ())) for source, tally in tallies.items()]
    return sorted(rows, key=lambda row: (not row.source, row.records < FEW, -row.lower, -row.share, row.source))


def prior_of(tallies: Iterable[Tally]) -> Prior:
    """How shares are spread over sources, by the method of moments; where there are few sources, Jeffreys' prior."""
    telling = [(t.flagged / t.records, t.records) for t in tallies if t.records >= _TELLING]
    if len(telling) < _TELLING_SOURCES:
        return Prior(0.5, 0.5)
    weights = [min(n, _WEIGHTIEST) for _, n in telling]
    whole = sum(weights)
    mean = sum(w * share for w, (share, _) in zip(weights, telling, strict=True)) / whole
    mean = min(max(mean, 0.001), 0.999)
    spread = sum(w * (share - mean) ** 2 for w, (share, _) in zip(weights, telling, strict=True)) / whole
    chance = sum(w * mean * (1 - mean) / n for w, (_, n) in zip(weights, telling, strict=True)) / whole
    strength = min(max(mean * (1 - mean) / max(spread - chance, 1e-5) - 1, 2.0), 200.0)
    return Prior(mean * strength, (1 - mean) * strength)


def reference_of(tallies: Iterable[Tally]) -> float:
    """The share from which on a source is noticed: twice the median of the larger sources, but at least a tenth."""
    shares = [tally.flagged / tally.records for tally in tallies if tally.records >= _LARGE]
    return max(_FLOOR, _TIMES * median(shares)) if shares else _FLOOR


def _row(source: str, tally: Tally, prior: Prior, reference: float, rules: Sequence[Standout]) -> SourceRow:
    n, flagged = tally.records, tally.flagged
    a, b = prior.a + flagged, prior.b + n - flagged
    lower, above = quantile(lambda x: beta_below(x, a, b), _SURE), 1 - beta_below(reference, a, b)
    low, high = wilson(flagged, n)
    return SourceRow(
        source=source,
        records=n,
        words=tally.words,
        copies=tally.copies,
        keep=tally.verdicts["keep"],
        review=tally.verdicts["review"],
        drop=tally.verdicts["drop"],
        flagged=flagged,
        share=round(flagged / n, 4) if n else 0.0,
        low=round(low, 4),
        high=round(high, 4),
        label=label_of(n, lower, above, reference) if source else "",
        lower=round(lower, 4),
        above=round(above, 4),
        reference=round(reference, 4),
        rules=tuple(rules),
    )


def label_of(records: int, lower: float, above: float, reference: float) -> Label:
    """What is said of a source: see ``SourceRow`` for the figures."""
    if records < FEW:
        return "too few records"
    if lower > reference:
        return "many signals"
    return "watch" if above > _LIKELY else "no sign above the rest"


def _standouts(tallies: Mapping[str, Tally], names: Mapping[str, str]) -> dict[str, list[Standout]]:
    """The rules that stand out in each source that has enough records; chance findings among them 5 % at most."""
    words = sum(tally.words for tally in tallies.values())
    findings: Counter[str] = sum((tally.findings for tally in tallies.values()), Counter())
    usual = {code: count / words for code, count in findings.items()} if words else {}
    pairs = list(_pairs(tallies, usual))
    chances = [gamma_below(usual[code] * weight, shape) for _, code, shape, weight in pairs]
    found: dict[str, list[Standout]] = {}
    for index in sorted(discoveries(chances, _FALSE)):
        source, code, shape, weight = pairs[index]
        tally = tallies[source]
        low = quantile(partial(_gamma_below, shape), _SURE, shape) / weight / usual[code]
        if low > _LIFT and tally.found_in[code] >= _RECORDS:
            standout = Standout(
                code=code,
                name=names[code],
                findings=tally.findings[code],
                records=tally.found_in[code],
                rate=round(1000 * shape / weight, 3),
                lift=round(shape / weight / usual[code], 2),
                low=round(low, 2),
            )
            found.setdefault(source, []).append(standout)
    return {source: sorted(rules, key=lambda rule: (-rule.low, rule.code)) for source, rules in found.items()}


def _gamma_below(shape: float, x: float) -> float:
    return gamma_below(x, shape)


def _pairs(tallies: Mapping[str, Tally], usual: Mapping[str, float]) -> Iterator[tuple[str, str, float, float]]:
    """A source and a rule found in it; the rate per word then has the distribution Gamma(shape) / weight."""
    for source, tally in sorted(tallies.items()):
        for code in sorted(usual.keys() & tally.findings.keys()) if tally.records >= FEW else ():
            yield source, code, usual[code] * _PRIOR_WORDS + tally.findings[code], _PRIOR_WORDS + tally.words
