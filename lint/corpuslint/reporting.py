"""From hits to reports: overlaps resolved, capped, addressed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from operator import index
from sys import maxsize

import msgspec

from corpuslint.engine_codes import CODES
from corpuslint.escape import quote, shorten
from corpuslint.filters import longest
from corpuslint.finding import Finding, Place
from corpuslint.formats.report import Report, excerpt
from corpuslint.judge import Judge, Trouble
from corpuslint.read.record import Record
from corpuslint.rule import MATCH, Document, Hit, Rule, Severity

RELATED = 100
"""Further places of its text that a finding names, where there is a limit on findings."""


class Linted(msgspec.Struct, frozen=True):
    """What became of a text: its reports, in order, and what rules counted about it for the run's coverage."""

    reports: list[Report]
    coverage: Mapping[str, int] = {}


def reports(
    record: Record, judge: Judge, rules: Mapping[str, Rule], most: int, *, excerpts: bool, evidences: bool = False
) -> list[Report]:
    """All that was found in a record, in order. ``most``: findings of one rule that are kept, 0 for all.

    ``excerpts``: with the line of each, ``evidences``: with what it is known again by.
    """
    made = _uncovered(list(_findings(record, judge, rules, most)), rules, record.text)
    made.sort(key=lambda pair: pair[1].order())
    if not excerpts and not evidences:
        return [Report(finding) for _, finding in made]
    return [_report(record, finding, hit, excerpts=excerpts, evidences=evidences) for hit, finding in made]


def report_of(
    record: Record,
    hit: Hit,
    rule: Rule,
    related: Iterable[tuple[Record, int, int]],
    *,
    excerpts: bool = False,
    evidences: bool = False,
) -> Report:
    """The report of one hit, which is about passages of other records too. Raises where it is no sound hit."""
    sound = _sound(hit, len(record.text))
    places = tuple(_place(other, start, end) for other, start, end in related)
    finding = _finding(record, sound, (rule.code, rule.name, rule.severity), _message(record, sound, rule), places)
    return _report(record, finding, sound, excerpts=excerpts, evidences=evidences)


def trouble_finding(record: Record, trouble: Trouble) -> Finding:
    """The finding that a rule failed on a record."""
    rule, what = trouble.rule, "took too long" if trouble.timed_out else "crashed"
    message = f"{rule.code} ({rule.name}) {what} and was given up for this text: {shorten(trouble.reason, 200)}"
    return _engine_finding(record, "CL906" if trouble.timed_out else "CL905", trouble.offset, message)


def capped(record: Record, rule: Rule, most: int, at: int) -> Finding:
    """The finding that there are more than is shown."""
    message = f"more than {most:,} findings of {rule.code} ({rule.name}) in this text; the others are not shown"
    return _engine_finding(record, "CL907", at, message)


def _report(record: Record, finding: Finding, hit: Hit, *, excerpts: bool, evidences: bool) -> Report:
    if not excerpts and not evidences:
        return Report(finding)
    from corpuslint.suppression.evidence import evidence  # noqa: PLC0415 (most runs need none)

    return Report(
        finding,
        excerpt(record.text, hit.start, hit.end) if excerpts else None,
        evidence(record.text, hit.start, hit.end) if evidences else None,
        byte_columns=record.byte_columns(hit.start, hit.end) if excerpts else None,
    )


def _findings(record: Record, judge: Judge, rules: Mapping[str, Rule], most: int) -> Iterator[tuple[Hit, Finding]]:
    troubles = list(judge.troubles)
    for code, hits in judge.hits.items():
        rule = rules[code]
        try:
            kept = longest(_sound(hit, len(record.text)) for hit in hits)
        except Exception as error:  # what a rule yields may be anything
            troubles.append(Trouble(rule, 0, False, f"{type(error).__name__}: {error}"))
            continue
        if most and (len(kept) > most or code in judge.capped):
            kept = kept[:most]
            yield Hit(kept[-1].end, kept[-1].end), capped(record, rule, most, kept[-1].end)
        for hit in kept:
            places = tuple(_place(record, *span) for span in (hit.related[:RELATED] if most else hit.related))
            kind = code, rule.name, rule.severity
            yield hit, _finding(record, hit, kind, _message(record, hit, rule), places)
    for trouble in troubles:
        yield Hit(trouble.offset, trouble.offset), trouble_finding(record, trouble)


def _message(record: Record, hit: Hit, rule: Rule) -> str:
    message = hit.message or rule.message
    return message.replace(MATCH, quote(record.text[hit.start : hit.end])) if MATCH in message else message


def _uncovered(made: list[tuple[Hit, Finding]], rules: Mapping[str, Rule], text: str) -> list[tuple[Hit, Finding]]:
    """Without what lies inside a hit of a rule that covers it; such a rule's own hits do not overlap.

    A hit of such a rule that is one line gives way to what another rule finds at its start and within it.
    """
    for code in sorted({finding.code for _, finding in made}):
        rule = rules.get(code)
        if not isinstance(rule, Document) or not rule.covers:
            continue
        own = [(hit, finding) for hit, finding in made if finding.code == code]
        lines = {hit.start: hit.end for hit, _ in own if "\n" not in text[hit.start : hit.end]}
        others = ((hit, finding.code) for hit, finding in made if finding.code != code)
        closer = {hit.start for hit, other in others if other in rules and hit.end <= lines.get(hit.start, -1)}
        own = [(hit, finding) for hit, finding in own if hit.start not in closer]
        over = sorted((hit.start, hit.end) for hit, _ in own)
        made = own + [
            (hit, finding)
            for hit, finding in made
            if finding.code != code
            and (
                not finding.code.startswith(rule.covers)
                or not (at := bisect_right(over, (hit.start, maxsize)))
                or over[at - 1][1] < hit.end
            )
        ]
    return made


def _sound(hit: Hit, length: int) -> Hit:
    """The hit, its numbers as Python's own. Raises where it is none, or lies outside a text of this length."""
    start, end, message, confidence, related, status = hit
    start, end = index(start), index(end)
    if not 0 <= start <= end <= length:
        raise ValueError(f"span {start}..{end} lies outside the text")
    if not (message is None or isinstance(message, str)):
        raise TypeError(f"message {message!r} is no text")
    if not (status is None or isinstance(status, str)):
        raise TypeError(f"status {status!r} is no text")
    if confidence is None and status is None and not related and start is hit.start and end is hit.end:
        return hit
    if confidence is not None and not 0 <= (confidence := float(confidence)) <= 1:
        raise ValueError(f"confidence {confidence} is not between 0 and 1")
    others = tuple([_sound(Hit(first, last), length)[:2] for first, last in related]) if related else ()
    return Hit(start, end, message, confidence, others, status)


def _engine_finding(record: Record, code: str, offset: int, message: str) -> Finding:
    return _finding(record, Hit(offset, offset), (code, CODES[code].name, CODES[code].severity), message)


def _finding(
    record: Record, hit: Hit, kind: tuple[str, str, Severity], message: str, related: tuple[Place, ...] = ()
) -> Finding:
    code, name, severity = kind
    return Finding(
        record.path,
        *record.place(hit.start, hit.end),
        code,
        name,
        message,
        severity,
        hit.confidence,
        record.id,
        record.field,
        record.offset + hit.start,
        record.offset + hit.end,
        related,
        msgspec.UNSET if hit.status is None else hit.status,
    )


def _place(record: Record, start: int, end: int) -> Place:
    place = record.place(start, end)
    return Place(record.path, record.id, *place, record.offset + start, record.offset + end)
