"""Texts as arrays, many at once: code points, kinds of characters, hashes of any stretch, lines. For all presets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from corpuslint.scan.buffer import of_one

if TYPE_CHECKING:
    import hyperscan
    import numpy as np
    from numpy.typing import NDArray

    from corpuslint import Doc
    from corpuslint.scan.buffer import Buffer

    Ints: TypeAlias = NDArray[np.int64]
    Bools: TypeAlias = NDArray[np.bool_]
    Hashes: TypeAlias = NDArray[np.uint64]
    Codes: TypeAlias = NDArray[np.uint32] | NDArray[np.uint8]
    Kinds: TypeAlias = NDArray[np.uint16]
    Values: TypeAlias = NDArray[np.float64]

SPACE, LETTER, DIGIT, WORD, UPPER, LOWER, PUNCTUATION, CONTENT, BREAK, ALNUM = (1 << i for i in range(10))

_BREAKS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~—–“”„’´…«»━►∶～、。〈〉《》「」【】（），．：；？！％"
_MULTIPLIER = 0x9E3779B97F4A7C15
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)
_SALT = 0xD1342543DE82EF95


class Spans(NamedTuple):
    """Stretches: code points ``starts[i]`` to ``ends[i]`` (exclusive) of the joined texts."""

    starts: Ints
    ends: Ints

    def only(self, chosen: Any) -> Spans:
        """Those that are chosen, by a flag each or by their indices."""
        at = chosen.nonzero()[0] if chosen.dtype == bool else chosen  # several times as fast as by flags
        return Spans(self.starts[at], self.ends[at])


class Text:
    """The arrays of texts that are joined, a line feed before and after each. Computed when first asked.

    ``docs``: where the texts stand. Words and lines never reach from one to another.
    """

    def __init__(self, buffer: Buffer):
        import numpy as np  # noqa: PLC0415 (a run without presets needs none of it)

        self.data, self.bytes, self.byte_docs = buffer.data, buffer.bytes, Spans(buffer.starts, buffer.ends)
        self.text = buffer.data.decode("utf-8", "surrogatepass")
        self.count = buffer.count
        self._continuing = None if len(self.text) == len(self.data) else buffer.continuing
        self.codes: Codes = self.bytes
        if self._continuing is not None:
            self.codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        self.docs = Spans(self.characters(buffer.starts), self.characters(buffer.ends))
        self.sizes = self.docs.ends - self.docs.starts
        self._borders = np.append(self.docs.starts, len(self.codes))

    def characters(self, offsets: Any) -> Ints:
        """The code points at which these bytes stand."""
        found: Ints = offsets if self._continuing is None else offsets - self._continuing.searchsorted(offsets)
        return found

    def bounds(self, starts: Ints) -> tuple[Ints, Ints]:
        """Of things that begin at these places, ascending, which are each text's: from and to (exclusive)."""
        at = starts.searchsorted(self._borders)
        return at[:-1], at[1:]

    def owners(self, starts: Ints) -> Ints:
        """The text in which each of these places is."""
        found: Ints = self.docs.starts.searchsorted(starts, "right") - 1
        return found

    def numbers(self, starts: Ints) -> Ints:
        """How many of these places are in each text."""
        first, last = self.bounds(starts)
        return last - first

    def sums(self, values: Any, starts: Ints) -> Any:
        """The sum in each text of what belongs to these places."""
        import numpy as np  # noqa: PLC0415

        first, last = self.bounds(starts)
        some, sums = last > first, np.zeros(self.count, np.int64)
        if some.any():
            sums[some] = np.add.reduceat(values, first[some], dtype=np.int64)
        return sums

    def kind_counts(self, kind: int) -> Ints:
        """Characters of this kind in each text."""
        import numpy as np  # noqa: PLC0415

        spans = zip(*self.docs, strict=True)
        return np.array([np.count_nonzero(self.kinds[start:end] & kind) for start, end in spans], np.int64)

    def counts(self, part: str) -> Ints:
        """How often these characters stand in each text, none overlapping another."""
        import numpy as np  # noqa: PLC0415

        searched = np.frombuffer(part.encode(), np.uint8)
        same = self.bytes == searched[0]
        for at, byte in enumerate(searched[1:], 1):
            same = same[:-1] & (self.bytes[at:] == byte)
        places = same.nonzero()[0]
        if len(places) and np.diff(places).min(initial=len(searched)) < len(searched):
            places = np.fromiter(_apart(places.tolist(), len(searched)), np.int64)
        found: Ints = places.searchsorted(self.byte_docs.ends) - places.searchsorted(self.byte_docs.starts)
        return found

    @cached_property
    def kinds(self) -> Kinds:
        """What each character is: a sum of ``SPACE``, ``LETTER`` …"""
        codes, table = self.codes, _kinds()
        kinds = table.take(codes, mode="clip")
        if self._continuing is None or not (beyond := codes >= len(table)).any():
            return kinds
        kinds[beyond] = [kind_of(chr(code)) for code in codes[beyond]]
        return kinds

    def places(self, terms: tuple[str, ...]) -> Ints:
        """Where one of these terms stands, of which the letters of ASCII may be capitals; ascending."""
        import numpy as np  # noqa: PLC0415

        found, sizes = list[int](), [len(term.encode()) for term in terms]

        def on_match(term: int, _start: int, end: int, _flags: int, _context: object) -> None:
            found.append(end - sizes[term])

        _database(terms).scan(self.data, match_event_handler=on_match)
        return self.characters(np.array(sorted(found), np.int64))

    @cached_property
    def _sums(self) -> Hashes:
        import numpy as np  # noqa: PLC0415

        sums = np.zeros(len(self.codes) + 1, np.uint64)
        sums[1:] = self.codes
        sums[1:] *= _powers(len(self.codes), _MULTIPLIER)[:-1]
        np.cumsum(sums, out=sums)
        return sums

    def hashes(self, spans: Spans) -> Hashes:
        """A hash for each stretch; stretches of the same characters have the same."""
        import numpy as np  # noqa: PLC0415

        sums = self._sums
        hashes = (sums[spans.ends] - sums[spans.starts]) * _powers(len(self.codes), _INVERSE)[spans.starts]
        return mixed(hashes + (spans.ends - spans.starts).astype(np.uint64))

    @cached_property
    def pieces(self) -> Spans:
        """What white space parts."""
        solid = self.kinds & SPACE == 0
        edges = (solid[1:] != solid[:-1]).nonzero()[0] + 1  # the joined texts begin and end with white space
        return Spans(edges[::2], edges[1::2])

    def stripped(self, spans: Spans) -> Spans:
        """Stretches, between white space, without that at their ends; empty ones where there is nothing else."""
        import numpy as np  # noqa: PLC0415

        starts, ends = spans.starts.copy(), spans.ends.copy()
        edges = self.kinds[starts] | self.kinds[ends - 1]
        loose = ((edges & SPACE != 0) & (starts < ends)).nonzero()[0]
        pieces = self.pieces
        first, last = pieces.starts.searchsorted(starts[loose]), pieces.starts.searchsorted(ends[loose])
        starts[loose] = np.minimum(np.append(pieces.starts, len(self.codes))[first], ends[loose])
        ends[loose] = np.where(last > first, np.append(pieces.ends, 0)[last - 1], starts[loose])
        return Spans(starts, ends)

    @cached_property
    def _is_edge(self) -> Bools:
        """The line feeds that part the texts."""
        import numpy as np  # noqa: PLC0415

        edges = np.zeros(len(self.codes), bool)
        edges[0] = True
        edges[self.docs.ends] = True
        return edges

    @cached_property
    def newlines(self) -> Ints:
        """The line feeds within texts."""
        found: Ints = ((self.codes == 10) & ~self._is_edge).nonzero()[0]
        return found

    @cached_property
    def lines(self) -> Spans:
        """Lines as ``str.splitlines`` has them, without their breaks."""
        at = (self.kinds & BREAK != 0).nonzero()[0]
        lines, edge = Spans(at[:-1] + 1, at[1:]), self._is_edge[at[1:]]
        empty = lines.starts == lines.ends
        within_break = (self.codes[lines.ends] == 10) & (self.codes[lines.starts - 1] == 13)
        return lines.only(~(empty & (within_break | edge)))

    @cached_property
    def inner_lines(self) -> Spans:
        """The lines without white space at their ends."""
        return self.stripped(self.lines)

    @cached_property
    def filled_lines(self) -> Spans:
        """What stands between line feeds and is not blank, with its white space."""
        lines, inner = self.lines, self.inner_lines
        if (self.codes[lines.ends] != 10).any():  # other breaks
            at = (self.codes == 10).nonzero()[0]
            lines = Spans(at[:-1] + 1, at[1:])
            inner = self.stripped(lines)
        return lines.only(inner.ends > inner.starts)


