"""The model of unlikely stops: the words beside a stop first, then the whole neighbourhood of those that are left."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint_rules.english.lookup import PAD
from corpuslint_rules.splits._stop_features import far, near
from corpuslint_rules.splits._stops import (
    OUTSIDE,
    REACH,
    UNKNOWN,
    UNKNOWN_NAME,
    Windows,
    doubtful,
    find_stops,
    padded,
    pronouns,
    verbs,
    windows,
)

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer

    Array = npt.NDArray[Any]

_NEAR = -1.2
"""Log odds of the first stage below which a stop is taken for right."""

_NAME = 0.3
"""Log odds more that are wanted after a name: sentences end with names and begin with the next."""

_ENGLISH = 5
"""Of so many words one or more that no list knows make the text another language's."""

_BITS = 16
_OFFSET = 128


class _Weights(NamedTuple):
    """``entries``: a feature, shifted by eight bits, and its weight in tenths, in the place that its hash gives."""

    entries: Array
    intercept: float


def places(buffer: Buffer, threshold: float) -> Array:
    """The spaces of a buffer behind stops that have at least these log odds not to end a sentence."""
    import numpy as np  # noqa: PLC0415

    data = padded(buffer)
    spaces, stops = find_stops(data)
    stops = doubtful(data, spaces, stops)
    beside = windows(data, spaces, stops, 2)
    first = np.stack(list(near(beside)))
    kept = np.flatnonzero((_log_odds("near", first) >= _NEAR) & ~_may_end(beside))
    stops, first = stops[kept], first[:, kept]
    seen = windows(data, spaces, stops, REACH)
    last = seen.codes[:, REACH - 1]
    wanted = threshold + _NAME * ((last > OUTSIDE) & (last <= UNKNOWN_NAME))
    unlikely = _log_odds("all", np.concatenate((first, list(far(seen))))) >= wanted
    found: Array = spaces[stops[unlikely & ~_no_sentence(seen)]] - PAD
    return found


def _may_end(seen: Windows) -> Array:
    """Whether the stop is better left alone whatever the odds: after a pronoun and after a fragment of one word."""
    middle = seen.codes.shape[1] // 2
    found: Array = pronouns()[seen.codes[:, middle - 1]] | (seen.codes[:, middle - 2] == OUTSIDE)
    return found


def _no_sentence(seen: Windows) -> Array:
    """Whether neither fragment has a verb, as in lists and reviews, or many words are not English."""
    sure, maybe = verbs()
    unknown = (seen.codes == UNKNOWN).sum(axis=1)
    foreign = (unknown > 1) & (unknown * _ENGLISH >= (seen.codes != OUTSIDE).sum(axis=1))
    found: Array = foreign | ~(sure | maybe)[seen.codes].any(axis=1)
    return found


def _log_odds(stage: str, features: Array) -> Array:
    """For each stop (a column) the sum of the weights of its features (rows)."""
    table = _weights(stage)
    entry = table.entries[_place(features)]
    weights = ((entry & 255) - _OFFSET) * (entry >> 8 == features)
    odds: Array = table.intercept + weights.sum(axis=0) / 10
    return odds


def _place(features: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    hashed: Array = (features.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _BITS)
    return hashed.view(np.int64)


@cache
def _weights(stage: str) -> _Weights:
    import numpy as np  # noqa: PLC0415

    head, _, rows = Path(__file__).with_name(f"unlikely_stop_{stage}.tsv").read_text(encoding="ascii").partition("\n")
    numbers = np.array(rows.split(), dtype=np.int64)
    order = np.argsort(np.abs(numbers[1::2]), kind="stable")
    features = np.ascontiguousarray(numbers[::2][order])
    entries = np.zeros(1 << _BITS, dtype=np.int64)
    entries[_place(features)] = (features << 8) + numbers[1::2][order] + _OFFSET
    return _Weights(entries, float(head.split("\t")[1]))
