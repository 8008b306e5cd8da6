"""What stands in a text again: lines, paragraphs, sequences of words. Found by sorting hashes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpuslint_rules.text_statistics._text import Spans, Text, mixed

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Hashes, Ints
    from corpuslint_rules.text_statistics._words import Words

SHORTEST = 5
"""Words of the sequences by which it is first seen whether longer ones are repeated."""


_STEP = 0xD6E8FEB86659FD93


class Groups(NamedTuple):
    """Equal things: ``places`` by group, ascending in each; group ``i`` is ``places[firsts[i] : firsts[i + 1]]``."""

    places: Ints
    firsts: Ints

    @property
    def counts(self) -> Ints:
        return self.firsts[1:] - self.firsts[:-1]


def groups(hashes: Hashes, places: Ints) -> Groups:
    """Those of the places whose hash another has too. The high bits of the hashes must tell them apart."""
    import numpy as np  # noqa: PLC0415

    bits = len(hashes).bit_length()
    packed = (hashes >> np.uint64(bits) << np.uint64(bits)) | np.arange(len(hashes), dtype=np.uint64)
    packed.sort()
    values = packed >> np.uint64(bits)
    same = values[1:] == values[:-1]
    if not same.any():
        none = places[:0]
        return Groups(none, np.zeros(1, np.int64))
    alike = np.zeros(len(values), bool)
    alike[1:] = same
    alike[:-1] |= same
    kept = packed[alike]
    firsts = np.append((~np.append(False, same)[alike]).nonzero()[0], len(kept))
    return Groups(places[(kept & np.uint64((1 << bits) - 1)).astype(np.int64)], firsts)


class Repeated(NamedTuple):
    """Lines or paragraphs that stand again: how many there are of all, what was seen before and where first."""

    total: int
    again: Spans
    before: Spans

    @property
    def characters(self) -> int:
        return int((self.again.ends - self.again.starts).sum())


def repeated(text: Text, spans: Spans) -> Repeated:
    """Those of the stretches that equal an earlier one."""
    import numpy as np  # noqa: PLC0415

    total = len(spans.starts)
    if not text.repeats:
        return Repeated(total, Spans(spans.starts[:0], spans.ends[:0]), Spans(spans.starts[:0], spans.ends[:0]))
    found = groups(text.hashes(spans), np.arange(total))
    later = np.ones(len(found.places), bool)
    later[found.firsts[:-1]] = False
    again, before = found.places[later], np.repeat(found.places[found.firsts[:-1]], found.counts - 1)
    order = again.argsort()
    again, before = again[order], before[order]
    return Repeated(
        total, Spans(spans.starts[again], spans.ends[again]), Spans(spans.starts[before], spans.ends[before])
    )


def runs(text: Text, least: int) -> Spans:
    """What stands between runs of at least so many line feeds."""
    import numpy as np  # noqa: PLC0415

    at, end, start = text.newlines, len(text.codes), 0
    if least > 1:
        whole = text.stripped(Spans(np.array([0]), np.array([end])))
        start, end = int(whole.starts[0]), int(whole.ends[0])
        at = at[(at >= start) & (at < end)]
    if not len(at):
        return Spans(np.array([start]), np.array([end]))
    opens = np.append(True, np.diff(at) != 1)
    firsts = at[opens]
    lasts = at[np.append(opens[1:], True)]
    long = lasts - firsts >= least - 1
    return Spans(np.append(start, lasts[long] + 1), np.append(firsts[long], end))


class Top(NamedTuple):
    """The most frequent sequence: the characters of all its copies, and where they begin (indices of words)."""

    characters: int
    places: Ints


class Sequences:
    """The sequences of 2 to 10 words of a text that stand in it more than once."""

    def __init__(self, words: Words):
        self.words = words
        self._groups: list[Groups] = []
        self._sums: list[Hashes] = []

    @cached_property
    def _ends(self) -> Ints:
        """Characters of the first ``i`` words."""
        import numpy as np  # noqa: PLC0415

        return np.append(0, self.words.lengths.cumsum())

    def groups(self, n: int) -> Groups:
        """The sequences of n words that stand more than once: a sequence's head stands as often, at least."""
        import numpy as np  # noqa: PLC0415

        while len(self._groups) <= n - 2:
            hashes, size = self.words.hashes, len(self._groups) + 2
            if size == 2:
                heads, sums = np.arange(len(hashes) - 1), hashes[:-1]
            else:
                heads, sums = self._groups[-1].places, self._sums[-1]
                fits = heads + size <= len(hashes)
                heads, sums = heads[fits], sums[fits]
                order = heads.argsort()
                heads, sums = heads[order], sums[order]
            sums = mixed(sums * np.uint64(_STEP) + hashes[heads + size - 1])
            found = groups(sums, heads)
            self._groups.append(found)
            self._sums.append(sums[heads.searchsorted(found.places)])
        return self._groups[n - 2]

    def top(self, n: int) -> Top:
        """The most frequent sequence of n words, of equally frequent ones the first; characters with spaces between."""
        import numpy as np  # noqa: PLC0415

        found = self.groups(n)
        if len(self.words) < n:
            return Top(0, found.places)
        if not len(found.places):
            return Top(int(self._ends[n]) + n - 1, np.zeros(1, np.int64))
        counts = found.counts
        most = (counts == counts.max()).nonzero()[0]
        group = most[found.places[found.firsts[most]].argmin()]
        places = found.places[found.firsts[group] : found.firsts[group + 1]]
        first = places[0]
        return Top(int(self._ends[first + n] - self._ends[first] + n - 1) * len(places), places)

    def again(self, n: int) -> list[tuple[int, int]]:
        """Sequences of n words that stood before, none overlapping another, and where they stood first."""
        import numpy as np  # noqa: PLC0415

        found = self.groups(n)
        if not len(found.places):
            return []
        group = np.repeat(np.arange(len(found.firsts) - 1), found.counts)
        order = found.places.argsort()
        again, free = [], 0
        seen: dict[int, int] = {}
        for place, which in zip(found.places[order].tolist(), group[order].tolist(), strict=True):
            if place < free:
                continue
            if which in seen:
                again.append((place, seen[which]))
                free = place + n
            else:
                seen[which] = place
        return again

    def characters(self, places: list[tuple[int, int]], n: int) -> int:
        """Characters of sequences of n words, without the spaces."""
        ends = self._ends
        return int(sum(ends[place + n] - ends[place] for place, _ in places))

    @cached_property
    def most_again(self) -> int:
        """No more characters than these are in sequences of five or more words that stood before."""
        import numpy as np  # noqa: PLC0415

        hashes, n = self.words.hashes, SHORTEST
        heads = self.groups(2).places
        heads = heads[heads + n <= len(hashes)]
        sums = hashes[heads]
        for following in range(1, n):
            sums = mixed(sums * np.uint64(_STEP) + hashes[heads + following])
        places = groups(sums, heads).places
        covered = np.zeros(len(self.words) + n, bool)
        for following in range(n):
            covered[places + following] = True
        return int(self.words.lengths[covered[: len(self.words)]].sum())

    def top_at_most(self, n: int) -> int:
        """No more characters than these are in the most frequent sequence of n words."""
        if len(self.words) < n:
            return 0
        longest = int((self._ends[n:] - self._ends[:-n]).max()) + n - 1
        return longest * int(self.groups(2).counts.max(initial=1))
