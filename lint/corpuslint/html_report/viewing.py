"""Single records and pairs of them, made ready to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpuslint.finding import Finding, Place
from corpuslint.html_report.counting import OTHER_ORIGIN, At
from corpuslint.html_report.differences import differences
from corpuslint.html_report.marked import Snippet, Span, marked
from corpuslint.html_report.model import Found, IndexRow, Pair, Point, RecordView, Shown, Side, TextMode
from corpuslint.html_report.texts import Read
from corpuslint.metadata import Metadata
from corpuslint.verdicts.verdict import Verdict

LONG = 600
"""Code points: a finding that covers more is labelled where it begins, for its marks would drown all others."""

FINDINGS = 100
"""Findings of a record that are shown."""

CHARACTERS: Mapping[TextMode, int] = {"snippet": 4_000, "full": 20_000, "none": 0}
"""Of a record's text that are shown."""


class Links(NamedTuple):
    """Which records and pairs are in the page, by number."""

    records: Mapping[At, int]
    pairs: Mapping[At, Sequence[int]]


def place(path: str, line: int, record: str | None) -> str:
    """A record as a reader finds it."""
    return path if record is None and line == 1 else f"{path}:{line}"


def index_row(verdict: Verdict, source: str) -> IndexRow:
    """A record in the list of all."""
    return IndexRow(
        place=place(verdict.path, verdict.line, verdict.record),
        id=verdict.record or "",
        verdict=verdict.verdict,
        points=verdict.points,
        density=verdict.density,
        words=verdict.words,
        source=source,
        codes=tuple(sorted(reason.code for reason in verdict.reasons if reason.count)),
    )


def record_view(
    number: int, verdict: Verdict, findings: Sequence[Finding], read: Read | None, *, links: Links, mode: TextMode
) -> RecordView:
    """A record to read. ``read``: None where its text could not be."""
    at = At(verdict.path, verdict.line)
    shown = findings[:FINDINGS]
    return RecordView(
        number=number,
        place=place(verdict.path, verdict.line, verdict.record),
        title=read.metadata.title if read else "",
        verdict=verdict.verdict,
        points=verdict.points,
        density=verdict.density,
        words=verdict.words,
        findings=Shown(tuple(_found(shown, links.pairs.get(at, ()))), len(findings)),
        about=tuple(_about(verdict, read.metadata if read else None)),
        receipt=tuple(_receipt(verdict)),
        why=_why(verdict),
        checked=_checked(verdict),
        text=_text(read.text, shown, mode) if read else None,
    )


def pair(
    number: int, about: Sequence[Finding], sides: tuple[Read | None, Read | None], links: Links, mode: TextMode
) -> Pair:
    """A copy and the record that it is a copy of. ``about``: all that was found of the two."""
    left, right = sides
    found = about[0]
    compared = differences(left.text, right.text, whole=mode == "full") if left and right and mode != "none" else None
    keeps = found.code != OTHER_ORIGIN  # there both are to be looked at
    return Pair(
        number=number,
        code=found.code,
        kind=found.name,
        messages=tuple(finding.message for finding in about),
        left=_side(found, left, False, links),
        right=_side(found.related[0], right, keeps, links),
        rows=compared.rows if compared else None,
        unread=compared.unread if compared else 0,
    )


def _side(stands: Finding | Place, read: Read | None, keep: bool, links: Links) -> Side:
    at = read.at if read else At(stands.path, stands.line)
    said = (read.metadata.title, read.metadata.author, read.metadata.date) if read else ()
    return Side(place(*at, stands.record), tuple(filter(None, said)), keep, links.records.get(at))


def _found(findings: Sequence[Finding], pairs: Sequence[int]) -> Iterator[Found]:
    for number, f in enumerate(findings, 1):
        copies = tuple(pairs) if f.code.startswith("DU") else ()
        yield Found(number, f.code, f.name, f.severity, _where(f), f.message, copies)


def _where(found: Finding) -> str:
    begin = f"{found.line}:{found.column}"
    return f"{begin} to {found.end_line}:{found.end_column}" if found.end - found.start > LONG else begin


def _text(text: str, findings: Sequence[Finding], mode: TextMode) -> tuple[Snippet, ...] | None:
    if mode == "none":
        return None
    ends = (f.end if f.end - f.start <= LONG else f.start for f in findings)
    spans = [
        Span(f.start, min(end, len(text)), number)
        for number, (f, end) in enumerate(zip(findings, ends, strict=True), 1)
    ]
    inside = [span for span in spans if span.start <= len(text)]
    return marked(text, inside, whole=mode == "full", most=CHARACTERS[mode])


def _about(verdict: Verdict, metadata: Metadata | None) -> Iterator[tuple[str, str]]:
    if verdict.record is not None:
        yield "id", verdict.record
    for name, value in zip(Metadata._fields, metadata or (), strict=False):
        if value and name != "title":
            yield name, value
    yield "density", f"higher than that of {verdict.percentile:g} % of all records"


def _receipt(verdict: Verdict) -> Iterator[Point]:
    for reason in verdict.reasons:
        times = f"{reason.count:,} ×" if reason.count > 1 else ""
        note = "what is over the cap of the family" if not reason.count else f"{times} {reason.name}".strip()
        yield Point(reason.code, f"{note}; decides by itself" if reason.veto else note, reason.points)


def _why(verdict: Verdict) -> str:
    said = []
    if vetoes := [reason.code for reason in verdict.reasons if reason.veto]:
        said.append(f"{' and '.join(vetoes)} alone decides, whatever the points.")
    if verdict.too_short:
        said.append("Too short to be judged.")
    if verdict.counterfactual:
        said.append(f"Without {', '.join(verdict.counterfactual.without)}: {verdict.counterfactual.verdict}.")
    return " ".join(said)


def _checked(verdict: Verdict) -> str:
    rules = f"{verdict.checked} rules"
    return f"{rules}; not applicable: {', '.join(verdict.na)}" if verdict.na else rules
