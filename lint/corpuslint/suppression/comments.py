"""Comments in Markdown that suppress findings: ``<!-- corpuslint: ignore[BP101] why -->``.

``ignore[…]`` holds for the next block, ``ignore-line[…]`` for the comment's line (of a comment that stands alone, the
next line), ``disable[…]`` up to ``enable[…]`` or the end, ``file-ignore[…]`` for the whole text. Codes are mandatory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpuslint.engine_codes import CODES
from corpuslint.escape import quote
from corpuslint.formats.report import Report, order
from corpuslint.lazy import lazy_pattern
from corpuslint.nearest import did_you_mean
from corpuslint.read.problem import problem
from corpuslint.read.record import Record
from corpuslint.suppression.codes import complaint, reaches

MARK = "corpuslint:"

_COMMENT = lazy_pattern(r"<!--\s*corpuslint:(?P<body>(?:(?!-->)[\s\S])*)-->")
_BODY = lazy_pattern(r"\s*(?P<verb>[a-z-]+)\[(?P<codes>[^\]]*)\](?:\s[\s\S]*)?")
_BLANK_LINE = lazy_pattern(r"(?:\r\n|\r|\n)[ \t]*(?=\r|\n|$)")
_BREAK = lazy_pattern(r"\r\n|\r|\n")
_WORD = lazy_pattern(r"\S")
_VERBS = ("ignore", "ignore-line", "disable", "enable", "file-ignore")


@dataclass
class Directive:
    """A comment at ``start`` to ``end`` that suppresses one code from ``first`` to ``last``."""

    start: int
    end: int
    selector: str
    first: int
    last: int
    used: bool = field(default=False)


def heed(
    record: Record, text: str, reports: Sequence[Report], active: Mapping[str, str], known: Mapping[str, str]
) -> list[Report]:
    """The reports of a Markdown text, those that a comment suppresses marked, and what is wrong with comments added.

    ``text``: the record's without code; ``active`` and ``known``: the names of the rules that run, and of all, by code.
    What is found inside a comment is dropped.
    """
    problems: list[Report] = []
    directives = list(_directives(record, text, known, problems))
    spans = [found.span() for found in _COMMENT.finditer(text)]
    kept = [_marked(report, report.finding.start - record.offset, directives) for report in reports]
    kept = [r for r in kept if not any(s <= r.finding.start - record.offset < e for s, e in spans)]
    for unused in (d for d in directives if not d.used):
        if any(reaches(unused.selector, code, name) for code, name in active.items()):
            message = f"comment suppresses nothing: there is no {unused.selector} here"
            problems.append(_problem(record, "CL909", unused.start, unused.end, message))
    return sorted([*kept, *problems], key=order)


def _marked(report: Report, at: int, directives: Sequence[Directive]) -> Report:
    finding = report.finding
    if finding.code in CODES:
        return report
    holding = [d for d in directives if d.first <= at < d.last and reaches(d.selector, finding.code, finding.name)]
    for directive in holding:
        directive.used = True
    return report._replace(suppression="comment") if holding else report


def _directives(record: Record, text: str, known: Mapping[str, str], problems: list[Report]) -> Iterator[Directive]:
    disabled: dict[str, Directive] = {}
    for comment in _COMMENT.finditer(text):
        start, end = comment.span()
        verb, selectors, wrong = _read(comment["body"], known)
        problems += [_problem(record, "CL910", start, end, message) for message in wrong]
        for selector in selectors:
            if verb == "enable":
                if selector not in disabled:
                    message = f"enable[{selector}] without a disable[{selector}] before it"
                    problems.append(_problem(record, "CL909", start, end, message))
                else:
                    disabled.pop(selector).last = start
                continue
            directive = Directive(start, end, selector, *_scope(verb, text, start, end))
            if verb == "disable":
                if selector in disabled:
                    disabled[selector].last = start
                disabled[selector] = directive
            yield directive


def _read(body: str, known: Mapping[str, str]) -> tuple[str, list[str], list[str]]:
    """The verb and the selectors that a comment names, and what is wrong with it."""
    found = _BODY.fullmatch(body)
    if not found:
        return "", [], ["not understood: a comment is like <!-- corpuslint: ignore[BP101] why -->"]
    verb = found["verb"]
    if verb not in _VERBS:
        return "", [], [f"no directive {quote(verb)}{did_you_mean(verb, _VERBS)}: there are {', '.join(_VERBS)}"]
    named = [part.strip() for part in found["codes"].split(",") if part.strip()]
    if not named:
        return verb, [], [f"{verb}[] names no code: a comment suppresses only what it names"]
    wrong = {selector: message for selector in named if (message := complaint(selector, known))}
    return verb, [selector for selector in named if selector not in wrong], list(wrong.values())


def _scope(verb: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Where a comment at ``start`` to ``end`` suppresses; a ``disable`` ends where an ``enable`` ends it."""
    if verb == "file-ignore":
        return 0, len(text) + 1
    if verb == "disable":
        return end, len(text) + 1
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line_end = _end(text, end)
    alone = not text[line_start:start].strip() and not text[end:line_end].strip()
    if verb == "ignore-line":
        return _next_line(text, line_end) if alone else (line_start, line_end + 1)
    word = _WORD.search(text, end)
    first = word.start() if word else len(text)
    blank = _BLANK_LINE.search(text, first)
    return first, (blank.start() if blank else len(text)) + 1


def _next_line(text: str, line_end: int) -> tuple[int, int]:
    ended = _BREAK.match(text, line_end)
    first = ended.end() if ended else len(text)
    return first, _end(text, first) + 1


def _end(text: str, at: int) -> int:
    """Where the line ends that holds this place."""
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def _problem(record: Record, code: str, start: int, end: int, message: str) -> Report:
    line, column, _, end_column = record.place(start, end)
    return Report(problem(code, record.path, message, line, column, end_column=end_column))
