"""What findings look like: one module a format, each writing to a stream as findings come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol, TextIO

from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.formats.concise import Concise
from corpuslint.formats.full import Full
from corpuslint.formats.json import Json
from corpuslint.formats.jsonl import JsonLines
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary
from corpuslint.formats.whole_file import whole_file
from corpuslint.nearest import did_you_mean


class Format(Protocol):
    """Writes reports in the order in which it gets them, and whatever ends its document."""

    def write(self, reports: Sequence[Report]) -> None: ...

    def close(self, summary: Summary) -> None: ...


class Factory(Protocol):
    """Makes a format. ``stream`` is UTF-8 and leaves ``\\n`` as it is; ``quiet``: no summary line in human formats."""

    def __call__(self, stream: TextIO, *, color: bool = False, quiet: bool = False) -> Format: ...


class Target(NamedTuple):
    """A format and the file it goes to, None for standard output."""

    name: str
    file: Path | None


FORMATS: Mapping[str, Factory] = {"concise": Concise, "full": Full, "json": Json, "jsonl": JsonLines}

HUMAN = frozenset({"concise", "full"})
"""The formats for people; of the others standard output holds nothing else."""


def parse_format(text: str) -> Target:
    """The target that ``NAME`` or ``NAME=FILE`` stands for."""
    name, equals, file = text.partition("=")
    if name not in FORMATS:
        hint = did_you_mean(name, FORMATS) or f": there are {', '.join(FORMATS)}"
        raise UsageError(f"unknown format {quote(name)}{hint}")
    if equals and not file:
        raise UsageError(f"format {name}=: no file is named")
    return Target(name, Path(file) if file else None)


@contextmanager
def open_formats(
    targets: Sequence[Target], stdout: TextIO, color: bool = False, quiet: bool = False
) -> Iterator[list[Format]]:
    """The formats, each with its stream; files appear when all is written, and are never coloured."""
    with ExitStack() as stack:
        # all are opened before any is written to
        streams = [stack.enter_context(whole_file(target.file)) if target.file else stdout for target in targets]
        yield [
            FORMATS[target.name](stream, color=color and not target.file, quiet=quiet and not target.file)
            for target, stream in zip(targets, streams, strict=True)
        ]
