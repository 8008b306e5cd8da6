"""Presets: rules whose limits somebody else has set, chosen by his name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpuslint.errors import UsageError
from corpuslint.escape import quote
from corpuslint.nearest import did_you_mean
from corpuslint.rule import Document, Rule
from corpuslint.rule_options import replaced
from corpuslint.settings import Settings


def preset_names(rules: Sequence[Rule]) -> list[str]:
    """The presets there are."""
    return sorted({name for rule in rules if isinstance(rule, Document) and rule.presets for name in rule.presets()})


def with_presets(rules: Sequence[Rule], settings: Settings) -> list[Rule]:
    """The rules, those that the settings' presets set as rules that run by default, and no others that presets set.

    ``NAME@TOKENISER`` is a preset with another tokeniser. Raises ``UsageError`` for an unknown preset.
    """
    if not settings.preset:
        return list(rules)
    known, named = preset_names(rules), {name.partition("@")[0] for name in settings.preset}
    for name in named:
        if name not in known:
            hint = did_you_mean(name, known) or f": there are {', '.join(known)}"
            raise UsageError(f"{settings.where('preset')}preset: no preset {quote(name)}{hint}")
    chosen: list[Rule] = []
    for rule in rules:
        if not isinstance(rule, Document) or rule.presets is None:
            chosen.append(rule)
        elif not named.isdisjoint(rule.presets()):
            try:
                options = replaced(rule.options, {"presets": settings.preset})
            except ValueError as error:
                raise UsageError(f"{settings.where('preset')}preset: {error}") from None
            chosen.append(replace(rule, options=options, default=True))
    return chosen
