"""A text as arrays: code points, kinds of characters, hashes of any stretch, lines. Made once, for all presets."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint import Doc

    Ints: TypeAlias = NDArray[np.int64]
    Bools: TypeAlias = NDArray[np.bool_]
    Hashes: TypeAlias = NDArray[np.uint64]
    Codes: TypeAlias = NDArray[np.uint32]
    Kinds: TypeAlias = NDArray[np.uint16]

SPACE, LETTER, DIGIT, WORD, UPPER, LOWER, PUNCTUATION, SYMBOL, BREAK, ALNUM = (1 << i for i in range(10))

_BREAKS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~—–“”„’´…«»━►∶～、。〈〉《》「」【】（），．：；？！％"
_MULTIPLIER = 0x9E3779B97F4A7C15
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)


class Spans(NamedTuple):
    """Stretches of a text: code points ``starts[i]`` to ``ends[i]`` (exclusive)."""

    starts: Ints
    ends: Ints


class Text:
    """The arrays of a document. Everything is computed when first asked."""

    def __init__(self, doc: Doc):
        import numpy as np  # noqa: PLC0415 (a run without presets needs none of it)

        self.text = doc.text
        self.codes: Codes = np.frombuffer(doc.text.encode("utf-32-le", "surrogatepass"), np.uint32)

    @cached_property
    def kinds(self) -> Kinds:
        """What each character is: a sum of ``SPACE``, ``LETTER`` …"""
        codes, table = self.codes, _kinds()
        if self.text.isascii() or not (beyond := codes >= len(table)).any():
            return table[codes]
        kinds = table[codes * ~beyond]
        kinds[beyond] = [kind_of(chr(code)) for code in codes[beyond]]
        return kinds

    @cached_property
    def lower(self) -> str:
        return self.text.lower()

    @cached_property
    def lower_starts(self) -> Ints:
        """Where the lines begin in ``lower``."""
        import numpy as np  # noqa: PLC0415

        if len(self.lower) == len(self.text):
            return self.lines.starts
        lengths = [len(self.text[a:b].lower()) for a, b in pairwise([*self.lines.starts.tolist(), len(self.text)])]
        return np.cumsum([0, *lengths[:-1]])

    @cached_property
    def repeats(self) -> bool:
        """Whether any line stands again, white space at its ends aside: without that no paragraph does either."""
        lines = [line.strip() for line in self.text.split("\n") if line]
        return len(set(lines)) < len(lines) or (self.text[:1] == "\n" == self.text[-1:])

    @cached_property
    def _sums(self) -> Hashes:
        import numpy as np  # noqa: PLC0415

        sums = np.zeros(len(self.codes) + 1, np.uint64)
        np.cumsum((self.codes + np.uint64(1)) * _powers(len(self.codes), _MULTIPLIER)[:-1], out=sums[1:])
        return sums

    def hashes(self, spans: Spans) -> Hashes:
        """A hash for each stretch; stretches of the same characters have the same."""
        import numpy as np  # noqa: PLC0415

        sums = self._sums
        hashes = (sums[spans.ends] - sums[spans.starts]) * _powers(len(self.codes), _INVERSE)[spans.starts]
        return mixed(hashes + (spans.ends - spans.starts).astype(np.uint64))

    @cached_property
    def visible(self) -> Ints:
        """Where characters stand that are no white space."""
        found: Ints = (self.kinds & SPACE == 0).nonzero()[0]
        return found

    def stripped(self, spans: Spans) -> Spans:
        """The stretches without white space at their ends; empty ones where there is nothing else."""
        import numpy as np  # noqa: PLC0415

        first, last = np.searchsorted(self.visible, spans.starts), np.searchsorted(self.visible, spans.ends)
        places = np.append(self.visible, len(self.codes))
        starts = np.minimum(places[first], spans.ends)
        return Spans(starts, np.where(last > first, places[last - 1] + 1, starts))

    @cached_property
    def newlines(self) -> Ints:
        found: Ints = (self.codes == 10).nonzero()[0]
        return found

    @cached_property
    def lines(self) -> Spans:
        """Lines as ``str.splitlines`` has them, without their breaks."""
        import numpy as np  # noqa: PLC0415

        if not len(self.codes):
            return Spans(self.newlines, self.newlines)
        at = (self.kinds & BREAK != 0).nonzero()[0]
        after = at + 1
        if "\r\n" in self.text:
            second = (self.codes[at] == 10) & (self.codes[at - 1] == 13) & (at > 0)
            after, at = after[~np.append(second[1:], False)], at[~second]
        starts, ends = np.concatenate(([0], after)), np.append(at, len(self.codes))
        return Spans(starts[:-1], ends[:-1]) if starts[-1] == len(self.codes) else Spans(starts, ends)

    @cached_property
    def inner_lines(self) -> Spans:
        """The lines without white space at their ends."""
        return self.stripped(self.lines)

    @cached_property
    def filled_lines(self) -> Spans:
        """What stands between line feeds and is not blank, with its white space."""
        lines = split_at(self.newlines, len(self.codes))
        inner = self.stripped(lines)
        filled = inner.ends > inner.starts
        return Spans(lines.starts[filled], lines.ends[filled])

    def count(self, kind: int) -> int:
        """Characters of this kind."""
        return int((self.kinds & kind != 0).sum())


def split_at(breaks: Ints, end: int) -> Spans:
    """What stands between breaks of one character."""
    import numpy as np  # noqa: PLC0415

    return Spans(np.concatenate(([0], breaks + 1)), np.append(breaks, end))


def mixed(hashes: Hashes) -> Hashes:
    """Hashes with all that tells them apart in their high bits."""
    import numpy as np  # noqa: PLC0415

    return (hashes ^ (hashes >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)


def kind_of(character: str) -> int:
    """What a character is, as a sum of the constants above."""
    import unicodedata  # noqa: PLC0415

    category = unicodedata.category(character)
    alnum = character.isalnum()
    facts = (
        (character.isspace(), SPACE),
        (character.isalpha(), LETTER),
        (character.isdigit(), DIGIT),
        (alnum or category[0] == "M", WORD),
        (character.isupper(), UPPER),
        (character.islower(), LOWER),
        (category[0] == "P", PUNCTUATION),
        (character in _SYMBOLS or category == "Cc", SYMBOL),
        (character in _BREAKS, BREAK),
        (alnum, ALNUM),
    )
    return sum(kind for holds, kind in facts if holds)


@lru_cache(maxsize=1)
def _kinds() -> Kinds:
    import numpy as np  # noqa: PLC0415

    return np.fromiter((kind_of(chr(code)) for code in range(0x3100)), np.uint16, 0x3100)


def _powers(size: int, base: int) -> Hashes:
    powers: Hashes = _power_table(max(12, size.bit_length()), base)[: size + 1]
    return powers


@lru_cache(maxsize=8)
def _power_table(bits: int, base: int) -> Any:
    import numpy as np  # noqa: PLC0415

    powers = np.full((1 << bits) + 1, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers, out=powers)
