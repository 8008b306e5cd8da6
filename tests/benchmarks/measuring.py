"""Programs run and timed as whole processes, and tables of what came out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter
from typing import IO, NamedTuple, TypeAlias

_MAXRSS = 1 if sys.platform == "darwin" else 1024


class FailedError(Exception):
    """A program that did not do its work: the reason in one line."""


class Run(NamedTuple):
    """One run of a program. ``peak``: bytes of memory of its largest process; ``result``: its findings."""

    seconds: float
    peak: int
    code: int
    output: str
    result: int | None = None


class Contestant(NamedTuple):
    """A program to be timed.

    ``size``: what it gets through in a run; ``tally``: its findings, told from its output; ``accepted``: exit codes of
    work that was done; ``empty``: the command on next to nothing, whose time is taken off (where ``size`` is small).
    """

    name: str
    command: Sequence[str]
    size: float
    tally: Callable[[str], int | None] = lambda _output: None
    accepted: tuple[int, ...] = (0,)
    empty: Sequence[str] | None = None


Launch: TypeAlias = Callable[[Contestant], Run]


def environment(cache: Path) -> dict[str, str]:
    """The variables for all programs: UTF-8, a cache of their own, bytecode written so that a second start is warm."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"LC_ALL": "C.UTF-8", "CORPUSLINT_CACHE": str(cache)}


def launch(contestant: Contestant, variables: Mapping[str, str], limit: float) -> Run:
    """Run a contestant to its end, at most ``limit`` seconds, on texts new to it. Raises ``FailedError``."""
    for kept in Path(variables["CORPUSLINT_CACHE"]).glob("findings.sqlite*"):
        kept.unlink()
    run = _run(contestant, contestant.command, variables, limit)
    if contestant.empty is None:
        return run
    start = _run(contestant, contestant.empty, variables, limit)
    return run._replace(seconds=max(run.seconds - start.seconds, 1e-6))


def _run(contestant: Contestant, command: Sequence[str], variables: Mapping[str, str], limit: float) -> Run:
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        seconds, peak, code = _timed(command, variables, limit, output, errors)
        shown, complaint = _content(output), _content(errors).strip()
        if code not in contestant.accepted or (code == 2 and complaint):
            last = complaint.rpartition("\n")[2]
            raise FailedError(f"over {limit:g} s" if seconds > limit else f"exit {code}: {last or 'no message'}")
    return Run(seconds, peak, code, shown, contestant.tally(shown))


def _timed(
    command: Sequence[str], variables: Mapping[str, str], limit: float, output: IO[bytes], errors: IO[bytes]
) -> tuple[float, int, int]:
    started = perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=variables, start_new_session=True
    )
    timer = Timer(limit, _kill, (process.pid,))
    timer.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:  # an interrupt does not reach the program, which has a session of its own
        _kill(process.pid)
        raise
    finally:
        timer.cancel()
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return seconds, usage.ru_maxrss * _MAXRSS, process.returncode


def _kill(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def _content(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


class Results(NamedTuple):
    """The runs of every contestant, one a round, and why some have none."""

    runs: dict[str, list[Run]]
    failed: dict[str, str]


def race(contestants: Sequence[Contestant], rounds: int, start: Launch) -> Results:
    """Run all contestants in every round, each time another one first, so that noise hits all alike."""
    results = Results({contestant.name: [] for contestant in contestants}, {})
    for number in range(rounds):
        first = number % len(contestants)
        for contestant in (*contestants[first:], *contestants[:first]):
            if contestant.name in results.failed:
                continue
            try:
                results.runs[contestant.name].append(start(contestant))
            except FailedError as error:
                results.failed[contestant.name] = str(error)
    return results


def ratio(ours: Sequence[Run], theirs: Sequence[Run], scale: float = 1.0) -> float | None:
    """The median over the rounds of how many times as fast as ``theirs`` ``ours`` is; None where either is missing."""
    if not ours or len(ours) != len(theirs):
        return None
    return median(scale * other.seconds / own.seconds for own, other in zip(ours, theirs, strict=True))


def seconds(runs: Sequence[Run]) -> float:
    """The median time of a run."""
    return median(run.seconds for run in runs)


def megabytes(runs: Sequence[Run]) -> str:
    """The most memory that any run took."""
    return f"{max(run.peak for run in runs) / 1e6:,.0f}"


def figure(value: float | None) -> str:
    """A number with three digits or more that count; a dash for none."""
    if value is None:
        return "-"
    whole = len(str(int(abs(value)))) if abs(value) >= 1 else 0
    return f"{value:,.{max(3 - whole, 0)}f}" if abs(value) >= 0.1 or not value else f"{value:.3g}"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of text: the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    lines = []
    for row in (headings, ["-" * width for width in widths], *rows):
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join((row[0].ljust(widths[0]), *cells)).rstrip())
    return "\n".join(lines)
