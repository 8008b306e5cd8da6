"""What a configuration says of points, caps, bars and vetoes."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from corpuslint import Document, Hit
from corpuslint.errors import UsageError
from corpuslint.rule import Rule, Severity, Strength
from corpuslint.verdicts.judging import Judgement
from corpuslint.verdicts.keys import VerdictKeys, combined
from corpuslint.verdicts.ledger import Ledger
from corpuslint.verdicts.scheme import DROP, REVIEW, Bar, Scheme, scheme_of
from verdicts.material import facts, finding


def rule(code: str, severity: Severity = "warning", strength: Strength = "good") -> Rule:
    def check(doc: object) -> list[Hit]:
        return []

    made = {"doc": None, "message": "m", "severity": severity, "strength": strength}
    return Document(code=code, name=f"rule-{code.lower()}", check=check, needs=(), **made)  # type: ignore[arg-type]


RULES = {
    made.code: made
    for made in (
        rule("AA101"),
        rule("AA102", strength="weak"),
        rule("AA103", "info"),
        rule("BB101", strength="decisive"),
        rule("DU101"),
        rule("SR107"),
    )
}
NAMES = {code: made.name for code, made in RULES.items()} | {"ZZ101": "rule-zz101"}


def scheme(**table: Any) -> Scheme:
    return scheme_of(msgspec.convert(table, VerdictKeys), RULES, NAMES, "corpuslint.toml: ")


def test_points_by_strength() -> None:
    assert scheme().points == {"AA101": 300, "AA102": 100, "BB101": 1000, "DU101": 300, "SR107": 300}
    assert scheme(points={"good": 2.5, "weak": 0}).points["AA101"] == 250
    assert "AA102" not in scheme(points={"good": 2.5, "weak": 0}).points


def test_points_by_code_name_and_prefix() -> None:
    given = scheme(points={"AA": 7, "AA1": 6, "rule-aa102": 5, "good": 2}).points
    assert (given["AA101"], given["AA102"], given["DU101"]) == (600, 500, 200)
    assert "AA103" not in given  # an info costs something only where its code or name is given
    assert scheme(points={"AA103": 1}).points["AA103"] == 100


def test_bars() -> None:
    assert (scheme().review, scheme().drop) == (REVIEW, DROP)
    assert scheme(review={"points": 4.25}, drop={"density": 9, "times": 0}).review == Bar(425, 6.0, 1.75)
    assert scheme(drop={"density": 9, "times": 0}).drop == Bar(2000, 9.0, 0.0)


def test_vetoes() -> None:
    assert scheme().veto == {"DU101", "SR107", "CL908"}
    assert scheme(veto=["BB", "rule-aa101"]).veto == {"BB101", "AA101"}
    assert scheme(veto=[]).veto == frozenset()


@pytest.mark.parametrize(
    ("status", "verdict"),
    [("blocked", "drop"), ("block", "drop"), ("deprecated", "keep"), ("not blocked", "keep"), (msgspec.UNSET, "keep")],
)
def test_a_listed_place_vetoes_where_it_is_blocked(status: str | msgspec.UnsetType, verdict: str) -> None:
    for made, expected in ((scheme(), verdict), (scheme(veto=["SR107"]), "drop"), (scheme(veto=[]), "keep")):
        ledger = Ledger(made)
        ledger.add([facts()], [msgspec.structs.replace(finding("SR107"), status=status)])
        assert [judged.verdict for _, judged in Judgement(ledger)] == [expected]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"points": {"wek": 1}}, 'verdict.points: "wek" matches no rule; did you mean weak?'),
        ({"points": {"rule-aa11": 1}}, 'verdict.points: "rule-aa11" matches no rule; did you mean rule-aa101?'),
        ({"veto": ["weak"]}, 'verdict.veto: "weak" matches no rule'),
        ({"caps": {"QQ": 3}}, 'verdict.caps: "QQ" matches no rule'),
    ],
)
def test_what_names_no_rule(table: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        scheme(**table)
    assert str(caught.value).startswith(f"corpuslint.toml: {message}")


@pytest.mark.parametrize("given", ["AA101:block", "SR:block", "rule-bb101:block"])
def test_only_listed_places_have_a_status(given: str) -> None:
    with pytest.raises(
        UsageError, match=f'verdict.veto: "{given}": write "[^:]*"; only findings of SR107 have a status'
    ):
        scheme(veto=[given])
    assert scheme(veto=["rule-sr107:block"]).statuses == {"SR107": "block"}


def test_rules_that_do_not_run_may_be_named() -> None:
    assert scheme(points={"ZZ101": 3}, veto=["rule-zz101"]).veto == frozenset()


def test_extended_tables_are_merged() -> None:
    lower = msgspec.convert({"cap": 9, "points": {"weak": 2, "SP": 1}, "drop": {"points": 30}}, VerdictKeys)
    upper = msgspec.convert({"points": {"SP": 4}, "drop": {"times": 2}, "min-words": 9}, VerdictKeys)
    both = msgspec.to_builtins(combined(lower, upper))
    assert both == {
        "cap": 9,
        "points": {"weak": 2, "SP": 4},
        "drop": {"points": 30, "times": 2},
        "min-words": 9,
    }
