"""Which of a document's lines are phrases of page furniture or access prompts, whole, and of which kind."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.fold import core, fold
from corpuslint.statistics import SHORT
from corpuslint_rules.furniture import _text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint_rules.furniture._text import Numbers, Places, Text

    Column = NDArray[np.float64]

SURE = 2
"""Weight of a line that is furniture wherever it stands; a word that is so only among its like weighs 1."""

COPYRIGHT = "copyright_footer"
"""The kind of a line that claims rights, which no phrase file lists."""

FRAMES = range(2, 7)
"""Words of a phrase that counts in longer lines too."""

_FOLDERS = (Path(__file__).parent, Path(__file__).parents[1] / "access_prompts")
_AMONG_ITS_LIKE = "furniture_run"
_RIGHTS = ("all", "rights", "reserved", "copyright", "©")


MARKING = frozenset(
    (
        "comment_prompt",
        "related_stories",
        COPYRIGHT,
        "share_widget",
        "newsletter_prompt",
        "subscribe_prompt",
        "sign_in_prompt",
        "cookie_consent",
    )
)
"""Kinds of lines that mark where a text's zones meet, as the lines of ``zone_marks.txt`` do."""


class Known(NamedTuple):
    """Each line's weight as furniture, 0 for none, and the index of its kind in ``kinds`` (0: "").

    framed: the words of the longest phrase in its beginning, of those that need not be the whole line.
    """

    weights: Column
    kind: Places
    kinds: list[str]
    framed: Column


class _Lexicon(NamedTuple):
    lines: _text.Index
    frames: _text.Index
    weights: Places
    kind: Places
    kinds: list[str]


def known(text: Text) -> Known:
    """What the phrase files of page furniture and access prompts say of each line; marks in it do not count."""
    import numpy as np  # noqa: PLC0415

    index, frames, worth, kind_of, kinds = _lexicon()
    at, found = index.find(text.keys)
    weights, kind = np.zeros(text.size), np.zeros(text.size, dtype=np.int64)
    weights[at], kind[at] = worth[found], kind_of[found]
    notice = np.zeros(text.size, dtype=np.bool_)
    notice[_notices(text)] = True
    notice &= weights == 0
    return Known(
        np.where(notice, SURE, weights), np.where(notice, kinds.index(COPYRIGHT), kind), kinds, _framed(text, frames)
    )


def _framed(text: Text, frames: _text.Index) -> Column:
    import numpy as np  # noqa: PLC0415

    words, line = text.phrase_words
    longest = np.zeros(text.size)
    for size, keys in zip(FRAMES, _text.windows(words, FRAMES), strict=True):
        at, _ = frames.find(keys)
        at = at[line[at] == line[at + size - 1]]
        longest[line[at]] = size
    return longest


def _notices(text: Text) -> Places:
    """Lines that begin with a sign of copyright or reserve all rights."""
    import numpy as np  # noqa: PLC0415

    every, rights, reserved, *signs = _rights()
    words, line = text.tokens, text.line
    opens = (text.rank == 0) & ((words == signs[0]) | (words == signs[1]))
    claims = (words[:-2] == every) & (words[1:-1] == rights) & (words[2:] == reserved) & (line[:-2] == line[2:])
    return np.concatenate((line[opens], line[:-2][claims]))


def marks(text: Text, known: Known) -> NDArray[np.bool_]:
    """Which lines mark where a text's zones meet."""
    import numpy as np  # noqa: PLC0415

    marking = np.array([kind in MARKING for kind in known.kinds])
    found: NDArray[np.bool_] = marking[known.kind] & (known.weights >= SURE) | _listed(text, "zone_marks.txt")
    return found


def headings(text: Text) -> NDArray[np.bool_]:
    """Which lines are headings of a text's own parts: references, ingredients, pros and cons."""
    return _listed(text, "part_headings.txt")


def _listed(text: Text, name: str) -> NDArray[np.bool_]:
    """Which lines are, whole, those of a file beside this module."""
    import numpy as np  # noqa: PLC0415

    found = np.zeros(text.size, dtype=np.bool_)
    found[_lines_of(name).find(text.keys)[0]] = True
    return found


@lru_cache(maxsize=2)
def _lines_of(name: str) -> _text.Index:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n")
    return _text.Index(_text.read("\n".join(line for line in lines if line and not line.startswith("#"))).keys)


@lru_cache(maxsize=1)
def _rights() -> Numbers:
    return _text.number(_RIGHTS)


def weight(line: str) -> int:
    """``SURE``, 1, or 0 for a line that is in no phrase file."""
    return _phrases().get(core(fold(line)), 0) if len(line) <= SHORT else 0


@lru_cache(maxsize=1)
def _phrases() -> dict[str, int]:
    return {core(fold(phrase)): worth for phrase, (worth, _, _) in _entries().items()}


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    import numpy as np  # noqa: PLC0415

    entries = _entries()
    kinds = ["", COPYRIGHT]
    kinds += sorted({kind for _, kind, _ in entries.values()} - set(kinds))
    text = _text.read("\n".join(entries))
    keys = text.keys
    sizes = np.bincount(text.phrase_words[1], minlength=text.size)
    framing = np.array([framing for _, _, framing in entries.values()])
    frames = _text.Index(keys[framing & (sizes >= FRAMES.start) & (sizes < FRAMES.stop)])
    worth = np.array([worth for worth, _, _ in entries.values()])
    kind = np.array([kinds.index(kind) for _, kind, _ in entries.values()])
    return _Lexicon(_text.Index(keys), frames, worth, kind, kinds)


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[int, str, bool]]:
    """Phrases, each with its weight, its kind, and whether it need not be the whole line; the heaviest first."""
    phrases: dict[str, tuple[int, str, bool]] = {}
    for path in sorted(path for folder in _FOLDERS for path in folder.glob("*.??.txt")):
        kind = path.name.partition(".")[0]
        worth = 1 if kind == _AMONG_ITS_LIKE else SURE
        for line in path.read_text(encoding="utf-8").split("\n"):
            phrase = line.removeprefix("= ").strip()
            if phrase and not line.startswith("#") and worth > phrases.get(phrase, (0,))[0]:
                phrases[phrase] = (worth, kind, worth == SURE and phrase == line.strip())
    return dict(sorted(phrases.items(), key=lambda entry: -entry[1][0]))
