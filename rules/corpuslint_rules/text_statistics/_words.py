"""Words of texts, by the tokeniser that a preset names.

``words`` parts words and punctuation marks much as spaCy does for English: marks at a word's edges stand alone, a
hyphen or slash between letters too, ``'s`` and ``n't`` are words, ``3.14``, ``U.S.`` and ``Mr.`` are whole.
``whitespace`` parts at white space only. ``datatrove`` asks datatrove's own, where it is installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from corpuslint.lazy import lazy_pattern
from corpuslint.scan.buffer import of_one
from corpuslint_rules._membership import among
from corpuslint_rules.text_statistics._text import (
    CONTENT,
    DIGIT,
    LETTER,
    LOWER,
    PUNCTUATION,
    SPACE,
    UPPER,
    WORD,
    Spans,
    Text,
)

if TYPE_CHECKING:
    from corpuslint_rules.text_statistics._text import Bools, Codes, Hashes, Ints, Kinds

_URL = lazy_pattern(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]']")
_INSIDE = "/\\@-|~^+"
"""Marks that stay with a word at whose edge they stand."""

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof St Jr Sr Inc Ltd Co Corp Bros Gen Gov Rep Rev Sen Adm Messrs vs e.g i.e E.g I.e a.m p.m Ph.D "
    "D.C "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass "
    "Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Va Wash Wis"
)


class Words:
    """The words of texts in order. ``spans``: where they stand; ``hashes``: equal for equal words."""

    def __init__(self, text: Text, spans: Spans):
        self.text = text
        self.spans = spans

    def __len__(self) -> int:
        return len(self.spans.starts)

    @cached_property
    def lengths(self) -> Ints:
        return self.spans.ends - self.spans.starts

    @cached_property
    def hashes(self) -> Hashes:
        return self.text.hashes(self.spans)

    @cached_property
    def owners(self) -> Ints:
        """The text of each word."""
        import numpy as np  # noqa: PLC0415

        return np.repeat(np.arange(self.text.count), self.numbers)

    @cached_property
    def bounds(self) -> tuple[Ints, Ints]:
        """Which words are each text's: from and to (exclusive)."""
        return self.text.bounds(self.spans.starts)

    @property
    def numbers(self) -> Ints:
        """Words of each text."""
        first, last = self.bounds
        return last - first

    @cached_property
    def _edges(self) -> tuple[Kinds, Kinds]:
        """What the first and the last character of each word is."""
        return self.text.kinds[self.spans.starts], self.text.kinds[self.spans.ends - 1]

    def having(self, kind: int) -> Bools:
        """Whether each word has a character of this kind, which is none of white space."""
        import numpy as np  # noqa: PLC0415

        first, last = self._edges
        found: Bools = (first | last) & kind != 0
        inside = (~found & (self.lengths > 2)).nonzero()[0]
        if len(inside):
            bounds = np.stack((self.spans.starts[inside], self.spans.ends[inside]), axis=1).ravel()
            found[inside] = np.bitwise_or.reduceat(self.text.kinds, bounds)[::2] & kind != 0
        return found

    @cached_property
    def content(self) -> Bools:
        """Whether a word is more than punctuation."""
        return self.having(CONTENT)

    @cached_property
    def contents(self) -> Ints:
        """How many words of each text are more than punctuation."""
        found: Ints = self.text.sums(self.content, self.spans.starts)
        return found

    def among(self, terms: tuple[str, ...]) -> tuple[Ints, Ints]:
        """The words that are one of the terms, and which one each is."""
        import numpy as np  # noqa: PLC0415

        known, high = hashes_of(terms), np.uint64(52)
        maybe = np.zeros(1 << 12, bool)
        maybe[known >> high] = True
        words = maybe[self.hashes >> high].nonzero()[0]
        words = words[among(self.hashes[words], known)]
        return words, known.searchsorted(self.hashes[words])

    @cached_property
    def sentences_begun(self) -> tuple[Ints, Ints]:
        """Words that are no punctuation before which ``. ? !`` stands, and the last such word before each."""
        import numpy as np  # noqa: PLC0415

        codes, (first, last) = self.text.codes[self.spans.starts], self._edges
        ends = (self.lengths == 1) & ((codes == 46) | (codes == 63) | (codes == 33) | (codes == 0x3002))
        others = (first & last & PUNCTUATION == 0).nonzero()[0]
        begun = others.searchsorted(ends.nonzero()[0])
        begun = begun[(np.diff(begun, prepend=0) > 0) & (begun < len(others))]
        return others[begun], others[begun - 1]


