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
    """Equal things: ``places`` by group, ascending in each; group ``i`` is ``places[firsts[i] : firsts[i + 1]]``."""

    places: Ints
    firsts: Ints

    @property
    def counts(self) -> Ints:
        return self.firsts[1:] - self.firsts[:-1]

    @property
    def later(self) -> Bools:
        """The places that are not the first of their group."""
        import numpy as np  # noqa: PLC0415

        later = np.ones(len(self.places), bool)
        later[self.firsts[:-1]] = False
        return later


def groups(hashes: Hashes) -> Groups:
    """The indices of those hashes that are there more than once. Their high bits must tell them apart."""
    import numpy as np  # noqa: PLC0415

    suspects = _suspects(hashes)
    bits = np.uint64(len(suspects).bit_length())
    packed = (hashes[suspects] >> bits << bits) | np.arange(len(suspects), dtype=np.uint64)
    packed.sort()
    values = packed >> bits
    same = np.zeros(len(values), bool)  # as the one before
    np.equal(values[1:], values[:-1], out=same[1:])
    alike = same.copy()
    alike[:-1] |= same[1:]
    kept = packed[alike] & ((np.uint64(1) << bits) - np.uint64(1))
    return Groups(suspects[kept.astype(np.int64)], np.append((~same[alike]).nonzero()[0], len(kept)))


def _suspects(hashes: Hashes) -> Ints:
    """The indices of hashes that share their highest bits with others: most do not, and need no sorting."""
    import numpy as np  # noqa: PLC0415

    bits = len(hashes).bit_length() + 2
    slots, indices = (hashes >> np.uint64(64 - bits)).astype(np.int64), np.arange(len(hashes), dtype=np.int32)
    last = np.empty(1 << bits, np.int32)
    last[slots] = indices
    shared = np.zeros(1 << bits, bool)
    shared[slots[last[slots] != indices]] = True
    return shared[slots].nonzero()[0]


class Repeated(NamedTuple):
    """Lines or paragraphs that stand again: how many there are in each text, what was seen before and where first."""

    totals: Ints
    again: Spans
    before: Spans


def repeated(text: Text, spans: Spans) -> Repeated:
    """Those of the stretches that equal an earlier one of the same text."""
    import numpy as np  # noqa: PLC0415

    hashes = mixed(salted(text.hashes(spans), text.owners(spans.starts)))
    found = groups(hashes)
    later = found.later
    again, before = found.places[later], np.repeat(found.places[found.firsts[:-1]], found.counts - 1)
    order = again.argsort()
    return Repeated(text.numbers(spans.starts), spans.only(again[order]), spans.only(before[order]))


def runs(text: Text, least: int) -> Spans:
    """What stands between runs of at least so many line feeds; for more than one, white space at a text's ends aside."""
    import numpy as np  # noqa: PLC0415

    at, (starts, ends) = text.newlines, text.docs if least == 1 else text.stripped(text.docs)
    owners = text.owners(at)
    at = at[(at >= starts[owners]) & (at < ends[owners])]
    opens = np.diff(at, prepend=-2) != 1
    firsts, lasts = at[opens], at[np.append(opens[1:], True)] if len(at) else at
    long = lasts - firsts >= least - 1
    return Spans(np.sort(np.append(starts, lasts[long] + 1)), np.sort(np.append(ends, firsts[long])))


class Top(NamedTuple):
    """The most frequent sequence of each text.

    characters: of all its copies; group: of ``Sequences.groups``, -1 where none stands more than once.
    """

    characters: Ints
    group: Ints


class _Sequences(NamedTuple):
    """The sequences of so many words that stand more than once; by place, ascending: ``heads``, their group and hash."""

    groups: Groups
    heads: Ints
    group: Ints
    sums: Hashes


class Sequences:
    """The sequences of 2 to 10 words that stand in a text more than once."""

    def __init__(self, words: Words):
        import numpy as np  # noqa: PLC0415

        self.words = words
        self._found: list[_Sequences] = []
        self._again: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._ends = np.append(0, words.lengths.cumsum())

    def groups(self, n: int) -> Groups:
        """The sequences of n words that stand more than once."""
        return self._of(n).groups

    def _of(self, n: int) -> _Sequences:
        """The same, found among those whose head stands more than once."""
        import numpy as np  # noqa: PLC0415

        while len(self._found) <= n - 2:
            hashes, size = self.words.hashes, len(self._found) + 2
            if size == 2:
                heads = np.arange(len(hashes))
                sums = salted(hashes, self.words.owners)
            else:
                heads, sums = self._found[-1].heads, self._found[-1].sums
            fits = self.words.bounds[1][self.words.owners[heads]] - heads >= size
            heads, sums = heads[fits], sums[fits]
            sums = mixed(sums * np.uint64(_STEP) + hashes[heads + size - 1])
            at, firsts = found = groups(sums)
            group = np.full(len(heads), -1)
            group[at] = np.repeat(np.arange(len(firsts) - 1), found.counts)
            again = (group >= 0).nonzero()[0]
            self._found.append(_Sequences(Groups(heads[at], firsts), heads[again], group[again], sums[again]))
        return self._found[n - 2]

    def top(self, n: int) -> Top:
        """The most frequent sequence of n words, of equally frequent ones the first; characters with spaces between."""
        import numpy as np  # noqa: PLC0415

        firsts = self.words.bounds[0]
        characters = np.zeros(len(firsts), np.int64)
        enough = self.words.numbers >= n
        characters[enough] = self._characters(firsts[enough], n)
        group = np.full(len(firsts), -1)
        found = self.groups(n)
        heads = found.places[found.firsts[:-1]]
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
        found = self._of(n)
        own = slice(*(int(found.heads.searchsorted(bound[doc])) for bound in self.words.bounds))
        heads, groups = found.heads[own].tolist(), found.group[own].tolist()
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
