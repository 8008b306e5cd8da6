from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpuslint.errors import UsageError
from corpuslint.formats import Target, open_formats, parse_format
from corpuslint.formats.about import About
from corpuslint.formats.color import Choice, use_color, use_links
from corpuslint.formats.summary import Count, Summary, coverage_line, statistics_table, summary_line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(files=5), "No findings in 5 files."),
        (Summary(files=1), "No findings in 1 file."),
        (
            Summary(files=5, findings=12, files_with_findings=3, by_severity={"error": 2, "warning": 10, "info": 0}),
            "Found 12 findings in 3 of 5 files (2 errors, 10 warnings).",
        ),
        (
            Summary(files=1, findings=1, files_with_findings=1, by_severity={"info": 1}),
            "Found 1 finding in 1 of 1 file (1 info).",
        ),
        (
            Summary(files=12345, findings=1234, files_with_findings=1000, by_severity={"info": 1234}),
            "Found 1,234 findings in 1,000 of 12,345 files (1,234 info).",
        ),
    ],
)
def test_summary_line(summary: Summary, line: str) -> None:
    assert summary_line(summary) == line


def test_coverage_line() -> None:
    summary = Summary(files=5, records=12, characters=34567, seconds=0.21, skipped={"undecodable": 1, "empty": 1200})
    expected = "linted 5 files, 12 records, 34,567 characters in 0.2 s; skipped 1 undecodable, 1,200 empty"
    assert coverage_line(summary) == expected
    assert coverage_line(Summary(files=1, records=1, characters=1)) == "linted 1 file, 1 record, 1 character in 0.0 s"


def test_statistics_table() -> None:
    counts = {
        "BP101": Count("navigation", "warning", 3),
        "CL902": Count("undecodable", "error", 3),
        "PW101": Count("sign-in-prompt", "warning", 1200),
    }
    assert statistics_table(Summary(by_code=counts)).split("\n") == [
        "1,200  PW101  sign-in-prompt  warning",
        "    3  BP101  navigation      warning",
        "    3  CL902  undecodable     error",
        "",
    ]
    assert statistics_table(Summary()) == ""


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "colored"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_decision(choice: Choice, terminal: bool, environ: dict[str, str], colored: bool) -> None:
    assert use_color(choice, Terminal() if terminal else io.StringIO(), environ) == colored


@pytest.mark.parametrize(
    ("terminal", "environ", "linked"),
    [
        (True, {}, False),
        (True, {"TERM_PROGRAM": "WezTerm"}, True),
        (True, {"TERM": "xterm-kitty"}, True),
        (True, {"VTE_VERSION": "7200"}, True),
        (True, {"VTE_VERSION": "4000"}, False),
        (True, {"WT_SESSION": "x", "FORCE_HYPERLINK": "0"}, False),
        (False, {"WT_SESSION": "x"}, False),
        (False, {"FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_link_decision(terminal: bool, environ: dict[str, str], linked: bool) -> None:
    assert use_links(Terminal() if terminal else io.StringIO(), environ, color=True) == linked


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("concise", Target("concise", None)),
        ("jsonl=out/x.jsonl", Target("jsonl", Path("out/x.jsonl"))),
        ("json=a=b.json", Target("json", Path("a=b.json"))),
    ],
)
def test_parse_format(text: str, target: Target) -> None:
    assert parse_format(text) == target


def test_files_are_made_and_never_coloured(tmp_path: Path) -> None:
    file, stdout = tmp_path / "new" / "x.txt", io.StringIO()
    with open_formats([Target("concise", file), Target("json", None)], stdout, About(color=True)) as formats:
        for output in formats:
            output.close(Summary(files=2))
    assert file.read_bytes() == b"No findings in 2 files.\n"
    assert stdout.getvalue().startswith('{"schema": 1')


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with (
        pytest.raises(UsageError, match="cannot write"),
        open_formats([Target("json", tmp_path / "x" / "y")], io.StringIO()),
    ):
        pass
