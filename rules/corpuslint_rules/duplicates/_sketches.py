"""Features of texts: samples of the hashes of their word sequences, and hashes of their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from corpuslint_rules.duplicates._features import Features
from corpuslint_rules.duplicates._lines import line_hashes
from corpuslint_rules.duplicates._together import together, words_of_all
from corpuslint_rules.duplicates._words import between, distinct, grams, sums_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpuslint_rules.duplicates._words import Hashes

FEWEST_WORDS = 8
"""A record with fewer words takes no part: "Thank you very much." is nobody's copy."""

GRAM, GRAM_UNSPACED = 5, 8
"""Words of a sequence; characters of one in a script without spaces."""

SKETCH = 96
"""Sequences that are kept of a text, at least; of a long one, one in ``THINNED``."""

THINNED = 16


def features_of_texts(texts: Sequence[str]) -> list[Features | None]:
    """The features of each text."""
    found: dict[int, Features | None] = {}
    for group in together(texts):
        found.update(zip(group, _features([texts[at] for at in group]), strict=True))
    return [found[at] for at in range(len(texts))]


def _features(texts: Sequence[str]) -> Iterator[Features | None]:
    words, bounds = words_of_all(texts)
    sequences = grams(words.hashes, GRAM)
    single = words.single if words.single.any() else None
    digests = between(sums_of(words.hashes), bounds[:-1], bounds[1:]).tolist()
    parts = zip(pairwise(bounds.tolist()), digests, line_hashes(words, bounds), strict=True)
    for (start, end), digest, lines in parts:
        count = end - start
        if count < FEWEST_WORDS:
            yield None
            continue
        hashes = words.hashes[start:end]
        unspaced = single is not None and 2 * int(single[start:end].sum()) > count
        own = grams(hashes, GRAM_UNSPACED) if unspaced else sequences[start : end - GRAM + 1]
        sketch, limit = _sketch(own)
        yield Features(count, digest, sketch.tobytes(), limit, lines.tobytes())


def _sketch(sequences: Hashes) -> tuple[NDArray[np.uint32], float]:
    """The smallest hashes of a text's word sequences: of two texts, those below both limits are comparable samples.

    The lower halves are as good: they tell sequences apart, and none is found by them alone.
    """
    found = _smallest(sequences)
    kept = max(SKETCH, len(found) // THINNED)
    limit = 2.0**64 if len(found) <= kept else float(found[kept - 1])
    return found[:kept].astype(np.uint32), limit


def _smallest(sequences: Hashes) -> Hashes:
    """The smallest hashes once each, ascending: all of them, or more than ``SKETCH`` where no more will be kept."""
    if 2 * SKETCH < len(sequences) < SKETCH * THINNED:
        limit = int(1.5 * SKETCH / len(sequences) * 2**64)
        few = distinct(sequences[sequences < sequences.dtype.type(limit)])
        if len(few) > SKETCH:
            return few
    return distinct(sequences)
