"""A newsroom's own rules: a small plugin, as a third party would write it."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint import Rule, hookimpl
from house_rules import open_ending, ticket_number, wire_tag


@hookimpl
def corpuslint_rules() -> Sequence[Rule]:
    return [wire_tag.RULE, ticket_number.RULE, open_ending.RULE]
