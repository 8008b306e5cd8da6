"""Which stops of a buffer are unlikely: the words beside a stop first, then the whole neighbourhood of what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpuslint_rules.english.small_text import is_plain
from corpuslint_rules.splits._stop_codes import OUTSIDE, UNKNOWN, pronouns, verbs
from corpuslint_rules.splits._stop_net import CLOSE, REACH, SCALE, Windows, beside, beside_all, odds, odds_all
from corpuslint_rules.splits._stop_window import Stops
from corpuslint_rules.splits._stops import doubtful, find_stops, padded, windows

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer, Places

    Array = npt.NDArray[Any]

_BESIDE = -1.5
"""Log odds by the words beside a stop below which it is taken for right."""

_ENGLISH = 5
"""Of so many words one or more that no list knows make the text another language's."""


def places(buffer: Buffer, threshold: float) -> Places:
    """The spaces of a buffer behind stops that have at least these log odds not to end a sentence."""
    return _places_in_plain(buffer, threshold) if is_plain(buffer) else _places(buffer, threshold)


def _places_in_plain(buffer: Buffer, threshold: float) -> list[int]:
    stops = Stops(buffer)
    return [stops.place(stop) for stop in stops.doubtful() if _is_unlikely(stops, stop, threshold)]


def _is_unlikely(stops: Stops, stop: int, threshold: float) -> bool:
    codes = stops.window(stop, CLOSE).codes
    if beside(codes) < _BESIDE * SCALE or pronouns()[codes[1]] or codes[0] == OUTSIDE:
        return False
    seen = stops.window(stop, REACH)
    unknown, words = seen.codes.count(UNKNOWN), seen.last - seen.first
    if unknown > 1 and unknown * _ENGLISH >= words:
        return False
    sure, maybe = verbs()
    return any(sure[code] or maybe[code] for code in seen.codes) and odds(seen) >= threshold * SCALE


def _places(buffer: Buffer, threshold: float) -> Array:
    data, spaces = padded(buffer), buffer.blanks
    stops = doubtful(data, spaces, find_stops(data, spaces))
    close = windows(data, spaces, stops, CLOSE)
    stops = stops[(beside_all(close.codes) >= _BESIDE * SCALE) & ~_may_end(close)]
    seen = windows(data, spaces, stops, REACH)
    found: Array = spaces[stops[(odds_all(seen) >= threshold * SCALE) & ~_no_sentence(seen)]]
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

    unknown = (seen.codes == UNKNOWN).sum(axis=0)
    foreign = (unknown > 1) & (unknown * _ENGLISH >= (seen.codes != OUTSIDE).sum(axis=0))
    found: Array = foreign | ~np.logical_or(*map(np.array, verbs()))[seen.codes].any(axis=0)
    return found
