"""A gate for CI: conditions on a whole run, each of which passes, fails or cannot be evaluated. There is no grade."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.formats.summary import Count
from corpuslint.lazy import lazy_pattern
from corpuslint.nearest import did_you_mean
from corpuslint.verdicts.verdict import DECISIONS, Decision

FEW = 20
"""Records: of fewer no share is looked at."""

Result: TypeAlias = Literal["pass", "fail", "not evaluated"]

_OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    "<": operator.lt,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
_RELATIONS = f"{', '.join([*_OPERATORS][:-1])} or {[*_OPERATORS][-1]}"
_CONDITION = lazy_pattern(r"\s*([\w -]*?\w)\s*(<=|>=|<|>|=)\s*([0-9]+(?:\.[0-9]+)?)\s*(%?)\s*")
_SHARES = {f"{decision}-share": decision for decision in DECISIONS}
_COUNTED = ("findings", "new findings", "errors", "warnings")
QUANTITIES = (*_SHARES, *DECISIONS, *_COUNTED, "records")
"""What a condition can be about, besides the findings of some rules."""


class Condition(NamedTuple):
    """``text`` as it was written: ``quantity`` must stand in this relation to ``limit``."""

    text: str
    quantity: str
    relation: str
    limit: float


class Measured(NamedTuple):
    """A run in numbers. ``verdicts``: records by verdict, empty where none was judged; ``findings`` by code;
    ``baseline``: whether known findings are left out of them; ``rules``: the codes of the rules that ran.
    """

    records: int
    verdicts: Mapping[Decision, int]
    findings: Mapping[str, Count]
    baseline: bool
    rules: Collection[str]


class Outcome(msgspec.Struct, frozen=True):
    """What became of a condition. ``value``: what its quantity is; ``said``: the same in words, or why not."""

    condition: str
    result: Result
    value: float | None
    said: str


def parse_condition(text: str, known: Mapping[str, str], where: str = "") -> Condition:
    """The condition that ``drop-share <= 5%`` stands for. ``known``: the names of all rules by code.

    Raises ``UsageError``, which begins with ``where``.
    """
    found = _CONDITION.fullmatch(text)
    if not found:
        example = '"drop-share <= 0.05", "new findings = 0" or "PW101 <= 3"'
        raise UsageError(f"{where}gate: {quote(text)} is no condition; write one like {example}, with {_RELATIONS}")
    quantity, relation, number, percent = found.groups()
    quantity = " ".join(quantity.split())
    names = {name for code in known for name in (code, code[:2], known[code])}
    if quantity not in QUANTITIES and not _named(quantity, known):
        hint = did_you_mean(quantity, [*QUANTITIES, *names]) or f": there are {', '.join(QUANTITIES)}, codes and names"
        raise UsageError(f"{where}gate: {quote(text)}: unknown quantity {quote(quantity)}{hint}")
    limit = float(number) / (100 if percent else 1)
    if (percent or quantity in _SHARES) and (quantity not in _SHARES or limit > 1):
        what = "a share is between 0 and 1, or 0% and 100%" if quantity in _SHARES else "only a share is in percent"
        raise UsageError(f"{where}gate: {quote(text)}: {what}")
    return Condition(text.strip(), quantity, relation, limit)


def evaluate(conditions: Iterable[Condition], measured: Measured, known: Mapping[str, str]) -> list[Outcome]:
    """What becomes of each condition, in their order."""
    return [_evaluate(condition, measured, known) for condition in conditions]


def _evaluate(condition: Condition, measured: Measured, known: Mapping[str, str]) -> Outcome:
    quantity = condition.quantity
    judged = sum(measured.verdicts.values())
    if quantity in _SHARES and judged < FEW:
        return Outcome(condition.text, "not evaluated", None, f"{judged} records are too few for a share")
    if quantity == "new findings" and not measured.baseline:
        return Outcome(condition.text, "not evaluated", None, "no baseline says which findings are known")
    if quantity not in QUANTITIES and not any(code in measured.rules for code in _named(quantity, known)):
        return Outcome(condition.text, "not evaluated", None, f"no rule ran that {quantity} stands for")
    value = _value(quantity, measured, known)
    said = f"{value:,.0f}"
    if quantity in _SHARES:
        said = f"{value:.3g}, {measured.verdicts.get(_SHARES[quantity], 0):,} of {judged:,} records"
    passed = _OPERATORS[condition.relation](value, condition.limit)
    return Outcome(condition.text, "pass" if passed else "fail", value, said)


def _value(quantity: str, measured: Measured, known: Mapping[str, str]) -> float:
    if quantity == "records":
        return measured.records
    if quantity in _SHARES:
        return measured.verdicts.get(_SHARES[quantity], 0) / sum(measured.verdicts.values())
    if quantity in DECISIONS:
        return measured.verdicts.get(quantity, 0)
    counts = {code: count for code, count in measured.findings.items() if not code.startswith("CL")}
    if quantity in _COUNTED:
        severities = {"errors": ("error",), "warnings": ("warning",)}.get(quantity)
        return sum(n.count for n in counts.values() if severities is None or n.severity in severities)
    wanted = set(_named(quantity, known))
    return sum(count.count for code, count in counts.items() if code in wanted)


def _named(selector: str, known: Mapping[str, str]) -> Sequence[str]:
    """The codes that a code, prefix or name stands for."""
    return [code for code, name in known.items() if selector == name or code.startswith(selector)]


def gate_lines(outcomes: Sequence[Outcome]) -> str:
    """A line for each condition, those that fail in capitals."""
    width = max((len(outcome.condition) for outcome in outcomes), default=0)
    shown: Mapping[Result, str] = {"pass": "pass", "fail": "FAIL", "not evaluated": "not evaluated"}
    return "".join(f"gate: {shown[o.result]:<13}  {o.condition:<{width}}  {o.said}\n" for o in outcomes)
