"""What stands in a text again: lines, paragraphs, sequences of words. Found in many texts by sorting hashes once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpuslint_rules.text_statistics._text import Spans, Text, mixed, salted

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Bools, Hashes, Ints
    from corpuslint_rules.text_statistics._words import Words

Pairs: TypeAlias = list[tuple[int, int]]
_STEP = 0xD6E8FEB86659FD93


class Groups(NamedTuple):
    """Equal things: ``places`` ascending, the ``group`` of each; by group, where its first is, and how many are."""

    places: Ints
    group: Ints
    firsts: Ints
    counts: Ints

    @property
    def later(self) -> Bools:
        """The places that are not the first of their group."""
        found: Bools = self.firsts[self.group] != self.places
        return found


def groups(hashes: Hashes) -> Groups:
    """Hashes that are there more than once, by their indices; without sorting them."""
    import numpy as np  # noqa: PLC0415

    first = _first_equals(hashes)
    later = (first != np.arange(len(hashes))).nonzero()[0]
    again = np.zeros(len(hashes), bool)
    again[later] = again[first[later]] = True
    places = again.nonzero()[0]
    again[later] = False
    firsts = again.nonzero()[0]
    number = np.empty(len(hashes), np.int64)
    number[firsts] = np.arange(len(firsts))
    group = number[first[places]]
    return Groups(places, group, firsts, np.bincount(group, minlength=len(firsts)))


def _first_equals(hashes: Hashes) -> Ints:
    """For each hash the index of the first that equals it.

    Their highest bits are a slot in a table, where the first stays; those that find another hash there try again.
    """
    import numpy as np  # noqa: PLC0415

    bits = len(hashes).bit_length() + 2
    first, pending, keys = np.arange(len(hashes)), np.arange(len(hashes), dtype=np.int32), hashes
    table = np.empty(1 << bits, np.int32)
    while len(pending):
        slots = (keys >> np.uint64(64 - bits)).astype(np.int64)
        table[slots[::-1]] = pending[::-1]
        found = table[slots]
        second = (found != pending).nonzero()[0]
        pending, found, keys = pending[second], found[second], keys[second]
        same = hashes[found] == hashes[pending]
        first[pending[same]] = found[same]
        pending, keys = pending[~same], mixed(keys[~same] + np.uint64(1))
    return first


class Repeated(NamedTuple):
    """Lines or paragraphs that stand again: how many there are in each text, what was seen before and where first."""

    totals: Ints
    again: Spans
    before: Spans


def repeated(text: Text, spans: Spans) -> Repeated:
    """Those of the stretches that equal an earlier one of the same text."""
    found = groups(mixed(salted(text.hashes(spans), text.owners(spans.starts))))
    later = found.later
    before = found.firsts[found.group[later]]
    return Repeated(text.numbers(spans.starts), spans.only(found.places[later]), spans.only(before))


def runs(text: Text, least: int) -> Spans:
    """What stands between runs of at least so many line feeds; for two or more, white space at a text's ends aside."""
    import numpy as np  # noqa: PLC0415

    at, (starts, ends) = text.newlines, text.docs if least == 1 else text.stripped(text.docs)
    owners = text.owners(at)
    at = at[(at >= starts[owners]) & (at < ends[owners])]
    opens = np.diff(at, prepend=-2) != 1
    firsts, lasts = at[opens], at[np.append(opens[1:], True)] if len(at) else at
    long = lasts - firsts >= least - 1
    edges = (np.append(starts, lasts[long] + 1), np.append(ends, firsts[long]))
    return Spans(*(np.sort(edge, kind="stable") for edge in edges))  # two ascending runs, which this only merges


