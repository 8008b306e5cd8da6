"""Lines as the hashes of their words, numbers aside: "Comments (3)" is the line that "Comments (12)" is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpuslint_rules._membership import among
from corpuslint_rules.duplicates._words import between, distinct, sums_of

if TYPE_CHECKING:
    from corpuslint_rules.duplicates._words import Hashes, Ints, Words

FEWEST_WORDS, MOST_WORDS = 2, 64
"""Words of a line that is looked at."""

EXAMPLES, ALIKE = 8, 0.5
"""Records of a line that are compared with each other, and the share of their word sequences that makes them copies."""

EDGE = 100
"""Lines of a text that are looked at, from either end."""

_NUMBER = 0x9FB21C651E98DF25


class Lines(NamedTuple):
    """Lines in order: for each its hash, and its first and last word (exclusive)."""

    hashes: Hashes
    first: Ints
    last: Ints


def line_hashes(words: Words, bounds: Ints) -> list[Hashes]:
    """The hashes of the lines of each text, each once, ascending. ``bounds``: as ``words_of_all`` gives them."""
    import numpy as np  # noqa: PLC0415

    lines = lines_of(words, bounds)
    owners = np.searchsorted(bounds, lines.first, side="right")
    order = np.lexsort((lines.hashes, owners))
    hashes, owners = lines.hashes[order], owners[order]
    new = np.ones(len(hashes), bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    hashes = hashes[new]
    ends = np.searchsorted(owners[new], np.arange(len(bounds)), side="right").tolist()
    return [hashes[start:end] for start, end in pairwise(ends)]


def lines_of(words: Words, bounds: Ints | None = None) -> Lines:
    """The lines with few enough words, one of which at least is no number. ``bounds``: as ``words_of_all`` gives them,
    where the words are those of several texts."""
    import numpy as np  # noqa: PLC0415

    first = _first_words(words)
    last = np.empty_like(first)
    last[:-1], last[-1:] = first[1:], len(words)
    counts = last - first
    fit = (counts >= FEWEST_WORDS) & (counts <= MOST_WORDS)
    if len(first) > 2 * EDGE:
        edges = [0, len(first)] if bounds is None else np.searchsorted(first, bounds).tolist()
        for start, end in pairwise(edges):
            fit[start + EDGE : max(start + EDGE, end - EDGE)] = False
    first, last = first[fit], last[fit]
    numbers = words.numbers
    values = words.hashes.copy()
    values[numbers] = _NUMBER
    digits = np.zeros(len(words) + 1, np.int32)
    np.cumsum(numbers, out=digits[1:])
    says = digits.take(last) - digits.take(first) < last - first
    first, last = first[says], last[says]
    return Lines(between(sums_of(values), first, last), first, last)


def _first_words(words: Words) -> Ints:
    """The first word of every line that has one."""
    import numpy as np  # noqa: PLC0415

    found = np.zeros(len(words.breaks) + 2, np.int64)
    found[1:-1] = np.searchsorted(words.starts, words.breaks)
    found[-1] = len(words)
    return found[:-1][found[1:] > found[:-1]]


def fewest_records(records: int, at_least: int = 10, share: float = 0.0002) -> int:
    """In how many records a line must stand to be one of a template."""
    return max(at_least, math.ceil(share * records))


class Frequent(NamedTuple):
    """Lines that stand in many records: their hashes, ascending, in how many, and the indices of a few of these."""

    hashes: Hashes
    records: Ints
    examples: Ints


def frequent_lines(lines: Sequence[bytes], groups: Sequence[int], fewest: int) -> Frequent:
    """The lines (as ``Features`` has them) of at least ``fewest`` groups of records, where a group counts once."""
    import numpy as np  # noqa: PLC0415

    hashes = np.frombuffer(b"".join(lines), np.uint64)
    ordered = np.sort(hashes)
    often = ordered[fewest - 1 :]
    often = distinct(often[often == ordered[: len(often)]])  # first those by far most lines are not among
    at = among(hashes, often).nonzero()[0]
    records = np.searchsorted(np.cumsum([len(part) // 8 for part in lines]), at, side="right")
    hashes, group = hashes[at], np.asarray(groups, np.int32)[records]
    order = np.lexsort((group, hashes))
    hashes, group = hashes[order], group[order]
    new = np.append(True, hashes[1:] != hashes[:-1]) if len(hashes) else np.zeros(0, bool)
    starts = new.nonzero()[0]
    if not len(starts):
        return Frequent(hashes, starts, starts)
    once = new | np.append(True, group[1:] != group[:-1])
    counts = np.add.reduceat(once.astype(np.int64), starts)
    enough = counts >= fewest
    sizes = np.diff(np.append(starts, len(hashes)))[enough]
    examples = starts[enough][:, None] + np.arange(EXAMPLES) * (sizes[:, None] - 1) // (EXAMPLES - 1)
    return Frequent(hashes[starts[enough]], counts[enough], records[order][examples])


def of_templates(frequent: Frequent, sketches: Sequence[bytes]) -> Hashes:
    """The hashes of those lines whose records have little else in common; the others are of a text that was copied
    often. ``sketches``: of each record, as ``Features`` has them."""
    import numpy as np  # noqa: PLC0415

    kept = np.zeros(len(frequent.hashes), bool)
    for at, records in enumerate(frequent.examples.tolist()):
        held = [distinct(np.frombuffer(sketches[record], np.uint32)) for record in dict.fromkeys(records)]
        pairs = list(combinations(held, 2))
        alike = sum(int(among(a, b).sum()) >= ALIKE * min(len(a), len(b)) for a, b in pairs)
        kept[at] = 2 * alike < max(1, len(pairs))
    return frequent.hashes[kept]


def without(words: Words, lines: Lines, frequent: Hashes) -> Words:
    """The words outside frequent lines; all of them where little else is left, as it is then the text itself that is
    in many records."""
    import numpy as np  # noqa: PLC0415

    found = among(lines.hashes, frequent)
    if not found.any():
        return words
    kept = np.ones(len(words), bool)
    for first, last in zip(lines.first[found].tolist(), lines.last[found].tolist(), strict=True):
        kept[first:last] = False
    return words.only(kept) if 2 * int(kept.sum()) > len(words) else words
