"""What stands in a text again: lines, paragraphs, sequences of words. Found in many texts by sorting hashes once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from corpuslint_rules.text_statistics._text import Spans, Text, mixed, salted

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Bools, Hashes, Ints
    from corpuslint_rules.text_statistics._words import Words

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


class Top(NamedTuple):
    """The most frequent sequence of each text.

    characters: of all its copies; group: of ``Sequences.groups``, -1 where none stands more than once.
    """

    characters: Ints
    group: Ints


class Sequences:
    """The sequences of 2 to 10 words that stand in a text more than once."""

    def __init__(self, words: Words):
        import numpy as np  # noqa: PLC0415

        self.words = words
        self._found: list[tuple[Groups, Hashes]] = []
        self._again: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._ends = np.append(0, words.lengths.cumsum())

    def groups(self, n: int) -> Groups:
        """The sequences of n words that stand more than once, found among those whose head does."""
        while len(self._found) <= n - 2:
            heads, sums = self._longer() if self._found else self._pairs()
            found = groups(sums)
            at, _, firsts, _ = found
            self._found.append((found._replace(places=heads[at], firsts=heads[firsts]), sums[at]))
        return self._found[n - 2][0]

    def _pairs(self) -> tuple[Ints, Hashes]:
        """Where sequences of two words begin, and their hashes; the last word of a text has one that none else has."""
        import numpy as np  # noqa: PLC0415

        hashes, lasts = self.words.hashes, self.words.bounds[1] - 1
        sums = mixed(salted(hashes, self.words.owners)[:-1] * np.uint64(_STEP) + hashes[1:])
        lasts = lasts[(lasts >= 0) & (lasts < len(sums))]
        sums[lasts] = mixed(lasts.astype(np.uint64) * np.uint64(_STEP))
        return np.arange(len(sums)), sums

    def _longer(self) -> tuple[Ints, Hashes]:
        """The same for sequences that are a word longer than the longest known."""
        import numpy as np  # noqa: PLC0415

        size, (known, sums), hashes = len(self._found) + 2, self._found[-1], self.words.hashes
        fits = self.words.bounds[1][self.words.owners[known.places]] - known.places >= size
        heads = known.places[fits]
        return heads, mixed(sums[fits] * np.uint64(_STEP) + hashes[heads + size - 1])

    def top(self, n: int) -> Top:
        """The most frequent sequence of n words, of equally frequent ones the first; characters with spaces between."""
        import numpy as np  # noqa: PLC0415

        firsts = self.words.bounds[0]
        characters = np.zeros(len(firsts), np.int64)
        enough = self.words.numbers >= n
        characters[enough] = self._characters(firsts[enough], n)
        group = np.full(len(firsts), -1)
        found = self.groups(n)
        heads = found.firsts
        owners, ranks = self.words.owners[heads], (found.counts << 32) - heads
        best = np.zeros(len(firsts), np.int64)
        np.maximum.at(best, owners, ranks)
        chosen = (ranks == best[owners]).nonzero()[0]
        group[owners[chosen]] = chosen
        characters[owners[chosen]] = self._characters(heads[chosen], n) * found.counts[chosen]
        return Top(characters, group)

    def _characters(self, heads: Ints, n: int) -> Ints:
        """Characters of the sequences that begin there, with a space between words."""
        found: Ints = self._ends[heads + n] - self._ends[heads] + n - 1
        return found

    def again(self, n: int, doc: int) -> list[tuple[int, int]]:
        """Sequences of n words that stood in the text before, none overlapping another, and where they stood first."""
        if (n, doc) not in self._again:
            self._again[n, doc] = self._work_out_again(n, doc)
        return self._again[n, doc]

    def _work_out_again(self, n: int, doc: int) -> list[tuple[int, int]]:
        found = self.groups(n)
        own = slice(*(int(found.places.searchsorted(bound[doc])) for bound in self.words.bounds))
        heads, groups = found.places[own].tolist(), found.group[own].tolist()
        again, seen, index = [], dict[int, int](), 0
        while index < len(heads):
            place = heads[index]
            first = seen.setdefault(groups[index], place)
            if first == place:
                index += 1
            else:
                again.append((place, first))
                index = bisect_left(heads, place + n, index + 1, min(index + n, len(heads)))
        return again

    def again_characters(self, n: int, docs: Ints) -> Ints:
        """Characters of the sequences of n words that stood before in these texts, without the spaces."""
        import numpy as np  # noqa: PLC0415

        pairs = (np.array(self.again(n, doc), np.int64).reshape(-1, 2) for doc in docs.tolist())
        sums = (self._ends[places + n] - self._ends[places] for places in (pair[:, 0] for pair in pairs))
        return np.fromiter((each.sum() for each in sums), np.int64, len(docs))

    def again_at_most(self, n: int) -> Ints:
        """No more characters than these are in sequences of n words that stood before."""
        import numpy as np  # noqa: PLC0415

        found = self.groups(n)
        places, covered = found.places[found.later], np.zeros(len(self.words), bool)
        for following in range(n):
            covered[places + following] = True
        marked = covered.nonzero()[0]
        most: Ints = self.words.text.sums(self.words.lengths[marked], self.words.spans.starts[marked])
        return most
