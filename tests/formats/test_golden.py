"""Each format, byte for byte, on text that means harm and text with wide characters."""

from __future__ import annotations

import io
import json

import msgspec
import pytest

from corpuslint.finding import Finding
from corpuslint.formats import FORMATS
from corpuslint.formats.about import About
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary, Tally
from formats.hostile import LOG_IN, PAYWALL, REPORTS

CONCISE = r"""docs/a.txt:2:12: PW103 paywall: "paywall"
./::error::\u202e\n.jsonl:7:1: PW101 \x1b[2Jprompt\u2028: log in\nagain
Found 2 findings in 2 of 3 files (1 error, 1 warning).
"""
FULL = r"""docs/a.txt:2:12: PW103 paywall: "paywall"
  |
2 | naïve 😀 日本 paywall
  |               ^^^^^^^

./::error::\u202e\n.jsonl:7:1: PW101 \x1b[2Jprompt\u2028: log in\nagain
  |
7 | ::error::x \x1b[2J\u202elog in\u2028 \ud800
  |                         ^^^^^^
  = see b.txt:1:2

1  PW101  sign-in-prompt   error
1  PW103  metered-paywall  warning

Found 2 findings in 2 of 3 files (1 error, 1 warning).
"""
JSONL = (
    '{"path":"docs/a.txt","line":2,"column":12,"end_line":2,"end_column":19,"code":"PW103","name":"metered-paywall",'
    '"message":"paywall: \\"paywall\\"","severity":"warning","confidence":null,"record":null,"field":null,'
    '"start":22,"end":29,"related":[]}\n'
    '{"path":"::error::\\u202e\\n.jsonl","line":7,"column":1,"end_line":7,"end_column":20,"code":"PW101",'
    '"name":"sign-in-prompt","message":"\\u001b[2Jprompt\\u2028: log in\\nagain","severity":"error","confidence":0.5,'
    '"record":"id \\ud800","field":"text","start":16,"end":22,"related":[{"path":"b.txt","record":null,'
    '"line":1,"column":2,"end_line":1,"end_column":3,"start":1,"end":2}]}\n'
)
JSON = (
    '{"schema": 1, "findings": [\n'
    + JSONL.rstrip("\n").replace("}\n{", "},\n{")
    + '\n], "summary": {"files":3,"records":4,"characters":120,"seconds":0.25,"findings":2,"files_with_findings":2,'
    '"by_severity":{"error":1,"warning":1,"info":0},"by_code":{"PW101":{"name":"sign-in-prompt","severity":"error",'
    '"count":1},"PW103":{"name":"metered-paywall","severity":"warning","count":1}},"skipped":{"undecodable":1},'
    '"rules":["PW101","PW103"]}}\n'
)
EMPTY_JSON = (
    '{"schema": 1, "findings": [], "summary": {"files":5,"records":0,"characters":0,"seconds":0.0,"findings":0,'
    '"files_with_findings":0,"by_severity":{},"by_code":{},"skipped":{},"rules":[]}}\n'
)


def written(name: str, reports: list[Report], summary: Summary, color: bool = False, quiet: bool = False) -> str:
    stream = io.StringIO(newline="\n")
    output = FORMATS[name](stream, About(color=color, quiet=quiet))
    for report in reports:
        output.write([report])
    output.write([])
    output.close(summary)
    return stream.getvalue()


def summary() -> Summary:
    tally = Tally()
    tally.add(report.finding for report in REPORTS)
    return tally.summary(
        files=3, records=4, characters=120, seconds=0.25, skipped={"undecodable": 1}, rules=["PW101", "PW103"]
    )


@pytest.mark.parametrize(
    ("name", "expected"), [("concise", CONCISE), ("full", FULL), ("json", JSON), ("jsonl", JSONL)], ids=lambda v: v[:7]
)
def test_golden(name: str, expected: str) -> None:
    text = written(name, REPORTS, summary())
    assert text == expected
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("concise", "No findings in 5 files.\n"),
        ("full", "No findings in 5 files.\n"),
        ("json", EMPTY_JSON),
        ("jsonl", ""),
    ],
)
def test_nothing_found(name: str, expected: str) -> None:
    assert written(name, [], Summary(files=5)) == expected


def test_json_holds_the_findings() -> None:
    document = json.loads(written("json", REPORTS, summary()))
    assert document["schema"] == 1
    assert document["findings"] == [json.loads(line) for line in JSONL.split("\n")[:-1]]
    assert document["findings"][1]["record"] == LOG_IN.record
    assert msgspec.json.decode(written("jsonl", REPORTS[:1], Summary()), type=Finding) == PAYWALL


@pytest.mark.parametrize("name", ["concise", "full"])
def test_quiet(name: str) -> None:
    assert written(name, [], Summary(files=5), quiet=True) == ""


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_machine_formats_have_no_colour(name: str) -> None:
    assert written(name, REPORTS, summary(), color=True, quiet=True) == written(name, REPORTS, summary())


def test_colour() -> None:
    text = written("full", REPORTS[:1], Summary(), color=True)
    assert text.startswith("\x1b[1mdocs/a.txt\x1b[0m:2:12: \x1b[1;33mPW103\x1b[0m paywall")
    assert "\x1b[1;33m^^^^^^^\x1b[0m" in text


def test_links() -> None:
    about = About(links=True, rule_url="https://example.org/{code}.md")
    stream = io.StringIO(newline="\n")
    FORMATS["concise"](stream, about).write(REPORTS[:1])
    link = "\x1b]8;;https://example.org/PW103.md\x1b\\PW103\x1b]8;;\x1b\\"
    assert stream.getvalue() == f'docs/a.txt:2:12: {link} paywall: "paywall"\n'


def test_a_hit_over_several_lines_says_where_it_ends() -> None:
    across = Report(msgspec.structs.replace(PAYWALL, end_line=12, end_column=3), REPORTS[0].excerpt)
    assert "\n  = up to 12:3\n" in written("full", [across], Summary())


def test_full_lists_the_rules_that_found_most() -> None:
    tally = Tally()
    for number in range(101, 115):
        tally.add([msgspec.structs.replace(PAYWALL, code=f"XX{number}")] * number)
    shown = tally.summary(files=1, records=1, characters=1, seconds=0, skipped={}, rules=())
    lines = written("full", [], shown).split("\n")
    assert lines[0].split() == ["114", "XX114", "metered-paywall", "warning"]
    assert lines[9:12] == ["105  XX105  metered-paywall  warning", "... and 4 more rules", ""]


def test_no_line_begins_with_corpus_text() -> None:
    for name in ("concise", "full"):
        lines = written(name, REPORTS, summary()).split("\n")
        assert not [line for line in lines if line.lstrip().startswith(("::", "##"))]
