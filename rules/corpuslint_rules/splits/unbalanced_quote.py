"""A quotation mark or bracket without its partner.

Where a quotation opens and never closes, nobody can tell whose words follow. Such marks are left by cut texts, by
rewriting tools that drop a mark, and by merged paragraphs. The finding points at the mark: quotations that run over
paragraphs, inches, nested quotations and marks of several scripts are understood.

Bad:

    The bridge “is the heart of the town, the mayor wrote on Sunday.

    The mayor called the bridge "a disgrace. He wants a new one.

    Nobody wanted to pay for it," the mayor told the paper on Sunday.

    The bridge (built in 1921 by the railway company was closed in May.

    Le maire a dit : « Nous allons commencer au printemps. Tout le monde est content.

    The mayor called it ‘a disgrace to the town and left at once.

    町長は「来年の春に工事を始める。と述べた。

Good:

    Harborage
    \\Har"bor*age\\, n. A place where ships may lie.
    "We will start soon," the mayor said. "It will take a year."

    "We will start in the spring.
    "It will take two years," the mayor said.

    ‘Tis the season, and “the mayor’s ‘plan’ is good,” she said. Rock ‘n’ roll for ‘em all!

    Er sagte: „Wir fangen im ‚Frühling‘ an.“ »Gut«, sagte sie. « Bien », dit-il.

    町長は「来年の『橋』の工事を始める」と述べた。

    The screen is 15" wide and 5'9" high; the nail is 2" long.

    "The town did not "want" this bridge," she said.

    Please (a) read, b) sign and c) return it :-) today ;)))

    Alles, was mit „de_“ beginnt, steht in „/“ oder hinter 24 „1“en.

Known false alarms: verse and lists in which a quotation ends without a mark on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuslint import Document, Hit
from corpuslint.doc import Doc
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical
from corpuslint_rules.splits._mark_sieve import unpaired_lines
from corpuslint_rules.splits._marks import brackets_pair, unpaired

_BLANK = lazy_pattern(r"\n[^\S\n]*(?:\n|\Z)")
_WORDS = lazy_pattern(r"[^\s\"“”]{0,60}(?:\s{1,4}[^\s\"“”]{1,60}){0,2}")
_PARTNER = {")": "(", "]": "["}
_BRACKET = lazy_pattern(r"[()\[\]]")
_FACE = lazy_pattern(r"(?:[:;=8xX]\s?[-^'o]?[)\]]{0,4}|\^_?\^|[:;]\s)$")
_LIST_MARK = lazy_pattern(r"(?:^|[\s(,;])(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})\.?$")
_SINGLE = lazy_pattern(
    r"(?<![\w‘'])‘(?=[^\W\d_])(?!(?:em|til|tis|twas|twere|cause|cos|bout|round|neath|nuff|ere|im|er)\b)(?=[^'`]*$)"
)
_MARKUP = lazy_pattern(r'[=<>{}]\s*[\'"]|[\'"]\s*[=<>{}]')
_FORMULA_SIGNS = (*"{}=\\^<>|", "](", ")(")
_CALL = lazy_pattern(r"\(\)(?<=\w\(\))")

_CODE = lazy_pattern(r"[\[\]{}=<>\\`$#*|\"'/-](?:(?<=[^\"'/-])|(?<=\")\"|(?<=')'|(?<=/)/|(?<=-)-)")
_LONGEST = 40
_SYLLABLES = lazy_pattern(r"(?=.*[*`\\])\\?[^\W\d_]+(?:[\"*`-]+[^\W\d_]+)+[\"*`]?\\?[,.;:)]*")
_NEAR = 100
"""Code points to either side in which signs of code are looked for."""


def _check(doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    text = doc.text.replace("\r\n", " \n").replace("\r", "\n") + "\n"
    yield from _quotes(doc, text, places)
    for at in (at for at in _brackets(text, places) if not _in_code(doc, at)):
        found = _WORDS.match(doc.text, at + 1) if doc.text[at] in "([" else None
        yield Hit(at, found.end() if found else at + 1, "bracket without partner: {match}")


def _is_stress(text: str, at: int) -> bool:
    """Whether a mark says which syllable of a word is stressed, as in dictionaries that write ``har"bor*age``."""
    if not text[at - 1 : at].isalpha():
        return False
    word = text[max(0, at - _LONGEST) : at].rsplit(maxsplit=1)[-1] + text[at : at + _LONGEST].split(maxsplit=1)[0]
    return _SYLLABLES.fullmatch(word) is not None


