"""What the user probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, names: Iterable[str], likeness: float = 0.5) -> str:
    """``; did you mean NAME?`` for the name nearest to a word, whatever its case, or nothing if none is near.

    likeness: how near it must be, from 0 to 1.
    """
    import difflib  # noqa: PLC0415 (only errors need it)

    folded = {name.lower(): name for name in names}
    close = difflib.get_close_matches(word.lower(), folded, n=1, cutoff=likeness)
    return f"; did you mean {folded[close[0]]}?" if close else ""
