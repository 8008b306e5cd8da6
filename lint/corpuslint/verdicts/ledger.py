"""What is known of all records: facts and counts of findings, kept small, and made into verdicts when all are there.

A record takes about 200 bytes of memory, however long it is, and its path: a million records of one file 0.2 GB.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

import msgspec

from corpuslint.finding import Finding
from corpuslint.verdicts.facts import RecordFacts
from corpuslint.verdicts.points import Count
from corpuslint.verdicts.scheme import Scheme
from corpuslint.verdicts.verdict import Copy

H = TypeVar("H", bound=Hashable)

COPIES = ("DU101", "DU102", "DU103")
"""Rules whose findings stand in a copy, and are related to the record that is to be kept instead."""


class Entry(msgspec.Struct, array_like=True):
    """A record as it is kept: of what many records share only the index. ``copy_of``: rule, path, line and id."""

    record: str | None
    words: int
    windows: list[int]
    checked: int
    na: int
    fields: list[int]
    problem: int
    counts: list[tuple[int, int, int]] = []
    vetoes: list[int] = []
    copies: list[tuple[int, int, int, str | None]] = []


class Known(NamedTuple):
    """A record with all that is known of it. ``counts``: the findings that cost or decide anything; ``vetoes``: the
    codes of those that drop it by themselves.
    """

    path: str
    line: int
    record: str | None
    words: int
    checked: int
    na: tuple[str, ...]
    fields: tuple[str, ...]
    problem: str
    counts: tuple[Count, ...]
    vetoes: frozenset[str]
    copies: tuple[Copy, ...]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Entry).decode


class Ledger:
    """Takes the facts and the findings of records as they come, those of rules about many records last.

    The records of a file must follow each other, and facts must come no later than the findings of their record.
    ``fields``: what facts are to say of a record besides; the genre is added where the scheme goes by one.
    """

    def __init__(self, scheme: Scheme, fields: Iterable[str] = ()):
        self.scheme = scheme
        self.fields = tuple(dict.fromkeys([*([scheme.genre_field] if scheme.genre_field else []), *fields]))
        self._entries: list[bytes] = []
        self._paths: list[str] = []
        self._first: list[int] = []
        """The index of the first record of each path."""
        self._lines = array("q")
        self._path_index: dict[str, int] = {}
        self._codes, self._texts, self._na = _Table[str](), _Table[str](), _Table[tuple[str, ...]]()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, census: Iterable[RecordFacts], findings: Iterable[Finding]) -> None:
        """Records, and findings that count: none that are suppressed."""
        for facts in census:
            self._add(facts)
        found: dict[int, list[Finding]] = defaultdict(list)
        for finding in findings:
            if finding.code in self.scheme.points or finding.code in self.scheme.veto:
                index = self._index(finding.path, finding.line)
                if index is not None:
                    found[index].append(finding)
        for index, of_record in found.items():
            entry = _decode(self._entries[index])
            self._count(entry, of_record)
            self._entries[index] = _encode(entry)

    def __iter__(self) -> Iterator[Known]:
        """All records in the order in which they came."""
        ends = [*self._first, len(self._entries)][1:]
        for path, first, end in zip(self._paths, self._first, ends, strict=True):
            for index in range(first, end):
                yield self._known(path, self._lines[index], _decode(self._entries[index]))

    def at(self, path: str, line: int) -> Known | None:
        """The record that stands there."""
        index = self._index(path, line)
        return None if index is None else self._known(path, self._lines[index], _decode(self._entries[index]))

    def _add(self, facts: RecordFacts) -> None:
        if not self._paths or self._paths[-1] != facts.path:
            self._path_index[facts.path] = len(self._paths)
            self._paths.append(facts.path)
            self._first.append(len(self._entries))
        entry = Entry(
            facts.record,
            facts.words,
            list(facts.windows),
            facts.checked,
            self._na.index(facts.na),
            [self._texts.index(value) for value in facts.fields],
            self._codes.index(facts.problem),
        )
        if facts.offset and self._entries:  # a further piece of the text before
            self._entries[-1] = _encode(self._longer(_decode(self._entries[-1]), facts.offset, entry))
            return
        self._lines.append(facts.line)
        self._entries.append(_encode(entry))

    def _longer(self, earlier: Entry, offset: int, piece: Entry) -> Entry:
        """The entry with a further piece of its text; it may be the first piece that is not blank."""
        unread = piece.problem if self._codes.values[piece.problem] or not earlier.words else earlier.problem
        return msgspec.structs.replace(
            earlier,
            words=earlier.words + piece.words,
            windows=[*earlier.windows, offset, *piece.windows],
            checked=max(earlier.checked, piece.checked),
            problem=unread,
        )

    def _index(self, path: str, line: int) -> int | None:
        """The record in which a finding stands: of a plain file the only one, else that of the line."""
        at = self._path_index.get(path)
        if at is None:
            return None
        first = self._first[at]
        end = self._first[at + 1] if at + 1 < len(self._first) else len(self._entries)
        return max(first, bisect_right(self._lines, line, first, end) - 1)

    def _count(self, entry: Entry, findings: Iterable[Finding]) -> None:
        counts = Counter({(code, window): number for code, window, number in entry.counts})
        for found in findings:
            code = self._codes.index(found.code)
            counts[code, bisect_right(entry.windows, found.start)] += 1
            if code not in entry.vetoes and self._vetoes(found):
                entry.vetoes.append(code)
            for place in found.related[:1] if found.code in COPIES else ():
                entry.copies.append((code, self._texts.index(place.path), place.line, place.record))
        entry.counts = [(code, window, number) for (code, window), number in counts.items()]

    def _vetoes(self, finding: Finding) -> bool:
        """Whether a finding drops its record: some do only with a status, as a listed place that the record is from."""
        wanted = self.scheme.statuses.get(finding.code, "")
        status = finding.status if isinstance(finding.status, str) else ""
        return finding.code in self.scheme.veto and status.startswith(wanted)

    def _known(self, path: str, line: int, entry: Entry) -> Known:
        code_of, text_of = self._codes.values, self._texts.values
        copies = (self._copy(code_of[code], text_of[other], at, record) for code, other, at, record in entry.copies)
        return Known(
            path=path,
            line=line,
            record=entry.record,
            words=entry.words,
            checked=entry.checked,
            na=self._na.values[entry.na],
            fields=tuple(text_of[value] for value in entry.fields),
            problem=code_of[entry.problem],
            counts=tuple(Count(code_of[code], window, number) for code, window, number in entry.counts),
            vetoes=frozenset(code_of[code] for code in (*entry.vetoes, entry.problem)) & self.scheme.veto,
            copies=tuple(dict.fromkeys(copies)),
        )

    def _copy(self, code: str, path: str, line: int, record: str | None) -> Copy:
        index = self._index(path, line)
        return Copy(self.scheme.names.get(code, code), path, line if index is None else self._lines[index], record)


class _Table(Generic[H]):
    """Values that many records share, by index."""

    def __init__(self) -> None:
        self.values: list[H] = []
        self._indices: dict[H, int] = {}

    def index(self, value: H) -> int:
        if (index := self._indices.get(value)) is None:
            index = self._indices[value] = len(self.values)
            self.values.append(value)
        return index
