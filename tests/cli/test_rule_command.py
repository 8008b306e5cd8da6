"""``corpuslint rule`` and what stands around the commands."""

from __future__ import annotations

import json

import pytest

from cli.running import Run
from corpuslint import __version__


def test_a_page(run: Run) -> None:
    assert run("rule", "PW101") == run("rule", "sign-in-prompt") == run("rule", "pw101")
    assert run("rule", "PW101").out.startswith("PW101 sign-in-prompt\n")
    assert json.loads(run("rule", "PW101", "--format", "json").out)["name"] == "sign-in-prompt"


def test_the_list(run: Run) -> None:
    result = run("rule")
    assert result.code == 0
    assert [line for line in result.lines if line.startswith("PW101    sign-in-prompt ")]
    assert {"PW101", "EN102"} <= {rule["code"] for rule in json.loads(run("rule", "--format", "json").out)}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["rule", "--help"]])
def test_help(arguments: list[str], run: Run) -> None:
    result = run(*arguments)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith((f"corpuslint {__version__}\n", "usage: corpuslint "))


def test_no_arguments(run: Run) -> None:
    result = run()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("usage: corpuslint [check] [OPTION]... PATH...\n")


def test_profile(run: Run) -> None:
    result = run("--select", "PW101,EN102", "--profile", "-q", "-", stdin=b"Sign in to continue\n")
    assert result.lines == ['<stdin>:1:1: PW101 sign-in prompt: "Sign in to continue"']
    header, row = result.err.splitlines()
    assert header.split() == ["code", "triggers/MB", "units/MB", "hits/MB", "ms/MB"]
    assert row.split()[0] == "PW101"
