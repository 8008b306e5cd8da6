"""What a plugin can register, and how plugins are found. Built-in rules take the same road as anybody's.

A plugin is a distribution with an entry point in the group ``corpuslint`` that names a module with ``@hookimpl``
functions:

    [project.entry-points.corpuslint]
    house-rules = "house_rules"
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import msgspec
import pluggy

from corpuslint.entry_points import EntryPoint, entry_points
from corpuslint.errors import UsageError
from corpuslint.formats import FORMATS, Factory
from corpuslint.lazy import lazy_pattern
from corpuslint.rule import Rule, Severity
from corpuslint.rule_options import are_options

GROUP = "corpuslint"
BUILT_IN = EntryPoint("built-in rules", "corpuslint_rules", "corpus-linter")

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

_CODE = lazy_pattern(r"[A-Z]{2}[0-9]{3}")
_NAME = lazy_pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Hooks:
    """The hooks a plugin may implement."""

    @hookspec
    def corpuslint_rules(self) -> Sequence[Rule]:
        """The plugin's rules."""
        raise NotImplementedError

    @hookspec
    def corpuslint_formats(self) -> Mapping[str, Factory]:
        """The plugin's formats of output, by the names that ``--format`` is given: what makes each of them."""
        raise NotImplementedError


def load_rules(plugins: Iterable[EntryPoint] | None = None) -> list[Rule]:
    """The rules of the built-in plugin and of those given (default: all that are installed), by code.

    Raises ``UsageError``, naming the distribution, for a plugin that fails to load, has a misspelt hook, or has a rule
    that cannot be used.
    """
    rules: dict[str, tuple[Rule, str]] = {}
    for plugin in (BUILT_IN, *(entry_points(GROUP) if plugins is None else plugins)):
        for rule in _rules_of(plugin):
            _check(rule, plugin.distribution, rules)
            if plugin is not BUILT_IN:
                _check_page(rule, plugin.distribution)
            rules[rule.code] = (rule, plugin.distribution)
    return [rule for _, (rule, _) in sorted(rules.items())]


def load_formats(plugins: Iterable[EntryPoint] | None = None) -> dict[str, Factory]:
    """The formats of the plugins (default: all that are installed), by name. Raises ``UsageError`` as above."""
    formats: dict[str, Factory] = {}
    for plugin in entry_points(GROUP) if plugins is None else plugins:
        for name, factory in _loaded(plugin).formats.items():
            if not _NAME.fullmatch(name) or not callable(factory):
                raise UsageError(f"plugin {plugin.distribution}: format {name!r}: a name like-this, and what makes it")
            if name in FORMATS or name in formats:
                raise UsageError(f"plugin {plugin.distribution}: there is a format {name} already")
            formats[name] = factory
    return formats


class _Loaded(msgspec.Struct, frozen=True):
    rules: Sequence[Rule]
    formats: Mapping[str, Factory]


def _rules_of(plugin: EntryPoint) -> Sequence[Rule]:
    return _loaded(plugin).rules


def _loaded(plugin: EntryPoint) -> _Loaded:
    """A manager for each plugin: whatever goes wrong is this plugin's doing."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    try:
        module = importlib.import_module(plugin.module)
        manager.register(module, plugin.name)
        manager.check_pending()
        given, formats = manager.hook.corpuslint_rules(), manager.hook.corpuslint_formats()
        found = _Loaded(
            [rule for rules in given for rule in rules],
            {name: factory for some in formats for name, factory in some.items()},
        )
    except (Exception, SystemExit) as error:  # a plugin is anybody's code
        reason = f"{type(error).__name__}: {error}"
        raise UsageError(f"plugin {plugin.distribution} ({plugin.module}) cannot be loaded: {reason}") from error
    if not given and not formats:
        reason = "no function corpuslint_rules or corpuslint_formats marked with @hookimpl returns anything"
        raise UsageError(f"plugin {plugin.distribution} ({plugin.module}) is of no use: {reason}")
    return found


def _check_page(rule: Rule, plugin: str) -> None:
    from corpuslint.page import page  # noqa: PLC0415 (few have plugins)

    try:
        page(rule)
    except UsageError as error:
        raise UsageError(f"plugin {plugin}: the docstring of {error}") from None


def _check(rule: object, plugin: str, rules: dict[str, tuple[Rule, str]]) -> None:
    if not isinstance(rule, Rule):
        raise UsageError(f"plugin {plugin}: {rule!r} is no rule: return the RULE of a module, not the module")
    if not _CODE.fullmatch(rule.code) or not _NAME.fullmatch(rule.name) or rule.code.startswith("CL"):
        raise UsageError(
            f"plugin {plugin}: {rule.code} {rule.name}: a code is like AB123 (CL is taken), a name like-this"
        )
    if rule.severity not in get_args(Severity):
        levels = ", ".join(get_args(Severity))
        raise UsageError(f"plugin {plugin}: {rule.code}: severity {rule.severity!r}: there are {levels}")
    if (options := getattr(rule, "options", None)) is not None and not are_options(options):
        raise UsageError(f"plugin {plugin}: {rule.code}: options={options!r}: give it an instance, as Options()")
    for other, owner in rules.values():
        if other.code == rule.code or other.name == rule.name:
            raise UsageError(f"plugins {owner} and {plugin} both have a rule {rule.code} ({rule.name})")
