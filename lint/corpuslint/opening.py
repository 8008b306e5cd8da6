"""What rules hold open for a whole run, such as a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from corpuslint.cache import cache_folder
from corpuslint.rule import Document, Rule

if TYPE_CHECKING:
    from corpuslint.linter import Linter


@contextmanager
def opened(linters: Iterable[Linter]) -> Iterator[None]:
    """Opens what the linters' rules need, once for all of them, and closes it at the end, however that comes."""
    with ExitStack() as stack:
        shared: dict[tuple[str, Any, bool], Any] = {}
        for linter in linters:
            for rule in openable(linter.rules.values()):
                key = (rule.code, rule.options, linter.settings.cache)
                if key not in shared:
                    shared[key] = stack.enter_context(open_rule(rule, linter.settings.cache))
                linter.opened[rule.code] = shared[key]
        yield


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
