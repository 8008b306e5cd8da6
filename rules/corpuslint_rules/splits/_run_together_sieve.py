"""Words run together, found in many records at once: small words not listed that fall into two listed ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from corpuslint.lazy import lazy_pattern
from corpuslint_rules.english import frequency, small_text
from corpuslint_rules.english.buffer_words import data, stand_free, unlisted
from corpuslint_rules.english.lookup import PAD, lookup
from corpuslint_rules.english.small_text import is_plain, is_unlisted
from corpuslint_rules.splits._run_together import KNOWN, doubtful_parts, parts

if TYPE_CHECKING:
    import numpy.typing as npt

    from corpuslint.scan.buffer import Buffer, Places

    Array = npt.NDArray[Any]

_LEAST = round(KNOWN * 10) - 2
"""Tenths of Zipf that both parts have at least: two less than a part that is known, as to be in doubt."""

_NEVER_BEFORE = b"0123456789.@/\\&#'~+=<>:" + bytes(range(ord("A"), 256))
_NEVER_BEHIND = b"0123456789@/\\=_<>+&(`"
"""Bytes beside what the rule takes for no word."""

_DAMAGED = 400
"""With one sign of damage in so many characters, words that may be compounds are taken for two."""

_SHORT = 2000
"""Only texts of fewer characters are searched for other damage; in longer ones there is enough of the same kind."""

_SCAR = lazy_pattern(
    r"[a-z]{2}- [a-z]{3}|(?<=[a-z]{3})\.[A-Z][a-z]{2} |(?<= )(?:of|in|on|to|for)the(?= )"
    r"|(?<= )(?:The|Since|Which|of|and|in)(?=[A-Z][a-z]{3})|(?<= )The(?=[bcdghpt][a-z]{4})"
    r"|(?:[a-z]{2}|\d),[a-z]{3,}(?= )"
)
"""Hyphens of line ends and spaces lost elsewhere."""


def places(buffer: Buffer) -> Places:
    """Where a word stands that was run together from two."""
    return _places_in_plain(buffer) if is_plain(buffer) else _places(buffer)


def _places_in_plain(buffer: Buffer) -> list[int]:
    words = ((word.start, word.text) for word in small_text.words(buffer) if is_unlisted(word.text))
    small = ((at, word) for at, word in words if buffer.data[at - 1] <= ord("@") and word.isascii() and word.islower())
    return _kept(buffer, [(at, word) for at, part in small if _has_cut(word := part.decode())])


def _has_cut(word: str) -> bool:
    """Whether ``_divisible`` has it."""
    cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return _is_known(word.removeprefix("a")) or any(_is_known(first) and _is_known(second) for first, second in cuts)


def _is_known(word: str) -> bool:
    return round(frequency(word) * 10) >= _LEAST


def _places(buffer: Buffer) -> list[int]:
    import numpy as np  # noqa: PLC0415

    text = data(buffer)
    starts, ends = unlisted(buffer)
    alone = np.flatnonzero(stand_free(text, starts, ends, _NEVER_BEFORE, _NEVER_BEHIND))
    starts, ends = starts[alone], ends[alone]
    divisible = _divisible(text, starts, ends)
    starts, ends = starts[divisible] - PAD, ends[divisible] - PAD
    found = ((start, buffer.data[start:end]) for start, end in zip(starts.tolist(), ends.tolist(), strict=True))
    return _kept(buffer, [(at, word.decode()) for at, word in found if word.isascii() and word.islower()])


def _kept(buffer: Buffer, suspects: list[tuple[int, str]]) -> list[int]:
    """Where words stand that are surely two, and in damaged records those that may be."""
    sure = [parts(word) is not None for _, word in suspects]
    record = [buffer.record_at(at) for at, _ in suspects]
    certain, doubtful = Counter[int](), Counter[int]()
    for index, is_sure in zip(record, sure, strict=True):
        (certain if is_sure else doubtful)[index] += 1
    damaged = {index for index, count in doubtful.items() if is_damaged(_text(buffer, index), certain[index], count)}
    return [
        at
        for (at, word), index, is_sure in zip(suspects, record, sure, strict=True)
        if is_sure or (index in damaged and doubtful_parts(word) is not None)
    ]


def _text(buffer: Buffer, index: int) -> str:
    start, end = buffer.spans[index]
    return buffer.data[start:end].decode("utf-8", "surrogatepass")


def is_damaged(text: str, certain: int, doubtful: int) -> bool:
    """Whether a text, in which so many words are surely two and so many may be, lost so many spaces or kept so many
    hyphens that one more is to be expected anywhere."""
    certain += len(_SCAR.findall(text)) if len(text) < _SHORT else 0
    return certain > 0 and (certain + doubtful / 2) * _DAMAGED >= len(text)


def _divisible(text: Array, starts: Array, ends: Array) -> Array:
    """Which words have a cut with two listed words of some frequency beside it, or are "a" and one."""
    import numpy as np  # noqa: PLC0415

    cuts = ends - starts - 3
    word = np.repeat(np.arange(len(starts)), cuts)
    at = starts[word] + 2 + np.arange(len(word)) - np.repeat(np.cumsum(cuts) - cuts, cuts)
    first = lookup(text, starts[word], at).frequency > _LEAST
    word, at = word[first], at[first]
    divisible = lookup(text, starts + (text[starts] == ord("a")), ends).frequency > _LEAST
    divisible[word[lookup(text, at, ends[word]).frequency > _LEAST]] = True
    return divisible
