"""What to do when one of the expressions fires that are scanned for."""

from __future__ import annotations

from collections.abc import Sequence

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


class Uses(dict[int, Use]):
    """The uses of the expressions by their numbers, unpacked when they first fire: of many thousands few ever do."""

    def __init__(self, packed: Sequence[msgspec.Raw]):
        super().__init__()
        self._packed = packed

    def __missing__(self, number: int) -> Use:
        self[number] = use = msgspec.msgpack.decode(self._packed[number], type=Use)
        return use


class Plan(msgspec.Struct, array_like=True):
    """The packed uses of the literals (fixed bytes, caseless in ASCII), then those of the patterns, in the order of the
    expressions; how many are literals; the rules that have each whole-line phrase."""

    uses: list[msgspec.Raw]
    literals: int
    lines: dict[str, list[tuple[str, Phrase]]]
