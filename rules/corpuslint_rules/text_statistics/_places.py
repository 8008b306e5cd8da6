"""Where a limit is crossed: the repeated passage, the lines, or else the text's first line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from corpuslint import Hit
from corpuslint.numbers import number
from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._lines import ends_with_ellipsis, holding, words_by_line
from corpuslint_rules.text_statistics._measuring import label
from corpuslint_rules.text_statistics._presets import Limit, Preset
from corpuslint_rules.text_statistics._repetition import Repeated
from corpuslint_rules.text_statistics._statistics import bullets, ended
from corpuslint_rules.text_statistics._text import Spans

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Ints

Span = tuple[int, int]
Finder: TypeAlias = Callable[[int], Iterable[Span]]
"""The places in a text, the one to look at first in front."""

_MOST = 10
"""Places that a finding names beside its own."""


def hits(counted: Counted, preset: Preset, limit: Limit, values: Any, docs: Ints) -> Iterator[tuple[int, list[Hit]]]:
    """What is found in each of the texts that cross the limit, in order and apart from each other."""
    if not len(docs):
        return
    if limit.statistic.startswith("line-"):
        yield from _line_hits(counted, preset, limit)
        return
    make = _FINDERS.get(limit.statistic)
    find: Finder = make(counted, preset, limit) if make else lambda _: ()
    about, lines = label(limit), counted.first_lines.only(docs)
    columns = docs, values[docs], counted.text.docs.starts[docs], *lines
    for doc, value, start, line, stop in zip(*(column.tolist() for column in columns), strict=True):
        beyond = f"below {number(limit.min)}" if limit.min is not None and value < limit.min else ""
        beyond = beyond or f"above {number(limit.max or 0)}"
        found = list(islice(find(doc), _MOST + 1)) or [(line, stop)]
        place, *others = [(a - start, b - start) for a, b in found]
        yield doc, [Hit(*place, f"{about}: {number(value)}, {beyond} ({preset.name})", related=tuple(others))]


def _line_hits(counted: Counted, preset: Preset, limit: Limit) -> Iterator[tuple[int, list[Hit]]]:
    """A hit for each run of lines to remove, blank ones among them aside."""
    import numpy as np  # noqa: PLC0415

    text, filled = counted.text, (counted.text.inner_lines.ends > counted.text.inner_lines.starts).nonzero()[0]
    lines, taken = text.inner_lines.only(filled), counted.failing(limit)[filled]
    first, last = text.bounds(lines.starts)
    joined = np.append(False, taken[1:] & taken[:-1])  # with the line before
    joined[first[first < len(filled)]] = False
    firsts = (taken & ~joined).nonzero()[0]
    lasts = (taken & ~np.append(joined[1:], False)).nonzero()[0]
    said = _said(counted, preset, limit, filled[firsts], lasts - firsts + 1)
    rows = [*zip(lines.starts[firsts].tolist(), lines.ends[lasts].tolist(), said, strict=True)]
    own = (text.docs.starts, firsts.searchsorted(first), firsts.searchsorted(last))
    for doc, (offset, row, stop) in enumerate(zip(*map(np.ndarray.tolist, own), strict=True)):
        if stop > row:
            hits = [(start - offset, end - offset, message, None, (), None) for start, end, message in rows[row:stop]]
            yield doc, [*map(Hit._make, hits)]


def _said(counted: Counted, preset: Preset, limit: Limit, firsts: Ints, counts: Ints) -> Iterator[str]:
    """What is said of runs of lines: of ``Text.lines`` their firsts, and how many there are."""
    text, lines = counted.text.text, counted.text.inner_lines.only(firsts)
    starts, ends = lines.starts.tolist(), lines.ends.tolist()
    known: Iterable[str | int]
    match limit.statistic:
        case "line-words":
            known = words_by_line(counted.text, counted.pieces)[firsts].tolist()
        case "line-end-mark":
            dots = ends_with_ellipsis(counted.text, lines, dots_only=True).tolist()
            known = ["..." if dotted else text[end - 1] for end, dotted in zip(ends, dots, strict=True)]
        case _:
            known = [text[start:end] for start, end in zip(starts, ends, strict=True)]

    @cache
    def message(line: str | int, count: int) -> str:
        more = f"; lines in all: {count}" if count > 1 else ""
        return f"{_about_line(limit, line)}{more} ({preset.name})"

    return map(message, known, counts.tolist())


def _about_line(limit: Limit, line: Any) -> str:
    """What a limit has against a line, with its number. ``line``: its text, its end or its number of words."""
    match limit.statistic:
        case "line-end-mark":
            return f'line ends with "{line}", not with one of {limit.marks}'
        case "line-words":
            return f"words of the line: {line}, below {number(limit.min or 0)}"
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
    if len(group) == 1:
        return group[0]
    longest = max(group, key=lambda hit: hit.end - hit.start)
    presets: dict[str, list[str]] = {}
    for hit in group:
        said, _, preset = (hit.message or "").rpartition(" (")
        presets.setdefault(said, []).append(preset.rstrip(")"))
    parts = (f"{said} ({', '.join(dict.fromkeys(names))})" for said, names in presets.items())
    return longest._replace(message="; ".join(parts))


def _top(counted: Counted, preset: Preset, limit: Limit) -> Finder:
    def find(doc: int) -> Iterable[Span]:
        return _sequences(counted, preset, counted.sequences(preset).top_places(limit.n, doc).tolist(), limit.n)

    return find


def _again(counted: Counted, preset: Preset, limit: Limit) -> Finder:
    def find(doc: int) -> Iterable[Span]:
        pairs = counted.sequences(preset).again(limit.n, doc)[: _MOST + 1]
        return _sequences(counted, preset, [place for pair in pairs for place in pair], limit.n)

    return find


def _sequences(counted: Counted, preset: Preset, places: Sequence[int], n: int) -> Iterator[Span]:
    spans = counted.words(preset).spans
    for place in dict.fromkeys(places):
        yield int(spans.starts[place]), int(spans.ends[place + n - 1])


def _with_terms(counted: Counted, preset: Preset, limit: Limit) -> Finder:
    return _chosen(counted, counted.text.inner_lines, holding(counted.text, limit.terms) & counted.left(preset, limit))


def _short(counted: Counted, _: Preset, limit: Limit) -> Finder:
    lines = counted.text.filled_lines
    return _chosen(counted, lines, lines.ends - lines.starts <= limit.length)


def _not_ended(counted: Counted, _: Preset, limit: Limit) -> Finder:
    return _chosen(counted, counted.text.filled_lines, ~ended(counted, limit))


def _bullets(counted: Counted, _: Preset, limit: Limit) -> Finder:
    return _chosen(counted, counted.text.inner_lines, bullets(counted, limit))


def _ellipses(counted: Counted, _: Preset, __: Limit) -> Finder:
    return _chosen(counted, counted.text.inner_lines, ends_with_ellipsis(counted.text, counted.text.inner_lines))


def _long_words(counted: Counted, _: Preset, limit: Limit) -> Finder:
    return _chosen(counted, counted.pieces.spans, counted.pieces.lengths > (limit.max or 0))


def _removed(counted: Counted, preset: Preset, limit: Limit) -> Finder:
    lines = counted.text.inner_lines
    return _chosen(counted, lines, ~counted.left(preset, limit) & (lines.ends > lines.starts))


def _chosen(counted: Counted, spans: Spans, chosen: Any) -> Finder:
    """The first that are chosen."""
    spans = spans.only(chosen)
    first, last = counted.text.bounds(spans.starts)

    def find(doc: int) -> Iterable[Span]:
        own = slice(first[doc], min(last[doc], first[doc] + _MOST + 1))
        return zip(spans.starts[own].tolist(), spans.ends[own].tolist(), strict=True)

    return find


def _repeated(counted: Counted, found: Repeated) -> Finder:
    """The longest passage that stands again, where it stood before, then the others."""
    filled = found.again.ends > found.again.starts
    again, before = found.again.only(filled), found.before.only(filled)
    first, last = counted.text.bounds(again.starts)

    def find(doc: int) -> Iterator[Span]:
        start, stop = int(first[doc]), int(last[doc])
        if start < stop:
            longest = start + int((again.ends[start:stop] - again.starts[start:stop]).argmax())
            yield int(again.starts[longest]), int(again.ends[longest])
            yield int(before.starts[longest]), int(before.ends[longest])
            for other in range(start, stop):
                if other != longest:
                    yield int(again.starts[other]), int(again.ends[other])

    return find


_FINDERS: dict[str, Callable[[Counted, Preset, Limit], Finder]] = {
    "repeated-lines": lambda counted, _, __: _repeated(counted, counted.lines),
    "repeated-line-characters": lambda counted, _, __: _repeated(counted, counted.lines),
    "repeated-filled-line-characters": lambda counted, _, __: _repeated(counted, counted.filled_lines),
    "repeated-paragraphs": lambda counted, _, __: _repeated(counted, counted.paragraphs),
    "repeated-paragraph-characters": lambda counted, _, __: _repeated(counted, counted.paragraphs),
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
