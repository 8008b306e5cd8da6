"""The codes the engine itself reports: what kept a text, or a rule, from being linted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpuslint.rule import Severity

if TYPE_CHECKING:
    from corpuslint.finding import Finding


class EngineCode(NamedTuple):
    """What a CL9xx code is called, how grave it is and what it says."""

    name: str
    severity: Severity
    summary: str


CODES: dict[str, EngineCode] = {
    "CL901": EngineCode("unreadable", "error", "A file or folder cannot be read, or its compressed data is damaged."),
    "CL902": EngineCode("undecodable", "error", "A file or record is not UTF-8 text."),
    "CL903": EngineCode("invalid-record", "error", "A line is no JSON object with a text."),
    "CL904": EngineCode("oversize", "info", "A text is so long that it is linted in pieces."),
    "CL905": EngineCode("rule-crashed", "error", "A rule raised an error; its findings for the record are missing."),
    "CL906": EngineCode("rule-timeout", "error", "A rule took too long; its findings for the record are missing."),
    "CL907": EngineCode("capped", "info", "A rule found more in a record than is shown."),
    "CL908": EngineCode("empty", "info", "A file or record holds no text."),
    "CL909": EngineCode("unused-suppression", "warning", "A comment or entry suppresses nothing."),
    "CL910": EngineCode("unknown-suppression", "warning", "A comment or entry cannot be read, or names no rule."),
    "CL911": EngineCode("stale-baseline", "info", "An entry of the baseline that is not found any more."),
}


def could_not_lint(finding: Finding) -> bool:
    """Whether a finding says that something could not be linted, or not by every rule."""
    return finding.code in CODES and finding.severity == "error"
