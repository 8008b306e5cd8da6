"""What is kept of a record to find copies of it: under 2 kB, whatever its length up to 3,000 words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpuslint import Doc
    from corpuslint_rules.duplicates._words import Hashes, Words

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
    return features_of(doc.text)


def features_of(text: str) -> Features | None:
    """The features of a text."""
    import hashlib  # noqa: PLC0415 (other runs need none of it)

    from corpuslint_rules.duplicates._lines import line_hashes  # noqa: PLC0415
    from corpuslint_rules.duplicates._words import words_of  # noqa: PLC0415

    words = words_of(text)
    if len(words) < FEWEST_WORDS:
        return None
    digest = hashlib.blake2b(words.hashes.data, digest_size=16).digest()
    sketch, whole = _sketch(words)
    return Features(len(words), digest, sketch.tobytes(), whole, line_hashes(words).tobytes())


def _sketch(words: Words) -> tuple[Hashes, bool]:
    """The smallest hashes of a text's word sequences: of two texts, those below both limits are comparable samples."""
    from corpuslint_rules.duplicates._words import distinct, grams  # noqa: PLC0415

    found = distinct(grams(words.hashes, GRAM_UNSPACED if words.unspaced else GRAM))
    kept = max(SKETCH, len(found) // THINNED)
    return found[:kept], len(found) <= kept
