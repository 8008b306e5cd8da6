"""Files of lines in ascending order of their bytes, ``key`` or ``key TAB value``, looked up where they stand.

They are not split: to make a list of a table's lines takes longer than to lint a small file.
"""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path

_STEP = 2048
"""Bytes from one known line to the next."""


class SortedLines:
    """A file's lines. ``text``: its bytes, with a line break before the first line and one behind the last."""

    def __init__(self, path: Path):
        self.text = text = b"\n" + path.read_bytes()
        self._breaks = [text.index(b"\n", at) for at in range(0, max(len(text) - _STEP, 1), _STEP)]
        self._lines = [text[at + 1 : text.index(b"\n", at + 1)] for at in self._breaks]

    def get(self, key: bytes) -> bytes:
        """The value of a key, nothing if there is no such line."""
        at = self._behind(key + b"\t")
        return self.text[at : self.text.index(b"\n", at)] if at >= 0 else b""

    def __contains__(self, key: bytes) -> bool:
        """Whether there is a line that is this key and nothing else."""
        return self._behind(key + b"\n") >= 0

    def _behind(self, opening: bytes) -> int:
        """Where the line goes on that begins so, -1 if there is none."""
        following = bisect_right(self._lines, opening)
        start = self._breaks[max(following - 1, 0)]
        end = self._breaks[following] + len(opening) + 1 if following < len(self._breaks) else len(self.text)
        at = self.text.find(b"\n" + opening, start, end)
        return at + 1 + len(opening) if at >= 0 else -1
