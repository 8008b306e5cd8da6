"""What a text as a whole says of each of its lines: the model's columns.

Where the main block of prose begins and ends, how much prose stands before and after, runs of lines without prose,
how the neighbours sound, whether a line's words are the text's own, and what stands in the text more than once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.furniture._text import Numbers, Places

    Column = NDArray[np.float64]

FAR = 60.0
"""Lines beyond which a distance is only far."""

MUCH = 600.0
"""Words of prose beyond which there is only much."""

NEIGHBOURLY = {2: ["sound"], 6: ["sound", "known", "prose", "words", "digits"], 20: ["sound", "known", "prose"]}
"""Columns whose means over a line and so many lines to either side are columns too."""

ADJACENT = ("sound", "words", "last", "prose")
"""Columns whose values in the lines before and after are columns too."""


def context(columns: dict[str, Column], sound: Column, known: Column, closing: NDArray[np.bool_]) -> dict[str, Column]:
    """Columns about a line's place. ``sound``: its n-gram score; ``known``: its lexicon weight; ``closing``: whether it
    opens what follows a text (comments, related stories, small print)."""
    import numpy as np  # noqa: PLC0415

    prose, words = columns["prose"], columns["words"]
    n = len(prose)
    at = np.arange(n, dtype=np.float64)
    total = prose.sum() + 1e-9
    before = prose.cumsum() - prose
    after = total - before - prose
    start, end = main_block(prose, words, sound)
    made = {
        "prose_before": before / total,
        "prose_after": after / total,
        "words_before": np.minimum(before, 400),
        "words_after": np.minimum(after, 400),
        "block_share": np.full(n, prose[start:end].sum() / total),
        "line": np.minimum(at, FAR),
        "lines_after": np.minimum(n - 1 - at, FAR),
        "place": at / n,
    }
    made |= _from("", (start, end), at)
    made |= _from("wide_", main_block(prose, words, sound, patience=0.25), at)
    short = np.where(words <= 9, 1, -0.3 * np.minimum(words, 10))
    made |= _from("text_", best_segment(np.where(prose > 0, prose, -np.where(known > 0, 20, short))), at)
    made |= _anchored(closing, before)
    made |= _neighbours(columns, sound, known)
    made |= _rhythm(columns)
    made |= _rest(columns, sound)
    return made | _runs(prose, sound, known)


def _from(name: str, block: tuple[int, int], at: Column) -> dict[str, Column]:
    start, end = block
    return {f"from_{name}start": (at - start).clip(-FAR, FAR), f"from_{name}end": (at - end + 1).clip(-FAR, FAR)}


def main_block(prose: Column, words: Column, sound: Column, patience: float = 1.0) -> tuple[int, int]:
    """The segment with the most prose (the end exclusive): prose counts its words, other lines cost, those that sound
    like furniture more (Kadane's maximum sum)."""
    import numpy as np  # noqa: PLC0415

    loud = sound.clip(0, 6)
    cost = (np.where(words <= 8, 1.0, 0.3) + loud * 2) * patience
    return best_segment(np.where(prose > 0, prose - loud * 6, -cost))


def best_segment(worth: Column) -> tuple[int, int]:
    """The segment with the greatest sum, the end exclusive (Kadane)."""
    import numpy as np  # noqa: PLC0415

    sums = np.concatenate(([0.0], worth.cumsum()))
    lowest = np.minimum.accumulate(sums)
    end = int((sums - lowest).argmax())
    start = int(np.flatnonzero(sums[: end + 1] == lowest[end])[-1])
    return start, end


def _anchored(closing: NDArray[np.bool_], before: Column) -> dict[str, Column]:
    """Prose and lines between a line and the last one above it that closes a text."""
    import numpy as np  # noqa: PLC0415

    previous, _ = nearest(closing)
    some, last = previous >= 0, np.maximum(previous, 0)
    return {
        "prose_since_closing": np.where(some, before - before[last], 400).clip(0, 400),
        "lines_since_closing": np.where(some, np.minimum(np.arange(len(closing)) - previous, FAR), FAR + 1),
        "closings_before": np.minimum(closing.cumsum() - closing, 6.0),
    }


def nearest(marked: NDArray[np.bool_]) -> tuple[Places, Places]:
    """The index of the nearest marked line up to each line (-1: none) and from it on (the number of lines: none)."""
    import numpy as np  # noqa: PLC0415

    n = len(marked)
    at = np.arange(n)
    following = np.minimum.accumulate(np.where(marked, at, n)[::-1])[::-1]
    return np.maximum.accumulate(np.where(marked, at, -1)), following


def _neighbours(columns: dict[str, Column], sound: Column, known: Column) -> dict[str, Column]:
    columns = columns | {"sound": sound, "known": known}
    made = {f"{name}_at_{-by:+}": shifted(columns[name], by) for name in ADJACENT for by in (1, -1)}
    for reach, names in NEIGHBOURLY.items():
        (means,) = around([columns[name] for name in names], (reach,))
        made |= {f"{name}_{reach}": mean for name, mean in zip(names, means, strict=True)}
    return made


def runs(prose: Column) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where runs of lines without prose start, a line of prose being one by itself; and for each line its run."""
    import numpy as np  # noqa: PLC0415

    is_prose = prose > 0
    opens = np.concatenate(([True], is_prose[1:] | is_prose[:-1]))
    return np.flatnonzero(opens), opens.cumsum() - 1


def _runs(prose: Column, sound: Column, known: Column) -> dict[str, Column]:
    """The run of lines without prose that a line stands in."""
    import numpy as np  # noqa: PLC0415

    n = len(prose)
    starts, run = runs(prose)
    size = np.diff(starts, append=n)
    since = np.arange(n) - starts[run]
    return {
        "run": np.minimum(size, FAR)[run],
        "run_from": np.minimum(since, FAR),
        "run_to": np.minimum(size[run] - 1 - since, FAR),
        "run_known": np.minimum(np.add.reduceat(known, starts), 20)[run],
        "run_sound": (np.add.reduceat(sound, starts) / size)[run],
    }


def _rhythm(columns: dict[str, Column]) -> dict[str, Column]:
    """How alike in shape a line's neighbours are, next to one another and at a table's or list's distance."""
    import numpy as np  # noqa: PLC0415

    words = np.minimum(columns["words"], 6) + np.minimum(columns["words"] // 8, 4)
    shape = words * 1000 + columns["first"] * 100 + columns["last"] * 10 + (columns["digits"] > 0)
    (alike,) = around([shape == shifted(shape, lag) for lag in range(1, 6)], (6,))
    return {"alike": alike[0], "rhythm": alike[1:].max(axis=0)}


def _rest(columns: dict[str, Column], sound: Column) -> dict[str, Column]:
    """How far prose is that does not sound like furniture; the longest line from a line to the text's ends."""
    import numpy as np  # noqa: PLC0415

    words = columns["words"]
    quiet = distances("quiet", np.where(sound < 0, columns["prose"], 0.0))
    return {name: quiet[name] for name in ("since_quiet", "until_quiet")} | {
        "most_words_after": np.maximum.accumulate(words[::-1])[::-1],
        "most_words_before": np.maximum.accumulate(words),
    }


def distances(name: str, prose: Column) -> dict[str, Column]:
    """Words of some kind of prose before and after each line, and the lines to the nearest of it."""
    import numpy as np  # noqa: PLC0415

    upto = prose.cumsum()
    previous, following = nearest(prose > 0)
    n = len(prose)
    at = np.arange(n)
    return {
        f"{name}_before": np.minimum(upto - prose, MUCH),
        f"{name}_after": np.minimum(upto[-1] - upto, MUCH),
        f"since_{name}": np.where(previous >= 0, np.minimum(at - previous, FAR), FAR + 1),
        f"until_{name}": np.where(following < n, np.minimum(following - at, FAR), FAR + 1),
    }


def cohesion(count: Column, shared: Column, prose: Column, sound: Column) -> dict[str, Column]:
    """The share of a line's longer words that the main block holds, and that of its neighbourhood (-1: it has none);
    prose of the main block's words, near and far. ``count``: longer words, ``shared``: those of the block."""
    import numpy as np  # noqa: PLC0415

    own = np.where(count > 0, shared / np.maximum(count, 1), -1)
    made = {"cohesion": own, "shared_words": np.minimum(shared, 8.0)}
    for reach, (some, all_) in zip((5, 15), around([shared, count], (5, 15)), strict=True):
        made[f"cohesion_{reach}"] = np.where(all_ > 1e-6, some / np.maximum(all_, 1e-6), -1)
    return made | distances("kin", np.where((own >= KIN) & (sound < LOUD), prose, 0.0))


KIN = 0.5
"""Share of a prose line's longer words from which it belongs to the main block's text."""

LOUD = 3.0
"""N-gram score from which a prose line is not the text's."""


def repeats(keys: Numbers) -> dict[str, Column]:
    """How often a line stands in the text, and whether it stood there before. ``keys``: a number for each line."""
    import numpy as np  # noqa: PLC0415

    _, first, which, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    times = np.minimum(counts, 8).astype(np.float64)[which]
    (near,) = around([times], (5,))
    return {"times": times, "times_5": near[0], "again": (first[which] < np.arange(len(keys))).astype(np.float64)}


def shifted(column: Column, by: int) -> Column:
    """The value so many lines back (negative: further on), -1 beyond the text's ends."""
    import numpy as np  # noqa: PLC0415

    made = np.full(len(column), -1.0)
    if abs(by) < len(column):
        if by > 0:
            made[by:] = column[:-by]
        else:
            made[:by] = column[-by:]
    return made


def around(columns: Sequence[NDArray[np.generic]], reaches: Sequence[int]) -> list[Column]:
    """For each reach, the columns' means over a line and those up to so many lines away."""
    import numpy as np  # noqa: PLC0415

    n = len(columns[0])
    sums = np.zeros((len(columns), n + 1))
    np.stack(columns).astype(np.float64).cumsum(axis=1, out=sums[:, 1:])
    return [_means(sums, n, min(reach, n)) for reach in reaches]


def _means(sums: Column, n: int, reach: int) -> Column:
    """Means over a line and those up to ``reach`` lines away, of columns' running sums."""
    import numpy as np  # noqa: PLC0415

    at = np.arange(n)
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, n)
    means: Column = (sums.take(high, axis=1) - sums.take(low, axis=1)) / (high - low)
    return means
