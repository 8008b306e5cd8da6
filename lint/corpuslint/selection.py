"""Which rules run, and how they are set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from corpuslint.config_errors import as_toml
from corpuslint.errors import UsageError
from corpuslint.escape import quote, shorten
from corpuslint.lexicon import languages_of, lexicon_files
from corpuslint.nearest import did_you_mean
from corpuslint.opening import opens
from corpuslint.presets import with_presets
from corpuslint.rule import Document, Phrases, Rule
from corpuslint.rule_options import annotations_of, replaced
from corpuslint.settings import Settings

ALL = "ALL"
ENGINE = "CL"
"""The family of the engine's own findings, which are always on and belong to no rule."""


def select_rules(rules: Sequence[Rule], settings: Settings) -> list[Rule]:
    """The rules that run, with the severities, options and phrases of the settings.

    Of the selectors that match a rule the longest decides, and of equally long ones ``ignore``. ``ALL`` is the
    shortest, a name as long as a code. A prefix selects the rules under it that are on by default, if only for
    verdicts, or all of them if none is; a code, a name or ``ALL`` also selects what is off by default, ``ALL`` nothing
    that needs a server.

    Raises ``UsageError``, with all reasons, for what matches no rule and for wrong options.
    """
    adjusted = with_presets(_adjusted(rules, settings), settings)
    set_by_presets = [r for r in adjusted if settings.preset and isinstance(r, Document) and r.presets]
    some_are_named = any(_closest(settings.select or (), rule) >= 0 for rule in set_by_presets)
    by_preset = set() if some_are_named else {rule.code for rule in set_by_presets}
    wanted = (*(settings.select or ()), *settings.extend_select)
    reaching = {True: wanted, False: _reaching_all(rules, wanted)}
    without_all = [selector for selector in reaching[False] if selector != ALL]
    selected = (
        rule
        for rule in adjusted
        if _is_selected(rule, settings, without_all if opens(rule) else reaching[_usual(rule)], rule.code in by_preset)
    )
    chosen = [rule for rule in selected if _speaks(rule, settings.languages)]
    if not chosen and ENGINE not in (settings.select or ()):
        raise UsageError("no rule is left to run: see select, ignore and languages")
    return chosen


def find_rule(rules: Sequence[Rule], key: str) -> Rule:
    """The rule with this code or name. Raises ``UsageError`` with the nearest one."""
    known = {name: rule for rule in rules for name in (rule.code, rule.name)}
    if key not in known:
        raise UsageError(f"no rule {quote(key)}{did_you_mean(key, _names_like(key, rules) | set(known))}")
    return known[key]


def _specificity(selector: str, rule: Rule) -> int:
    """How closely a selector names a rule: the length of the prefix, -1 if not at all."""
    if selector == ALL:
        return 0
    if selector == rule.name:
        return len(rule.code)
    return len(selector) if selector and rule.code.startswith(selector) else -1


def _closest(selectors: Iterable[str], rule: Rule) -> int:
    return max((_specificity(selector, rule) for selector in selectors), default=-1)


def _reaching_all(rules: Iterable[Rule], selectors: Iterable[str]) -> list[str]:
    """The selectors that also select what is off by default: ``ALL``, and those under which nothing is on."""
    usual = [rule for rule in rules if _usual(rule)]
    return [s for s in selectors if s == ALL or all(_specificity(s, rule) < 0 for rule in usual)]


def _usual(rule: Rule) -> bool:
    return rule.default or rule.for_verdicts


def _is_selected(rule: Rule, settings: Settings, wanted: Iterable[str], by_preset: bool) -> bool:
    on = max(_closest(wanted, rule), 0 if by_preset else -1)
    off = _closest(settings.ignore, rule)
    default = _usual(rule) if settings.judging else rule.default
    return (on >= 0 or (settings.select is None and default)) and (off < 0 or off < on)


def _speaks(rule: Rule, languages: frozenset[str]) -> bool:
    """Whether the rule knows one of the languages; an empty set stands for any, on both sides."""
    if not languages:
        return True
    if isinstance(rule, Phrases):
        return bool(lexicon_files(rule, languages))
    return not rule.languages or not languages.isdisjoint(rule.languages)


def _adjusted(rules: Sequence[Rule], settings: Settings) -> list[Rule]:
    """The rules with what the settings say of each. Raises ``UsageError`` with all that is wrong with it."""
    wrong = list(_wrong_selectors(rules, settings))
    tables: dict[str, str] = {}
    for key in settings.rules:
        try:
            code = find_rule(rules, key).code
        except UsageError as error:
            wrong.append(f"{settings.where(f'rules.{key}')}rules: {error}")
            continue
        if code in tables:
            where = f"{settings.where(f'rules.{key}')}rules"
            wrong.append(f"{where}: {tables[code]} and {key} are the same rule; keep one table")
        tables[code] = key
    adjusted = []
    for rule in rules:
        try:
            adjusted.append(_adjust(rule, tables.get(rule.code), settings))
        except UsageError as error:
            wrong += error.reasons
    if wrong:
        raise UsageError(*wrong)
    return adjusted


