"""From findings to edits: what each rule allows, as far as it is wanted."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from corpuslint.clean.edits import Edit, disjoint, trimmed
from corpuslint.doc import Doc, Line
from corpuslint.finding import Finding
from corpuslint.rule import Fix, RemoveLine, Rewrite
from corpuslint.sentences import sentence_spans

SHORT = 160
"""Code points of a line that may go as a whole without ``unsafe``: a longer one may hold a paragraph."""


def edits_for(
    text: str, masked: str, findings: Iterable[Finding], fixes: Mapping[str, Fix], *, offset: int, unsafe: bool
) -> list[Edit]:
    """What to do about the findings of a text, whose places count from ``offset``.

    ``masked``: the text as rules have seen it. Where it differs, in code for one, nothing is changed.
    """
    repairs: list[Edit] = []
    removals: dict[int, list[tuple[int, int, str, bool]]] = defaultdict(list)
    doc = Doc(text)
    for finding in findings:
        fix, start, end = fixes[finding.code], finding.start - offset, finding.end - offset
        match fix:
            case Rewrite():
                spans = [(start, end), *((place.start - offset, place.end - offset) for place in finding.related)]
                repairs += _repairs(text, masked, spans, finding.code, fix)
            case RemoveLine():
                for index in range(doc.line_index(start), doc.line_index(max(start, end - 1)) + 1):
                    removals[index].append((start, end, finding.code, fix.safe))
    lines = doc.lines
    gone = [edit for index in sorted(removals) for edit in _removals(lines[index], removals[index], unsafe)]
    gone = [edit for edit in gone if text[edit.start : edit.end] == masked[edit.start : edit.end]]
    whole = _with_breaks(text, lines, gone)
    return disjoint(edit for edit in (*whole, *repairs) if edit.start < edit.end or edit.after)


def _repairs(text: str, masked: str, spans: Iterable[tuple[int, int]], code: str, fix: Rewrite) -> Iterator[Edit]:
    for start, end in spans:
        before = text[start:end]
        after = fix.repair(before) if before == masked[start:end] else None
        if after is not None and after != before:
            yield trimmed(text, Edit(start, end, after, (code,), fix.safe))


def _removals(line: Line, hits: Sequence[tuple[int, int, str, bool]], unsafe: bool) -> Iterator[Edit]:
    """The sentences of a line that have a hit; all of it, if all have, and only then without ``unsafe``."""
    sentences = [(line.start + s, line.start + e) for s, e in sentence_spans(line.text)] or [(line.start, line.end)]
    edits = []
    for start, end in sentences:
        of = [hit for hit in hits if hit[0] < end and start < hit[1]]
        if of:
            codes = tuple(sorted({code for _, _, code, _ in of}))
            edits.append(Edit(start, end, "", codes, all(safe for *_, safe in of) and len(line.text) <= SHORT))
    if len(edits) == len(sentences):
        codes = tuple(sorted({code for edit in edits for code in edit.codes}))
        whole = Edit(line.start, line.end, "", codes, all(edit.safe for edit in edits))
        if unsafe or whole.safe:
            yield whole
    elif unsafe:
        yield from (edit._replace(safe=False) for edit in edits)


def _with_breaks(text: str, lines: Sequence[Line], edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits, those of whole lines with the break, those of sentences with the spaces before or after."""
    starts = [line.start for line in lines]
    indices = [bisect_right(starts, edit.start) - 1 for edit in edits]
    whole = {i for i, edit in zip(indices, edits, strict=True) if edit[:2] == lines[i][:2]}
    for index, edit in zip(indices, edits, strict=True):
        line = lines[index]
        if index in whole:
            after = index + 1 + _spare(lines, index, whole)
            yield edit._replace(end=lines[after].start if after < len(lines) else line.end)
            continue
        head, tail = text[line.start : edit.start], text[edit.end : line.end]
        if head.strip():
            yield edit._replace(start=line.start + len(head.rstrip()))
        else:
            yield edit._replace(end=line.end - len(tail.lstrip()))


def _spare(lines: Sequence[Line], index: int, gone: Container[int]) -> bool:
    """Whether the line after one that goes is blank and would meet another blank line, or the text's beginning."""
    above = index - 1
    while above in gone:
        above -= 1
    below = index + 1
    return below + 1 < len(lines) and not lines[below].text.strip() and (above < 0 or not lines[above].text.strip())
