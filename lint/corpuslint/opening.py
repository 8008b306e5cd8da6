"""What rules hold open for a whole run, such as a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING, Any

from corpuslint.cache import cache_folder
from corpuslint.rule import Document, Rule

if TYPE_CHECKING:
    from corpuslint.linter import Linter


class Held:
    """What rules hold open, each thing once for all linters that need it, until it is closed."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._given: dict[tuple[str, Any, bool], Any] = {}

    def open_for(self, linter: Linter) -> None:
        """Give a linter what its rules need."""
        for rule in openable(linter.rules.values()):
            key = (rule.code, rule.options, linter.settings.cache)
            if key not in self._given:
                self._given[key] = self._stack.enter_context(open_rule(rule, linter.settings.cache))
            linter.opened[rule.code] = self._given[key]

    def close(self) -> None:
        """Close it all; more may be opened afterwards."""
        self._given.clear()
        self._stack.close()


@contextmanager
def opened(linters: Iterable[Linter]) -> Iterator[None]:
    """Opens what the linters' rules need for a run, and closes it at the end, however that comes.

    A linter for which somebody holds things open already goes on with those.
    """
    new = [linter for linter in linters if not linter.opened]
    with closing(Held()) as held:
        for linter in new:
            held.open_for(linter)
        try:
            yield
        finally:
            for linter in new:
                linter.opened.clear()


def openable(rules: Iterable[Rule]) -> list[Document]:
    """The rules that hold something open."""
    return [rule for rule in rules if isinstance(rule, Document) and opens(rule)]


def opens(rule: Rule) -> bool:
    """Whether the rule holds something open for a run."""
    return isinstance(rule, Document) and rule.open is not None


@contextmanager
def open_rule(rule: Document, cache: bool) -> Iterator[Any]:
    """What one rule's ``check`` is given."""
    assert rule.open
    with rule.open(rule.options, cache_folder() if cache else None) as given:
        yield given
