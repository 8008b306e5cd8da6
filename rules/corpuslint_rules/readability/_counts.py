"""What readability formulas count, for a whole text at once. The counts are exactly those of textstat."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Bools = npt.NDArray[np.bool_]
    Ints = npt.NDArray[np.int64]

_ENDS = ".!?"
LONG = 6
"""A word of more characters is long."""

_SHORT_SENTENCE = 2
"""What ends like a sentence and has no more words is none: "Mr.", "p. 4"."""


class Counts(NamedTuple):
    """Of one text. ``tokens``: what white space parts; ``words``: those with a letter, digit or underscore, which are
    its ``letters``; ``characters``: all but white space; ``long_words``: words of more than six letters."""

    characters: int
    letters: int
    tokens: int
    words: int
    long_words: int
    sentences: int


def count(text: str) -> Counts:
    """The counts of a text. In an empty text every count is zero, else there is at least one sentence."""
    import numpy as np  # noqa: PLC0415

    if not text:
        return Counts(0, 0, 0, 0, 0, 0)
    letter, space, end = _classes(text)
    tokens = _runs(~space)
    letters = np.add.reduceat(letter, tokens, dtype=np.int64) if len(tokens) else tokens
    words = letters > 0
    return Counts(
        characters=int(len(text) - space.sum()),
        letters=int(letter.sum()),
        tokens=len(tokens),
        words=int(words.sum()),
        long_words=int((letters > LONG).sum()),
        sentences=_sentences(letter, space, end),
    )


def _sentences(letter: Bools, space: Bools, end: Bools) -> int:
    """Stretches between marks that end a sentence, where they have three words or more; at least one."""
    import numpy as np  # noqa: PLC0415

    pieces = _runs(~space & ~end)
    if not len(pieces):
        return 1
    with_letter = np.add.reduceat(letter, pieces, dtype=np.int64) > 0
    stretch = np.cumsum(end)[pieces[with_letter]]
    return max(1, int((np.bincount(stretch) > _SHORT_SENTENCE).sum())) if len(stretch) else 1


def _runs(inside: Bools) -> Ints:
    """Where each run begins."""
    import numpy as np  # noqa: PLC0415

    starts = inside.copy()
    starts[1:] &= ~inside[:-1]
    return np.flatnonzero(starts)


def _classes(text: str) -> tuple[Bools, Bools, Bools]:
    """Which characters are letters, digits or underscores; white space; marks that end a sentence."""
    import numpy as np  # noqa: PLC0415

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    known, index = np.arange(128), codes
    if not text.isascii():
        beyond = np.flatnonzero(codes >= 128)
        others, places = np.unique(codes[beyond], return_inverse=True)
        known, index = np.concatenate([known, others]), codes.copy()
        index[beyond] = places + 128
    characters = [chr(code) for code in known]
    is_letter = np.array([character.isalnum() or character == "_" for character in characters])
    is_space = np.array([character.isspace() for character in characters])
    is_end = np.array([character in _ENDS for character in characters])
    return is_letter[index], is_space[index], is_end[index]
