"""What to do when one of the expressions fires that are scanned for."""

from __future__ import annotations

from functools import cached_property

import msgspec

from corpuslint.lexicon import Phrase


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


class Plan(msgspec.Struct, array_like=True):
    """The packed uses of the expressions, those of one database after those of another, and where each ends (32 bits);
    the number of the first one of each database; packed, the rules that have each whole-line phrase. What is packed is
    unpacked when it is needed: of many thousand expressions few ever fire."""

    uses: bytes
    ends: bytes
    firsts: list[int]
    lines: bytes


class Uses(dict[int, Use]):
    """The uses of a plan's expressions by their numbers."""

    def __init__(self, plan: Plan):
        super().__init__()
        self._packed = memoryview(plan.uses)
        self._ends = memoryview(plan.ends).cast("I")

    def __missing__(self, number: int) -> Use:
        start = self._ends[number - 1] if number else 0
        self[number] = use = msgspec.msgpack.decode(self._packed[start : self._ends[number]], type=Use)
        return use


class Lines:
    """The rules that have each whole-line phrase of a plan."""

    def __init__(self, plan: Plan):
        self._packed = plan.lines

    def __getitem__(self, line: str) -> list[tuple[str, Phrase]]:
        return self._unpacked.get(line, [])

    @cached_property
    def _unpacked(self) -> dict[str, list[tuple[str, Phrase]]]:
        return msgspec.msgpack.decode(self._packed, type=dict[str, list[tuple[str, Phrase]]])
