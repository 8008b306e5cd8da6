"""From a rule's pattern to its triggers: byte expressions of which at least one occurs in whatever the pattern matches.

A trigger may fire too often, never too seldom. It is searched for in a record's bytes and, where the record has a
character of ``FOLDED``, again in its folded spelling, so a trigger must occur in one of the two. Each one-character
item becomes the bytes that it can match; zero-width items are dropped, but for a class that may not stand before the
first letter; repeats at either end keep their minimum, wide ones lose their maximum. What this cannot be done to is
refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from corpuslint.lazy import lazy_pattern
from corpuslint.scan import parse as op
from corpuslint.scan.characters import Item, item, union
from corpuslint.scan.parse import Node, NoTriggerError, Parsed, parse

_AT_END = object()
"""The upper bound of a repeat at an end of the trigger: no more than the minimum need be seen."""

_LONGEST = 15_000
"""Hyperscan refuses expressions that are longer than about this."""

_WIDE = 12
"""Characters: beyond this a repeat has no upper bound, which compiles in a fraction of the time."""

_BOTH_CASES = lazy_pattern(r"\[[A-Z]([a-z])\]")


def byte_triggers(pattern: str, within_line: bool = True) -> list[bytes]:
    """The triggers of a pattern, as Hyperscan expressions over bytes without flags. Raises ``NoTriggerError``.

    A pattern that is an alternation has a trigger for each alternative. ``within_line``: what the pattern is matched
    against holds no line break.
    """
    parsed = parse(pattern)
    nodes = _trim(parsed.nodes)
    if _width(nodes) < 2:
        raise NoTriggerError("it can match fewer than two characters")
    writer = _Writer(parsed, within_line)
    before = _before(parsed)
    return [_after(before, trigger).encode("ascii") for trigger in _split(nodes, writer.write)]


def _after(before: str, trigger: str) -> str:
    """The trigger with what stands before it; a flag for letter case comes first."""
    flag = "(?i)" if trigger.startswith("(?i)") else ""
    return flag + before + trigger.removeprefix(flag)


def _before(parsed: Parsed) -> str:
    """The byte before a match, where the pattern begins with what may not stand there and then with a letter."""
    excluded = op.excluded_before(parsed.nodes)
    if excluded is None or not _begins_with_letter(parsed.nodes[1:]):
        return ""
    allowed = item(parsed.source(excluded), parsed.ignore_case, False)
    return allowed._replace(ascii="".join({*allowed.ascii, "\n"})).run(1, 1)


def _begins_with_letter(nodes: Sequence[Node]) -> bool:
    """Whether whatever a sequence matches begins with a letter that the trigger begins with too."""
    if not nodes:
        return False
    kind, value = nodes[0]
    if kind is op.SUBPATTERN:
        return _begins_with_letter(value[3])
    if kind is op.BRANCH:
        return all(map(_begins_with_letter, value[1]))
    return kind is op.LITERAL and chr(value).isalnum()


def _split(nodes: Sequence[Node], write: Callable[[Sequence[Node]], str]) -> Iterator[str]:
    """The sequence written; by alternatives where it is nothing else, or too long as a whole."""
    written = write(nodes)
    branching = [at for at, node in enumerate(nodes) if _branches(node)]
    if len(nodes) > 1 and len(written) <= _LONGEST:
        yield written
    elif not branching:
        if len(written) > _LONGEST:
            raise NoTriggerError("it is too long")
        yield written
    else:
        at = max(branching, key=lambda i: len(write([nodes[i]])))
        for branch in _branches(nodes[at]):
            yield from _split([*nodes[:at], *branch, *nodes[at + 1 :]], write)


def _branches(node: Node) -> list[Sequence[Node]]:
    """The alternatives of an alternation, also where it is all that a group without flags holds."""
    kind, value = node
    if kind is op.SUBPATTERN and not value[1] and not value[2] and len(value[3]) == 1:
        return _branches(value[3][0])
    return list(map(list, value[1])) if kind is op.BRANCH else []


def _trim(nodes: Sequence[Node], ends: Sequence[int] = (-1, 0)) -> list[Node]:
    """The sequence with the repeats at its end (-1), its start (0) or both cut to their minimum."""
    trimmed = [node for node in nodes if node[0] not in op.ZERO_WIDTH]
    for end in ends:
        while trimmed and (cut := _trim_end(trimmed[end], end)) != trimmed[end]:
            trimmed[end : end + 1 or None] = cut if isinstance(cut, list) else [cut]
    return trimmed


def _trim_end(node: Node, end: int) -> Node | list[Node]:  # noqa: PLR0911 (one for each kind of node)
    kind, value = node
    if kind in op.REPEATS:
        least, most, inner = value
        if least == 0:
            return []
        return (kind, (least, _AT_END, inner)) if most is not _AT_END else node
    if kind is op.SUBPATTERN:
        group, add, remove, inner = value
        return (kind, (group, add, remove, _trim(inner, [end]))) if _width(inner) else []
    if kind is op.ATOMIC_GROUP:
        return _trim(value, [end])
    if kind in op.CLASSES:
        return (op.MAX_REPEAT, (1, _AT_END, [node]))
    if kind is op.BRANCH:
        branches = [_trim(branch, [end]) for branch in value[1]]
        return (kind, (None, branches)) if all(map(_width, branches)) else []
    return node


def _width(nodes: Iterable[Node]) -> int:
    """The fewest characters that a sequence matches."""
    return sum(map(_node_width, nodes))


def _node_width(node: Node) -> int:
    kind, value = node
    if kind in op.REPEATS:
        return int(value[0]) * _width(value[2])
    if kind is op.SUBPATTERN:
        return _width(value[3])
    if kind is op.ATOMIC_GROUP:
        return _width(value)
    if kind is op.BRANCH:
        return min(map(_width, value[1]))
    return int(kind in op.ITEMS)


class _Writer:
    """Writes parsed nodes as a byte expression."""

    def __init__(self, parsed: Parsed, within_line: bool):
        self.parsed = parsed
        self.within_line = within_line

    def write(self, nodes: Sequence[Node]) -> str:
        written = self._sequence(nodes, self.parsed.ignore_case)
        caseless = self.parsed.ignore_case and not self.parsed.changes_flags
        return "(?i)" + _BOTH_CASES.sub(r"\1", written) if caseless else written

    def _sequence(self, nodes: Iterable[Node], ignore_case: bool) -> str:
        return "".join(self._node(node, ignore_case) for node in nodes)

    def _node(self, node: Node, ignore_case: bool) -> str:
        kind, value = node
        if kind in op.ZERO_WIDTH:
            return ""
        if kind is op.SUBPATTERN:
            return f"(?:{self._sequence(value[3], op.case_inside(value, ignore_case))})"
        if kind is op.ATOMIC_GROUP:
            return f"(?:{self._sequence(value, ignore_case)})"
        if kind is op.BRANCH:
            return f"(?:{'|'.join(self._sequence(branch, ignore_case) for branch in value[1])})"
        if kind in op.REPEATS:
            return self._repeat(value, ignore_case)
        return self._item(node, ignore_case).one()

    def _repeat(self, value: tuple[int, object, Sequence[Node]], ignore_case: bool) -> str:
        """A repeat; of a group that may be longer than one character as a repeat of any of the group's characters."""
        least, most, nodes = value
        if len(nodes) == 1 and nodes[0][0] in op.ITEMS:
            inside, width = self._item(nodes[0], ignore_case), 1
        elif most in (1, 2, 3, least, _AT_END):
            count = f"{least}" if most is _AT_END else f"{least},{most}"
            return f"(?:{self._sequence(nodes, ignore_case)}){{{count}}}"
        else:
            inside, width = union(self._items(nodes, ignore_case)), _width(nodes)
        if most is _AT_END:
            return inside.run(least, least)
        return inside.run(least * width, most if isinstance(most, int) and most <= _WIDE and width == 1 else None)

    def _items(self, nodes: Iterable[Node], ignore_case: bool) -> Iterator[Item]:
        """Every one-character item in a sequence, however deep."""
        for kind, value in nodes:
            if kind is op.SUBPATTERN:
                yield from self._items(value[3], op.case_inside(value, ignore_case))
            elif kind is op.ATOMIC_GROUP:
                yield from self._items(value, ignore_case)
            elif kind is op.BRANCH:
                for branch in value[1]:
                    yield from self._items(branch, ignore_case)
            elif kind in op.REPEATS:
                yield from self._items(value[2], ignore_case)
            elif kind in op.ITEMS:
                yield self._item((kind, value), ignore_case)

    def _item(self, node: Node, ignore_case: bool) -> Item:
        return item(self.parsed.source(node), ignore_case, self.within_line)
