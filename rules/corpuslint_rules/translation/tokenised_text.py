"""The output of a tokeniser instead of text.

Tokenisers set punctuation, contractions and quotation marks apart: "They do n't know , he said ." Data sets keep such
text when only the tokenised version was at hand. A model trained on it writes spaces before commas. A line in which
most marks stand where they belong is not tokenised; one stray space there stays silent.

Bad:

    They did n't expect the dam to hold , but it did .
    The town 's only school closed in May .
    `` We will rebuild it , '' the mayor said .
    The firm ( founded in 1987 ) makes valves and pumps .

Good:

    They didn't expect the dam to hold, but it did.
    He waited . . . and then he left.
    Save the file as .txt and not as .docx, please.
    The 's' in island is silent.
    In France one writes: Quelle surprise !
    In the mail of old days one wrote of a ``real'' language, and of ``toys''.
    The firm, founded in 1987 , makes valves and pumps.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_CONTRACTION = r"(?:(?<=[a-z]\ ['’])(?:s|re|ve|ll|m|d)|(?<=[a-z]\ n['’])t)(?=[\ ,.;])"
_QUOTE = r"(?<=(?<!`)`)`(?=\ [^\W_])|(?:(?<=(?<!`)`)`|(?<=')')(?<=[^\W_.,!?]\ ..)(?=\ |$)"
_APART = r"""[,;.](?<=[^\W_]\ .|[)\]"”%]\ .)(?:(?<=[,;])|(?<=\.)(?:\ ?["”'’)]{1,2})?)(?=\s*$|\ ["'“‘(]*[^\W_])"""
_SPLIT_MARK = lazy_pattern(rf"(?x)['’`](?:{_CONTRACTION}|{_QUOTE})")
_APART_MARK = lazy_pattern(rf"(?x){_APART}")
_ATTACHED = lazy_pattern(r"[,;?!.](?:(?<=[^\W_][,;?!])(?= |$)|(?<=[a-z][a-z]\.)(?= [A-Z]|$))")
_CODE = lazy_pattern(r"``[^`\s][^`]*``")
"""Code as reStructuredText marks it."""

_SMALL = lazy_pattern(r"\b[a-z]+\b")
SMALL_WORDS = 4
"""Words in small letters that make a line prose and not a list of names."""


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    text = unit.text
    if match[0][0] == "`" and _CODE.search(text):
        return
    firsts = (marks.search(text) for marks in (_SPLIT_MARK, _APART_MARK))
    if any(first is not None and first.start() < match.start() for first in firsts):
        return
    split = list(_SPLIT_MARK.finditer(text))
    apart = list(_APART_MARK.finditer(text))
    if split or (len(apart) > len(_ATTACHED.findall(text)) and len(_SMALL.findall(text)) >= SMALL_WORDS):
        end = max(found.end() for found in [*split[-1:], *apart[-1:]])
        start = match.start() if match[0][0] == "`" else text.rfind(" ", 0, match.start())
        yield Hit(start, end)


RULE = Pattern(
    code="MT107",
    name="tokenised-text",
    version=2,
    doc=__doc__,
    message="spaces left by a tokeniser: {match}",
    pattern=(
        Frame(f"(?x)['’]{_CONTRACTION}", (r"[a-z] ['’](?:s|re|ve|ll|m|d)", r"[a-z] n['’]t")),
        Frame(f"(?x)[`'](?:{_QUOTE})", ("`` ", r"[^\W_.,!?] ''")),
        Frame(f"(?x){_APART}", (r"[\w)\]\"”%] [,;.]",)),
    ),
    check=check,
)
