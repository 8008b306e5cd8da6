"""Rules' patterns, compiled when first judged. To compile one takes ``regex`` up to 100 ms, to unpickle it 50 µs."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuslint.rule import Pattern, Rule

if TYPE_CHECKING:
    import regex

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Compiled(dict[str, "regex.Pattern[str]"]):
    """Compiled patterns by their source. ``pickled``: what ``pickle_patterns`` made of some of them."""

    def __init__(self, pickled: Mapping[str, bytes] = _NOTHING):
        super().__init__()
        self._pickled = pickled

    def __missing__(self, pattern: str) -> regex.Pattern[str]:
        kept = self._pickled.get(pattern)
        self[pattern] = made = compiled(pattern) if kept is None else pickle.loads(kept)
        return made


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """A pattern compiled by ``regex`` when first asked for, also for rules' own use."""
    import regex  # noqa: PLC0415 (a clean file needs none of it)

    return regex.compile(pattern)


def pickle_patterns(rules: Iterable[Rule]) -> dict[str, bytes]:
    """The compiled patterns of the rules, by their source. One that is no pattern is left to fail when it is judged."""
    import regex  # noqa: PLC0415

    pickled = {}
    for rule in rules:
        for frame in rule.frames if isinstance(rule, Pattern) else ():
            with contextlib.suppress(regex.error):
                pickled[frame.pattern] = pickle.dumps(regex.compile(frame.pattern))
    return pickled
