"""The model of unlikely stops: the words beside a stop first, then the whole neighbourhood of those that are left."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpuslint_rules.english.small_text import is_plain
from corpuslint_rules.english.sorted_lines import SortedLines
from corpuslint_rules.splits._stop_codes import OUTSIDE, UNKNOWN, UNKNOWN_NAME, pronouns, verbs
from corpuslint_rules.splits._stop_features import Windows, far, near
from corpuslint_rules.splits._stop_window import Stops
from corpuslint_rules.splits._stop_window import shape as shape_of
from corpuslint_rules.splits._stops import REACH, doubtful, find_stops, padded, shape, windows

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer, Places

    Array = npt.NDArray[Any]

_NEAR = -1.2
"""Log odds of the first stage below which a stop is taken for right."""

_NAME = 0.3
"""Log odds more that are wanted after a name: sentences end with names and begin with the next."""

_ENGLISH = 5
"""Of so many words one or more that no list knows make the text another language's."""

_BITS = 16
_OFFSET, _HIGHEST = 128, 255


def places(buffer: Buffer, threshold: float) -> Places:
    """The spaces of a buffer behind stops that have at least these log odds not to end a sentence."""
    return _places_in_plain(buffer, threshold) if is_plain(buffer) else _places(buffer, threshold)


def _places_in_plain(buffer: Buffer, threshold: float) -> list[int]:
    stops = Stops(buffer)
    return [stops.place(stop) for stop in stops.doubtful() if _is_unlikely(stops, stop, threshold)]


def _is_unlikely(stops: Stops, stop: int, threshold: float) -> bool:
    beside = stops.window(stop, 2)
    first = list(near(beside))
    if _odds("near", first) < _NEAR or pronouns()[beside.codes[1]] or beside.codes[0] == OUTSIDE:
        return False
    seen = stops.window(stop, REACH)
    wanted = threshold + _NAME * (OUTSIDE < seen.codes[REACH - 1] <= UNKNOWN_NAME)
    if _odds("all", [*first, *far(seen, shape_of(seen))]) < wanted:
        return False
    unknown, words = seen.codes.count(UNKNOWN), len(seen.codes) - seen.codes.count(OUTSIDE)
    sure, maybe = verbs()
    foreign = unknown > 1 and unknown * _ENGLISH >= words
    return not foreign and any(sure[code] or maybe[code] for code in seen.codes)


def _odds(stage: str, features: Iterable[int]) -> float:
    """The intercept and the weights of a stop's features."""
    return _weight(stage, "") + sum(_weight(stage, str(feature)) for feature in features) / 10


def _places(buffer: Buffer, threshold: float) -> Array:
    import numpy as np  # noqa: PLC0415

    data, spaces = padded(buffer), buffer.blanks
    stops = doubtful(data, spaces, find_stops(data, spaces))
    beside = windows(data, spaces, stops, 2)
    first = np.stack(list(near(beside)))
    kept = np.flatnonzero((_log_odds("near", first) >= _NEAR) & ~_may_end(beside))
    stops, first = stops[kept], first[:, kept]
    seen = windows(data, spaces, stops, REACH)
    last = seen.codes[REACH - 1]
    wanted = threshold + _NAME * ((last > OUTSIDE) & (last <= UNKNOWN_NAME))
    unlikely = _log_odds("all", np.concatenate((first, list(far(seen, shape(seen)))))) >= wanted
    found: Array = spaces[stops[unlikely & ~_no_sentence(seen)]]
    return found


def _may_end(seen: Windows) -> Array:
    """Whether the stop is better left alone whatever the odds: after a pronoun and after a fragment of one word."""
    import numpy as np  # noqa: PLC0415

    middle = len(seen.codes) // 2
    found: Array = np.array(pronouns())[seen.codes[middle - 1]] | (seen.codes[middle - 2] == OUTSIDE)
    return found


def _no_sentence(seen: Windows) -> Array:
    """Whether neither fragment has a verb, as in lists and reviews, or many words are not English."""
    import numpy as np  # noqa: PLC0415

    codes = np.asarray(seen.codes)
    unknown = (codes == UNKNOWN).sum(axis=0)
    foreign = (unknown > 1) & (unknown * _ENGLISH >= (codes != OUTSIDE).sum(axis=0))
    found: Array = foreign | ~np.logical_or(*map(np.array, verbs()))[codes].any(axis=0)
    return found


def _log_odds(stage: str, features: Array) -> Array:
    """For each stop (a column) the sum of the weights of its features (rows)."""
    import numpy as np  # noqa: PLC0415

    weights = _table(stage).take(place(features))
    weights -= features << 8
    weights[weights.view(np.uint64) > _HIGHEST] = _OFFSET
    odds: Array = _weight(stage, "") + (weights.sum(axis=0) - len(weights) * _OFFSET) / 10
    return odds


def place(features: Array) -> Array:
    """Where features stand in the table."""
    import numpy as np  # noqa: PLC0415

    hashed: Array = (features.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _BITS)
    return hashed.view(np.int64)


def _weight(stage: str, feature: str) -> float:
    """The weight of a feature; of no feature that of every stop."""
    return float(_weights(stage).get(feature.encode()) or 0)


@cache
def _weights(stage: str) -> SortedLines:
    return SortedLines(Path(__file__).with_name(f"unlikely_stop_{stage}.tsv"))


@cache
def _table(stage: str) -> Array:
    """A feature, shifted by eight bits, and its weight, in the place that its hash gives: no two have the same."""
    import numpy as np  # noqa: PLC0415

    numbers = np.array(_weights(stage).text.split()[1:], dtype=np.int64)
    features, weights = numbers[::2], numbers[1::2]
    entries = np.zeros(1 << _BITS, dtype=np.int64)
    entries[place(features)] = (features << 8) + weights + _OFFSET
    return entries
