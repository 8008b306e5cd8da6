"""What the model of unlikely stops looks at: each feature of a stop is a number made of a template and its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpuslint_rules.splits._stops import CLASSES, KINDS, OUTSIDE, UNKNOWN_NAME, Windows, classes, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Array = npt.NDArray[Any]

_PAIRS = ((-2, -1), (-1, 0), (0, 1))
_GROUPS = (
    (-2, -1), (-1, 0), (0, 1), (-1, 1), (-2, 0),
    (-3, -2, -1), (-2, -1, 0), (-1, 0, 1), (0, 1, 2), (-2, -1, 0, 1),
)  # fmt: skip
_SHIFT = 40
_LONG = 8


def near(seen: Windows) -> Iterator[Array]:
    """Features of the two words on either side: what the first stage sees."""
    middle = seen.codes.shape[1] // 2
    codes, coarse = seen.codes, classes()[seen.codes]
    number = 0
    for column in range(4):
        number += 1
        yield _key(number, seen.words[:, column])
    for place in (-2, -1, 0, 1):
        number += 1
        yield _key(number, codes[:, middle + place] * 2 + seen.commas[:, middle + place])
    for first, second in _PAIRS:
        number += 1
        yield _key(number, codes[:, middle + first] * KINDS + codes[:, middle + second])
    for group in _GROUPS:
        if all(-2 <= place <= 1 for place in group):
            number += 1
            yield _key(number, _joined([coarse[:, middle + place] for place in group], CLASSES))


def far(seen: Windows) -> Iterator[Array]:
    """Features of both fragments: three words on either side, lengths, finite verbs."""
    middle = seen.codes.shape[1] // 2
    codes, coarse = seen.codes, classes()[seen.codes]
    number = 40
    for place in (-3, 2):
        number += 1
        yield _key(number, codes[:, middle + place] * 2 + seen.commas[:, middle + place])
    for group in _GROUPS:
        if not all(-2 <= place <= 1 for place in group):
            number += 1
            yield _key(number, _joined([coarse[:, middle + place] for place in group], CLASSES))
    for values, size in _shapes(seen, coarse, middle):
        number += 1
        yield _key(number, _joined(values, size))


def _shapes(seen: Windows, coarse: Array, middle: int) -> Iterator[tuple[list[Array], int]]:
    import numpy as np  # noqa: PLC0415

    sure, maybe = verbs()
    inside = seen.codes != OUTSIDE
    left, right = inside[:, :middle].sum(axis=1), inside[:, middle:].sum(axis=1)
    few_left, few_right = left.clip(max=_LONG), right.clip(max=_LONG)
    verb = sure[seen.codes]
    weak = maybe[seen.codes]
    left_verb = verb[:, :middle].sum(axis=1).clip(max=2) * 2 + weak[:, :middle].any(axis=1)
    right_verb = verb[:, middle:].sum(axis=1).clip(max=2) * 2 + weak[:, middle:].any(axis=1)
    first_verb = np.where(verb[:, middle:].any(axis=1), verb[:, middle:].argmax(axis=1), middle)
    last_verb = np.where(verb[:, :middle].any(axis=1), verb[:, middle - 1 :: -1].argmax(axis=1), middle)
    opening = coarse[np.arange(len(coarse)), (middle - left).clip(max=middle - 1)]
    commas = seen.commas[:, middle:].sum(axis=1).clip(max=2) * 3 + seen.commas[:, :middle].sum(axis=1).clip(max=2)
    names = (
        ((seen.codes[:, middle + 1 :] > OUTSIDE) & (seen.codes[:, middle + 1 :] <= UNKNOWN_NAME))
        .sum(axis=1)
        .clip(max=3)
    )
    before, after = coarse[:, middle - 1], coarse[:, middle]
    size = max(CLASSES, middle + 1)
    yield [left, left_verb], size
    yield [right, right_verb], size
    yield [left_verb, right_verb], size
    yield [left_verb, right_verb, few_left, few_right], size
    yield [left, before], size
    yield [right, after], size
    yield [left_verb, before], size
    yield [right_verb, after], size
    yield [first_verb, after], size
    yield [last_verb, before], size
    yield [left_verb, opening], size
    yield [left_verb, right_verb, before, after], size
    yield [right_verb, after, coarse[:, middle + 1]], size
    yield [left_verb, before, coarse[:, middle - 2]], size
    yield [commas, right_verb], size
    yield [names, right_verb], size
    yield [before, np.asarray(seen.marks.any(axis=1), dtype=np.int64)], size


def _joined(values: list[Array], size: int) -> Array:
    total = values[0]
    for value in values[1:]:
        total = total * size + value
    return total


def _key(number: int, values: Array) -> Array:
    key: Array = values + (number << _SHIFT)
    return key
