"""Findings whose texts mean harm, and one behind wide characters."""

from __future__ import annotations

from corpuslint.finding import Finding, Place
from corpuslint.formats.report import Report, excerpt
from corpuslint.suppression.evidence import evidence

WIDE = "first line\nnaïve 😀 日本 paywall\nlast line"
HOSTILE = "::error::x \x1b[2J\u202elog in\u2028 \ud800\r\n"

PAYWALL = Finding(
    path="docs/a.txt",
    line=2,
    column=12,
    end_line=2,
    end_column=19,
    code="PW103",
    name="metered-paywall",
    message='paywall: "paywall"',
    severity="warning",
    start=22,
    end=29,
)
LOG_IN = Finding(
    path="::error::\u202e\n.jsonl",
    line=7,
    column=1,
    end_line=7,
    end_column=20,
    code="PW101",
    name="sign-in-prompt",
    message="\x1b[2Jprompt\u2028: log in\nagain",
    severity="error",
    confidence=0.5,
    record="id \ud800",
    field="text",
    start=16,
    end=22,
    related=(Place("b.txt", None, 1, 2, 1, 3, 1, 2),),
)
REPORTS = [
    Report(PAYWALL, excerpt(WIDE, 22, 29), evidence(WIDE, 22, 29), byte_columns=(20, 27)),
    Report(LOG_IN, excerpt(HOSTILE, 16, 22), evidence(HOSTILE, 16, 22), "baseline", (1, 20)),
]