def _wrong_selectors(rules: Sequence[Rule], settings: Settings) -> Iterator[str]:
    selectors = {
        "select": settings.select or (),
        "extend_select": settings.extend_select,
        "ignore": settings.ignore,
        **{f"severity.{key}": (key,) for key in settings.severity},
        **{f"per_file_ignores.{glob}": codes for glob, codes in settings.per_file_ignores.items()},
    }
    for key, given in selectors.items():
        shown = key.partition(".")[0].replace("_", "-")
        for selector in given:
            if any(_specificity(selector, rule) >= 0 for rule in rules):
                continue
            if not selector.startswith(ENGINE):
                hint = did_you_mean(selector, _names_like(selector, rules))
                yield f"{settings.where(key)}{shown}: {quote(selector)} matches no rule{hint}"
            elif shown not in ("select", "extend-select"):
                yield f"{shown}: {selector}: the engine's own findings are always on and keep their severity"
    known = sorted({language for rule in rules for language in languages_of(rule)}) if settings.languages else ()
    for language in sorted(settings.languages.difference(known)):
        hint = did_you_mean(language, known) or f"; known are {', '.join(known)}"
        yield f"{settings.where('languages')}languages: no rule is for {quote(language)}{hint}"


def _names_like(key: str, rules: Iterable[Rule]) -> set[str]:
    """What could be meant by a selector: names, and codes or prefixes of its length."""
    return {name for rule in rules for name in (rule.code[: len(key)], rule.name)}


def _adjust(rule: Rule, table: str | None, settings: Settings) -> Rule:
    """The rule with its severity, and with its table of the settings."""
    matching = [key for key in settings.severity if _specificity(key, rule) >= 0]
    if matching:
        rule = replace(rule, severity=settings.severity[max(matching, key=lambda key: _specificity(key, rule))])
    if table is None:
        return rule
    root, options = settings.root_of(f"rules.{table}"), dict(settings.rules[table])

    def where(option: str = "") -> str:
        return f"{settings.where(f'rules.{table}', option)}rules.{table}"

    if isinstance(rule, Phrases) and "phrases" in options:
        files = _convert(options.pop("phrases"), tuple[Path, ...], where, "phrases", root)
        if missing := [file for file in files if not file.is_file()]:
            raise UsageError(*(f"{where('phrases')}: phrases: {file}: no such file" for file in missing))
        rule = replace(rule, extra=(*rule.extra, *files))
    return replace(rule, options=_set_options(rule, options, where, root)) if options else rule


def _set_options(rule: Rule, given: Mapping[str, Any], where: Callable[[str], str], root: Path) -> Any:
    names = {name.replace("_", "-"): name for name in annotations_of(rule.options)}
    known = [*names, "phrases"] if isinstance(rule, Phrases) else list(names)
    hints = get_type_hints(type(rule.options))
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for key, value in given.items():
        try:
            if key not in names:
                there = f"; there are {', '.join(known)}" if known else f": {rule.code} has no options"
                hint = did_you_mean(key, known) or there
                raise UsageError(f"{where(key)}: unknown option {quote(key)}{hint}")
            values[names[key]] = _convert(value, hints[names[key]], where, key, root)
        except UsageError as error:
            wrong += error.reasons
    if wrong:
        raise UsageError(*wrong)
    try:
        return replaced(rule.options, values)
    except ValueError as error:
        raise UsageError(f"{where('')}: {error}") from None


def _convert(value: Any, kind: Any, where: Callable[[str], str], option: str, root: Path) -> Any:
    """A value of the file as the option's type; paths are relative to the file."""

    def decode(kind: type, value: Any) -> Any:
        if kind is Path and isinstance(value, str):
            return root / value
        raise ValueError(f"expected {kind.__name__}")

    try:
        return msgspec.convert(value, kind, dec_hook=decode)
    except msgspec.ValidationError as error:
        raise UsageError(f"{where(option)}: {option}: {_plain(error)}, got {shorten(as_toml(value))}") from None


def _plain(error: msgspec.ValidationError) -> str:
    """The library's message in the words of a configuration file."""
    words = {"`array`": "a list", "`str`": "a text", "`int`": "a whole number", "`float`": "a number"}
    words |= {"`bool`": "true or false", "`object`": "a table"}
    message = str(error).partition(" - at ")[0].partition(", got")[0]
    for word, plain in words.items():
        message = message.replace(word, plain)
    return message[:1].lower() + message[1:]
