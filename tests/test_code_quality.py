"""The code passes the checks that the project is configured for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ["lint", "rules", "tests"]


@pytest.mark.parametrize(
    "command",
    [["mypy", "--strict"], ["ruff", "check"], ["ruff", "format", "--check"]],
    ids=["types", "lint", "format"],
)
def test_passes(command: list[str]) -> None:
    pytest.importorskip(command[0], reason="needs the distribution's test extra")
    done = subprocess.run(
        [sys.executable, "-m", *command, *CODE], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
