"""Gates: what conditions are read as, and what becomes of them."""

from __future__ import annotations

import pytest

from corpuslint.errors import UsageError
from corpuslint.formats.summary import Count
from corpuslint.verdicts.gate import Measured, evaluate, gate_lines, parse_condition
from corpuslint.verdicts.verdict import Decision

KNOWN = {"PW101": "sign-in-prompt", "PW102": "subscribe-prompt", "SP101": "split-mid-sentence", "DU101": "exact-copy"}
FOUND = {
    "PW101": Count("sign-in-prompt", "warning", 3),
    "SP101": Count("split-mid-sentence", "error", 2),
    "CL911": Count("stale-baseline", "info", 5),
}


def result(text: str, records: int = 100, drop: int = 4, baseline: bool = True) -> str:
    verdicts: dict[Decision, int] = {"keep": records - drop, "drop": drop}
    measured = Measured(records, verdicts, FOUND, baseline, ("PW101", "PW102", "SP101"))
    (outcome,) = evaluate([parse_condition(text, KNOWN)], measured, KNOWN)
    assert outcome.condition == text.strip()
    return outcome.result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("drop-share <= 0.05", "pass"),
        ("drop-share<=4%", "pass"),
        ("drop-share < 4 %", "fail"),
        ("keep-share >= 97.5%", "fail"),
        ("review-share = 0", "pass"),
        ("drop <= 3", "fail"),
        ("  drop = 4 ", "pass"),
        ("keep > 95", "pass"),
        ("findings <= 5", "pass"),
        ("new findings = 0", "fail"),
        ("new  findings < 6", "pass"),
        ("errors = 2", "pass"),
        ("warnings < 3", "fail"),
        ("PW101 <= 3", "pass"),
        ("PW <= 2", "fail"),
        ("sign-in-prompt = 3", "pass"),
        ("PW102 = 0", "pass"),
        ("records >= 100", "pass"),
    ],
)
def test_conditions(text: str, expected: str) -> None:
    assert result(text) == expected


def test_what_is_not_evaluated_fails_nothing() -> None:
    assert result("drop-share <= 0.01", records=19) == "not evaluated"
    assert result("drop-share <= 0.01", records=20) == "fail"
    assert result("drop <= 3", records=19) == "fail"
    assert result("new findings = 0", baseline=False) == "not evaluated"
    assert result("DU101 = 0") == result("DU = 0") == result("exact-copy > 3") == "not evaluated"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("drop", '"drop" is no condition; write one like'),
        ("drop-share => 1", "is no condition"),
        ("PW101 == 2", 'or "PW101 <= 3", with <=, <, =, >= or >'),
        ("drop-share <= -1", "is no condition"),
        ("drop-share <= 5", "a share is between 0 and 1, or 0% and 100%"),
        ("drop <= 5%", "only a share is in percent"),
        ("drop-shares <= 5%", 'unknown quantity "drop-shares"; did you mean drop-share?'),
        ("PW103 = 0", 'unknown quantity "PW103"; did you mean PW10'),
        ("\x1b[31m = 0", r'"\x1b[31m = 0" is no condition'),
    ],
)
def test_what_is_no_condition(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_condition(text, KNOWN, "corpuslint.toml: ")
    assert message in str(caught.value)
    assert str(caught.value).startswith("corpuslint.toml: gate: ")


def test_lines_say_why() -> None:
    measured = Measured(40, {"keep": 39, "drop": 1}, FOUND, False, KNOWN)
    conditions = [parse_condition(t, KNOWN) for t in ("drop-share <= 1%", "new findings = 0", "PW101 <= 1000")]
    assert gate_lines(evaluate(conditions, measured, KNOWN)).splitlines() == [
        "gate: FAIL           drop-share <= 1%  0.025, 1 of 40 records",
        "gate: not evaluated  new findings = 0  no baseline says which findings are known",
        "gate: pass           PW101 <= 1000     3",
    ]
