"""Reading a pattern, with the standard library's parser. It is private: this is the only module that knows it.

The tests hold it to what is needed here on every supported Python.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from corpuslint.lazy import lazy_pattern

Node = tuple[Any, Any]

SUBPATTERN, ATOMIC_GROUP, BRANCH, MAX_REPEAT, LITERAL = c.SUBPATTERN, c.ATOMIC_GROUP, c.BRANCH, c.MAX_REPEAT, c.LITERAL
REPEATS = frozenset({c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT})
ZERO_WIDTH = frozenset({c.AT, c.ASSERT, c.ASSERT_NOT})
CLASSES = frozenset({c.IN, c.NOT_LITERAL, c.ANY})
ITEMS = CLASSES | {c.LITERAL}
"""What matches one character."""

_KNOWN = ITEMS | REPEATS | ZERO_WIDTH | {SUBPATTERN, ATOMIC_GROUP, BRANCH}
_FLAGS = re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE | re.UNICODE
_PRIVATE = 0xE000
_PROPERTY = lazy_pattern(r"\\([pP]\{\^?[A-Za-z_]+\}|[pP][A-Z])")
_GROUP_NAME = lazy_pattern(r"\(\?P?<(?![=!])\w+>")
_FLAG_GROUP = lazy_pattern(r"\(\?[a-z]*-[a-z]*:")
_REFUSED = lazy_pattern(r"(?<!\\)(?:\\\\)*(\\[mMKXRGLhNHg]|\{[eids]?<=?\d|\(\?\||\(\?[&RP>]?[0-9]+\))")
"""What ``regex`` understands and the standard library reads as something else."""

_CATEGORIES = {
    c.CATEGORY_DIGIT: r"\d",
    c.CATEGORY_NOT_DIGIT: r"\D",
    c.CATEGORY_SPACE: r"\s",
    c.CATEGORY_NOT_SPACE: r"\S",
    c.CATEGORY_WORD: r"\w",
    c.CATEGORY_NOT_WORD: r"\W",
}


class NoTriggerError(ValueError):
    """The pattern has no trigger, for the reason given: its rule must name some."""


@dataclass(frozen=True)
class Parsed:
    """A pattern's nodes. ``properties``: what each private character stands for that was put in for a ``\\p{…}``."""

    nodes: Sequence[Node]
    properties: Sequence[str]
    ignore_case: bool
    dot_all: bool
    changes_flags: bool

    def source(self, node: Node) -> str:
        """A one-character item, written as ``regex`` reads it."""
        kind, value = node
        if kind is c.ANY:
            return "(?s:.)" if self.dot_all else "."
        if kind is c.NOT_LITERAL:
            return f"[^{self._character(value)}]"
        if kind is c.LITERAL:
            return f"[{self._character(value)}]"
        return "[" + "".join(map(self._member, value)) + "]"

    def _member(self, node: Node) -> str:
        kind, value = node
        if kind is c.NEGATE:
            return "^"
        if kind is c.RANGE:
            return f"{self._character(value[0])}-{self._character(value[1])}"
        return _CATEGORIES[value] if kind is c.CATEGORY else self._character(value)

    def _character(self, code: int) -> str:
        if 0 <= code - _PRIVATE < len(self.properties):
            return self.properties[code - _PRIVATE]
        return f"\\U{code:08x}"


def parse(pattern: str) -> Parsed:
    """The nodes of a pattern. Raises ``NoTriggerError`` for syntax beyond what triggers are made of."""
    refused = _REFUSED.search(pattern)
    if refused:
        raise NoTriggerError(f"{refused[1]!r} is beyond what triggers are made of")
    properties: list[str] = []

    def placeholder(found: re.Match[str]) -> str:
        properties.append("\\" + found[1])
        return chr(_PRIVATE + len(properties) - 1)

    try:
        parsed = _parser.parse(_PROPERTY.sub(placeholder, _GROUP_NAME.sub("(", pattern)))
    except re.error as error:
        raise NoTriggerError(str(error)) from error
    flags = parsed.state.flags
    if flags & ~_FLAGS:
        raise NoTriggerError("it has a flag other than i, x, s, m")
    _check(parsed)
    ignore_case, dot_all = bool(flags & re.IGNORECASE), bool(flags & re.DOTALL)
    return Parsed(list(parsed), properties, ignore_case, dot_all, bool(_FLAG_GROUP.search(pattern)))


def codes(node: Node) -> list[int]:
    """The characters that a one-character item lists; none if it says which it is not, or has a range or category."""
    kind, value = node
    members = value if kind is c.IN else [node]
    return [code for _, code in members] if all(member is c.LITERAL for member, _ in members) else []


def excluded_before(nodes: Sequence[Node]) -> Node | None:
    """What stands before a match, as the complement of the class that a pattern begins by excluding there."""
    kind, value = nodes[0]
    if kind is not c.ASSERT_NOT or value[0] >= 0 or len(value[1]) != 1 or value[1][0][0] is not c.IN:
        return None
    members = value[1][0][1]
    return (c.IN, members[1:] if members[0][0] is c.NEGATE else [(c.NEGATE, None), *members])


def case_inside(group: tuple[Any, int, int, Any], ignore_case: bool) -> bool:
    """Whether letter case is ignored inside a group, given whether it is around it."""
    _, add, remove, _ = group
    return bool(add & re.IGNORECASE) or (ignore_case and not remove & re.IGNORECASE)


def _check(nodes: Sequence[Node]) -> None:
    for kind, value in nodes:
        if kind not in _KNOWN:
            raise NoTriggerError(f"{str(kind).lower()} is beyond what triggers are made of")
        if kind is SUBPATTERN:
            if (value[1] | value[2]) & re.DOTALL:
                raise NoTriggerError("a group changes the flag s")
            _check(value[3])
        elif kind is BRANCH:
            for branch in value[1]:
                _check(branch)
        elif kind in REPEATS:
            _check(value[2])
        elif kind is ATOMIC_GROUP:
            _check(value)
