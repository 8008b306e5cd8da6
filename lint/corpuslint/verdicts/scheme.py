"""By what records are judged: points, caps and thresholds, from the table ``[verdict]`` over the defaults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from corpuslint.engine_codes import CODES
from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.nearest import did_you_mean
from corpuslint.rule import Rule, Strength
from corpuslint.verdicts.keys import Limits, VerdictKeys

POINTS: Mapping[Strength, float] = {"weak": 1, "good": 3, "decisive": 10}
"""What a finding costs, by its rule's strength; one of a rule of severity info costs nothing."""

VETO = ("DU101", "DU102", "SR107:block", "CL908")
"""Rules that drop a record by themselves: it is a copy of one that is kept, comes from a place that a list of the
user's blocks, or is empty. What stands after a colon must be how the status in the list begins.
"""

LISTED = "SR107"
"""The rule on listed places: the only one whose findings have a status."""

CAP, WEAK_CAP = 15.0, 5.0
"""Points that a family, and the weak rules of a family, can cost in one window."""

MIN_WORDS = 50


class Bar(NamedTuple):
    """What a record must reach for a verdict: ``points`` in hundredths, points per 1,000 words, times the median."""

    points: int
    density: float
    times: float


REVIEW, DROP = Bar(800, 6.0, 1.75), Bar(2000, 15.0, 3.0)


class Scheme(NamedTuple):
    """How findings become verdicts. All points are hundredths of a point, so that sums are exact.

    points, names: of the rules that cost anything or veto, by code; weak, decisive: codes by strength.
    veto: rules that drop a record by themselves; statuses: of such rules, those that do so only for some listed places.
    median, medians: pinned medians of points per 1,000 words, of the corpus and by genre; pinned_by: what says so.
    """

    points: Mapping[str, int]
    names: Mapping[str, str]
    weak: frozenset[str]
    decisive: frozenset[str]
    veto: frozenset[str]
    statuses: Mapping[str, str] = {}
    caps: Mapping[str, int] = {}
    cap: int = round(CAP * 100)
    weak_cap: int = round(WEAK_CAP * 100)
    review: Bar = REVIEW
    drop: Bar = DROP
    min_words: int = MIN_WORDS
    genre_field: str | None = None
    median: float | None = None
    medians: Mapping[str, float] = {}
    pinned_by: str = ""

    @property
    def costs(self) -> dict[str, float]:
        """What a finding of each rule costs, in points."""
        return {code: cost / 100 for code, cost in sorted(self.points.items())}


def scheme_of(keys: VerdictKeys, rules: Mapping[str, Rule], known: Mapping[str, str], where: str = "") -> Scheme:
    """What a configuration says of the rules that run, but for a file of medians.

    ``known``: the names of all rules by code, also of those that do not run; ``where``: begins an error.

    Raises ``UsageError`` for what names no rule.
    """
    given = keys.points or {}
    vetoes, statuses = _vetoes(VETO if keys.veto is None else keys.veto)
    for key, named in (("points", given), ("veto", vetoes if keys.veto is not None else ()), ("caps", keys.caps or ())):
        _check(named, known, f"{where}verdict.{key}", tuple(POINTS) if key == "points" else ())
    for selector in statuses:
        if selector not in (LISTED, known.get(LISTED)):
            way_out = f"write {quote(selector)}; only findings of {LISTED} have a status, like {quote(VETO[2])}"
            raise UsageError(f"{where}verdict.veto: {quote(f'{selector}:{statuses[selector]}')}: {way_out}")
    points = {code: round(100 * _points(rule, given)) for code, rule in rules.items()}
    names = {code: rule.name for code, rule in rules.items()} | {code: CODES[code].name for code in CODES}
    veto = frozenset(code for code, name in names.items() if _longest(vetoes, code, name) is not None)
    return Scheme(
        points={code: cost for code, cost in points.items() if cost},
        names=names,
        weak=frozenset(code for code, rule in rules.items() if rule.strength == "weak"),
        decisive=frozenset(code for code, rule in rules.items() if rule.strength == "decisive"),
        veto=veto,
        statuses={code: statuses[near] for code in veto if (near := _longest(vetoes, code, names[code])) in statuses},
        caps={family: round(100 * cap) for family, cap in (keys.caps or {}).items()},
        cap=round(100 * (CAP if keys.cap is None else keys.cap)),
        weak_cap=round(100 * (WEAK_CAP if keys.weak_cap is None else keys.weak_cap)),
        review=_bar(REVIEW, keys.review),
        drop=_bar(DROP, keys.drop),
        min_words=MIN_WORDS if keys.min_words is None else keys.min_words,
        genre_field=keys.genre_field,
        median=None if isinstance(keys.median, str) else keys.median,
        medians=keys.medians or {},
    )


def _vetoes(given: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """The selectors, and the statuses that some of them ask for."""
    parts = [selector.partition(":") for selector in given]
    return [selector for selector, _, _ in parts], {selector: status for selector, _, status in parts if status}


def _points(rule: Rule, given: Mapping[str, float]) -> float:
    """What a finding of the rule costs: what its code or name says, else nothing for an info, else the longest prefix
    or its strength.
    """
    selector = _longest(given, rule.code, rule.name)
    if selector in (rule.code, rule.name):
        return given[str(selector)]
    if rule.severity == "info":
        return 0
    return given[selector] if selector else given.get(rule.strength, POINTS[rule.strength])


def _longest(selectors: Iterable[str], code: str, name: str) -> str | None:
    """The selector that names a rule most closely, a name as closely as a code."""
    naming = [s for s in selectors if s == name or (s and code.startswith(s))]
    return max(naming, key=lambda s: (s == name, len(s)), default=None)


def _check(selectors: Iterable[str], known: Mapping[str, str], where: str, besides: Sequence[str]) -> None:
    names = {**known, **{code: CODES[code].name for code in CODES}}
    for selector in selectors:
        if selector not in besides and all(_longest((selector,), code, name) is None for code, name in names.items()):
            near = {code[: len(selector)] for code in names} | set(names.values()) | set(besides)
            raise UsageError(f"{where}: {quote(selector)} matches no rule{did_you_mean(selector, near)}")


def _bar(default: Bar, limits: Limits | None) -> Bar:
    if limits is None:
        return default
    return Bar(
        default.points if limits.points is None else round(100 * limits.points),
        default.density if limits.density is None else limits.density,
        default.times if limits.times is None else limits.times,
    )
