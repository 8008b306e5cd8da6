"""Statistics of a document, by name: a document rule runs only where none of those it needs is zero.

Each is an exact count over one document. ``corpuslint.scan.prefilter`` finds the documents where it may be above
zero for a whole batch at once; a statistic without such a filter is counted for every document, so it must be cheap.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from corpuslint.doc import Doc

SHORT = 60
"""Code points: a line of up to this length is short."""

_AFTER_WORD = ".,;:!?)]}\"'”’»"
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
            runs += length == 5
    return runs


def repeated_lines(doc: Doc) -> int:
    """Lines that are not blank and equal an earlier line, spaces and tabs around them left aside."""
    seen = [stripped for line in doc.lines if (stripped := line.text.strip(" \t"))]
    return len(seen) - len(set(seen))


def unpaired_marks(doc: Doc) -> int:
    """Lines in which a kind of quotation mark or bracket has no partner."""
    return sum(map(_unpaired, (line.text for line in doc.lines)))


def _unpaired(text: str) -> bool:
    count = text.count
    return (
        count('"') % 2 == 1
        or count("“") + count("„") != count("”")
        or count("«") != count("»")
        or count("(") != count(")")
        or count("[") != count("]")
    )


def open_end(doc: Doc) -> int:
    """1 where the text does not end with the mark that ends a sentence."""
    end = doc.text.rstrip().rstrip(_CLOSERS)
    return int(bool(end) and end[-1] not in ".!?…:;。！？")


def lower_start(doc: Doc) -> int:
    """1 where the text begins with a small letter."""
    return int(doc.text.lstrip()[:1].islower())


_LOWER_LINE = re.compile(r"[\n\r][ \t]*([^\W\d_])")


def lower_lines(doc: Doc) -> int:
    """Lines after the first that begin with a small letter."""
    return sum(1 for letter in _LOWER_LINE.findall(doc.text) if letter.islower())


def lower_cased(doc: Doc) -> int:
    """1 where a text with at least 40 small letters has no capital."""
    text = doc.text
    return int(text == text.lower() and sum(map(str.islower, text[:400])) >= 40)


def decomposed(doc: Doc) -> int:
    """1 where the text is not in Unicode normal form C."""
    return int(not unicodedata.is_normalized("NFC", doc.text))


def adjacent_repeats(doc: Doc) -> int:
    """Words, as white space parts them, that equal the word before them; punctuation after the second does not count."""
    words = doc.text.split()
    return sum(
        first[-1].isalnum() and second.rstrip(_AFTER_WORD) == first
        for first, second in pairwise(words)
        if second.startswith(first)
    )


_OTHER_SCRIPT = re.compile("[\u0400-\u1cff\u2e80-\ud7ff]")


def other_script(doc: Doc) -> int:
    """Characters of scripts other than Latin and Greek."""
    return 0 if doc.text.isascii() else len(_OTHER_SCRIPT.findall(doc.text))


REPLACEMENT = "\ufffd"

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ue000-\uf8ff\U000e0001-\U000e007f\U000f0000-\U0010ffff]"
)
"""Controls, format characters that show nothing, private use."""

BIDI_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

MOJIBAKE_SIGN = re.compile(
    # UTF-8 read as Windows-1252, -1250, -1254, -1257 or Latin-1: a letter for the lead byte, marks for the others
    "[\xc2-\xdf\u0100-\u0102\u0139\u0158\u016e][\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\ufffd\u02c7\u02d8\u0141\u0142\u0104\u0105\u015e\u015f\u017b\u017c"
    "\u02db\u013d\u013e\u02dd\u015a\u015b\u0164\u0165\u0179\u017a\xc6\xc2\xe6]"
    "|[\xe0-\xf4]\\s?[\x80-\xbf\u20ac\u201a\u0192\u201e\u2020\u2021\u02c6\u2030\u0160\u0152\u017d\u2022\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\u2013"
    "\u2014\u201c\u2026][\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc"
    "\u2122\u0161\u203a\u0153\u017e\u0178\ufffd?]"
    "|\xe2\u20ac|[\xc2\xc3] |\u0101\u20ac|\xef\xbf\xbd|\xf0\u0178|\u0111\u017a"
    # … as Windows-1251 or -1253
    "|\u0432\u0402|[\u0412\u0413\u0420\u0421].[\u0412\u0413\u0420\u0421]|[A-Za-z][\u0412\u0413]|[\u0412\u0413].[a-z]|\u03b2\u20ac|[\u0392\u0393\u039e\u039f][\x80-\xbf\u20ac\u201a-\u201e\u2020-\u2026]"
    # … as code page 437 or Mac Roman
    "|[\u251c\u252c\u2568\u2564\u253c][^\\s\u2500-\u254b]|\u0393\xc7|\u252c\u2510|\xdf[\u2551\u2557]|\u221a[^\\s\\d(]|\u201a\xc4|\u2248[\xb0\xa2]"
)
"""What clean text hardly holds and mojibake nearly always does; the rule has it confirmed."""


def mojibake_signs(doc: Doc) -> int:
    """Sequences of characters that look like UTF-8 read in another encoding."""
    return 0 if doc.text.isascii() else len(MOJIBAKE_SIGN.findall(doc.text))


def replacement_characters(doc: Doc) -> int:
    """U+FFFD, put where bytes could not be decoded."""
    return doc.text.count(REPLACEMENT)


def invisible_characters(doc: Doc) -> int:
    """Controls other than tab and line breaks, characters that show nothing, and private use."""
    return len(INVISIBLE.findall(doc.text))


def bidi_controls(doc: Doc) -> int:
    """Marks, embeddings, overrides and isolates of the bidirectional algorithm."""
    return 0 if doc.text.isascii() else len(BIDI_CONTROL.findall(doc.text))


STATISTICS: dict[str, Callable[[Doc], int]] = {
    function.__name__: function
    for function in (
        short_lines,
        short_runs,
        repeated_lines,
        unpaired_marks,
        open_end,
        lower_start,
        lower_lines,
        lower_cased,
        decomposed,
        mojibake_signs,
        replacement_characters,
        invisible_characters,
        bidi_controls,
        adjacent_repeats,
        other_script,
    )
}
