"""What to do when one of the expressions fires that are scanned for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate
from zlib import crc32

import msgspec

from corpuslint.lexicon import Phrase

_pack = msgspec.msgpack.Encoder().encode


class Use(msgspec.Struct, array_like=True):
    """What to do when an expression fires.

    frames: judge the unit with these frames (code of the rule, number of the frame); phrases: see whether the phrase
    stands there (code of the rule, phrase, code points from the trigger's end to the phrase's); line: look the line up
    among the whole-line phrases; foldable: search the record again in its folded spelling.
    """

    frames: list[tuple[str, int]] = []
    phrases: list[tuple[str, Phrase, int]] = []
    line: bool = False
    foldable: bool = False


class Packed(msgspec.Struct, array_like=True):
    """Items of which few are ever asked for, packed one after another, and where each ends (32 bits)."""

    items: memoryview
    ends: memoryview

    def __getitem__(self, number: int) -> memoryview:
        ends = self.ends.cast("I")
        return self.items[ends[number - 1] if number else 0 : ends[number]]


class Plan(msgspec.Struct, array_like=True):
    """The uses of the expressions, those of one database after those of another; the number of the first one of each
    database; the whole-line phrases, each with the rules that have it, by ``_number`` of the line, and these numbers
    (32 bits), ascending. It may be a view of the file that it was read from.
    """

    uses: Packed
    firsts: list[int]
    lines: Packed
    line_numbers: memoryview


def plan_of(uses: Iterable[Use], firsts: list[int], lines: Mapping[str, list[tuple[str, Phrase]]]) -> Plan:
    """The plan for these expressions and whole-line phrases."""
    numbered = sorted((_number(line), line, found) for line, found in lines.items())
    numbers = array("I", [number for number, _, _ in numbered])
    return Plan(_packed(uses), firsts, _packed((line, found) for _, line, found in numbered), _view(numbers))


def _number(line: str) -> int:
    return crc32(line.encode("utf-8", "surrogatepass"))


def _packed(items: Iterable[object]) -> Packed:
    packed = [*map(_pack, items)]
    return Packed(memoryview(b"".join(packed)), _view(array("I", accumulate(map(len, packed)))))


def _view(numbers: array[int]) -> memoryview:
    return memoryview(numbers.tobytes())


class Uses(dict[int, Use]):
    """The uses of a plan's expressions by their numbers."""

    def __init__(self, plan: Plan):
        super().__init__()
        self._packed = plan.uses

    def __missing__(self, number: int) -> Use:
        self[number] = use = msgspec.msgpack.decode(self._packed[number], type=Use)
        return use


class Lines:
    """The rules that have each whole-line phrase of a plan."""

    def __init__(self, plan: Plan):
        self._packed, self._numbers = plan.lines, plan.line_numbers.cast("I")

    def __getitem__(self, line: str) -> list[tuple[str, Phrase]]:
        number = _number(line)
        at = bisect_left(self._numbers, number)
        while at < len(self._numbers) and self._numbers[at] == number:
            same, found = msgspec.msgpack.decode(self._packed[at], type=tuple[str, list[tuple[str, Phrase]]])
            if same == line:
                return found
            at += 1
        return []
