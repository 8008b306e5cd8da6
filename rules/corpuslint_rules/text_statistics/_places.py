"""Where a limit is crossed: the repeated passage, the lines, or else the text's first line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from corpuslint import Doc, Hit
from corpuslint.numbers import number
from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._lines import ends_with_ellipsis, holding
from corpuslint_rules.text_statistics._measuring import label
from corpuslint_rules.text_statistics._presets import Limit, Preset
from corpuslint_rules.text_statistics._repetition import Repeated
from corpuslint_rules.text_statistics._statistics import bullets, ended
from corpuslint_rules.text_statistics._text import Spans, Text

Span = tuple[int, int]

_MOST = 20
"""Places that a finding names beside its own."""


def hits(doc: Doc, preset: Preset, limit: Limit, value: float) -> Iterator[Hit]:
    """What is found where the limit is crossed."""
    counted = doc.once(Counted)
    if limit.statistic.startswith("line-"):
        for start, end, first, lines in _runs(counted.text, counted.failing(limit)):
            more = f"; lines in all: {lines}" if lines > 1 else ""
            yield Hit(start, end, f"{_about_line(doc.text[start:first], limit)}{more} ({preset.name})")
        return
    beyond = f"below {number(limit.min)}" if limit.min is not None and value < limit.min else ""
    beyond = beyond or f"above {number(limit.max or 0)}"
    text = f"{label(limit)}: {number(value)}, {beyond} ({preset.name})"
    places = list(islice(_places(counted, preset, limit), _MOST + 1)) or [_first_line(counted.text)]
    yield Hit(*places[0], text, related=tuple(places[1:]))


def _runs(text: Text, failing: Any) -> Iterator[tuple[int, int, int, int]]:
    """Runs of lines, blank ones among them aside: start, end, the end of the first line, how many lines."""
    import numpy as np  # noqa: PLC0415

    starts, ends = text.inner_lines
    filled = (ends > starts).nonzero()[0]
    taken = failing[filled]
    edges = np.diff(taken.astype(np.int8), prepend=0, append=0)
    for first, after in zip((edges == 1).nonzero()[0].tolist(), (edges == -1).nonzero()[0].tolist(), strict=True):
        line, last = filled[first], filled[after - 1]
        yield int(starts[line]), int(ends[last]), int(ends[line]), after - first


def _about_line(line: str, limit: Limit) -> str:
    """What a limit has against a line, with its number."""
    match limit.statistic:
        case "line-end-mark":
            return f'line ends with "{line[-3:] if line.endswith("...") else line[-1]}", not with one of {limit.marks}'
        case "line-words":
            return f"words of the line: {len(line.split())}, below {number(limit.min or 0)}"
        case "line-word-length":
            return f"characters of a word: {max(map(len, line.split()))}, above {number(limit.max or 0)}"
        case "line-terms":
            return f"line with {next(term for term in limit.terms if term in line.lower())}"
        case "line-counter":
            return "line is a counter"
    kind, of = ("capitals", str.isupper) if limit.statistic == "line-upper-case" else ("digits", str.isdigit)
    return f"share of {kind} in the line: {number(sum(map(of, line)) / len(line))}, above {number(limit.max or 0)}"


def merged(found: Iterable[Hit]) -> Iterator[Hit]:
    """Of hits that overlap the longest, which says what all of them say: one rule shows one finding at a place."""
    group: list[Hit] = []
    end = 0
    for hit in sorted(found, key=lambda hit: hit.start):
        if group and hit.start >= end:
            yield _one(group)
            group, end = [], 0
        group.append(hit)
        end = max(end, hit.end)
    if group:
        yield _one(group)


def _one(group: Sequence[Hit]) -> Hit:
    longest = max(group, key=lambda hit: hit.end - hit.start)
    presets: dict[str, list[str]] = {}
    for hit in group:
        said, _, preset = (hit.message or "").rpartition(" (")
        presets.setdefault(said, []).append(preset.rstrip(")"))
    parts = (f"{said} ({', '.join(dict.fromkeys(names))})" for said, names in presets.items())
    return longest._replace(message="; ".join(parts))


def _places(counted: Counted, preset: Preset, limit: Limit) -> Iterable[Span]:
    """What makes the number what it is, the passage to look at first."""
    find = _FINDERS.get(limit.statistic)
    return find(counted, preset, limit) if find else ()


def _top(counted: Counted, preset: Preset, limit: Limit) -> Iterable[Span]:
    return _sequences(counted, preset, counted.sequences(preset).top(limit.n).places.tolist(), limit.n)


def _again(counted: Counted, preset: Preset, limit: Limit) -> Iterable[Span]:
    pairs = counted.sequences(preset).again(limit.n)
    return _sequences(counted, preset, [place for pair in pairs for place in pair], limit.n)


def _with_terms(counted: Counted, preset: Preset, limit: Limit) -> Iterable[Span]:
    return _chosen(counted.text.inner_lines, holding(counted.text, limit.terms) & counted.left(preset, limit))


def _short(counted: Counted, _: Preset, limit: Limit) -> Iterable[Span]:
    lines = counted.text.filled_lines
    return _chosen(lines, lines.ends - lines.starts <= limit.length)


def _not_ended(counted: Counted, _: Preset, limit: Limit) -> Iterable[Span]:
    return _chosen(counted.text.filled_lines, ~ended(counted, limit))


def _bullets(counted: Counted, _: Preset, limit: Limit) -> Iterable[Span]:
    return _chosen(counted.text.inner_lines, bullets(counted, limit))


def _ellipses(counted: Counted, _: Preset, __: Limit) -> Iterable[Span]:
    return _chosen(counted.text.inner_lines, ends_with_ellipsis(counted.text, counted.text.inner_lines))


def _long_words(counted: Counted, _: Preset, limit: Limit) -> Iterable[Span]:
    return _chosen(counted.pieces.spans, counted.pieces.lengths > (limit.max or 0))


def _removed(counted: Counted, preset: Preset, limit: Limit) -> Iterable[Span]:
    lines = counted.text.inner_lines
    return _chosen(lines, ~counted.left(preset, limit) & (lines.ends > lines.starts))


def _chosen(spans: Spans, chosen: Any) -> Iterator[Span]:
    for index in chosen.nonzero()[0].tolist():
        yield int(spans.starts[index]), int(spans.ends[index])


def _repeated(found: Repeated) -> Iterator[Span]:
    """The longest passage that stands again, where it stood before, then the others."""
    again = [(int(a), int(b)) for a, b in zip(*found.again, strict=True) if b > a]
    if again:
        at = max(range(len(again)), key=lambda i: again[i][1] - again[i][0])
        yield again.pop(at)
        filled = (found.again.ends > found.again.starts).nonzero()[0]
        yield int(found.before.starts[filled[at]]), int(found.before.ends[filled[at]])
    yield from again


def _sequences(counted: Counted, preset: Preset, places: Sequence[int], n: int) -> Iterator[Span]:
    spans = counted.words(preset).spans
    for place in dict.fromkeys(places):
        if place + n <= len(spans.ends):
            yield int(spans.starts[place]), int(spans.ends[place + n - 1])


def _first_line(text: Text) -> Span:
    """The first line that is not blank: where a finding about the whole text is shown."""
    starts, ends = text.filled_lines
    return (int(starts[0]), int(ends[0])) if len(starts) else (0, len(text.text))


_FINDERS: dict[str, Callable[[Counted, Preset, Limit], Iterable[Span]]] = {
    "repeated-lines": lambda counted, _, __: _repeated(counted.lines),
    "repeated-line-characters": lambda counted, _, __: _repeated(counted.lines),
    "repeated-filled-line-characters": lambda counted, _, __: _repeated(counted.filled_lines),
    "repeated-paragraphs": lambda counted, _, __: _repeated(counted.paragraphs),
    "repeated-paragraph-characters": lambda counted, _, __: _repeated(counted.paragraphs),
    "top-sequence": _top,
    "repeated-sequences": _again,
    "terms": _with_terms,
    "short-lines": _short,
    "ended-lines": _not_ended,
    "bullet-lines": _bullets,
    "ellipsis-lines": _ellipses,
    "longest-word": _long_words,
    "removed-words": _removed,
}
