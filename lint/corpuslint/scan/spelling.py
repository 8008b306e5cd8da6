"""Expressions that hold a few fixed texts, spelt out: thousands of these cost no more to scan for than one pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from corpuslint.scan import parse as op
from corpuslint.scan.parse import Node, parse

_MOST = 150
_SHORTEST = 4
"""Bytes: what is shorter fires too often to be cheaper."""

_RARE = 12
"""Bytes of a part of an expression that are rare enough to be looked for alone."""

_WORD = 3
"""Bytes of a part of an expression by which it can be found at all; what has none is a matter of classes."""

_CASELESS = b"(?i)"


def spelt(expression: bytes) -> list[bytes]:
    """Texts, in small letters, one of which is in whatever a caseless expression matches; none if they were too many.

    Either the whole expression stands for these texts, or a part of it, the one whose shortest text is longest.
    """
    if not expression.startswith(_CASELESS):
        return []
    nodes = _nodes(expression)
    whole = _sequence(nodes)
    if whole and _shortest(whole) >= _SHORTEST:
        return sorted(whole)
    part = max(_parts(nodes), key=_shortest, default=set())
    return sorted(part) if _shortest(part) >= _RARE else []


def is_worded(expression: bytes) -> bool:
    """Whether all that an expression matches holds one of a few texts of some length."""
    return max(map(_shortest, _parts(_nodes(expression))), default=0) >= _WORD


def _nodes(expression: bytes) -> Sequence[Node]:
    return parse(expression.decode("ascii")).nodes


def _shortest(texts: Iterable[bytes]) -> int:
    return min(map(len, texts), default=0)


def _parts(nodes: Sequence[Node]) -> Iterator[set[bytes]]:
    """The texts of the longest stretches of a sequence that have no more than a few."""
    choices = [_choices(node) for node in nodes]
    start = 0
    while start < len(nodes):
        texts, end = {b""}, start
        while end < len(nodes) and 0 < len(texts) * len(choices[end]) <= _MOST:
            texts = {before + after for before, after in product(texts, choices[end])}
            end += 1
        yield texts
        start = start + 1 if end < len(nodes) and choices[end] else end + 1


def _sequence(nodes: Iterable[Node]) -> set[bytes]:
    """All texts that a sequence stands for; none if they are too many."""
    texts = {b""}
    for node in nodes:
        choices = _choices(node)
        if len(texts) * len(choices) > _MOST:
            return set()
        texts = {before + after for before, after in product(texts, choices)}
    return texts


def _choices(node: Node) -> set[bytes]:
    kind, value = node
    if kind is op.SUBPATTERN:
        return _sequence(value[3])
    if kind is op.BRANCH:
        return _union([_sequence(branch) for branch in value[1]])
    if kind in op.REPEATS:
        least, most, inner = value
        return _union([_sequence([*inner] * count) for count in range(least, most + 1)]) if most <= 2 else set()
    return {bytes([code]).lower() for code in op.codes(node)}


def _union(parts: Sequence[set[bytes]]) -> set[bytes]:
    return set().union(*parts) if all(parts) else set()
