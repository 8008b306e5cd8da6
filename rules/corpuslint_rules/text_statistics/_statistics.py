"""Heuristics about a whole text: each a number, by the name that presets use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from corpuslint.lazy import lazy_pattern
from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._lines import LINE_STATISTICS, ends_with_ellipsis, holding, words_by_line
from corpuslint_rules.text_statistics._presets import Limit, Preset
from corpuslint_rules.text_statistics._repetition import SHORTEST
from corpuslint_rules.text_statistics._text import ALNUM, DIGIT, LETTER, SPACE
from corpuslint_rules.text_statistics._words import among, codes_of, hashes_of

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Bools

Statistic = Callable[[Counted, Preset, Limit], float]

_URL = lazy_pattern(r"https?://\S+|www\.\S+")
_BRACKETS = "()[]{}"


def _words(counted: Counted, preset: Preset, _: Limit) -> float:
    return float(counted.words(preset).content.sum())


def _characters(counted: Counted, _: Preset, __: Limit) -> float:
    return len(counted.text.text)


def _sentences(counted: Counted, preset: Preset, limit: Limit) -> float:
    return counted.sentences(preset, limit)


def _mean_word_length(counted: Counted, preset: Preset, _: Limit) -> float:
    words = counted.words(preset)
    return share(words.lengths[words.content].sum(), words.content.sum())


def _longest_word(counted: Counted, _: Preset, __: Limit) -> float:
    return int(counted.pieces.lengths.max(initial=0))


def _newlines_per_word(counted: Counted, preset: Preset, _: Limit) -> float:
    return share(len(counted.text.newlines), len(counted.words(preset)))


def _short_lines(counted: Counted, _: Preset, limit: Limit) -> float:
    starts, ends = counted.text.filled_lines
    return share((ends - starts <= limit.length).sum(), len(starts))


def _mean_line_length(counted: Counted, _: Preset, __: Limit) -> float:
    starts, ends = counted.text.lines
    return share((ends - starts).sum(), len(starts))


def _longest_line(counted: Counted, _: Preset, __: Limit) -> float:
    starts, ends = counted.text.lines
    return int((ends - starts).max(initial=0))


def _long_lines(counted: Counted, _: Preset, limit: Limit) -> float:
    starts, ends = counted.text.filled_lines
    return int((ends - starts >= limit.length).sum())


def _ended_lines(counted: Counted, _: Preset, limit: Limit) -> float:
    return share(ended(counted, limit).sum(), len(counted.text.filled_lines.starts))


def ended(counted: Counted, limit: Limit) -> Bools:
    """The filled lines whose last character is one of the marks."""
    return among(counted.text.codes[counted.text.filled_lines.ends - 1], codes_of(limit.marks))


def _bullet_lines(counted: Counted, _: Preset, limit: Limit) -> float:
    return share(bullets(counted, limit).sum(), len(counted.text.lines.starts))


def bullets(counted: Counted, limit: Limit) -> Bools:
    """The lines that begin with one of the marks."""
    import numpy as np  # noqa: PLC0415

    starts, ends = counted.text.inner_lines
    codes = counted.text.codes[np.minimum(starts, len(counted.text.codes) - 1)]
    return among(codes, codes_of(limit.marks)) & (ends > starts)


def _ellipsis_lines(counted: Counted, _: Preset, __: Limit) -> float:
    text = counted.text
    return share(ends_with_ellipsis(text, text.inner_lines).sum(), len(text.lines.starts))


def _terms(counted: Counted, preset: Preset, limit: Limit) -> float:
    """The lines left in which a term stands."""
    text = counted.text.lower
    if not any(term in text for term in limit.terms):
        return 0
    return float((holding(counted.text, limit.terms) & counted.left(preset, limit)).sum())


def _removed_words(counted: Counted, preset: Preset, limit: Limit) -> float:
    """The share of words in lines that the limits above remove."""
    words = words_by_line(counted.text, counted.pieces)
    return share(words[~counted.left(preset, limit)].sum(), words.sum())


def _repeated_lines(counted: Counted, _: Preset, __: Limit) -> float:
    return share(len(counted.lines.again.starts), counted.lines.total)


def _repeated_line_characters(counted: Counted, _: Preset, __: Limit) -> float:
    return share(counted.lines.characters, len(counted.text.text))


def _repeated_filled_line_characters(counted: Counted, _: Preset, __: Limit) -> float:
    return share(counted.filled_lines.characters, len(counted.text.text) - len(counted.text.newlines))


def _repeated_paragraphs(counted: Counted, _: Preset, __: Limit) -> float:
    return share(len(counted.paragraphs.again.starts), counted.paragraphs.total)


def _repeated_paragraph_characters(counted: Counted, _: Preset, __: Limit) -> float:
    return share(counted.paragraphs.characters, len(counted.text.text))


def _top_sequence(counted: Counted, preset: Preset, limit: Limit) -> float:
    return share(counted.sequences(preset).top(limit.n).characters, len(counted.text.text))


def _repeated_sequences(counted: Counted, preset: Preset, limit: Limit) -> float:
    sequences = counted.sequences(preset)
    return share(sequences.characters(sequences.again(limit.n), limit.n), len(counted.text.text))


def _hashes_per_word(counted: Counted, preset: Preset, _: Limit) -> float:
    return share(counted.text.text.count("#"), len(counted.words(preset)))


def _ellipses_per_word(counted: Counted, preset: Preset, _: Limit) -> float:
    text = counted.text.text
    return share(text.count("...") + text.count("…"), len(counted.words(preset)))


def _words_with_letter(counted: Counted, preset: Preset, _: Limit) -> float:
    words = counted.words(preset)
    return share(words.having(LETTER).sum(), len(words))


def _stop_words(counted: Counted, preset: Preset, limit: Limit) -> float:
    import numpy as np  # noqa: PLC0415

    hashes, terms = counted.words(preset).hashes, hashes_of(limit.terms)
    return len(np.unique(hashes[among(hashes, terms)]))


def _stop_word_share(counted: Counted, preset: Preset, limit: Limit) -> float:
    words = counted.words(preset)
    return share(among(words.hashes, hashes_of(limit.terms)).sum(), len(words))


def _alphanumeric(counted: Counted, _: Preset, __: Limit) -> float:
    return share(counted.text.count(ALNUM), len(counted.text.text))


def _digits(counted: Counted, _: Preset, __: Limit) -> float:
    return share(counted.text.count(DIGIT), len(counted.text.text))


def _white_space(counted: Counted, _: Preset, __: Limit) -> float:
    return share(counted.text.count(SPACE), len(counted.text.text))


def _bracket_characters(counted: Counted, _: Preset, __: Limit) -> float:
    return share(sum(map(counted.text.text.count, _BRACKETS)), len(counted.text.text))


def _url_characters(counted: Counted, _: Preset, __: Limit) -> float:
    text = counted.text.text
    return share(sum(end - start for start, end in map(_span, _URL.finditer(text))), len(text))


def _span(match: Any) -> tuple[int, int]:
    start, end = match.span()
    return start, end


def _removed_lines(counted: Counted, _: Preset, limit: Limit) -> float:
    inner = counted.text.inner_lines
    return float((counted.failing(limit) & (inner.ends > inner.starts)).sum())


def share(part: float, whole: float) -> float:
    """Part of whole; 0 of nothing."""
    return float(part) / float(whole) if whole else 0.0


def _top_sequence_at_most(counted: Counted, preset: Preset, limit: Limit) -> float:
    return share(counted.sequences(preset).top_at_most(limit.n), len(counted.text.text))


def _repeated_sequences_at_most(counted: Counted, preset: Preset, limit: Limit) -> float:
    return share(counted.sequences(preset).most_again, len(counted.text.text)) if limit.n >= SHORTEST else 1.0


AT_MOST: dict[str, Statistic] = {
    "top-sequence": _top_sequence_at_most,
    "repeated-sequences": _repeated_sequences_at_most,
}
"""Bounds that are quicker to find than the numbers: most texts are far below their limits."""

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
