"""What an editor offers to do about findings: repair them, or never hear of them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CodeActionParams,
    Command,
    Diagnostic,
    TextEdit,
    WorkspaceEdit,
)

from corpuslint.config import IGNORE_FILE
from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding
from corpuslint.rule import RemoveLine
from corpuslint.server.checking import Checked
from corpuslint.server.diagnostics import touches
from corpuslint.server.fixing import Repair, repairs
from corpuslint.server.positions import Places

IGNORE = "corpuslint.ignore"
"""The command that writes an entry: it is given the document's URI and the finding's ``key_of``."""

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.corpuslint"


def actions(
    checked: Checked, shown: Sequence[Diagnostic], params: CodeActionParams, places: Places
) -> list[CodeAction]:
    """What can be done about the findings in the range. ``shown``: the document's diagnostics, one a report."""
    if checked.trouble:
        return []
    uri, only = params.text_document.uri, [str(getattr(k, "value", k)) for k in params.context.only or ()]
    offered: list[CodeAction] = []
    if _wanted(CodeActionKind.QuickFix.value, only):
        for report, diagnostic in zip(checked.reports, shown, strict=True):
            if touches(diagnostic.range, params.range):
                offered += _quick_fixes(report.finding, diagnostic, checked, uri, places)
    if _wanted(FIX_ALL, only):
        offered += _fix_all(checked, uri, places)
    return offered


def _wanted(kind: str, only: Sequence[str]) -> bool:
    return not only or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _quick_fixes(
    finding: Finding, diagnostic: Diagnostic, checked: Checked, uri: str, places: Places
) -> Iterator[CodeAction]:
    if made := repairs(checked, [finding], unsafe=True):
        remove = isinstance(checked.about.rules[finding.code].fix, RemoveLine)
        yield CodeAction(
            title=f"{'Remove' if remove else 'Repair'} this ({finding.code})",
            kind=CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            is_preferred=all(repair.safe for repair in made),
            edit=_edit(made, uri, places),
        )
    if finding.code not in CODES and uri.startswith("file:"):
        title = f"Ignore this {finding.code} in {IGNORE_FILE}"
        yield CodeAction(
            title=title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            command=Command(title, IGNORE, arguments=[uri, key_of(finding)]),
        )


def key_of(finding: Finding) -> list[Any]:
    """What tells a finding from the others of its document."""
    return [finding.code, finding.start, finding.end, finding.line]


def _fix_all(checked: Checked, uri: str, places: Places) -> Iterator[CodeAction]:
    """All repairs that are safe, as ``corpuslint clean`` makes them."""
    safe = {code for code, rule in checked.about.rules.items() if rule.fix and rule.fix.safe}
    findings = [report.finding for report in checked.reports if report.finding.code in safe]
    if made := repairs(checked, findings, unsafe=False):
        title = "Make all safe repairs (corpuslint)"
        yield CodeAction(title=title, kind=FIX_ALL, edit=_edit(made, uri, places))


def _edit(made: Iterable[Repair], uri: str, places: Places) -> WorkspaceEdit:
    edits = [TextEdit(places.range(repair.place), repair.text) for repair in made]
    return WorkspaceEdit(changes={uri: edits})
