"""What findings look like: one module a format, each writing to a stream as findings come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TextIO, get_args

from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.formats.whole_file import whole_file
from corpuslint.nearest import did_you_mean

if TYPE_CHECKING:
    from corpuslint.formats.about import About
    from corpuslint.formats.report import Report
    from corpuslint.formats.summary import Summary


class Format(Protocol):
    """Writes reports in the order in which it gets them, and whatever ends its document.

    What its reports are to hold besides findings, it says by an attribute ``needs``: see ``Need``.
    """

    def write(self, reports: Sequence[Report]) -> None: ...

    def close(self, summary: Summary) -> None: ...


class Factory(Protocol):
    """Makes a format. ``stream`` is UTF-8 and leaves ``\\n`` as it is."""

    def __call__(self, stream: TextIO, about: About = ...) -> Format: ...


Need = Literal["excerpt", "evidence", "suppressed"]
"""What costs time, so that only a format that needs it is given it: the source line of a finding with its columns in
bytes; by what it is known again; suppressed findings too, marked as such."""


def needs_of(format: Format) -> frozenset[Need]:
    """What a format says it needs."""
    return frozenset(getattr(format, "needs", ()))


class Target(NamedTuple):
    """A format and the file it goes to, None for standard output."""

    name: str
    file: Path | None


def _when_used(module: str, name: str) -> Factory:
    """A format whose module is loaded when it is used."""

    def make(stream: TextIO, about: About | None = None) -> Format:
        factory: Factory = getattr(import_module(f"{__name__}.{module}"), name)
        return factory(stream, about) if about else factory(stream)

    return make


FORMATS: Mapping[str, Factory] = {
    "concise": _when_used("concise", "Concise"),
    "full": _when_used("full", "Full"),
    "json": _when_used("json", "Json"),
    "jsonl": _when_used("jsonl", "JsonLines"),
    "sarif": _when_used("sarif", "Sarif"),
    "github": _when_used("github", "GitHub"),
    "gitlab": _when_used("gitlab", "GitLab"),
    "junit": _when_used("junit", "JUnit"),
    "checkstyle": _when_used("checkstyle", "Checkstyle"),
    "rdjsonl": _when_used("rdjsonl", "RdJsonLines"),
    "parquet": _when_used("parquet", "Parquet"),
    "verdicts": _when_used("verdicts", "Verdicts"),
}

HUMAN = frozenset({"concise", "full"})
"""The formats for people; of the others standard output holds nothing else."""

JUDGED = frozenset({"verdicts"})
"""The formats that say what becomes of each record."""

BINARY = frozenset({"parquet"})
"""The formats that are no text, and need a file."""


def parse_format(text: str) -> Target:
    """The target that ``NAME`` or ``NAME=FILE`` stands for."""
    name, equals, file = text.partition("=")
    _factory(name)
    if equals and not file:
        raise UsageError(f"format {name}=: no file is named")
    if name in BINARY and not file:
        raise UsageError(f"format {name} is not text and needs a file: {name}=FILE")
    return Target(name, Path(file) if file else None)


def _factory(name: str) -> Factory:
    """What makes a format: our own, or else a plugin's. Raises ``UsageError``."""
    if name in FORMATS:
        return FORMATS[name]
    from corpuslint.plugins import load_formats  # noqa: PLC0415 (most runs need none)

    known = {**FORMATS, **load_formats()}
    if name not in known:
        hint = did_you_mean(name, known) or f": there are {', '.join(known)}"
        raise UsageError(f"unknown format {quote(name)}{hint}")
    return known[name]


@contextmanager
def open_formats(targets: Sequence[Target], stdout: TextIO, about: About | None = None) -> Iterator[list[Format]]:
    """The formats, each with its stream; files appear when all is written, and are never coloured.

    ``about``: how standard output is written.
    """
    from corpuslint.formats.about import PLAIN  # noqa: PLC0415 (the names of formats are known without it)

    about = about or PLAIN
    in_file = about._replace(color=False, quiet=False, links=False)
    with ExitStack() as stack:
        # all are opened before any is written to
        streams = [stack.enter_context(whole_file(target.file)) if target.file else stdout for target in targets]
        yield [
            _made(target.name, stream, in_file if target.file else about)
            for target, stream in zip(targets, streams, strict=True)
        ]


def _made(name: str, stream: TextIO, about: About) -> Format:
    format = _factory(name)(stream, about)
    if unknown := sorted(map(str, needs_of(format) - set(get_args(Need)))):
        raise UsageError(f"format {name} needs {quote(unknown[0])}: what can be needed is {', '.join(get_args(Need))}")
    return format
