"""Which of two records the user prefers, by the list that the configuration's ``prefer`` is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase

from corpuslint.metadata import Metadata, as_text, metadata_of
from corpuslint.read.record import Record

_FIELD = re.compile(r"([A-Za-z_][\w-]*)=(.*)", re.DOTALL)


def preference(prefer: Sequence[str], record: Record) -> int:
    """The place in the list of what a record matches first, from 0; the length of the list if nothing of it.

    prefer: globs of paths as findings show them, and ``field=glob`` of what a record says, whatever its letter case;
    title, url, author, date and site also by the other names that these usually have.
    """
    return next((place for place, wanted in enumerate(prefer) if _matches(wanted, record)), len(prefer))


def _matches(wanted: str, record: Record) -> bool:
    field = _FIELD.fullmatch(wanted)
    if field is None:
        return fnmatchcase(record.path, wanted)
    name, glob = field.groups()
    usual = getattr(metadata_of(record.meta), name) if name in Metadata._fields else ""
    return fnmatchcase((usual or as_text(record.meta.get(name, ""))).casefold(), glob.casefold())
