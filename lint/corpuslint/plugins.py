"""What a plugin can register, and how plugins are found. Built-in rules take the same road as anybody's.

A plugin is a distribution with an entry point in the group ``corpuslint`` that names a module with ``@hookimpl``
functions:

    [project.entry-points.corpuslint]
    house-rules = "house_rules"
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence

import pluggy

from corpuslint.errors import UsageError
from corpuslint.rule import Rule

GROUP = "corpuslint"
BUILT_IN = "corpuslint_rules"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Hooks:
    """The hooks a plugin may implement."""

    @hookspec
    def corpuslint_rules(self) -> Sequence[Rule]:
        """The plugin's rules."""
        raise NotImplementedError


def load_rules(manager: pluggy.PluginManager | None = None) -> list[Rule]:
    """All registered rules by code. Raises ``UsageError``, naming the plugin, for one that cannot be used."""
    manager = manager or load_plugins()
    rules: dict[str, tuple[Rule, str]] = {}
    for plugin, module in manager.list_name_plugin():
        for implementation in manager.hook.corpuslint_rules.get_hookimpls():
            if implementation.plugin is not module:
                continue
            for rule in implementation.function():
                _check(rule, plugin, rules)
                rules[rule.code] = (rule, plugin)
    return [rule for _, (rule, _) in sorted(rules.items())]


def load_plugins() -> pluggy.PluginManager:
    """A plugin manager with the built-in rules and all installed plugins."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    manager.register(importlib.import_module(BUILT_IN), BUILT_IN)
    return manager


def _check(rule: Rule, plugin: str, rules: dict[str, tuple[Rule, str]]) -> None:
    if not isinstance(rule, Rule):
        raise UsageError(f"plugin {plugin}: {rule!r} is not a rule: give the RULE of a module, not the module")
    if not _CODE.fullmatch(rule.code) or not _NAME.fullmatch(rule.name) or rule.code.startswith("CL"):
        raise UsageError(f"plugin {plugin}: {rule.code} {rule.name}: a code is like AB123 (not CL), a name like-this")
    for other, owner in rules.values():
        if other.code == rule.code or other.name == rule.name:
            raise UsageError(f"plugins {owner} and {plugin} both have a rule {rule.code} ({rule.name})")
