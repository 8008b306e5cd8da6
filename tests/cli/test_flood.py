"""A file that is not what it seems to be has a finding a line: not all are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import Run
from corpuslint.flood import stem
from corpuslint.formats.report import Report
from corpuslint.read.problem import problem
from corpuslint.run import Done


def done(*findings: str) -> Done:
    """``"a.jsonl:3:CL903"`` is a finding in line 3."""
    parts = (text.split(":") for text in findings)
    return Done([Report(problem(code, path, "x", int(line))) for path, line, code in parts], 1, 2, {"x": 1}, {})


def shown(results: list[Done], most: int = 2) -> list[list[str]]:
    found = [[report.finding for report in done.reports] for done in stem(results, most)]
    return [[f"{f.path}:{f.line}:{f.code}" + (" " + f.message) * (f.message != "x") for f in fs] for fs in found]


def test_few_pass() -> None:
    results = [done("a:1:CL903", "a:2:CL903"), done(), done("b:1:CL903", "b:1:CL908", "b:2:CL903")]
    assert list(stem(results, 2)) == results


def test_many_are_counted_across_blocks() -> None:
    results = [done("a:1:CL903", "a:2:CL903", "a:3:CL903"), done("a:4:CL908"), done("a:9:CL903"), done("b:1:CL902")]
    assert shown(results) == [
        ["a:1:CL903", "a:2:CL903"],
        ["a:4:CL908"],
        [],
        ["a:9:CL907 2 more CL903 (invalid-record) in this file, the last one here", "b:1:CL902"],
    ]


def test_the_last_file_too_and_each_code_by_itself() -> None:
    results = [done(*(f"a:{line}:{code}" for line in range(1, 4) for code in ("CL903", "CL908")))]
    (first, last) = shown(results)
    assert len(first) == 4
    assert [text.split(" ")[:4] for text in last] == [
        ["a:3:CL907", "1", "more", "CL903"],
        ["a:3:CL907", "1", "more", "CL908"],
    ]


def test_counts_stay() -> None:
    results = list(stem([done(*["a:1:CL903"] * 5)], 2))
    assert [(r.records, r.characters, r.skipped) for r in results] == [(1, 2, {"x": 1}), (0, 0, {})]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_table_that_is_called_jsonl(jobs: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "fine"}\n' + f"1,a table{' of words' * 10}\n" * 25_000 + '{"text": "bad \ufffd"}\n'
    )
    result = run("--select", "EN102", "--jobs", jobs, "a.jsonl")
    assert result.code == 2
    assert len(result.lines) == 103
    assert result.lines[-3].startswith("a.jsonl:25002:15: EN102 ")
    assert (
        result.lines[-2] == "a.jsonl:25001:2: CL907 24,900 more CL903 (invalid-record) in this file, the last one here"
    )
    assert "skipped 25,000 invalid-record" in result.err
