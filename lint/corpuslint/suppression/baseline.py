"""The baseline: known findings, one a line, sorted, without line numbers, times or versions, so that git merges it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from corpuslint.errors import UsageError
from corpuslint.escape import quote, shorten
from corpuslint.finding import Finding
from corpuslint.formats.encode import to_json
from corpuslint.formats.report import Report
from corpuslint.formats.whole_file import whole_file
from corpuslint.read.problem import problem
from corpuslint.suppression.codes import complaint
from corpuslint.suppression.evidence import Evidence, fingerprint
from corpuslint.suppression.scope import Scope, relative

Label = Literal["right", "wrong"]


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """A known finding. ``path`` is relative to the file; ``text`` is for people; ``fp`` is what counts.

    ``n`` counts findings that nothing else tells apart. ``label``: what an audit said of it; ``why``: a note.
    """

    path: str
    record: str | None = None
    code: str
    text: str
    fp: str
    n: int = 0
    label: Label | None = None
    why: str | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        return self.path, self.record or "", self.fp


class Baseline(NamedTuple):
    """A baseline's file and its entries, ``lines`` where they stand."""

    file: Path
    entries: list[Entry]
    lines: list[int]


def read_baseline(file: Path) -> Baseline:
    """The entries of a file. Raises ``UsageError`` with the line of what is none."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{file}: no such baseline; make one with `corpuslint baseline create`") from None
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None
    read: dict[tuple[str, str, str, int], tuple[Entry, int]] = {}
    decoder = msgspec.json.Decoder(Entry)
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            entry = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            conflict = line.startswith((b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||"))
            what = "a merge conflict; keep the lines of both sides" if conflict else f"no entry of a baseline: {error}"
            raise UsageError(f"{file}:{number}: {what}") from None
        key = (*entry.key, entry.n)
        if key not in read or (entry.label and not read[key][0].label):  # a merge keeps the lines of both sides
            read[key] = entry, number
    return Baseline(file, [entry for entry, _ in read.values()], [number for _, number in read.values()])


def write_baseline(file: Path, entries: Iterable[Entry]) -> None:
    """Write the file as a whole or not at all: sorted, entries that nothing else tells apart numbered."""
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    with whole_file(file) as stream:
        for entry in sorted(entries, key=_order):
            numbered = msgspec.structs.replace(entry, n=counts[entry.key])
            counts[entry.key] += 1
            stream.write(f"{to_json(numbered)}\n")


def entry_of(finding: Finding, found: Evidence, folder: Path) -> Entry:
    """The entry for a finding, in a baseline that lies in ``folder``."""
    return Entry(
        path=relative(finding.path, folder),
        record=finding.record,
        code=finding.code,
        text=shorten(found.text),
        fp=fingerprint(finding.code, found),
    )


class Matcher:
    """Entries matched with findings, each once: at the same place, or else under a path that is no more.

    ``taken``: the entries that were found again, as they read now, by their index in the baseline.
    """

    def __init__(self, baseline: Baseline):
        self.folder = baseline.file.parent
        self.baseline = baseline
        self.taken: dict[int, Entry] = {}
        self._waiting: dict[tuple[str, str, str], deque[int]] = defaultdict(deque)
        for index, entry in enumerate(baseline.entries):
            self._waiting[entry.key].append(index)

    @cached_property
    def _moved(self) -> dict[str, deque[int]]:
        """The entries of files that are gone, by fingerprint."""
        entries = self.baseline.entries
        gone = {path: not (self.folder / path).exists() for path in {entry.path for entry in entries}}
        moved: dict[str, deque[int]] = defaultdict(deque)
        for index, entry in enumerate(entries):
            if gone[entry.path]:
                moved[entry.fp].append(index)
        return moved

    def take(self, finding: Finding, found: Evidence) -> int | None:
        """The index of a finding's entry, if it has one that no other finding has taken."""
        wanted = entry_of(finding, found, self.folder)
        index = self._next(self._waiting.get(wanted.key))
        if index is None:
            index = self._next(self._moved.get(wanted.fp))
        if index is not None:
            old = self.baseline.entries[index]
            self.taken[index] = msgspec.structs.replace(wanted, label=old.label, why=old.why)
        return index

    def _next(self, waiting: deque[int] | None) -> int | None:
        while waiting:
            index = waiting.popleft()
            if index not in self.taken:
                return index
        return None

    def left(self) -> Iterator[tuple[int, Entry]]:
        """The entries that were not found again, with their lines."""
        for index, entry in enumerate(self.baseline.entries):
            if index not in self.taken:
                yield self.baseline.lines[index], entry

    def stale(self, scope: Scope, shown: str, known: Mapping[str, str]) -> Iterator[Report]:
        """A finding for each entry that the run should have found again, and for each whose rule does not exist."""
        for line, entry in self.left():
            if message := complaint(entry.code, known):
                yield Report(problem("CL910", shown, message, line))
            elif is_stale(entry, self.folder, scope):
                message = f"no longer found: {entry.code} {quote(entry.text)} in {entry.path}"
                yield Report(problem("CL911", shown, message, line))


def is_stale(entry: Entry, folder: Path, scope: Scope) -> bool:
    """Whether the run, which has not found it again, should have."""
    return entry.code in scope.rules and scope.covers(folder, entry.path)


def _order(entry: Entry) -> tuple[str, ...]:
    return entry.path, entry.record or "", entry.code, entry.text, entry.fp, f"{entry.n:09}"
