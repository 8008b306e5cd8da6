"""Statistics of a document, by name: a document rule runs only where none of those it needs is zero.

Each is an exact count over one document. ``corpuslint.scan.prefilter`` finds the documents where it may be above
zero for a whole batch at once; a statistic without such a filter is counted for every document, so it must be cheap.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from corpuslint.doc import Doc
from corpuslint.lazy import lazy_pattern

SHORT = 60
"""Code points: a line of up to this length is short."""

RUN = 5
"""So many short lines make a run."""

_CLOSERS = "\"'”’»)]"


def short_lines(doc: Doc) -> int:
    """Lines that are not blank and no longer than 60 code points."""
    return sum(1 for line in doc.lines if line.end - line.start <= SHORT and line.text.strip())


def short_runs(doc: Doc) -> int:
    """Runs of at least five short lines, blank lines aside."""
    runs = length = 0
    for line in doc.lines:
        if line.end - line.start > SHORT:
            length = 0
        elif line.text.strip():
            length += 1
            runs += length == RUN
    return runs


def repeated_lines(doc: Doc) -> int:
    """Lines that are not blank and equal an earlier line, spaces and tabs around them left aside."""
    seen = [stripped for line in doc.lines if (stripped := line.text.strip(" \t"))]
    return len(seen) - len(set(seen))


def open_end(doc: Doc) -> int:
    """1 where the text does not end with the mark that ends a sentence."""
    end = doc.text.rstrip().rstrip(_CLOSERS)
    return int(bool(end) and end[-1] not in ".!?…:;。！？")


def lower_start(doc: Doc) -> int:
    """1 where the text begins with a small letter."""
    return int(doc.text.lstrip()[:1].islower())


def lower_cased(doc: Doc) -> int:
    """1 where a text with at least 40 small letters has no capital."""
    text = doc.text
    return int(text == text.lower() and sum(map(str.islower, text[:400])) >= 40)


def decomposed(doc: Doc) -> int:
    """1 where the text is not in Unicode normal form C."""
    return int(not unicodedata.is_normalized("NFC", doc.text))


_ASCII = bytes(range(128))


def _beyond_ascii(doc: Doc) -> frozenset[str]:
    """Each character beyond ASCII once: they are few, and tell of most texts that they hold none of the large sets of
    characters below, each of which takes up to 2 ms to compile.
    """
    data = doc.text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return frozenset(data.decode("utf-8", "surrogatepass"))


_OTHER_SCRIPT = lazy_pattern("[^\0-\u03ff\u1d00-\u2e7f\ud800-\uffff\U00010000-\U0010ffff]")
"""U+0400 to 1CFF, 2E80 to D7FF. To compile a set takes time by the size of its ranges: these are the smaller ones."""


def other_script(doc: Doc) -> int:
    """Characters of scripts other than Latin and Greek."""
    if all(c < "\u0400" or "\u1cff" < c < "\u2e80" or c > "\ud7ff" for c in doc.once(_beyond_ascii)):
        return 0
    return len(_OTHER_SCRIPT.findall(doc.text))


STRETCH = 400
"""Code points: eighty short words and the spaces between them."""

_UNMARKED = '[^\n\r,.;:!?()\\[\\]{}"|/\\\\=<>*_#@+~^…“”„«»–—•·。，、；：！？]'
UNMARKED = lazy_pattern(rf"(?<!{_UNMARKED}){_UNMARKED}{{{STRETCH},}}")  # tried only where a stretch begins
"""A stretch of a line without punctuation, hyphens and apostrophes aside."""


def unmarked_stretches(doc: Doc) -> int:
    """Stretches of at least 400 code points in a line without a punctuation mark, hyphens and apostrophes aside."""
    return sum(1 for _ in UNMARKED.finditer(doc.text))


REPLACEMENT = "\ufffd"

INVISIBLE = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ue000-\uf8ff\U000e0001-\U000e007f\U000f0000-\U0010ffff]"
)
"""Controls, format characters that show nothing, private use."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc"
"""All of these characters, and some that are seen, are in these categories or blank."""

_CONTROLS = bytes({*range(32), 127} - {9, 10, 13})

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BIDI_CONTROL = lazy_pattern(f"[{_BIDI}]")

_MARKS = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd"
_MARKS_1250 = "ˇ˘ŁłĄąŞşŻż˛Ľľ˝ŚśŤťŹźÆæÂ"
_BOXES = "\u2500-\u254b"

_LEADS = frozenset((*map(chr, range(ord("Â"), ord("ô") + 1)), *"ĀāĂĹŘŮđвВГРСβΒΓΞΟ├┬╨╤┼√‚≈"))

MOJIBAKE_SIGN = lazy_pattern(
    f"[{''.join(sorted(_LEADS))}](?:"  # one set to search for, far faster than alternatives
    # UTF-8 read as Latin-1 or Windows-1252, -1250, -1254, -1257: a letter for the lead byte, marks for the others
    f"(?<=[Â-ßĀ-ĂĹŘŮ])[{_MARKS}{_MARKS_1250}]|(?<=[à-ô])\\s?[{_MARKS}][{_MARKS}?]"
    "|(?<=[âā])€|(?<=[ÂÃ]) |(?<=ï)¿½|(?<=ð)Ÿ|(?<=đ)ź"
    # … as Windows-1251 or -1253
    f"|(?<=в)Ђ|(?<=[ВГРС]).[ВГРС]|(?<=[A-Za-z][ВГ])|(?<=[ВГ]).[a-z]|(?<=β)€|(?<=[ΒΓΞΟ])[{_MARKS}]"
    # … as code page 437 or Mac Roman
    f"|(?<=[├┬╨╤┼])[^\\s{_BOXES}]|(?<=┬)┐|(?<=Γ)Ç|(?<=ß)[║╗]|(?<=√)[^\\s\\d(]|(?<=‚)Ä|(?<=≈)[°¢])"
)
"""What clean text hardly holds and mojibake nearly always does; the rule has it confirmed."""


def mojibake_signs(doc: Doc) -> int:
    """Sequences of characters that look like UTF-8 read in another encoding."""
    return 0 if doc.once(_beyond_ascii).isdisjoint(_LEADS) else len(MOJIBAKE_SIGN.findall(doc.text))


def replacement_characters(doc: Doc) -> int:
    """U+FFFD, put where bytes could not be decoded."""
    return doc.text.count(REPLACEMENT)


def invisible_characters(doc: Doc) -> int:
    """Controls other than tab and line breaks, characters that show nothing, and private use."""
    if all(c not in _BLANK and unicodedata.category(c) not in _UNSEEN for c in doc.once(_beyond_ascii)):
        data = doc.text.encode("utf-8", "surrogatepass")
        return len(data) - len(data.translate(None, _CONTROLS))
    return len(INVISIBLE.findall(doc.text))


def bidi_controls(doc: Doc) -> int:
    """Marks, embeddings, overrides and isolates of the bidirectional algorithm."""
    return 0 if doc.once(_beyond_ascii).isdisjoint(_BIDI) else len(BIDI_CONTROL.findall(doc.text))


STATISTICS: dict[str, Callable[[Doc], int]] = {
    function.__name__: function
    for function in (
        short_lines,
        short_runs,
        repeated_lines,
        open_end,
        lower_start,
        lower_cased,
        decomposed,
        mojibake_signs,
        replacement_characters,
        invisible_characters,
        bidi_controls,
        other_script,
        unmarked_stretches,
    )
}
