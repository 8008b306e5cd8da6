"""What is kept of a record to find copies of it: under 1.5 kB, whatever its length up to 3,000 words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpuslint import Doc


class Features(NamedTuple):
    """``words``: their number; ``digest``: 64 bits of their hashes, so equal for texts of the same words; ``sketch``:
    of the smallest hashes of its word sequences the lower halves, uint32; ``limit``: the hash up to which these are
    all; ``lines``: the hashes of its lines, uint64, ascending."""

    words: int
    digest: int
    sketch: bytes
    limit: float
    lines: bytes


def features(doc: Doc) -> Features | None:
    """The features of a record, None where it is too short to be anybody's copy."""
    return features_of_all([doc])[0]


def features_of_all(docs: Sequence[Doc]) -> list[Features | None]:
    """The features of each record."""
    from corpuslint_rules.duplicates._sketches import features_of_texts  # noqa: PLC0415 (other runs need none of it)

    return features_of_texts([doc.text for doc in docs])
