"""A text from, or a link to, a place on a list of your own.

Many keep lists of sites: deprecated, satire, known for fabrications, or simply not wanted. No list comes with
corpuslint, since lists go stale, err and have licences; this rule reads yours. The message names the list, its date
and what it says, not what to think of the text.

What it needs: lists (option ``lists``), and for the record itself its ``url`` or ``site``. Strength: good. Off by
default, as it has nothing to do without a list: select it with ``extend-select = ["SR107"]``.

A list is a text file of lines ``prefix,status,list,date,scope,note``, the last two of which may be missing; ``#``
begins a comment. ``prefix`` is a host, which stands for its subdomains too, or a host and the beginning of a path.
``scope``: ``source`` for records from there, ``link`` for links to there, empty for both. ``python -m
corpuslint_rules.reliability.source_lists`` makes such files of plain lists of domains, of UT1's folders and of
Wikipedia's table of perennial sources. The list's own word is shown as it is. The examples below are found with a
list that has the line ``listed.example,deprecated,house list,2024-05-01``.

Bad:

    The tide turned at noon (https://listed.example/news/tide).
    Read http://www.listed.example/ for more.

Good:

    The tide turned at noon (https://unlisted.example/news/tide).
    The host listed.example is a name kept for documentation.

Options: ``lists``, paths of list files. A path that is not absolute starts from the folder of the configuration.

Known false alarms: those of the list: sites change hands, and lists are made for other ends than yours.

Source: the entries' form follows what block lists and Wikipedia's perennial sources have in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    from corpuslint_rules.reliability._lists import Entry

_LINK = lazy_pattern(r"https?://[^\s<>\"'“”)\]}]{3,300}")


class Options(msgspec.Struct, frozen=True):
    lists: tuple[Path, ...] = ()


Listed: TypeAlias = "dict[str, list[Entry]]"


@contextmanager
def read_lists(options: Options, folder: Path | None) -> Iterator[Listed]:
    """The entries of the lists by host, read once for a run. Raises ``UsageError`` for a list that is none."""
    from corpuslint_rules.reliability._lists import entries  # noqa: PLC0415 (few have a list)

    yield entries(options.lists)


def check(doc: Doc, listed: Listed) -> Iterator[Hit]:
    """The record's own place, and the links to listed ones."""
    from corpuslint_rules.reliability._lists import find  # noqa: PLC0415

    if not listed:
        doc.coverage["records that SR107 did not look at, as it has no list"] += 1
        return
    origin = doc.metadata.url or doc.metadata.site
    if origin and (entry := find(listed, origin, "source")):
        yield Hit(0, min(len(doc.text), len(doc.text.partition("\n")[0])), f"from {_said(entry)}", status=entry.status)
    for link in _LINK.finditer(doc.text):
        if entry := find(listed, link[0], "link"):
            yield Hit(*link.span(), f"link to {_said(entry)}")


def _said(entry: Entry) -> str:
    note = f": {entry.note}" if entry.note else ""
    return f'{entry.prefix}, "{entry.status}" in {entry.list} of {entry.date}{note}'


RULE = Document(
    code="SR107",
    name="listed-source",
    doc=__doc__,
    message="a place on one of your lists",
    default=False,
    version=2,
    options=Options(),
    check=check,
    needs=(),
    open=read_lists,
)
