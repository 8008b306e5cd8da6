"""Which of a document's lines are phrases of page furniture or access prompts, whole, and of which kind."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from corpuslint.fold import core, fold
from corpuslint.lazy import lazy_pattern
from corpuslint.statistics import SHORT

SURE = 2
"""Weight of a line that is furniture wherever it stands; a word that is so only among its like weighs 1."""

_FOLDERS = (Path(__file__).parent, Path(__file__).parents[1] / "access_prompts")
_AMONG_ITS_LIKE = "furniture_run"
_MARKS = "".join(character for character in map(chr, range(128)) if not (character.isalnum() or character == "_"))
_NOTICE = lazy_pattern(r"(?i)\W{0,6}(?:copyright\b|\(c\)\s?(?:19|20)\d\d|©)|.{0,80}\ball rights reserved\b")


class Known(NamedTuple):
    """A line's weight as furniture, 0 for none, and the phrase file that holds it."""

    weight: int
    kind: str


_UNKNOWN = Known(0, "")
_COPYRIGHT = Known(SURE, "copyright_footer")


def known(line: str) -> Known:
    """What a phrase file of page furniture or access prompts says of a line."""
    if len(line) <= SHORT:
        key = line.lower().strip(_MARKS) if line.isascii() else core(fold(line))
        if (found := _phrases().get(key)) is not None:
            return found
    return _COPYRIGHT if _NOTICE.match(line) else _UNKNOWN


def weight(line: str) -> int:
    """``SURE``, 1, or 0 for a line that is in no phrase file."""
    return _phrases().get(core(fold(line)), _UNKNOWN).weight if len(line) <= SHORT else 0


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Known]:
    phrases: dict[str, Known] = {}
    for path in sorted(path for folder in _FOLDERS for path in folder.glob("*.??.txt")):
        kind = path.name.partition(".")[0]
        worth = 1 if kind == _AMONG_ITS_LIKE else SURE
        for line in path.read_text(encoding="utf-8").split("\n"):
            phrase = core(fold(line.removeprefix("= ").strip()))
            if phrase and not line.startswith("#") and worth > phrases.get(phrase, _UNKNOWN).weight:
                phrases[phrase] = Known(worth, kind)
    return phrases
