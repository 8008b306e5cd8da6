"""What to do when one of the expressions fires that are scanned for."""

from __future__ import annotations

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
    """The uses of the literals (fixed bytes, caseless in ASCII) and of the patterns, in the order of their expressions,
    and the rules that have each whole-line phrase."""

    literals: list[Use]
    patterns: list[Use]
    lines: dict[str, list[tuple[str, Phrase]]]
