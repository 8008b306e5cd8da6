"""The built-in rules: a plugin like anybody's. One folder a family, one module a rule."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint import Rule, hookimpl
from corpuslint_rules import (
    access_prompts,
    claims,
    duplicates,
    encoding,
    furniture,
    grammar,
    readability,
    reliability,
    splits,
    takedown,
    text_statistics,
    translation,
)

FAMILIES = (
    access_prompts,
    furniture,
    takedown,
    splits,
    translation,
    claims,
    encoding,
    readability,
    reliability,
    text_statistics,
    grammar,
    duplicates,
)


@hookimpl
def corpuslint_rules() -> Sequence[Rule]:
    return [rule for family in FAMILIES for rule in family.RULES]
