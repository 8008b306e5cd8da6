"""Where a limit is crossed: the repeated passage, the lines, or else the text's first line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from corpuslint import Doc, Hit
from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._lines import ends_with_ellipsis, holding
from corpuslint_rules.text_statistics._measuring import label, number
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
        text = f"{_singular(label(limit))} ({preset.name})"
        for start, end in _chosen(counted.text.inner_lines, counted.failing(limit)):
            if end > start:
                yield Hit(start, end, text)
        return
    beyond = f"below {number(limit.min)}" if limit.min is not None and value < limit.min else ""
    beyond = beyond or f"above {number(limit.max or 0)}"
    text = f"{label(limit)}: {number(value)}, {beyond} ({preset.name})"
    places = list(islice(_places(counted, preset, limit), _MOST + 1)) or [_first_line(counted.text)]
    yield Hit(*places[0], text, related=tuple(places[1:]))


def _singular(label: str) -> str:
    return label.replace("lines that do not end", "line does not end").replace("lines", "line", 1)


def _places(counted: Counted, preset: Preset, limit: Limit) -> Iterable[Span]:
    """What makes the number what it is, the passage to look at first."""
    text = counted.text
    match limit.statistic:
        case "repeated-lines" | "repeated-line-characters":
            return _repeated(counted.lines)
        case "repeated-filled-line-characters":
            return _repeated(counted.filled_lines)
        case "repeated-paragraphs" | "repeated-paragraph-characters":
            return _repeated(counted.paragraphs)
        case "top-sequence":
            return _sequences(counted, preset, counted.sequences(preset).top(limit.n).places.tolist(), limit.n)
        case "repeated-sequences":
            pairs = counted.sequences(preset).again(limit.n)
            return _sequences(counted, preset, [place for pair in pairs for place in pair], limit.n)
        case "terms":
            return _chosen(text.inner_lines, holding(text, limit.terms) & counted.left(preset, limit))
        case "short-lines":
            lines = text.filled_lines
            return _chosen(lines, lines.ends - lines.starts <= limit.length)
        case "ended-lines":
            return _chosen(text.filled_lines, ~ended(counted, limit))
        case "bullet-lines":
            return _chosen(text.inner_lines, bullets(counted, limit))
        case "ellipsis-lines":
            return _chosen(text.inner_lines, ends_with_ellipsis(text, text.inner_lines))
        case "longest-word":
            words = counted.pieces
            return _chosen(words.spans, words.lengths > (limit.max or 0))
        case "removed-words":
            inner = text.inner_lines
            return _chosen(inner, ~counted.left(preset, limit) & (inner.ends > inner.starts))
    return ()


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
