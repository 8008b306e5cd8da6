"""The cases with a figure of their own: tiny records, one small file, endless lines, nothing but triggers."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path

from material import RECORD, Text, default_triggers, read_texts, repeated, write_line, write_records, write_text
from measuring import Contestant, FailedError, Launch, figure, megabytes, race, ratio, seconds, table
from throughput import ONE, TWO, corpuslint

SMALL = 4000
"""Bytes of a small file."""

_PYTHON, _WARM, _COLD = "python -c pass", "corpuslint, warm", "corpuslint --no-cache"


def records(text: Text, count: int, rounds: int, folder: Path, start: Launch) -> str:
    """Records a second with one job and with two."""
    file = folder / "records.jsonl"
    write_records(text, count, file)
    contestants = [corpuslint(name, file, count, "--jobs", jobs) for name, jobs in ((ONE, "1"), (TWO, "2"))]
    start(contestants[0])
    results = race(contestants, rounds, start)
    rows = []
    for name, runs in results.runs.items():
        if name in results.failed:
            rows.append((name, results.failed[name], "-", "-", "-"))
            continue
        found = (runs[-1].result or 0) / count
        rows.append((name, figure(seconds(runs)), figure(count / seconds(runs)), figure(found), megabytes(runs)))
    shown = table(("", "seconds", "records/s", "findings/record", "peak MB"), rows)
    gain = figure(ratio(results.runs[TWO], results.runs[ONE]))
    return f"{count:,} records of {RECORD} bytes, rounds: {rounds}\n{shown}\ntwo jobs / one job: {gain}"


def startup(text: Text, runs: int, folder: Path, start: Launch) -> str:
    """A small file as a whole process, beside a Python that does nothing."""
    file = folder / "small.txt"
    whole = "\n".join(repeated(read_texts(text.records), SMALL)).encode()[:SMALL].decode("utf-8", "ignore")
    file.write_text(whole[: whole.rfind(" ")] + "\n", encoding="utf-8")
    script = Path(sys.executable).with_name("corpuslint")
    program = [str(script)] if script.is_file() else [sys.executable, "-m", "corpuslint"]
    command = [*program, "--isolated", "--exit-zero", str(file)]
    contestants = [
        Contestant(_PYTHON, (sys.executable, "-c", "pass"), 1),
        Contestant(_WARM, command, 1),
        Contestant(_COLD, [*command, "--no-cache"], 1),
    ]
    start(contestants[1])
    results = race(contestants, runs, start)
    rows = []
    for name, done in results.runs.items():
        if name in results.failed:
            rows.append((name, results.failed[name], "-", "-"))
            continue
        best = min(run.seconds for run in done)
        rows.append((name, figure(1000 * seconds(done)), figure(1000 * best), megabytes(done)))
    shown = table(("", "median ms", "best", "peak MB"), rows)
    return f"one file of {SMALL / 1000:g} kB, whole process, runs: {runs}; the command: {' '.join(program)}\n{shown}"


def long_line(text: Text, size: int, folder: Path, start: Launch) -> str:
    """All of a text in one line: as a text and as a record."""
    texts = list(islice(read_texts(text.records), 500))
    files = []
    for share in (2, 1):
        for suffix in ("txt", "jsonl"):
            files.append(folder / f"line of {size / share / 1e6:g} MB.{suffix}")
            write_line(texts, size // share, files[-1])
    return f"one line\n{_growth(files, start)}"


def triggers(size: int, folder: Path, start: Launch) -> str:
    """Nothing but what rules fire on: in one line, in lines, and in records of ten."""
    known = default_triggers()
    tens = ["\n".join(known[at : at + 10]) for at in range(0, len(known), 10)]
    files = []
    for share in (2, 1):
        label = f"{size / share / 1e6:g} MB"
        line, lines = folder / f"one line, {label}.txt", folder / f"lines, {label}.txt"
        write_line(known, size // share, line)
        lines.write_text("\n".join(repeated(known, size // share)) + "\n", encoding="utf-8")
        made = write_text(repeated(tens, size // share), folder, f"records of ten, {label}")
        made.plain.unlink()
        files += [line, lines, made.records]
    title = f"nothing but triggers: the bad examples of all rules and all their phrases, {len(known):,} in turn"
    return f"{title}\n{_growth(files, start)}"


def _growth(files: Iterable[Path], start: Launch) -> str:
    """How time grows from the first half of the files, of half the size, to the second."""
    files = list(files)
    half = len(files) // 2
    rows, times = [], []
    for number, file in enumerate(files):
        try:
            run = start(corpuslint("growth", file, 1, "--jobs", "1"))
        except FailedError as error:
            rows.append((file.name, str(error), "-", "-", "-"))
            times.append(float("nan"))
            continue
        times.append(run.seconds)
        grown = figure(run.seconds / times[number - half]) if number >= half else "-"
        rows.append((file.name, figure(run.seconds), grown, f"{run.result or 0:,}", megabytes([run])))
    paired = chain.from_iterable(zip(rows[:half], rows[half:], strict=True))
    return table(("", "seconds", "times half", "findings", "peak MB"), list(paired))
