"""Where a line stands between the marks of what is not the text: share bars, tags, comments, small print, prompts.

Each mark alone may stand inside a text; how much prose lies between a line and the marks around it tells the zones.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpuslint_rules.furniture import _text
from corpuslint_rules.furniture._context import FAR, MUCH, around, best_segment, nearest, runs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.furniture._text import Numbers, Text

    Column = NDArray[np.float64]

PARAGRAPH = 25
"""Words of a line of prose that makes a paragraph."""

LINKS = ("http", "https", "www", "com", "org", "gov", "edu", "doi")
"""Words of an address on the web."""

NEAR, FAR_OFF = 10, 25
"""Lines to either side in which marks and phrases are counted."""


def zones(columns: dict[str, Column], known: Column, marks: NDArray[np.bool_]) -> dict[str, Column]:
    """Columns about marks and phrases around a line. ``columns``: those made so far; ``marks``: which lines are."""
    phrases = known > 0
    near, far_off = around([phrases, known > 1, marks], (NEAR, FAR_OFF))
    made = between(columns["prose"], marks) | _in_run(columns["prose"], columns["words"], phrases)
    made |= {"phrases_10": near[0], "sure_10": near[1], "marks_10": near[2], "phrases_25": far_off[0]}
    return made | _blocks(columns, phrases, marks)


def between(prose: Column, marks: NDArray[np.bool_]) -> dict[str, Column]:
    """Prose, paragraphs and lines between a line and the nearest marks."""
    import numpy as np  # noqa: PLC0415

    n = len(prose)
    at = np.arange(n)
    previous, following = nearest(marks)
    some, more = previous >= 0, following < n
    last, coming = np.maximum(previous, 0), np.minimum(following, n - 1)
    paragraph = (prose >= PARAGRAPH).astype(np.float64)
    words, paragraphs = prose.cumsum() - prose, paragraph.cumsum() - paragraph
    count = marks.cumsum()
    return {
        "paragraphs_since_mark": np.where(some, paragraphs - paragraphs[last], 7).clip(0, 7),
        "prose_since_mark": np.where(some, words - words[last], MUCH).clip(0, MUCH),
        "prose_until_mark": np.where(more, words[coming] - words, MUCH).clip(0, MUCH),
        "lines_since_mark": np.where(some, np.minimum(at - previous, FAR), FAR + 1),
        "lines_until_mark": np.where(more, np.minimum(following - at, FAR), FAR + 1),
        "marks_before": np.minimum(count - marks, 10),
        "marks_after": np.minimum(count[-1] - count, 10),
        "share_after_mark": np.where(some, 1 - words[last] / (prose.sum() + 1e-9), 1),
    }


def _in_run(prose: Column, words: Column, phrases: NDArray[np.bool_]) -> dict[str, Column]:
    """What the run of lines without prose that a line stands in holds."""
    import numpy as np  # noqa: PLC0415

    starts, run = runs(prose)
    means = np.add.reduceat(np.stack((phrases, words)), starts, axis=1) / np.diff(starts, append=len(prose))
    return {"run_phrase_share": means[0][run], "run_words": means[1][run]}


def _blocks(columns: dict[str, Column], phrases: NDArray[np.bool_], marks: NDArray[np.bool_]) -> dict[str, Column]:
    """Distances into two more main blocks: of prose in the text's own words, and one that bears long lists."""
    import numpy as np  # noqa: PLC0415

    prose, words = columns["prose"], columns["words"]
    at = np.arange(len(prose))
    own = prose * (2 * columns["cohesion"].clip(0) - 0.6) - 6 * columns["sound"].clip(0, 6)
    cost = np.where(phrases, 8.0, 1.5) * np.where(marks, 2, 1)
    made = {}
    patient = np.where(marks, -40, np.where(phrases, -12, np.where(words <= 4, -0.5, 0)))
    for name, others, of_prose in (("kin", -cost, own), ("list", patient, prose)):
        start, end = best_segment(np.where(prose > 0, of_prose, others))
        made[f"from_{name}_start"] = (at - start).clip(-FAR, FAR)
        made[f"from_{name}_end"] = (at - end + 1).clip(-FAR, FAR)
    return made


def parts(text: Text, prose: Column, headings: NDArray[np.bool_]) -> dict[str, Column]:
    """What a text's own lists and tables are told by: addresses, lines of a mark alone, a heading over them."""
    import numpy as np  # noqa: PLC0415

    links = np.zeros(text.size)
    links[text.line[_text.among(text.tokens, _links())]] = 1
    marks = (text.classes[:, _text.OTHER : _text.DIGIT + 1].sum(axis=1) == 0) | (text.ends - text.starts == 1)
    close, near = around([links, marks], (3, 10))
    previous, _ = nearest(headings)
    since = np.arange(text.size) - previous
    upto = prose.cumsum() - prose
    return {
        "links": links,
        "links_3": close[0],
        "links_10": near[0],
        "marks_alone_10": near[1],
        "lines_since_heading": np.where(previous >= 0, np.minimum(since, FAR), FAR + 1),
        "prose_since_heading": np.where(previous >= 0, upto - upto[np.maximum(previous, 0)], MUCH).clip(0, MUCH),
    }


@lru_cache(maxsize=1)
def _links() -> Numbers:
    return _text.number(LINKS)