def _in_code(doc: Doc, at: int) -> bool:
    """Whether a text about software has signs of code in this line, in which a mark may stand alone."""
    if not _CODE.search(doc.text, max(0, at - _NEAR), at + _NEAR) or not doc.once(is_technical):
        return False
    line = doc.lines[doc.line_index(at)]
    near = doc.text[max(line.start, at - _NEAR) : min(line.end, at + _NEAR)]
    return _CODE.search(near) is not None


def _quotes(doc: Doc, text: str, places: Sequence[int]) -> Iterator[Hit]:
    for mark in unpaired(doc.text, places):
        if _MARKUP.search(doc.text, max(0, mark.at - 3), mark.at + 4) or _is_stress(doc.text, mark.at):
            continue
        if _in_code(doc, mark.at):
            continue
        if mark.opens:
            found = _WORDS.match(doc.text, mark.at + 1)
            yield Hit(mark.at, found.end() if found else mark.at + 1, "quotation opens and never closes: {match}")
        else:
            words = " ".join(doc.text[max(0, mark.at - 40) : mark.at + 1].split()[-3:])
            yield Hit(mark.at, mark.at + 1, f"quotation closes and never opened: …{words}")
    for at in _single(text, places):
        found = _WORDS.match(doc.text, at + 1)
        yield Hit(at, found.end() if found else at + 1, "quotation opens and never closes: {match}")


def _single(text: str, places: Sequence[int]) -> Iterator[int]:
    """Single marks that open (‘) in a line where none closes; apostrophes count as closing, elisions open none."""
    for start in places if "‘" in text else ():
        line = text[start : text.index("\n", start)]
        if line.count("‘") == 1 and "’" not in line and (found := _SINGLE.search(line)):
            yield start + found.start()


def _brackets(text: str, places: Sequence[int]) -> Iterator[int]:
    """Brackets without a partner in their paragraph, but for faces, list marks and code."""
    end = 0
    for place in places:
        if place < end or brackets_pair(text[place : text.index("\n", place)]):
            continue
        start, end = _paragraph(text, place)
        paragraph = text[start:end]
        code = any(sign in paragraph for sign in _FORMULA_SIGNS) or _CALL.search(paragraph)
        if not (code or brackets_pair(paragraph)):
            yield from (start + at for at in _unpaired_brackets(paragraph))


def _paragraph(text: str, start: int) -> tuple[int, int]:
    """From the first to the last of the lines around the one that starts here that no blank line parts from it."""
    end = _BLANK.search(text, start)
    while start and (above := text.rfind("\n", 0, start - 1) + 1) < start - 1 and not text[above : start - 1].isspace():
        start = above
    return start, end.start() if end else len(text)


def _unpaired_brackets(text: str) -> list[int]:
    stack: list[int] = []
    lonely: list[int] = []
    for found in _BRACKET.finditer(text):
        at = found.start()
        mark, before = text[at], text[max(0, at - 6) : at]
        if mark in "([":
            if not _FACE.search(before) and text[at + 1 : at + 2] not in (":", ";", "="):
                stack.append(at)
        elif stack and text[stack[-1]] == _PARTNER[mark]:
            stack.pop()
        elif not (_FACE.search(before) or _LIST_MARK.search(before)):
            lonely.append(at)
    return sorted(lonely + stack)


RULE = Document(
    code="SP109",
    name="unbalanced-quote",
    doc=__doc__,
    message="mark without partner: {match}",
    check=_check,
    version=4,
    needs=(),
    sieve=unpaired_lines,
    strength="weak",
)
