"""By which fields records can be told apart, for an error that names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpuslint.discover import Source
from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.metadata import metadata_of
from corpuslint.nearest import did_you_mean
from corpuslint.read import ReadOptions, blocks, load
from corpuslint.sources.tally import BY_PLACE


def no_such_field(by: str, sources: Iterable[Source], options: ReadOptions) -> UsageError:
    """What is wrong with ``--by`` where no record has that field: the nearest one that the first records have."""
    names: set[str] = set(BY_PLACE)
    for batch in (load(block, options) for block in blocks(sources, options)):
        for index in range(len(batch.texts)):
            meta = batch.record(index).meta
            own = metadata_of(meta)
            names.update(_dotted(meta), (name for name in own._fields if getattr(own, name)))
        if batch.texts:
            break
    near = did_you_mean(by, names - {by, options.text_field}, 0.6)
    way_out = near or "; name another one, or use --by file or --by folder"
    return UsageError(f"--by {by}: no record has a value in the field {quote(by)}{way_out}")


def _dotted(fields: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """The names of all fields, of nested ones with what they are nested in."""
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _dotted(value, f"{above}{name}.")
        elif not isinstance(value, list):
            yield above + name
