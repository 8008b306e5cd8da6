"""All records that take part in a rule, as its check sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from corpuslint.corpus.preference import preference
from corpuslint.metadata import Metadata, metadata_of
from corpuslint.read.record import Record, linted

if TYPE_CHECKING:
    from corpuslint.corpus.gathering import Gathered
    from corpuslint.corpus.spool import SpoolReader

T = TypeVar("T")

_HELD, _HELD_METADATA = 512, 1 << 14
"""Records held in memory at once, and what so many say of their origin."""


class Collection:
    """Records in the order of their paths and places, which does not depend on the order of the input.

    ``features``: what the rule's function made of each, by index. Everything else of a record is read again from disk:
    ask for it record by record, and keep no more of it than is needed.
    """

    def __init__(
        self, members: Sequence[Gathered], features: Sequence[Any], reader: SpoolReader, prefer: Sequence[str] = ()
    ):
        self.features = features
        self._members = members
        self._prefer = prefer
        self._computed: dict[Callable[[Collection], Any], Any] = {}
        self.record: Callable[[int], Record] = lru_cache(_HELD)(
            lambda index: reader.read(members[index].spool, members[index].start)
        )
        self._text = lru_cache(_HELD)(lambda index: linted(self.record(index)))
        self._metadata = lru_cache(_HELD_METADATA)(lambda index: metadata_of(self.record(index).meta))

    def __len__(self) -> int:
        return len(self._members)

    def path(self, index: int) -> str:
        """The path of the file that holds a record."""
        return self._members[index].path

    def line(self, index: int) -> int:
        """The line of the file where a record stands or begins, from 1."""
        return self._members[index].line

    def place(self, index: int) -> str:
        """A record as a reader finds it: the path, and for a record of a file of many its line."""
        member = self._members[index]
        return f"{member.path}:{member.line}" if member.kind == "lines" else member.path

    def id(self, index: int) -> str | None:
        """A record's own name; None for a plain file."""
        return self.record(index).id

    def text(self, index: int) -> str:
        """A record's text as rules see it."""
        return self._text(index)

    def metadata(self, index: int) -> Metadata:
        """What a record says of its origin."""
        return self._metadata(index)

    def preference(self, index: int) -> int:
        """How far down in the configuration's ``prefer`` a record comes: of equal ones the user keeps the smallest."""
        return preference(self._prefer, self.record(index)) if self._prefer else 0

    def once(self, compute: Callable[[Collection], T]) -> T:
        """What ``compute`` makes of this collection, computed when first asked, for all rules that share it."""
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        value: T = self._computed[compute]
        return value
