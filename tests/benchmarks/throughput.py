"""How fast corpuslint and others get through the same text, in one run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

from material import Text, default_phrases, sample, write_text
from measuring import Contestant, Launch, Results, figure, megabytes, race, ratio, table

ONE, TWO = "corpuslint, 1 job", "corpuslint, 2 jobs"
FEW = 1500
"""Phrases that ripgrep can cope with."""

_WORDS, _SAME, _FEW = "wc -w", "ripgrep, same phrases", f"ripgrep, {FEW:,} phrases"
_YARDSTICKS = {_WORDS: "x wc", _SAME: "x rg, same", _FEW: f"x rg, {FEW:,}"}
_HEADINGS = ("", "MB", "MB/s", "best", "findings/MB", *_YARDSTICKS.values(), "peak MB", "")


class Samples(NamedTuple):
    """Bytes of text for those who are slow."""

    regex: int
    ripgrep: int
    proselint: int


def compare(text: Text, name: str, samples: Samples, rounds: int, start: Launch) -> str:
    """A table of all contestants on a text, those of them that are installed."""
    phrases = default_phrases()
    contestants = [*_ours(text, samples), Contestant(_WORDS, ("wc", "-w", str(text.plain)), text.size / 1e6)]
    contestants += [*_ripgrep(text, phrases, samples), *_proselint(text, samples)]
    start(contestants[0])  # compiles the scanner's databases, and writes bytecode
    results = race(contestants, rounds, start)
    of = f"{text.size / 1e6:.1f} MB, {text.number:,} records"
    return "\n".join(
        (
            f"{name} text: {of}; {len(phrases):,} phrases; rounds: {rounds}",
            table(_HEADINGS, [_row(contestant, results, contestants) for contestant in contestants]),
            f"two jobs / one job: {figure(ratio(results.runs[TWO], results.runs[ONE]))}",
            *_missing(),
        )
    )


def corpuslint(name: str, source: Path, size: float, *options: str) -> Contestant:
    """corpuslint with all default rules. Exit 2 (something could not be linted) is no failure, but shown."""
    findings = source.with_name(f"{name} {source.name}.findings")
    always = ("--isolated", "--exit-zero", "--quiet", "--format", f"jsonl={findings}")
    command = (sys.executable, "-m", "corpuslint", *always, *options, str(source))
    return Contestant(name, command, size, lambda _output: _lines(findings), (0, 2))


def _ours(text: Text, samples: Samples) -> Iterator[Contestant]:
    for name, jobs in ((ONE, "1"), (TWO, "2")):
        yield corpuslint(name, text.records, text.size / 1e6, "--jobs", jobs)
    part, least = _sampled(text, samples.regex, "judged")
    options = ("--jobs", "1", "--no-scanner")
    empty = corpuslint("", least.records, 0, *options).command
    judged = corpuslint("corpuslint --no-scanner", part.records, part.size / 1e6, *options)
    yield judged._replace(empty=empty)


def _ripgrep(text: Text, phrases: Sequence[str], samples: Samples) -> Iterator[Contestant]:
    if not shutil.which("rg"):
        return
    part, least = _sampled(text, samples.ripgrep, "searched")
    step = max(len(phrases) // FEW, 1)
    for name, wanted, searched in ((_SAME, phrases, part), (_FEW, phrases[::step][:FEW], text)):
        file = text.plain.with_name(f"{len(wanted)} phrases")
        file.write_text("".join(f"{phrase}\n" for phrase in wanted), encoding="utf-8")
        command = ("rg", "--no-config", "-c", "-i", "-w", "-F", "-f", str(file), "-j1")
        empty = (*command, str(least.plain)) if searched is part else None
        yield Contestant(
            name, (*command, str(searched.plain)), searched.size / 1e6, lambda output: int(output or 0), (0, 1), empty
        )


def _proselint(text: Text, samples: Samples) -> Iterator[Contestant]:
    if not find_spec("proselint"):
        return
    part, least = _sampled(text, samples.proselint, "proselint")
    command = (sys.executable, "-m", "proselint", "check")
    found, empty = _diagnostics(part.plain), (*command, str(least.plain))
    yield Contestant("proselint", (*command, str(part.plain)), part.size / 1e6, found, (0, 1), empty)


def _missing() -> Iterator[str]:
    if not shutil.which("rg"):
        yield "ripgrep: skipped, there is no rg on the PATH"
    if not find_spec("proselint"):
        yield f"proselint: skipped, not installed for this Python ({sys.executable} -m pip install proselint)"


def _sampled(text: Text, size: int, name: str) -> tuple[Text, Text]:
    """A sample, and a text of next to nothing, which shows how long the start takes."""
    folder = text.records.parent
    return sample(text, size, f"{text.records.stem}-{name}"), write_text(["Nothing."], folder, "nothing")


def _row(contestant: Contestant, results: Results, contestants: Sequence[Contestant]) -> tuple[str, ...]:
    name, runs = contestant.name, results.runs[contestant.name]
    if name in results.failed:
        return (name, figure(contestant.size), *"-" * (len(_HEADINGS) - 3), results.failed[name])
    sizes = {other.name: other.size for other in contestants}
    own, found = [contestant.size / run.seconds for run in runs], runs[-1].result
    scales = {other: contestant.size / sizes[other] for other in _YARDSTICKS if other in sizes}
    ratios = (ratio(runs, results.runs[other], scales[other]) if other in scales else None for other in _YARDSTICKS)
    return (
        name,
        figure(contestant.size),
        figure(median(own)),
        figure(max(own)),
        figure(None if found is None else found / contestant.size),
        *map(figure, ratios),
        megabytes(runs),
        f"exit {runs[-1].code}" if runs[-1].code and name.startswith("corpuslint") else "",
    )


def _lines(file: Path) -> int:
    with file.open("rb") as stream:
        return sum(1 for _ in stream)


def _diagnostics(file: Path) -> Callable[[str], int]:
    return lambda output: sum(line.startswith(f"{file}:") for line in output.split("\n"))