def whitespace(text: Text) -> Words:
    """What white space parts."""
    return Words(text, text.pieces)


def words(text: Text) -> Words:
    """Words and punctuation marks; see the module."""
    import numpy as np  # noqa: PLC0415

    kinds, pieces = text.kinds, text.pieces
    marks = (kinds & (WORD | SPACE) == 0).nonzero()[0]
    alone, goes_on, begins = _marks(marks, kinds, text.codes, _urls(text))
    edges = np.zeros(len(kinds), bool)
    edges[alone] = edges[alone + 1] = True
    edges[pieces.ends] = edges[goes_on] = False
    edges[pieces.starts] = edges[begins] = True
    starts = edges.nonzero()[0]
    firsts = (kinds[starts - 1] & SPACE != 0).nonzero()[0]  # of a piece
    ends = np.append(starts[1:], pieces.ends[-1:])
    ends[firsts[1:] - 1] = pieces.ends[:-1]
    return _abbreviated(Words(text, Spans(starts, ends)))


def _marks(marks: Ints, kinds: Any, codes: Any, urls: Bools | None) -> tuple[Ints, Ints, Ints]:
    """Which marks stand alone, which of those go on with the mark before, and where else a word begins."""
    import numpy as np  # noqa: PLC0415

    if not len(marks):
        return marks, marks, marks
    code, before, after = codes[marks], kinds[marks - 1], kinds[marks + 1]
    first = np.diff(marks, prepend=-9) != 1
    run = np.cumsum(first) - 1
    opens, closes = first.nonzero()[0], np.append(first.nonzero()[0][1:], len(marks)) - 1
    at_edge = (((before[opens] | after[closes]) & SPACE) != 0)[run]
    alone = at_edge & ~_among(code, _INSIDE)
    dot = code == 46
    repeated = (codes[marks - 1] == code) & ((code == 46) | (code == 39))
    capital = (before & UPPER != 0) & (kinds[marks - 2] & UPPER == 0)
    alone &= ~(dot & capital & (after & SPACE != 0))
    alone &= ~(dot & (before & SPACE != 0) & (after & WORD != 0))
    to_letter = after & LETTER != 0
    letter, alnum = before & LETTER != 0, before & (LETTER | DIGIT) != 0
    alone |= to_letter & letter & (code == 44)
    alone |= to_letter & alnum & (_among(code, "-:<>=/") | (code == 0x2013) | (code == 0x2014))
    alone |= dot & (before & LOWER != 0) & (after & UPPER != 0)
    alone |= (before & DIGIT != 0) & (after & DIGIT != 0) & _among(code, "+-*^")
    alone |= dot & (repeated | (codes[marks + 1] == 46))
    if urls is not None:
        alone &= ~urls[marks]
    goes_on = alone & repeated
    goes_on[1:] &= alone[:-1]
    begins = _contractions(marks, code, codes, before, kinds)
    return marks[alone.nonzero()[0]], marks[goes_on.nonzero()[0]], begins


def _contractions(marks: Ints, code: Any, codes: Any, before: Any, kinds: Any) -> Ints:
    """Where ``'s``, ``'ll`` and ``n't`` begin."""
    import numpy as np  # noqa: PLC0415

    apostrophes = marks[(((code == 39) | (code == 0x2019)) & (before & LETTER != 0)).nonzero()[0]]
    apostrophes = apostrophes[kinds[apostrophes + 1] & LETTER != 0]
    following = codes[apostrophes + 1] | 32
    is_not = (following == 116) & (codes[apostrophes - 1] | 32 == 110)
    known = is_not | _among(following, "slrvmd")
    begins: Ints = np.where(is_not, apostrophes - 1, apostrophes)[known]
    return begins


