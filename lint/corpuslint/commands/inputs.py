"""What a run lints: from the paths of the command line to sources, and what is wrong with them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpuslint.discover import Source, discover, identity, source
from corpuslint.errors import UsageError
from corpuslint.groups import is_baseline
from corpuslint.ignoring import Ignoring
from corpuslint.lazy import lazy_pattern
from corpuslint.run import SERIAL
from corpuslint.settings import Settings

_RECORD = lazy_pattern(rb'\s*\{\s*"[^"\n]*"\s*:[^\n]*\}\s*(?:\n|$)')
"""A line that holds a JSON object."""


def sources_of(arguments: argparse.Namespace, paths: Sequence[str], settings: Settings) -> Iterator[Source]:
    """What the paths name, in order. ``-`` is standard input."""
    if "-" in paths:
        yield _standard_input(arguments.stdin_filename)
    found = discover(
        [path for path in paths if path != "-"],
        exclude=settings.exclude,
        root=str(settings.root_of("exclude")),
        force_exclude=settings.force_exclude,
        respect_gitignore=settings.respect_gitignore,
    )
    for item in found:
        if not is_baseline(item.file):
            yield item


def spare_inputs(sources: Iterable[Source], targets: Iterable[Path], option: str) -> None:
    """What an option names must not be written over what it is about. Raises ``UsageError``."""
    known = set(map(identity, targets)) - {None}
    for item in sources if known else ():
        if identity(item.file) in known:
            raise UsageError(f"{option}: {item.path} is linted in this run; write to another file")


def _standard_input(name: str | None) -> Source:
    """Standard input as the file that its name says it is; without a name, lines of JSON objects are records."""
    data = sys.stdin.buffer.read()
    if name is None and _RECORD.match(data):
        return Source("<stdin>", "<stdin>", "lines", data=data)
    return source(name or "<stdin>", data=data)


def complain_of_nothing(paths: Sequence[str], settings: Settings) -> None:
    """No file to lint: as it should be where all that were named are excluded, else a mistake."""
    if settings.force_exclude:
        ignoring = Ignoring(settings.exclude, settings.respect_gitignore, str(settings.root_of("exclude")))
        folders = [(path, os.path.abspath(path)) for path in paths if Path(path).is_dir()]  # noqa: PTH100 (as in discover)
        paths = [path for path, absolute in folders if not ignoring.named(absolute, is_folder=True)]
    if paths:
        from corpuslint.commands.nothing import why_nothing  # noqa: PLC0415 (rarely needed)

        raise UsageError(why_nothing(paths))
    print("corpuslint: nothing was linted: all that was named is excluded or no text", file=sys.stderr)


def size_of(sources: Iterable[Source]) -> int:
    """Bytes of input, roughly, as far as it matters: compressed text is taken to be four times as long."""
    size = 0
    for item in sources:
        size += _source_size(item) * (4 if item.compression else 1)
        if size > SERIAL:
            break
    return size


def _source_size(item: Source) -> int:
    if item.data is not None:
        return len(item.data)
    try:
        return os.stat(item.file).st_size  # noqa: PTH116 (quicker by half, for each of many files)
    except OSError:
        return 0
