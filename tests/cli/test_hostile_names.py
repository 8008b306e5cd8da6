"""File names are text of others too: they neither steer a terminal nor begin a line that a CI system obeys."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from cli.running import Run

BAD = "Sign in to continue reading this story.\n"
NAMES = [
    "::error file=x::y.txt",
    "##[error]x.txt",
    " blank.txt",
    "two\nlines.txt",
    "re\rturn.txt",
    "\x1b[31mred.txt",
    "\u202etxt.evil.txt",
    "\u2028break.txt",
    "ok naïve 😀.txt",
    "-quiet.txt",
]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("format", ["concise", "full", "--show-files", "missing"])
def test_names(format: str, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(BAD)
    (folder / os.fsdecode(b"latin\xe9.txt")).write_text(BAD)
    os.chdir(folder)
    if format == "missing":
        results = [run("--", name + ".md") for name in NAMES]
        assert {result.code for result in results} == {2}
        shown = "".join(result.err for result in results)
        assert shown.count("\n") == len(NAMES)
    else:
        option = ("--show-files",) if format.startswith("-") else ("--format", format, "--quiet")
        shown = run("--select", "PW101", *option, ".").out
        assert r"latin\xe9.txt" in shown
        assert r"two\nlines.txt" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", shown)
    assert not [line for line in shown.split("\n") if re.match(r"::|##| (?! *[|=])", line)]


def test_machine_formats_keep_them_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "\u202e::error.txt").write_text(BAD)
    assert '"path":"\u202e::error.txt"' in run("--select", "PW101", "--format", "jsonl", ".").out