def _among(codes: Any, characters: str) -> Bools:
    table = _set_of(characters)
    import numpy as np  # noqa: PLC0415

    found: Bools = table[np.minimum(codes, 128)]
    return found


@lru_cache(maxsize=16)
def _set_of(characters: str) -> Bools:
    import numpy as np  # noqa: PLC0415

    table = np.zeros(129, bool)
    table[[ord(character) for character in characters]] = True
    return table


def _urls(text: Text) -> Bools | None:
    """Whether each character belongs to a web address; None where there is none."""
    import numpy as np  # noqa: PLC0415

    spans = list(addresses(text, _URL))
    if not spans:
        return None
    inside = np.zeros(len(text.codes), bool)
    for start, end in spans:
        inside[start:end] = True
    return inside


def addresses(text: Text, pattern: Any) -> Iterator[tuple[int, int]]:
    """What the pattern matches where a web address may begin."""
    whole, free = text.text, 0
    found = text.places(("://", "www.")).tolist()
    for start in sorted(at - 4 - (whole[at - 1] in "sS") if whole[at] == ":" else at for at in found):
        match = pattern.match(whole, start) if start >= free else None
        if match:
            free = match.end()
            yield start, free


def _abbreviated(words: Words) -> Words:
    """The words with the full stop of an abbreviation put back to it."""
    import numpy as np  # noqa: PLC0415

    starts, ends = words.spans
    if len(starts) < 2:
        return words
    stops = (words.text.codes[starts[1:]] == 46).nonzero()[0]
    stops = stops[(ends[stops] == starts[stops + 1]) & (ends[stops] - starts[stops] < 7)]
    stops = stops[words.text.kinds[starts[stops]] & LETTER != 0]
    hashes = words.text.hashes(Spans(starts[stops], ends[stops]))
    known = stops[among(hashes, _abbreviation_hashes())]
    if not len(known):
        return words
    ends = ends.copy()
    ends[known] = ends[known + 1]
    return Words(words.text, Spans(np.delete(starts, known + 1), np.delete(ends, known + 1)))


@lru_cache(maxsize=1)
def _abbreviation_hashes() -> Hashes:
    return hashes_of(tuple(_ABBREVIATIONS.split()))


@lru_cache(maxsize=16)
def hashes_of(terms: tuple[str, ...]) -> Hashes:
    """The hashes of these words, as ``Words.hashes`` has them, ascending."""
    hashes = whitespace(Text(of_one(" ".join(terms)))).hashes
    hashes.sort()
    return hashes


@lru_cache(maxsize=64)
def codes_of(marks: str) -> Codes:
    """The code points of these marks, ascending."""
    import numpy as np  # noqa: PLC0415

    return np.array(sorted(map(ord, marks)) or [0x10FFFF], np.uint32)


def datatrove(text: Text) -> Words:
    """The words of datatrove's tokeniser for English, which is spaCy's."""
    import numpy as np  # noqa: PLC0415
    from datatrove.utils.text import split_into_words  # noqa: PLC0415 (optional)

    starts, ends = [], []
    for at, end in zip(*map(np.ndarray.tolist, text.docs), strict=True):
        for word in split_into_words(text.text[at:end]):
            at = text.text.index(word, at)  # noqa: PLW2901 (the place in this text)
            starts.append(at)
            at += len(word)  # noqa: PLW2901
            ends.append(at)
    return Words(text, Spans(np.array(starts, np.int64), np.array(ends, np.int64)))


TOKENISERS: dict[str, Callable[[Text], Words]] = {f.__name__: f for f in (words, whitespace, datatrove)}
