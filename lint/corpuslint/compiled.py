"""Rules' patterns, compiled when first judged. To compile one takes ``regex`` up to 100 ms, to unpickle it 50 µs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from io import BytesIO
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.rule import Pattern, Rule

if TYPE_CHECKING:
    import regex

_MATCHER = "regex._regex"
Pickled: TypeAlias = "Mapping[str, bytes | memoryview]"

_NOTHING: Pickled = MappingProxyType({})


class Compiled(dict[str, "regex.Pattern[str]"]):
    """Compiled patterns by their source. ``pickled``: what ``pickle_patterns`` made of some of them."""

    def __init__(self, pickled: Pickled = _NOTHING):
        super().__init__()
        self._pickled = pickled

    def __missing__(self, pattern: str) -> regex.Pattern[str]:
        kept = self._pickled.get(pattern)
        self[pattern] = made = compiled(pattern) if kept is None else _unpickled(kept)
        return made


def _unpickled(kept: bytes | memoryview) -> regex.Pattern[str]:
    import pickle  # noqa: PLC0415 (slow to import)

    class Unpickler(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            return getattr(_matcher(), name) if module == _MATCHER else super().find_class(module, name)

    made: regex.Pattern[str] = Unpickler(BytesIO(kept)).load()
    return made


def _matcher() -> ModuleType:
    """The part of ``regex`` that matches, which is there in 1 ms. The package it belongs to takes 20 more, as it also
    holds the part that compiles: that comes when it is asked for.
    """
    if _MATCHER not in sys.modules:
        package = find_spec("regex")
        found = PathFinder.find_spec(_MATCHER, package.submodule_search_locations) if package else None
        if found is None or found.loader is None:
            return import_module(_MATCHER)
        sys.modules[_MATCHER] = module = module_from_spec(found)
        found.loader.exec_module(module)
    return sys.modules[_MATCHER]


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """A pattern compiled by ``regex`` when first asked for, also for rules' own use."""
    import regex  # noqa: PLC0415 (a clean file needs none of it)

    return regex.compile(pattern)


def require_valid(rule: Rule, pattern: str) -> regex.Pattern[str]:
    """The pattern compiled. Raises ``UsageError``, with the place of the mistake, for one that is no pattern."""

    import regex  # noqa: PLC0415

    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise UsageError(f"{rule.code} ({rule.name}): not a valid pattern: {error}: {quote(pattern)}") from None


def pickle_patterns(rules: Iterable[Rule]) -> dict[str, bytes]:
    """The compiled patterns of the rules, by their source. Raises ``UsageError`` for one that is no pattern."""
    import pickle  # noqa: PLC0415

    return {pattern: pickle.dumps(require_valid(rule, pattern)) for rule in rules for pattern in _patterns_of(rule)}


def _patterns_of(rule: Rule) -> Iterator[str]:
    if isinstance(rule, Pattern):
        yield from (frame.pattern for frame in rule.frames)
    yield from rule.searches
