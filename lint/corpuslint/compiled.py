"""Rules' patterns, compiled when first judged. To compile one takes ``regex`` up to 100 ms, to unpickle it 50 µs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuslint.errors import UsageError
from corpuslint.escape import quote
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
        import pickle  # noqa: PLC0415 (slow to import)

        kept = self._pickled.get(pattern)
        self[pattern] = made = compiled(pattern) if kept is None else pickle.loads(kept)
        return made


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

    patterns = (rule for rule in rules if isinstance(rule, Pattern))
    return {
        frame.pattern: pickle.dumps(require_valid(rule, frame.pattern)) for rule in patterns for frame in rule.frames
    }
