"""How far a long run has come, where somebody looks on."""

from __future__ import annotations

import io
from collections.abc import Mapping

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
