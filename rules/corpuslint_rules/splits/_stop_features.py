"""What the model of unlikely stops looks at: each feature of a stop is a number made of a template and its values.

The values are whole numbers, or arrays of them where many stops are looked at together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from corpuslint_rules.splits._stop_codes import CLASSES, KINDS

_PAIRS = ((-2, -1), (-1, 0), (0, 1))
_GROUPS = (
    (-2, -1), (-1, 0), (0, 1), (-1, 1), (-2, 0),
    (-3, -2, -1), (-2, -1, 0), (-1, 0, 1), (0, 1, 2), (-2, -1, 0, 1),
)  # fmt: skip
_SHIFT = 40

LONG = 8
"""Words of a fragment that are told apart by their number where other things are looked at with it."""


class Windows(NamedTuple):
    """Columns of words, as many before the stop as after it: their codes and the classes of these, whether they have a
    comma or another mark beside them. ``words``: numbers for the words themselves, two before the stop, two after it.
    """

    codes: Sequence[Any]
    coarse: Sequence[Any]
    commas: Sequence[Any]
    marks: Sequence[Any]
    words: Sequence[Any]


class Shape(NamedTuple):
    """The fragments before (left) and after a stop: their words; twice their finite verbs (up to two), one more with
    what may be one; how far from the stop the first of these stands; their words up to ``LONG``; the class of the word
    that opens the left one; commas; names after the stop; whether any word has a mark."""

    left: Any
    right: Any
    left_verb: Any
    right_verb: Any
    first_verb: Any
    last_verb: Any
    few_left: Any
    few_right: Any
    opening: Any
    commas: Any
    names: Any
    marked: Any


def near(seen: Windows) -> Iterator[Any]:
    """Features of the two words on either side: what the first stage sees."""
    middle = len(seen.codes) // 2
    codes, coarse = seen.codes, seen.coarse
    number = 0
    for column in range(4):
        number += 1
        yield _key(number, seen.words[column])
    for place in (-2, -1, 0, 1):
        number += 1
        yield _key(number, codes[middle + place] * 2 + seen.commas[middle + place])
    for first, second in _PAIRS:
        number += 1
        yield _key(number, codes[middle + first] * KINDS + codes[middle + second])
    for group in _GROUPS:
        if all(-2 <= place <= 1 for place in group):
            number += 1
            yield _key(number, _joined([coarse[middle + place] for place in group], CLASSES))


def far(seen: Windows, shape: Shape) -> Iterator[Any]:
    """Features of both fragments: three words on either side, lengths, finite verbs."""
    middle = len(seen.codes) // 2
    number = 40
    for place in (-3, 2):
        number += 1
        yield _key(number, seen.codes[middle + place] * 2 + seen.commas[middle + place])
    for group in _GROUPS:
        if not all(-2 <= place <= 1 for place in group):
            number += 1
            yield _key(number, _joined([seen.coarse[middle + place] for place in group], CLASSES))
    for values in _shapes(seen.coarse, shape, middle):
        number += 1
        yield _key(number, _joined(values, max(CLASSES, middle + 1)))


def _shapes(coarse: Sequence[Any], shape: Shape, middle: int) -> Iterator[list[Any]]:
    before, after = coarse[middle - 1], coarse[middle]
    yield [shape.left, shape.left_verb]
    yield [shape.right, shape.right_verb]
    yield [shape.left_verb, shape.right_verb]
    yield [shape.left_verb, shape.right_verb, shape.few_left, shape.few_right]
    yield [shape.left, before]
    yield [shape.right, after]
    yield [shape.left_verb, before]
    yield [shape.right_verb, after]
    yield [shape.first_verb, after]
    yield [shape.last_verb, before]
    yield [shape.left_verb, shape.opening]
    yield [shape.left_verb, shape.right_verb, before, after]
    yield [shape.right_verb, after, coarse[middle + 1]]
    yield [shape.left_verb, before, coarse[middle - 2]]
    yield [shape.commas, shape.right_verb]
    yield [shape.names, shape.right_verb]
    yield [before, shape.marked]


def _joined(values: list[Any], size: int) -> Any:
    total = values[0]
    for value in values[1:]:
        total = total * size + value
    return total


def _key(number: int, values: Any) -> Any:
    return values + (number << _SHIFT)
