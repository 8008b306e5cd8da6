"""How far a long run has come, where somebody looks on."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpuslint.commands.progress import AFTER, Progress, is_watched
from corpuslint.discover import Source


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(seconds: float, watched: bool) -> str:
    """What a run of 40 files shows that has taken this long after the first ten."""
    now, stream = [0.0], Terminal()
    progress = Progress(40, stream, watched, lambda: now[0])
    sources = progress.begun([Source(f"{number}.txt", "") for number in range(40)])
    for _ in range(4):
        for _ in range(10):
            next(sources)
        now[0] += seconds / 2
        progress.add(25, 3)
    with progress.aside():
        stream.write("finding\n")
    progress.close()
    return stream.getvalue()


def test_a_long_run_shows_how_far_it_has_come() -> None:
    text = shown(AFTER, watched=True)
    assert "30/40" in text
    assert "75 records, 9 findings" in text
    assert "\nfinding" not in text
    assert text.rpartition("\n")[2].strip() == ""


@pytest.mark.parametrize(("seconds", "watched"), [(0.1, True), (AFTER, False)])
def test_a_short_run_and_one_that_nobody_watches_show_nothing(seconds: float, watched: bool) -> None:
    assert shown(seconds, watched) == "finding\n"


@pytest.mark.parametrize(
    ("environ", "watched"),
    [({}, True), ({"CI": "true"}, False), ({"PRE_COMMIT": "1"}, False), ({"TERM": "dumb"}, False), ({"CI": ""}, True)],
)
def test_who_watches(environ: Mapping[str, str], watched: bool) -> None:
    assert is_watched(Terminal(), environ) == watched
    assert not is_watched(io.StringIO(), environ)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_whoever_waits_for_a_search_to_be_compiled_is_told(tmp_path: Path) -> None:
    """Once, and nobody but who looks on."""
    (tmp_path / "a.txt").write_text("Nobody came.\n", encoding="utf-8")
    environ = {name: value for name, value in os.environ.items() if name not in ("CI", "PRE_COMMIT")}
    command = [sys.executable, "-m", "corpuslint", "--isolated", "--select", "PW101,PW102", "a.txt"]

    def run(cache: str, stream: int) -> None:
        variables = environ | {"TERM": "xterm", "CORPUSLINT_CACHE": str(tmp_path / cache)}
        subprocess.run(command, cwd=tmp_path, env=variables, stdout=subprocess.DEVNULL, stderr=stream, check=True)

    for cache, times in (("one", 1), ("one", 0)):
        terminal, other = os.openpty()
        run(cache, other)
        with os.fdopen(terminal, "rb", buffering=0) as screen:
            shown = screen.read(10_000)
            os.close(other)
        assert shown.count(b"corpuslint: compiling the search for 2 rules, which later runs load\r\n") == times
    with (tmp_path / "errors").open("wb") as file:
        run("two", file.fileno())
    assert b"compiling" not in (tmp_path / "errors").read_bytes()
