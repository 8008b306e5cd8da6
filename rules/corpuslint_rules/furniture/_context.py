"""What a text as a whole says of each of its lines: the model's columns.

Where the main block of prose begins and ends, how much prose stands before and after, runs of lines without prose,
how the neighbours sound, whether a line's words are the text's own, and what stands in the text more than once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.float64]

FAR = 60.0
"""Lines beyond which a distance is only far."""

PARAGRAPH = 30
"""Words of a line of prose that makes a paragraph."""


def context(columns: dict[str, Column], sound: Column, known: Column, closing: Column) -> dict[str, Column]:
    """Columns about a line's place. ``sound``: its n-gram score; ``known``: its lexicon weight; ``closing``: 1 for a
    line that opens what follows a text (comments, related stories, small print)."""
    import numpy as np  # noqa: PLC0415

    prose, words = columns["prose"], columns["words"]
    n = len(prose)
    at = np.arange(n, dtype=np.float64)
    start, end = main_block(prose, words, sound)
    inside = (at >= start) & (at < end)
    total = prose.sum() + 1e-9
    before = prose.cumsum() - prose
    after = total - before - prose
    made = {
        "from_start": np.clip(at - start, -FAR, FAR),
        "from_end": np.clip(at - end + 1, -FAR, FAR),
        "prose_before": before / total,
        "prose_after": after / total,
        "words_before": np.minimum(before, 400),
        "words_after": np.minimum(after, 400),
        "block_share": np.where(inside, prose, 0).sum() / total * np.ones(n),
        "paragraphs_before": np.minimum((prose >= PARAGRAPH).cumsum() - (prose >= PARAGRAPH), 5),
        "paragraphs_after": np.minimum((prose >= PARAGRAPH).sum() - (prose >= PARAGRAPH).cumsum(), 5),
        "line": np.minimum(at, FAR),
        "lines_after": np.minimum(n - 1 - at, FAR),
        "place": at / n,
    }
    start, end = main_block(prose, words, sound, patience=0.25)
    made |= {"from_wide_start": np.clip(at - start, -FAR, FAR), "from_wide_end": np.clip(at - end + 1, -FAR, FAR)}
    start, end = best_segment(
        prose - np.where(prose > 0, 0, np.where(known > 0, 20, np.where(words <= 9, 1, -0.3 * np.minimum(words, 10))))
    )
    made |= {"from_text_start": np.clip(at - start, -FAR, FAR), "from_text_end": np.clip(at - end + 1, -FAR, FAR)}
    made |= _anchored(closing, before, after, inside)
    made |= _neighbours(columns, sound, known)
    made |= _rhythm(columns)
    made |= _rest(columns, sound)
    made |= _runs(prose, sound, known)
    return made


def main_block(prose: Column, words: Column, sound: Column, patience: float = 1.0) -> tuple[int, int]:
    """The segment with the most prose (the end exclusive): prose counts its words, other lines cost, those that sound
    like furniture more (Kadane's maximum sum)."""
    import numpy as np  # noqa: PLC0415

    cost = (np.where(words <= 8, 1.0, 0.3) + np.clip(sound, 0, 6) * 2) * patience
    worth = np.where(prose > 0, prose - np.clip(sound, 0, 6) * 6, -cost)
    return best_segment(worth)


def best_segment(worth: Column) -> tuple[int, int]:
    """The segment with the greatest sum, the end exclusive (Kadane)."""
    import numpy as np  # noqa: PLC0415

    sums = np.concatenate(([0.0], worth.cumsum()))
    lowest = np.minimum.accumulate(sums)
    end = int((sums - lowest).argmax())
    start = int(np.flatnonzero(sums[: end + 1] == lowest[end])[-1])
    return start, end


def _anchored(closing: Column, before: Column, after: Column, inside: NDArray[np.bool_]) -> dict[str, Column]:
    """Prose between a line and the nearest line that closes a text, above and below."""
    import numpy as np  # noqa: PLC0415

    n = len(closing)
    at = np.arange(n)
    previous = np.maximum.accumulate(np.where(closing > 0, at, -1))
    following = np.minimum.accumulate(np.where(closing > 0, at, n)[::-1])[::-1]
    since = np.where(previous >= 0, before - before[np.maximum(previous, 0)], 400)
    until = np.where(following < n, before[np.minimum(following, n - 1)] - before, 400)
    return {
        "prose_since_closing": np.clip(since, 0, 400),
        "prose_until_closing": np.clip(until, 0, 400),
        "lines_since_closing": np.where(previous >= 0, np.minimum(at - previous, FAR), FAR + 1),
        "closings_before": np.minimum(closing.cumsum() - closing, 6),
        "prose_after_closing": np.minimum(np.where(previous >= 0, after[np.maximum(previous, 0)], 400), 400),
    }


def _neighbours(columns: dict[str, Column], sound: Column, known: Column) -> dict[str, Column]:
    prose, words = columns["prose"], columns["words"]
    made = {
        "sound_previous": shifted(sound, 1),
        "sound_next": shifted(sound, -1),
        "words_previous": shifted(words, 1),
        "words_next": shifted(words, -1),
        "words_next_two": shifted(words, -2),
        "last_previous": shifted(columns["last"], 1),
        "last_next": shifted(columns["last"], -1),
        "prose_previous": shifted(prose, 1),
        "prose_next": shifted(prose, -1),
    }
    for reach in (2, 6, 20):
        made[f"sound_{reach}"] = around(sound, reach)
    for reach in (6, 20):
        made[f"known_{reach}"] = around(known, reach)
        made[f"prose_{reach}"] = around(prose, reach)
    made["words_5"] = around(words, 5)
    made["capitals_5"] = around(columns["capitals"], 5)
    made["digits_5"] = around(columns["digits"], 5)
    return made


def _runs(prose: Column, sound: Column, known: Column) -> dict[str, Column]:
    """The run of lines without prose that a line stands in."""
    import numpy as np  # noqa: PLC0415

    n = len(prose)
    is_prose = prose > 0
    starts = np.flatnonzero(np.concatenate(([True], is_prose[1:] | is_prose[:-1])))
    run = np.zeros(n, dtype=np.int64)
    run[starts] = 1
    run = run.cumsum() - 1
    size = np.diff(np.concatenate((starts, [n])))
    at = np.arange(n)
    return {
        "run": np.minimum(size[run], FAR),
        "run_from": np.minimum(at - starts[run], FAR),
        "run_to": np.minimum(starts[run] + size[run] - 1 - at, FAR),
        "run_known": np.minimum(np.add.reduceat(known, starts)[run], 20),
        "run_sound": (np.add.reduceat(sound, starts) / size)[run],
    }


def _rhythm(columns: dict[str, Column]) -> dict[str, Column]:
    """How alike in shape a line's neighbours are, next to one another and at a table's or list's distance."""
    import numpy as np  # noqa: PLC0415

    words = np.minimum(columns["words"], 6) + np.minimum(columns["words"] // 8, 4)
    shape = words * 1000 + columns["first"] * 100 + columns["last"] * 10 + (columns["digits"] > 0)
    alike = [around((shape == shifted(shape, lag)).astype(np.float64), 6) for lag in range(1, 6)]
    return {"alike": alike[0], "rhythm": np.max(alike[1:], axis=0)}


def _rest(columns: dict[str, Column], sound: Column) -> dict[str, Column]:
    """What stands from a line to the text's end and from its beginning to the line."""
    import numpy as np  # noqa: PLC0415

    quiet = np.where((columns["prose"] > 0) & (sound < 0), columns["prose"], 0.0)
    n = len(quiet)
    at = np.arange(n)
    previous = np.maximum.accumulate(np.where(quiet > 0, at, -1))
    following = np.minimum.accumulate(np.where(quiet > 0, at, n)[::-1])[::-1]
    upto = sound.cumsum()
    return {
        "quiet_before": np.minimum(quiet.cumsum() - quiet, 600),
        "quiet_after": np.minimum(quiet.sum() - quiet.cumsum(), 600),
        "since_quiet": np.where(previous >= 0, np.minimum(at - previous, FAR), FAR + 1),
        "until_quiet": np.where(following < n, np.minimum(following - at, FAR), FAR + 1),
        "sound_to_here": upto / (at + 1),
        "sound_from_here": (upto[-1] - upto + sound) / (n - at),
        "sound_before": around(sound, 8, after=0),
        "sound_after": around(sound, 8, before=0),
        "most_words_after": np.maximum.accumulate(columns["words"][::-1])[::-1],
        "most_words_before": np.maximum.accumulate(columns["words"]),
    }


def cohesion(tokens: Sequence[Sequence[str]], vocabulary: set[str]) -> dict[str, Column]:
    """The share of a line's longer words that the main block holds, and that of its neighbourhood; -1: it has none."""
    import numpy as np  # noqa: PLC0415

    longer = [[word for word in line if len(word) >= 4] for line in tokens]
    count = np.array([len(line) for line in longer], dtype=np.float64)
    shared = np.array([sum(word in vocabulary for word in line) for line in longer], dtype=np.float64)
    near, near_count = around(shared, 5), around(count, 5)
    return {
        "cohesion": np.where(count > 0, shared / np.maximum(count, 1), -1),
        "cohesion_5": np.where(near_count > 0, near / np.maximum(near_count, 1e-9), -1),
        "shared_words": np.minimum(shared, 8),
    }


def repeats(texts: Sequence[str]) -> dict[str, Column]:
    """How often a line stands in the text, and whether it stood there before."""
    import numpy as np  # noqa: PLC0415

    times = Counter(texts)
    first = {text: at for at, text in reversed(list(enumerate(texts)))}
    again = [first[text] < at for at, text in enumerate(texts)]
    return {
        "times": np.array([min(times[text], 8) for text in texts], dtype=np.float64),
        "again": np.array(again, dtype=np.float64),
    }


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


def around(column: Column, reach: int, before: int | None = None, after: int | None = None) -> Column:
    """The mean over a line and those up to ``reach`` lines away; ``before`` and ``after`` are reaches of their own."""
    import numpy as np  # noqa: PLC0415

    n = len(column)
    sums = np.concatenate(([0.0], column.cumsum()))
    low = np.maximum(np.arange(n) - (reach if before is None else before), 0)
    high = np.minimum(np.arange(n) + (reach if after is None else after) + 1, n)
    made: Column = (sums[high] - sums[low]) / (high - low)
    return made
