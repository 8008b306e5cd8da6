"""What the page says in words: of rules, of how verdicts come about, of the run."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpuslint.engine_codes import CODES
from corpuslint.formats.summary import Summary
from corpuslint.html_report.counting import Counts
from corpuslint.html_report.model import Family, RuleRow
from corpuslint.html_report.ranking import Ranked
from corpuslint.page import Measure, page
from corpuslint.rule import Rule
from corpuslint.settings import Settings
from corpuslint.verdicts.judging import ENOUGH, Medians
from corpuslint.verdicts.scheme import Bar, Scheme

LISTED = 12
"""Rules that a line names; how many records each does not apply to stands in the table of rules."""

_NOTES = ("Known false alarms", "Source")


def rule_rows(
    rules: Mapping[str, Rule],
    counts: Counts,
    ranked: Ranked,
    *,
    scheme: Scheme,
    measured: Mapping[str, Sequence[Mapping[str, Any]]],
    rule_url: str | None,
) -> Iterator[RuleRow]:
    """All rules that ran, and what the engine itself found."""
    for code, rule in rules.items():
        about = page(rule, measured)
        yield RuleRow(
            code=code,
            name=rule.name,
            summary=about.summary,
            severity=rule.severity,
            why=about.why,
            bad=about.bad[0] if about.bad else "",
            good=about.good[0] if about.good else "",
            notes=tuple((name, about.notes[name]) for name in _NOTES if name in about.notes),
            measured=tuple(map(_measured, about.measured)),
            strength=rule.strength,
            points=scheme.points.get(code, 0) / 100,
            not_applicable=ranked.not_applicable[code],
            url=rule_url.replace("{code}", code) if rule_url else None,
            **_found(code, counts, ranked.words),
        )
    for code in sorted(counts.findings.keys() & CODES.keys()):
        about_code = CODES[code]
        yield RuleRow(
            code=code,
            name=about_code.name,
            summary=about_code.summary,
            severity=about_code.severity,
            **_found(code, counts, ranked.words),
        )


def facts(
    summary: Summary, hidden: int, rules: Mapping[str, Rule], ranked: Ranked, settings: Settings
) -> Iterator[tuple[str, str]]:
    """What was checked, and what was not: names and values. No time is among them, for the page is to be the same."""
    yield "files", f"{summary.files:,}"
    yield "characters", f"{summary.characters:,}"
    yield "rules", f"{len(rules):,}"
    if hidden:
        yield "suppressed", f"{hidden:,} finding{'s' if hidden > 1 else ''}"
    for records, codes in sorted(_by_records(ranked.not_applicable).items(), reverse=True):
        which = f"{records:,} records, which lack" if records > 1 else "a record, which lacks"
        yield "not applicable", f"{codes} to {which} what these need"
    for reason, count in summary.skipped.items():
        yield "skipped", f"{count:,} {reason}"
    for what, count in (summary.coverage or {}).items():
        yield "also", f"{count:,} {what}"
    if settings.config:
        yield "configuration", os.path.relpath(settings.config)
    if settings.baseline:
        yield "baseline", os.path.relpath(settings.baseline)


def _by_records(not_applicable: Mapping[str, int]) -> dict[int, str]:
    """The rules that do not apply to so many records, in words: most of them need one and the same thing."""
    by_records: dict[int, list[str]] = defaultdict(list)
    for code, records in sorted(not_applicable.items()):
        by_records[records].append(code)
    return {
        records: ", ".join(codes)
        if len(codes) <= LISTED
        else f"{', '.join(codes[:LISTED])} and {len(codes) - LISTED} more"
        for records, codes in by_records.items()
    }


def families(counts: Counts) -> Iterator[Family]:
    """The families that found something, those that touch most records first."""
    prefixes = {code[:2] for code in counts.findings}
    for prefix in sorted(prefixes, key=lambda prefix: (-counts.records[prefix], prefix)):
        members = [code for code in counts.findings if code.startswith(prefix)]
        yield Family(prefix, sum(counts.findings[code] for code in members), counts.records[prefix], len(members))


def formulas(scheme: Scheme, medians: Medians) -> tuple[str, ...]:
    """How verdicts and labels come about, with the figures that hold for this run."""
    if medians.pinned:
        usual = f"{1000 * medians.corpus:.2f} points per 1,000 words, {medians.pinned}"
    elif medians.enough:
        usual = f"{1000 * medians.corpus:.2f} points per 1,000 words here"
    else:
        usual = f"not known here: it takes {ENOUGH} records and more"
    return (
        "Points: a finding costs 1, 3 or 10 points as the evidence of its rule is weak, good or decisive, unless the "
        "configuration says otherwise; one of severity info costs nothing. In a window of about 1,000 words each "
        "further finding of a rule costs half as much as the one before; of a decisive rule the first three cost the "
        f"same. A family costs at most {_number(scheme.cap)} points in a window, its weak rules at most "
        f"{_number(scheme.weak_cap)}, unless a cap of its own is set.",
        "Density: points per 1,000 words, drawn towards the median of all records by 300 words of median text. The "
        f"median is {usual}.",
        f"Review: {_bar(scheme.review)}. Drop: {_bar(scheme.drop)}. Weak rules alone drop nothing. "
        f"By themselves drop a record: {', '.join(sorted(scheme.veto)) or 'none'}. "
        f"A text of less than {scheme.min_words} words against which nothing speaks is kept and marked as too short.",
        "Sources: the interval is Wilson's; the label comes from the share that a source exceeds with 95 % certainty, "
        "where all sources together say how shares are spread (empirical Bayes). Under ten records there is no label. "
        "A rule stands out in a source where it finds at least half as much again per 1,000 words as in the corpus, "
        "beyond chance (5 % false discoveries, Benjamini and Hochberg).",
    )


def _found(code: str, counts: Counts, words: int) -> dict[str, Any]:
    return {
        "records": counts.records[code],
        "findings": counts.findings[code],
        "per_thousand_words": 1000 * counts.findings[code] / max(1, words),
    }


def _measured(measure: Measure) -> str:
    return f"{measure.measure} {measure.value:.3g} on {measure.set} (n = {measure.n:,})"


def _bar(bar: Bar) -> str:
    return f"{_number(bar.points)} points or more, {bar.density:g} per 1,000 words, and {bar.times:g} times the median"


def _number(hundredths: int) -> str:
    return f"{hundredths / 100:g}"