class Sequences:
    """The sequences of 2 to 10 words that stand in a text more than once."""

    def __init__(self, words: Words):
        import numpy as np  # noqa: PLC0415

        self.words = words
        self._ends = np.append(0, words.lengths.cumsum())
        self._tops: dict[int, Ints] = {}
        self._again: dict[tuple[int, int], Pairs] = {}
        self._all: dict[int, Groups] = {}
        self._most: dict[int, Ints] = {}

    @cached_property
    def _copies(self) -> Ints:
        """For each word no less than the number of copies that it and the next have in their text; 0 for the last."""
        import numpy as np  # noqa: PLC0415

        hashes, lasts = self.words.hashes, self.words.bounds[1] - 1
        sums = mixed(salted(hashes, self.words.owners)[:-1] * np.uint64(_STEP) + hashes[1:])
        slots = (sums >> np.uint64(64 - len(hashes).bit_length() - 1)).view(np.int64)
        copies = np.append(np.bincount(slots)[slots], 0)[: len(hashes)]
        copies[lasts[lasts >= 0]] = 0
        return copies

    def _groups(self, n: int, docs: Ints | None = None) -> Groups:
        """The sequences of n words that stand in a text, of all or of these, more than once."""
        import numpy as np  # noqa: PLC0415

        again = pairs = self._copies > 1
        for at in range(n - 1):  # the last word of a text begins no pair
            again = again[: max(len(pairs) - n + 1, 0)] & pairs[at : at + max(len(pairs) - n + 1, 0)]
        heads, owners = again.nonzero()[0], self.words.owners
        if docs is not None:
            wanted = np.zeros(self.words.text.count, bool)
            wanted[docs] = True
            heads = heads[wanted[owners[heads]]]
        sums = owners[heads].astype(np.uint64)
        for at in range(n):
            sums = sums * np.uint64(_STEP) + self.words.hashes[heads + at]
        found = groups(mixed(sums))
        return found._replace(places=heads[found.places], firsts=heads[found.firsts])

    def top_at_most(self, n: int) -> Ints:
        """No more characters than these have all copies of any sequence of n words: its pairs have no fewer copies."""
        return self._most_of_pairs * ((n + 1) // 2)

    @cached_property
    def _most_of_pairs(self) -> Ints:
        """The most characters that copies of two words have in each text, with a space after each word."""
        import numpy as np  # noqa: PLC0415

        sizes = self.words.lengths + 1
        characters = self._copies[:-1] * (sizes[:-1] + sizes[1:])
        most = np.zeros(self.words.text.count, np.int64)
        some = (self.words.numbers > 1).nonzero()[0]
        if len(some):
            most[some] = np.maximum.reduceat(characters, self.words.bounds[0][some])
        return most

    def top(self, n: int, docs: Ints) -> Ints:
        """Characters of all copies of the most frequent sequence of n words, with spaces between, in these texts."""
        import numpy as np  # noqa: PLC0415

        first, enough = self.words.bounds[0][docs], self.words.numbers[docs] >= n
        found = self._groups(n, docs)
        owners, ranks = self.words.owners[found.firsts], (found.counts << 32) - found.firsts
        best = np.full(self.words.text.count, -1)
        best[docs] = (1 << 32) - first
        np.maximum.at(best, owners, ranks)
        counts = -(-best[docs] >> 32)
        heads = (counts << 32) - best[docs]
        self._tops.setdefault(n, np.full(self.words.text.count, -1))[docs] = heads
        characters = np.zeros(len(docs), np.int64)
        characters[enough] = self._characters(heads[enough], n) * counts[enough]
        return characters

    def top_places(self, n: int, doc: int) -> Ints:
        """Where the most frequent sequence of n words stands, of equally frequent ones the first."""
        first, last = (int(bound[doc]) for bound in self.words.bounds)
        head = int(self._tops[n][doc])
        hashes, size = self.words.hashes, last - first - n + 1
        same = hashes[first : first + size] == hashes[head]
        for at in range(1, n):
            same &= hashes[first + at : first + at + size] == hashes[head + at]
        places: Ints = first + same.nonzero()[0]
        return places

    def _characters(self, heads: Ints, n: int) -> Ints:
        """Characters of the sequences that begin there, with a space between words."""
        found: Ints = self._ends[heads + n] - self._ends[heads] + n - 1
        return found

    def again(self, n: int, doc: int) -> Pairs:
        """Sequences of n words that stood in the text before, none overlapping another, and where they stood first."""
        return self._again[n, doc]

    def again_characters(self, n: int, docs: Ints) -> Ints:
        """Characters of the sequences of n words that stood before in these texts, without the spaces."""
        import numpy as np  # noqa: PLC0415

        found = self._all.get(n) or self._groups(n, docs)
        first, last = (found.places.searchsorted(bound[docs]).tolist() for bound in self.words.bounds)
        characters = np.zeros(len(docs), np.int64)
        for at, (doc, start, stop) in enumerate(zip(docs.tolist(), first, last, strict=True)):
            again = _apart(n, found.places[start:stop].tolist(), found.group[start:stop].tolist())
            places = np.fromiter((place for place, _ in again), np.int64, len(again))
            characters[at] = (self._ends[places + n] - self._ends[places]).sum()
            self._again[n, doc] = again
        return characters

    def again_at_most(self, n: int) -> Ints:
        """No more characters than these are in sequences of n words that stood before, nor in longer ones."""
        if n not in self._most:
            self._all[n] = self._groups(n)
            self._most[n] = self._covered(self._all[n], n)
        return self._most[n]

    def again_at_most_in(self, n: int, docs: Ints) -> Ints:
        """The same for these texts only."""
        return self._most[n][docs] if n in self._most else self._covered(self._groups(n, docs), n)[docs]

    def _covered(self, found: Groups, n: int) -> Ints:
        """Characters of all words in sequences that stood before."""
        import numpy as np  # noqa: PLC0415

        places = found.places[found.later]
        stops = np.minimum(places + n, np.append(places[1:], len(self.words)))
        covered: Ints = self.words.text.sums(self._ends[stops] - self._ends[places], self.words.spans.starts[places])
        return covered


def _apart(n: int, places: list[int], groups: list[int]) -> Pairs:
    """Of things n long those that one of their group stood before; what overlaps a thing that is taken is skipped."""
    again, seen, free = [], dict[int, int](), 0
    for place, group in zip(places, groups, strict=True):
        if place >= free and (first := seen.setdefault(group, place)) != place:
            again.append((place, first))
            free = place + n
    return again
