"""Heuristics about whole texts: each a number for every text, by the name that presets use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._membership import among
from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._lines import LINE_STATISTICS, ends_with_ellipsis, holding, words_by_line
from corpuslint_rules.text_statistics._presets import Limit, Preset
from corpuslint_rules.text_statistics._text import ALNUM, DIGIT, LETTER, SPACE
from corpuslint_rules.text_statistics._words import addresses, codes_of

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Bools, Ints, Spans, Values

Statistic = Callable[[Counted, Preset, Limit], Any]

_URL = lazy_pattern(r"https?://\S+|www\.\S+")
_BRACKETS = "()[]{}"
_SHORT = 5
"""Words of a sequence. Where few of these stand again, few longer ones do."""


def _words(counted: Counted, preset: Preset, _: Limit) -> Ints:
    return counted.words(preset).contents


def _characters(counted: Counted, _: Preset, __: Limit) -> Ints:
    return counted.text.sizes


def _sentences(counted: Counted, preset: Preset, limit: Limit) -> Ints:
    return counted.sentences(preset, limit)


def _mean_word_length(counted: Counted, preset: Preset, _: Limit) -> Values:
    words = counted.words(preset)
    lengths = counted.text.sums(words.lengths * words.content, words.spans.starts)
    return share(lengths, words.contents)


def _longest_word(counted: Counted, _: Preset, __: Limit) -> Ints:
    return _longest(counted, counted.pieces.spans)


def _newlines_per_word(counted: Counted, preset: Preset, _: Limit) -> Values:
    return share(counted.text.numbers(counted.text.newlines), counted.words(preset).numbers)


def _short_lines(counted: Counted, _: Preset, limit: Limit) -> Values:
    lines = counted.text.filled_lines
    return _share_of(counted, lines, lines.ends - lines.starts <= limit.length)


def _mean_line_length(counted: Counted, _: Preset, __: Limit) -> Values:
    lines = counted.text.lines
    return _share_of(counted, lines, lines.ends - lines.starts)


def _longest_line(counted: Counted, _: Preset, __: Limit) -> Ints:
    return _longest(counted, counted.text.lines)


def _long_lines(counted: Counted, _: Preset, limit: Limit) -> Ints:
    starts, ends = counted.text.filled_lines
    found: Ints = counted.text.sums(ends - starts >= limit.length, starts)
    return found


def _ended_lines(counted: Counted, _: Preset, limit: Limit) -> Values:
    return _share_of(counted, counted.text.filled_lines, ended(counted, limit))


def ended(counted: Counted, limit: Limit) -> Bools:
    """The filled lines whose last character is one of the marks."""
    return among(counted.text.codes[counted.text.filled_lines.ends - 1], codes_of(limit.marks))


def _bullet_lines(counted: Counted, _: Preset, limit: Limit) -> Values:
    return _share_of(counted, counted.text.lines, bullets(counted, limit))


def bullets(counted: Counted, limit: Limit) -> Bools:
    """The lines that begin with one of the marks."""
    starts, ends = counted.text.inner_lines
    return among(counted.text.codes[starts], codes_of(limit.marks)) & (ends > starts)


def _ellipsis_lines(counted: Counted, _: Preset, __: Limit) -> Values:
    text = counted.text
    return _share_of(counted, text.lines, ends_with_ellipsis(text, text.inner_lines))


def _terms(counted: Counted, preset: Preset, limit: Limit) -> Ints:
    """The lines left in which a term stands."""
    text = counted.text
    found: Ints = text.sums(holding(text, limit.terms) & counted.left(preset, limit), text.lines.starts)
    return found


def _removed_words(counted: Counted, preset: Preset, limit: Limit) -> Values:
    """The share of words in lines that the limits above remove."""
    text, words = counted.text, words_by_line(counted.text, counted.pieces)
    removed = text.sums(words * ~counted.left(preset, limit), text.lines.starts)
    return share(removed, text.sums(words, text.lines.starts))


def _repeated_lines(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(counted.text.numbers(counted.lines.again.starts), counted.lines.totals)


def _repeated_line_characters(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(_sizes(counted, counted.lines.again), counted.text.sizes)


def _repeated_filled_line_characters(counted: Counted, _: Preset, __: Limit) -> Values:
    text = counted.text
    return share(_sizes(counted, counted.filled_lines.again), text.sizes - text.numbers(text.newlines))


def _repeated_paragraphs(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(counted.text.numbers(counted.paragraphs.again.starts), counted.paragraphs.totals)


def _repeated_paragraph_characters(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(_sizes(counted, counted.paragraphs.again), counted.text.sizes)


def _top_sequence(counted: Counted, preset: Preset, limit: Limit) -> Values:
    """A bound: see ``CLOSER``."""
    return share(counted.sequences(preset).top_at_most(limit.n), counted.text.sizes)


def _top_sequence_exactly(counted: Counted, preset: Preset, limit: Limit, docs: Ints) -> Values:
    return share(counted.sequences(preset).top(limit.n, docs), counted.text.sizes[docs])


def _repeated_sequences(counted: Counted, preset: Preset, limit: Limit) -> Values:
    """A bound: see ``CLOSER``."""
    return share(counted.sequences(preset).again_at_most(min(limit.n, _SHORT)), counted.text.sizes)


def _repeated_sequences_at_most(counted: Counted, preset: Preset, limit: Limit, docs: Ints) -> Values:
    return share(counted.sequences(preset).again_at_most_in(limit.n, docs), counted.text.sizes[docs])


def _repeated_sequences_exactly(counted: Counted, preset: Preset, limit: Limit, docs: Ints) -> Values:
    return share(counted.sequences(preset).again_characters(limit.n, docs), counted.text.sizes[docs])


def _hashes_per_word(counted: Counted, preset: Preset, _: Limit) -> Values:
    return share(counted.text.counts("#"), counted.words(preset).numbers)


def _ellipses_per_word(counted: Counted, preset: Preset, _: Limit) -> Values:
    return share(counted.text.counts("...") + counted.text.counts("…"), counted.words(preset).numbers)


def _words_with_letter(counted: Counted, preset: Preset, _: Limit) -> Values:
    words = counted.words(preset)
    return _share_of(counted, words.spans, words.having(LETTER))


def _stop_words(counted: Counted, preset: Preset, limit: Limit) -> Ints:
    import numpy as np  # noqa: PLC0415

    words = counted.words(preset)
    stops, terms = words.among(limit.terms)
    seen = np.zeros((counted.text.count, len(limit.terms)), bool)
    seen[words.owners[stops], terms] = True
    found: Ints = seen.sum(axis=1)
    return found


def _stop_word_share(counted: Counted, preset: Preset, limit: Limit) -> Values:
    words = counted.words(preset)
    stops, _ = words.among(limit.terms)
    return share(counted.text.numbers(words.spans.starts[stops]), words.numbers)


def _alphanumeric(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(counted.text.kind_counts(ALNUM), counted.text.sizes)


def _digits(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(counted.text.kind_counts(DIGIT), counted.text.sizes)


def _white_space(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(counted.text.kind_counts(SPACE), counted.text.sizes)


def _bracket_characters(counted: Counted, _: Preset, __: Limit) -> Values:
    return share(sum(map(counted.text.counts, _BRACKETS)), counted.text.sizes)


def _url_characters(counted: Counted, _: Preset, __: Limit) -> Values:
    import numpy as np  # noqa: PLC0415

    text = counted.text
    starts, ends = np.array(list(addresses(text, _URL)), np.int64).reshape(-1, 2).T
    return share(text.sums(ends - starts, starts), text.sizes)


def _removed_lines(counted: Counted, _: Preset, limit: Limit) -> Ints:
    inner = counted.text.inner_lines
    found: Ints = counted.text.sums(counted.failing(limit) & (inner.ends > inner.starts), counted.text.lines.starts)
    return found


def _sizes(counted: Counted, spans: Spans) -> Any:
    return counted.text.sums(spans.ends - spans.starts, spans.starts)


def _share_of(counted: Counted, spans: Spans, values: Any) -> Values:
    """The mean of values, which may be flags, that belong to the spans of a text."""
    return share(counted.text.sums(values, spans.starts), counted.text.numbers(spans.starts))


def _longest(counted: Counted, spans: Spans) -> Ints:
    import numpy as np  # noqa: PLC0415

    longest = np.zeros(counted.text.count, np.int64)
    np.maximum.at(longest, counted.text.owners(spans.starts), spans.ends - spans.starts)
    return longest


def share(part: Any, whole: Any) -> Values:
    """Part of whole; 0 of nothing."""
    import numpy as np  # noqa: PLC0415

    found: Values = np.divide(part, whole, out=np.zeros(len(whole)), where=whole != 0)
    return found


CLOSER: dict[str, tuple[Callable[[Counted, Preset, Limit, Ints], Values], ...]] = {
    "top-sequence": (_top_sequence_exactly,),
    "repeated-sequences": (_repeated_sequences_at_most, _repeated_sequences_exactly),
}
"""Of statistics that are a bound, quick to find for all texts: closer ones for some texts, the last the number."""

STATISTICS: dict[str, Statistic] = {
    "words": _words,
    "characters": _characters,
    "sentences": _sentences,
    "mean-word-length": _mean_word_length,
    "longest-word": _longest_word,
    "breaks-per-word": _newlines_per_word,
    "short-lines": _short_lines,
    "mean-length-of-lines": _mean_line_length,
    "longest-of-lines": _longest_line,
    "long-paragraphs": _long_lines,
    "ended-lines": _ended_lines,
    "bullet-lines": _bullet_lines,
    "ellipsis-lines": _ellipsis_lines,
    "terms": _terms,
    "removed-words": _removed_words,
    "repeated-lines": _repeated_lines,
    "repeated-line-characters": _repeated_line_characters,
    "repeated-filled-line-characters": _repeated_filled_line_characters,
    "repeated-paragraphs": _repeated_paragraphs,
    "repeated-paragraph-characters": _repeated_paragraph_characters,
    "top-sequence": _top_sequence,
    "repeated-sequences": _repeated_sequences,
    "hashes-per-word": _hashes_per_word,
    "ellipses-per-word": _ellipses_per_word,
    "words-with-letter": _words_with_letter,
    "stop-words": _stop_words,
    "stop-word-share": _stop_word_share,
    "alphanumeric-characters": _alphanumeric,
    "digits": _digits,
    "white-space": _white_space,
    "bracket-characters": _bracket_characters,
    "url-characters": _url_characters,
    **dict.fromkeys(LINE_STATISTICS, _removed_lines),
}