def text_of(doc: Doc) -> Text:
    """A single document."""
    return Text(of_one(doc.text))


def mixed(hashes: Hashes) -> Hashes:
    """Hashes with all that tells them apart in their high bits."""
    import numpy as np  # noqa: PLC0415

    return (hashes ^ (hashes >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)


def salted(hashes: Hashes, owners: Ints) -> Hashes:
    """Hashes that differ from text to text."""
    import numpy as np  # noqa: PLC0415

    return hashes + owners.astype(np.uint64) * np.uint64(_SALT)


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
        (not (character.isspace() or character in _SYMBOLS or category == "Cc"), CONTENT),
        (character in _BREAKS, BREAK),
        (alnum, ALNUM),
    )
    return sum(kind for holds, kind in facts if holds)


def _apart(places: Iterable[int], size: int) -> Iterator[int]:
    """Of ascending places those at least so far behind the one taken before."""
    free = 0
    for place in places:
        if place >= free:
            yield place
            free = place + size


@lru_cache(maxsize=1)
def _kinds() -> Kinds:
    import numpy as np  # noqa: PLC0415

    return np.fromiter((kind_of(chr(code)) for code in range(0x3100)), np.uint16, 0x3100)


@lru_cache(maxsize=16)
def _database(terms: tuple[str, ...]) -> hyperscan.Database:
    import re  # noqa: PLC0415

    import hyperscan  # noqa: PLC0415

    database = hyperscan.Database()
    flags = [hyperscan.HS_FLAG_CASELESS] * len(terms)
    database.compile(expressions=[re.escape(term.encode()) for term in terms], ids=[*range(len(terms))], flags=flags)
    return database


def _powers(size: int, base: int) -> Hashes:
    powers: Hashes = _power_table(max(12, size.bit_length()), base)[: size + 1]
    return powers


@lru_cache(maxsize=8)
def _power_table(bits: int, base: int) -> Any:
    import numpy as np  # noqa: PLC0415

    powers = np.full((1 << bits) + 1, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers, out=powers)
