"""What an editor shows of findings."""

from __future__ import annotations

from collections.abc import Mapping

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    PositionEncodingKind,
    Range,
)

from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding, Place
from corpuslint.measured import measured
from corpuslint.page import render
from corpuslint.read import Position as Span
from corpuslint.rule import Rule, Severity
from corpuslint.server.checking import Checked
from corpuslint.server.positions import Places

_SEVERITIES: Mapping[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}


def places_of(checked: Checked, encoding: PositionEncodingKind) -> Places:
    """The places of the document, in the editor's units."""
    return Places(checked.text, encoding, records=checked.source.kind == "lines")


def diagnostics(checked: Checked, uri: str, places: Places) -> list[Diagnostic]:
    """A diagnostic for each report, in the same order; one alone where the document could not be linted."""
    if checked.trouble:
        start = Position(0, 0)
        return [Diagnostic(Range(start, start), checked.trouble, DiagnosticSeverity.Error, source="corpuslint")]
    return [_diagnostic(report.finding, checked, uri, places) for report in checked.reports]


def _diagnostic(finding: Finding, checked: Checked, uri: str, places: Places) -> Diagnostic:
    url = checked.about.url(finding.code)
    related = [
        DiagnosticRelatedInformation(Location(uri, places.range(span_of(place))), f"{finding.name}: here too")
        for place in finding.related
        if place.path == finding.path
    ]
    return Diagnostic(
        range=places.range(span_of(finding)),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=CodeDescription(url) if url else None,
        source="corpuslint",
        related_information=related or None,
    )


def span_of(found: Finding | Place) -> Span:
    """Where a finding stands, or another place that it is about."""
    return Span(found.line, found.column, found.end_line, found.end_column)


def page_of(code: str, rules: Mapping[str, Rule]) -> str:
    """A rule's page in Markdown; for a code of the engine what it says."""
    if code in rules:
        return render(rules[code], "markdown", measured())
    return f"# {CODES[code].name} ({code})\n\n{CODES[code].summary}\n"


def touches(one: Range, other: Range) -> bool:
    """Whether two ranges have a place in common, be it only an end."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(at: Position) -> tuple[int, int]:
    return at.line, at.character
