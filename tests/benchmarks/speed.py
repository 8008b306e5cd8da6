"""Measure the speed of corpuslint beside other programs, and its cases at the edge: start-up, long lines, triggers.

    python tests/benchmarks/speed.py [--ordinary FILE] [--noisy FILE] [--only NAME...] [--quick]

What the rows mean stands in README.md beside this file. It is no test: it takes minutes, and its figures are those of
one machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import cases
from material import Text, read_documents, read_texts, repeated, write_text
from measuring import FailedError, Launch, environment, launch
from throughput import Samples, compare

from corpuslint.errors import UsageError


class Sizes(NamedTuple):
    """How much of everything: bytes, but for ``rounds``, ``records``, ``starts`` and ``limit`` (seconds of a run)."""

    text: int = 32_000_000
    samples: Samples = Samples(100_000, 50_000, 1_000_000)
    rounds: int = 3
    records: int = 1_000_000
    starts: int = 20
    line: int = 100_000_000
    triggers: int = 10_000_000
    limit: float = 300.0


QUICK = Sizes(2_000_000, Samples(20_000, 10_000, 100_000), 1, 20_000, 5, 1_000_000, 200_000, 120.0)


@dataclass(frozen=True)
class Bench:
    """What the measurements share."""

    sizes: Sizes
    folder: Path
    start: Launch
    ordinary_file: Path | None
    noisy_file: Path | None
    paragraphs: bool

    @cached_property
    def ordinary(self) -> Text:
        """The caller's records, or documents made of them where they are loose paragraphs."""
        file = _existing(self.ordinary_file, "--ordinary")
        return self._text("ordinary", read_documents(file) if self.paragraphs else read_texts(file))

    @cached_property
    def noisy(self) -> Text:
        """The caller's records, such as web pages with all their lines."""
        file = _existing(self.noisy_file, "--noisy")
        return self._text("noisy", read_texts(file))

    def _text(self, name: str, texts: Iterable[str]) -> Text:
        return write_text(repeated(texts, self.sizes.text), self.folder, name)


MEASUREMENTS: dict[str, Callable[[Bench, Path], str]] = {
    "ordinary": lambda b, _: compare(b.ordinary, "ordinary", b.sizes.samples, b.sizes.rounds, b.start),
    "noisy": lambda b, _: compare(b.noisy, "noisy", b.sizes.samples, b.sizes.rounds, b.start),
    "records": lambda b, folder: cases.records(b.ordinary, b.sizes.records, b.sizes.rounds, folder, b.start),
    "startup": lambda b, folder: cases.startup(b.ordinary, b.sizes.starts, folder, b.start),
    "long-line": lambda b, folder: cases.long_line(b.ordinary, b.sizes.line, folder, b.start),
    "triggers": lambda b, folder: cases.triggers(b.sizes.triggers, folder, b.start),
}


def main() -> None:
    """Run the measurements that are asked for, each in a folder of its own that is gone after it."""
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("speed.py: terminated"))  # else programs and files would be left
    sizes = QUICK if arguments.quick else Sizes()
    print(_machine(), end="\n\n", flush=True)
    with TemporaryDirectory(prefix="corpuslint-speed-") as folder:
        start = partial(launch, variables=environment(Path(folder, "cache")), limit=sizes.limit)
        bench = Bench(sizes, Path(folder), start, arguments.ordinary, arguments.noisy, arguments.paragraphs)
        for name in dict.fromkeys(arguments.only or MEASUREMENTS):
            with TemporaryDirectory(dir=folder) as own:
                try:
                    print(MEASUREMENTS[name](bench, Path(own)), end="\n\n", flush=True)
                except (FailedError, UsageError) as error:
                    print(f"{name}: failed: {error}", end="\n\n", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ordinary", type=Path, metavar="FILE", help="JSONL of ordinary text, .gz or not")
    parser.add_argument("--paragraphs", action="store_true", help="ordinary records are loose paragraphs")
    parser.add_argument("--noisy", type=Path, metavar="FILE", help="JSONL of noisy text, .gz or not")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, metavar="NAME", help=", ".join(MEASUREMENTS))
    parser.add_argument("--quick", action="store_true", help="little of everything: to try the script, not to compare")
    return parser.parse_args()


def _existing(file: Path | None, option: str) -> Path:
    if file is None or not file.exists():
        raise SystemExit(f"speed.py: {file or option} is missing; name a JSONL file of texts with {option}")
    return file


def _machine() -> str:
    programs = [f"Python {platform.python_version()}", f"hyperscan {version('hyperscan')}", f"regex {version('regex')}"]
    if shutil.which("rg"):
        shown = subprocess.run(["rg", "--version"], capture_output=True, encoding="utf-8", check=True).stdout
        programs.append(shown.partition("\n")[0])
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), load {load}; {', '.join(programs)}\n"
        "MB are 1,000,000 bytes of text in UTF-8; times are of whole processes; the scanner's databases, the bytecode\n"
        "and the files are warm; ratios are medians over the rounds"
    )


if __name__ == "__main__":
    main()
