"""The JSON Schema of the configuration file, made from the types that read it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.config import Keys
from corpuslint.rule import Phrases, Rule
from corpuslint.rule_options import annotations_of

_PATHS = {"type": "array", "items": {"type": "string"}, "description": "files of phrases of your own"}


def schema(rules: Iterable[Rule]) -> dict[str, Any]:
    """The schema (draft 2020-12) of ``corpuslint.toml``, with the options of these rules.

    Rules that it does not know, as those of a plugin, may have any options.
    """
    parts = msgspec.json.schema(Keys)["$defs"]
    properties = _properties(parts["Keys"], parts)
    known = {name: _options(rule) for rule in rules for name in (rule.code, rule.name)}
    properties["rules"] |= {"properties": known}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "corpuslint.toml",
        "description": "The configuration of corpuslint; in pyproject.toml under [tool.corpuslint].",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _properties(table: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """The keys of a table, each with those of the tables in it."""
    return {key: _whole(_without_null(value), parts) for key, value in table["properties"].items()}


def _whole(value: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """A value with the table that it refers to in place."""
    reference = value.pop("$ref", None) or next((part["$ref"] for part in value.pop("allOf", ())), None)
    if reference is None:
        return value
    table = parts[reference.rpartition("/")[2]]
    return {"type": "object", **value, "properties": _properties(table, parts), "additionalProperties": False}


def _options(rule: Rule) -> dict[str, Any]:
    """The table of a rule."""
    found: dict[str, Any] = {}
    if annotations_of(rule.options):
        kind = type(rule.options)
        made, parts = msgspec.json.schema_components([kind], schema_hook=_path, ref_template="#/{name}")
        for name, value in (parts.get(kind.__name__) or made[0])["properties"].items():
            found[name.replace("_", "-")] = _without_null(value)
    if isinstance(rule, Phrases):
        found["phrases"] = _PATHS
    title = f"{rule.code} {rule.name}"
    return {"type": "object", "title": title, "properties": found, "additionalProperties": False}


def _path(kind: type) -> dict[str, Any]:
    if kind is Path:
        return {"type": "string", "description": "a file, relative to the configuration"}
    raise NotImplementedError(kind)


def _without_null(value: dict[str, Any]) -> dict[str, Any]:
    """A file leaves out what it does not set."""
    kinds = [kind for kind in value.get("anyOf", ()) if kind.get("type") != "null"]
    rest = {key: item for key, item in value.items() if key not in ("anyOf", "default") or item is not None}
    return kinds[0] | {k: v for k, v in rest.items() if k != "anyOf"} if len(kinds) == 1 else rest
