"""A sentence cut in two by a full stop that does not belong there.

Machine translation, rewriting tools and careless extraction put stops into running sentences. What follows the stop
then begins with a small letter or a hyphen. Sentence splitters cut there, and what they return has lost its verb or
its subject. Texts whose authors begin sentences with small letters anyway stay silent, and before names of programs so
do texts about software.

Bad:

    The committee will meet again. in October to vote on the budget.
    Why did the harbour board, which had promised a decision by spring? new cranes and then delay it again.
    Visitors were told to stay in hotels owned by the. state and to report each morning.
    The ministry wants a long. -term plan for the coast before any money is spent.
    The river has risen twice since May, Adeyemi said. -Grace Adeyemi, who runs the gauging station.
    The old ferryman Adeyemi once. said: "The river takes what it wants."

Good:

    The firm, Harrow Bros. of Leeds, makes its own rope, nails, etc. for the trade.
    U.S. troops left at 5 p.m. and the road was opened again.
    Nobody knows why. iPhone sales fell in every region. eBay shares rose.
    "Is it far?" she asked. "Not at all!" he said.
    Who paid for it? the town? the state? or the visitors?
    Well... maybe not. A long walk, then... and so to bed.
    The best holiday we ever had. -Martha
    The fleet had three kinds of ships: I. the tankers; II. the ferries; III. the tugs.
    Got the keys today. so happy about it. moving in next week.

Known false alarms: sentences that begin with a word its owner writes small, such as "adidas".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, is_name
from corpuslint_rules.splits._informal import is_chat, writes_small
from corpuslint_rules.splits._words import PARTICLES, PRONOUNS, is_abbreviation

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_LEFT = r"(?<![\w.@/\\&#'’-])(?P<left>[\p{L}\p{N}'’-]{0,40}\p{L}{2})"
_RIGHT = r"[ \u00a0]{1,2}(?P<right>[a-z][\p{L}'’-]{0,40})"
_PERIOD = Frame(rf"(?P<stop>\.)(?=[ \u00a0]{{1,2}}[a-z])(?<={_LEFT}\.){_RIGHT}", (r"\p{L}{2}\.[ \u00a0]{1,2}[a-z]",))
_QUESTION = Frame(rf"(?P<stop>\?)(?=[ \u00a0]{{1,2}}[a-z])(?<={_LEFT}\?){_RIGHT}", (r"\p{L}{2}\?[ \u00a0]{1,2}[a-z]",))
_HYPHEN = Frame(rf"\. -(?<={_LEFT}\. -)(?P<orphan>\p{{L}}{{2,40}})", (r"\p{L}{2}\. -\p{L}",))

_ROMAN = lazy_pattern(r"[ivx]+|(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_SENTENCE_START = lazy_pattern(r"(?:[.?!…:]|^)[\"”’)\]]*\s+(?=[^.?!…]*$)")
_SMALL_WORD = lazy_pattern(r"\b[a-z]{3}")
_OPTION = lazy_pattern(r"(?<!\S)-\w")
_SAID = words("said says added told asked wrote explained noted")
_FIRST_PARTS = words(
    "north south east west half non anti pre post pro mid semi quasi ex co self neo trans inter anglo afro"
)
"""First parts of compounds, behind which a word with a capital is the second."""

_FILE_ENDS = words("""com net org edu gov co uk nl fi ly www http https html htm php pdf doc txt png gif jpg xls nsf""")


def _check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    text, whole = unit.text, Hit(match.start("left"), match.end())
    if " -" in match[0]:
        if _dangling_hyphen(match, text):
            yield whole
        return
    left = match["left"].rpartition("-")[2]
    if left.islower() and text[: whole.start].rstrip().endswith((".", "?")):
        return
    if is_abbreviation(left) or _ROMAN.fullmatch(left) or not _plain_word(match["right"], text, match.end()):
        return
    right = match["right"]
    may_be_name = right not in CLOSED_CLASS
    if _informal(unit) or (may_be_name and is_name(right)) or is_chat(text):
        return
    if (match["stop"] == "." or _broken_question(match, text)) and not (may_be_name and unit.doc.once(is_technical)):
        yield whole


def _plain_word(word: str, text: str, end: int) -> bool:
    """Whether a word in small letters is one that cannot start a sentence: no brand, address, list mark or name."""
    after = text[end : end + 2]
    if word != word.lower() or word in _FILE_ENDS or not after:
        return False
    if (after[:1] in "_@/\\(=:0123456789" and not (after == ": " and word in _SAID)) or after == " @":
        return False
    if after[:1] in ".!" or (after[:1] == ")" and len(word) <= 3):
        return False
    return not (word in PARTICLES and text[end : end + 2].strip()[:1].isupper())


def _informal(unit: Unit) -> bool:
    """Whether the text begins its sentences with small letters anyway."""
    return unit.text.lstrip("@#$ ")[:1].islower() or unit.doc.once(writes_small)


def _broken_question(match: regex.Match[str], text: str) -> bool:
    """Whether ``?`` cuts a sentence: elsewhere than in quotations, chains of questions and thoughts."""
    if _quoted(text, match.start("left")) or match["right"] in PRONOUNS:
        return False
    starts = [found.end() for found in _SENTENCE_START.finditer(text, 0, match.start("stop"))]
    before = text[starts[-1] if starts else 0 : match.start("stop")].split()
    rest = re.split(r"[.?!]", text[match.start("right") :], maxsplit=1)
    return len(before) > 7 and len(rest[0].split()) > 3 and text[match.start("right") + len(rest[0]) :][:1] == "."


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open at this place of a line."""
    return text.count('"', 0, at) % 2 == 1 or text.rfind("“", 0, at) > text.rfind("”", 0, at)


def _dangling_hyphen(match: regex.Match[str], text: str) -> bool:
    """Whether ``. -word`` is the rest of a broken compound or name, not a signature, an option or a list."""
    if len(_OPTION.findall(text)) > 1:
        return False
    after = text[match.end() :]
    if match["orphan"][0].islower():
        return after.strip() != ""
    if match["left"].lower() in _FIRST_PARTS:
        return after != ""
    if match["left"][0].isupper() or match["left"] in _SAID:
        return _SMALL_WORD.search(after) is not None
    return re.match(r"[)\]\"”’,;]* [a-z]", after) is not None


RULE = Pattern(
    code="SP101",
    name="split-mid-sentence",
    version=3,
    doc=__doc__,
    message="sentence split by a stop: {match}",
    severity="error",
    languages=frozenset({"en"}),
    pattern=(_PERIOD, _QUESTION, _HYPHEN),
    check=_check,
)
