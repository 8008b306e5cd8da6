"""What SARIF says of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpuslint.engine_codes import CODES
from corpuslint.formats.about import About
from corpuslint.formats.summary import Summary
from corpuslint.measured import measured
from corpuslint.page import page, render
from corpuslint.rule import Rule, Severity

LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

_PRECISIONS = ((0.95, "very-high"), (0.8, "high"), (0.5, "medium"), (0.0, "low"))
"""GitHub's words, and the least precision for which corpuslint uses each."""


def sarif_rule(code: str, about: About, summary: Summary) -> dict[str, Any]:
    """The descriptor of a rule, an engine code, or of a rule of which only the summary knows."""
    if rule := about.rules.get(code):
        made = _of_rule(rule)
    elif code in CODES:
        made = _of_engine(code)
    else:
        made = {"id": code, "name": summary.by_code[code].name}
    url = about.url(code)
    return made | ({"helpUri": url} if url else {})


def _of_rule(rule: Rule) -> dict[str, Any]:
    figures = measured()
    shown = page(rule, figures)
    properties: dict[str, Any] = {"tags": [rule.code[:2], *shown.languages][:20], "version": rule.version}
    if precision := _precision([m.value for m in shown.measured if m.measure == "precision"]):
        properties["precision"] = precision
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": shown.summary},
        "fullDescription": {"text": shown.why or shown.summary},
        "help": {"text": render(rule, "text", figures), "markdown": render(rule, "markdown", figures)},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.default},
        "properties": properties,
    }


def _of_engine(code: str) -> dict[str, Any]:
    name, severity, text = CODES[code]
    configuration = {"level": LEVELS[severity]}
    return {"id": code, "name": name, "shortDescription": {"text": text}, "defaultConfiguration": configuration}


def _precision(values: list[float]) -> str | None:
    """The lowest precision that was measured, in a word."""
    return next((word for least, word in _PRECISIONS if values and min(values) >= least), None)
