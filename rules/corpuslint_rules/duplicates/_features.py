"""What is kept of a record to find copies of it: under 2 kB, whatever its length up to 3,000 words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpuslint import Doc
    from corpuslint_rules.duplicates._words import Hashes

FEWEST_WORDS = 8
"""A record with fewer words takes no part: "Thank you very much." is nobody's copy."""

GRAM, GRAM_UNSPACED = 5, 8
"""Words of a sequence; characters of one in a script without spaces."""

SKETCH = 96
"""Sequences that are kept of a text, at least; of a long one, one in ``THINNED``."""

THINNED = 16


class Features(NamedTuple):
    """``words``: their number; ``digest``: of their hashes, so equal for texts of the same words; ``sketch``: the
    smallest hashes of its word sequences, ascending; ``whole``: whether these are all; ``lines``: hashes of its lines.
    Hashes are uint64."""

    words: int
    digest: bytes
    sketch: bytes
    whole: bool
    lines: bytes


def features(doc: Doc) -> Features | None:
    """The features of a record, None where it is too short to be anybody's copy."""
    return features_of_all([doc])[0]


def features_of_all(docs: Sequence[Doc]) -> list[Features | None]:
    """The features of each record."""
    return features_of_texts([doc.text for doc in docs])


def features_of_texts(texts: Sequence[str]) -> list[Features | None]:
    """The features of each text."""
    found: dict[int, Features | None] = {}
    for group in _groups(texts):
        found.update(zip(group, _features([texts[at] for at in group]), strict=True))
    return [found[at] for at in range(len(texts))]


def _groups(texts: Sequence[str]) -> Iterator[list[int]]:
    """The indices of texts that are looked at together, those in ASCII apart, as they take fewer bytes."""
    from corpuslint_rules.duplicates._words import PIECE  # noqa: PLC0415 (other runs need none of it)

    for ascii_only in (True, False):
        group: list[int] = []
        size = 0
        for at, text in enumerate(texts):
            if text.isascii() is not ascii_only:
                continue
            if group and size + len(text) >= PIECE:
                yield group
                group, size = [], 0
            group.append(at)
            size += len(text) + 1
        if group:
            yield group


def _features(texts: Sequence[str]) -> Iterator[Features | None]:
    import hashlib  # noqa: PLC0415

    from corpuslint_rules.duplicates._lines import line_hashes  # noqa: PLC0415
    from corpuslint_rules.duplicates._words import grams, words_of_all  # noqa: PLC0415

    words, bounds = words_of_all(texts)
    sequences = grams(words.hashes, GRAM)
    single = words.single if words.single.any() else None
    for (start, end), lines in zip(pairwise(bounds.tolist()), line_hashes(words, bounds), strict=True):
        count = end - start
        if count < FEWEST_WORDS:
            yield None
            continue
        hashes = words.hashes[start:end]
        unspaced = single is not None and 2 * int(single[start:end].sum()) > count
        own = grams(hashes, GRAM_UNSPACED) if unspaced else sequences[start : end - GRAM + 1]
        sketch, whole = _sketch(own)
        digest = hashlib.blake2b(hashes.data, digest_size=16).digest()
        yield Features(count, digest, sketch.tobytes(), whole, lines.tobytes())


def _sketch(sequences: Hashes) -> tuple[Hashes, bool]:
    """The smallest hashes of a text's word sequences: of two texts, those below both limits are comparable samples."""
    from corpuslint_rules.duplicates._words import distinct  # noqa: PLC0415

    if 2 * SKETCH < len(sequences) < SKETCH * THINNED:
        limit = int(1.5 * SKETCH / len(sequences) * 2**64)
        few = distinct(sequences[sequences < sequences.dtype.type(limit)])
        if len(few) > SKETCH:
            return few[:SKETCH], False
    found = distinct(sequences)
    kept = max(SKETCH, len(found) // THINNED)
    return found[:kept], len(found) <= kept
