"""The parts of a corpus, written: every line and every file as it was, byte for byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO

from corpuslint.clean.output import compressed, whole_folder
from corpuslint.discover import Source
from corpuslint.errors import UsageError
from corpuslint.formats.whole_file import whole_binary_file
from corpuslint.read import ReadOptions
from corpuslint.read.problem import StreamError
from corpuslint.read.stream import chunks, lines
from corpuslint.splitting.decisions import Decisions
from corpuslint.splitting.outputs import Output
from corpuslint.verdicts.verdict import Decision

_BOM = b"\xef\xbb\xbf"


def write_parts(outputs: Sequence[Output], sources: Sequence[Source], decisions: Decisions, root: Path) -> None:
    """Write all outputs; they take their places when all are written.

    In a folder a file has the name that it has below ``root``; a file of records has there the lines of its part. Other
    outputs take the lines of all files of records one after the other, or the paths of plain files, one a line.
    """
    with ExitStack() as stack:
        folders = {out.decision: stack.enter_context(whole_folder(out.path)) for out in outputs if out.is_folder}
        files = {
            out.decision: stack.enter_context(
                compressed(stack.enter_context(whole_binary_file(out.path)), out.path.name)
            )
            for out in outputs
            if not out.is_folder
        }
        for item in sources:
            if item.kind != "lines":
                _write_file(item, decisions.of_file(item.path), folders, files, root)
            else:
                _write_lines(item, decisions, files, folders, root)


def _write_file(
    item: Source,
    decision: Decision | None,
    folders: Mapping[Decision, Path],
    files: Mapping[Decision, BinaryIO],
    root: Path,
) -> None:
    if decision is None:
        return
    if decision in folders:
        copy = folders[decision] / _name(item, root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(item.file, copy)
    elif decision in files:
        name = _from_here(item)
        if "\n" in name:
            raise UsageError(f"{name!r} cannot be listed, for it has a line break; name a folder for copies")
        files[decision].write(os.fsencode(name) + b"\n")


def _write_lines(
    item: Source,
    decisions: Decisions,
    files: Mapping[Decision, BinaryIO],
    folders: Mapping[Decision, Path],
    root: Path,
) -> None:
    """A file without a record of some part has no file in that part's folder."""
    with ExitStack() as stack:
        streams = dict(files)
        for line, decision in decisions.of_lines(item.path, _lines(item)):
            if decision in folders and decision not in streams:
                file = folders[decision] / _name(item, root)
                file.parent.mkdir(parents=True, exist_ok=True)
                streams[decision] = stack.enter_context(compressed(stack.enter_context(file.open("xb")), file.name))
            if decision in streams:
                streams[decision].write(line if line.endswith(b"\n") else line + b"\n")


def _from_here(item: Source) -> str:
    """The path of a file from the working directory, or the whole path of one that does not lie below it."""
    path = os.path.relpath(item.file)
    return item.file if path.startswith(os.pardir) else path


def _lines(item: Source) -> Iterator[bytes]:
    """The lines of a file with their breaks, as readers number them; as far as it can be read."""
    options = ReadOptions()
    first = True
    with suppress(StreamError):  # reported when it was linted
        for data in lines(chunks(item), options.block_size, options.line_limit):
            rest = data.removeprefix(_BOM) if first else data
            first = False
            yield from _split(rest)


def _split(data: bytes) -> Iterable[bytes]:
    """Lines that end with a line feed and nothing else."""
    parts = data.split(b"\n")
    return [*(part + b"\n" for part in parts[:-1]), *filter(None, parts[-1:])]


def _name(item: Source, root: Path) -> str:
    return Path(os.path.realpath(item.file)).relative_to(root).as_posix()
