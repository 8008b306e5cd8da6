"""A rule is anybody's code: what it does wrong is a finding, exit code 2, and no other rule's loss."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import numpy
import pytest
import regex

import corpuslint.judge
import corpuslint.linter
from cli.running import Run
from corpuslint.doc import Doc
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.linter import Linter
from corpuslint.rule import Document, Hit, Pattern, Rule
from corpuslint.settings import Settings
from corpuslint.unit import Unit

TEXT = "fine words, bad words\nmore bad words, and fine ones\n" + "a" * 40 + "!\n"


def crash(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    raise RuntimeError("out of \x1b[31mluck\n::error::x")


def outside(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    yield Hit(0, 3)
    yield Hit(match.start(), len(unit.doc.text) + 1)


def backwards(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    yield Hit(match.end(), match.start())


def nothing(match: regex.Match[str], unit: Unit) -> Any:
    return None


def leave(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    sys.exit(0)


def wrong(hit: Hit) -> Any:
    """A check that yields this."""
    return lambda match, unit: [hit]


def crash_on_document(doc: Doc) -> Iterable[Hit]:
    raise KeyError("x")


def pattern(code: str, pattern: str = "bad", **more: Any) -> Pattern:
    name = f"rule-{code.lower()}"
    return Pattern(code=code, name=name, doc=None, message="{match}", pattern=pattern, **more)


GOOD = pattern("XX101", "fine")
FAILING = {
    "crash": (pattern("XX102", check=crash), "CL905"),
    "outside": (pattern("XX102", check=outside), "CL905"),
    "backwards": (pattern("XX102", check=backwards), "CL905"),
    "no number": (pattern("XX102", check=wrong(Hit(1.5, 2))), "CL905"),  # type: ignore[arg-type]
    "no message": (pattern("XX102", check=wrong(Hit(1, 2, 3))), "CL905"),  # type: ignore[arg-type]
    "no share": (pattern("XX102", check=wrong(Hit(1, 2, None, 50.0))), "CL905"),
    "related outside": (pattern("XX102", check=wrong(Hit(1, 2, related=((0, 999),)))), "CL905"),
    "nothing": (pattern("XX102", check=nothing), "CL905"),
    "document": (
        Document(
            code="XX102", name="rule-xx102", doc=None, message="m", check=crash_on_document, needs=("lower_start",)
        ),
        "CL905",
    ),
    "slow": (pattern("XX102", r"^(?:a|aa)+$", triggers=("aaaa",)), "CL906"),
}


@pytest.mark.parametrize("scanner", [True, False])
@pytest.mark.parametrize("name", FAILING)
def test_others_go_on(name: str, scanner: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpuslint.judge, "TIMEOUT", 0.05)
    rule, code = FAILING[name]
    found = Linter(Settings(scanner=scanner), rules=[GOOD, rule]).lint(TEXT)
    assert [(f.line, f.column) for f in found if f.code == "XX101"] == [(1, 1), (2, 21)]
    (trouble,) = [f for f in found if f.code.startswith("CL")]
    assert (trouble.code, trouble.severity) == (code, "error")
    assert "XX102 (rule-xx102)" in trouble.message


def test_numbers_of_numpy_are_numbers() -> None:
    hit = Hit(numpy.int64(0), numpy.int64(3), None, numpy.float32(0.5))  # type: ignore[arg-type]
    (found,) = Linter(Settings(), rules=[pattern("XX102", check=wrong(hit))]).lint("a bad word")
    assert msgspec.json.decode(msgspec.json.encode(found), type=Finding) == found


def test_a_statistic_that_nobody_knows() -> None:
    rule = Document(code="XX102", name="rule-xx102", doc=None, message="m", check=crash_on_document, needs=("wrods",))
    with pytest.raises(UsageError, match=r"^XX102 \(rule-xx102\) needs wrods, which is no statistic"):
        Linter(Settings(), rules=[rule])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_rule_cannot_end_the_run(jobs: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if jobs == "2" and sys.platform != "linux":
        pytest.skip("only a fork takes a patched function along")
    with_rules(monkeypatch, pattern("XX102", check=leave))
    (tmp_path / "a.txt").write_text("bad\n")
    assert run("--jobs", jobs, "a.txt").code == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_on_the_command_line(jobs: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if jobs == "2" and sys.platform != "linux":
        pytest.skip("only a fork takes a patched function along")
    with_rules(monkeypatch, GOOD, pattern("XX102", check=crash))
    (tmp_path / "a.txt").write_text("fine and bad\n")
    (tmp_path / "b.txt").write_text("fine only\n")
    result = run("--jobs", jobs, "--exit-zero", ".")
    assert result.code == 2
    assert result.lines == [
        "a.txt:1:1: CL905 XX102 (rule-xx102) crashed and was given up for this text: "
        r"RuntimeError: out of \x1b[31mluck ::error::x",
        'a.txt:1:1: XX101 "fine"',
        'b.txt:1:1: XX101 "fine"',
        "Found 3 findings in 2 of 2 files (1 error, 2 warnings).",
    ]


@pytest.mark.parametrize("scanner", [True, False])
def test_too_many_findings(scanner: bool) -> None:
    linter = Linter(Settings(max_findings_per_rule=5, scanner=scanner), rules=[GOOD, pattern("XX102", "bad")])
    found = linter.lint("bad fine\n" * 6 + "bad\n" * 100)
    assert [f.line for f in found if f.code == "XX102"] == [1, 2, 3, 4, 5]
    capped = [f for f in found if f.code == "CL907"]
    assert [(f.line, f.severity) for f in capped] == [(5, "info"), (5, "info")]
    assert "more than 5 findings of XX102 (rule-xx102)" in capped[0].message
    assert len(linter.lint("bad\n" * 5)) == 5


def test_too_many_findings_is_no_failure(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, pattern("XX102", "bad", severity="info"))
    (tmp_path / "corpuslint.toml").write_text("max-findings-per-rule = 3\n")
    (tmp_path / "a.txt").write_text("bad\n" * 4)
    result = run("a.txt")
    assert result.code == 0
    assert [line.split()[1] for line in result.lines[:-1]] == ["XX102", "XX102", "XX102", "CL907"]


def with_rules(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> None:
    monkeypatch.setattr(corpuslint.linter, "load_rules", lambda plugins: list(rules))
