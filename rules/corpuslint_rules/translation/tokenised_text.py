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
    The firm, founded in 1987 , makes valves and pumps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_SPLIT = r"""(?<=[a-z]) (?:n['’]t|['’](?:s|re|ve|ll|m|d))(?=[ ,.;])|``(?= ?[^\W_])|(?<=[^\W_.,!?]) (?:``|'')(?= |$)"""
_APART = r"""(?<=[^\W_]|[)\]"”%]) (?:[,;]|\.(?: ?["”'’)]{1,2})?)(?=\s*$| ["'“‘(]*[^\W_])"""
_ATTACHED = r"[^\W_][,;?!](?= |$)|[a-z]{2}\.(?= [A-Z]|$)"
_SMALL = r"\b[a-z]+\b"
SMALL_WORDS = 4
"""Words in small letters that make a line prose and not a list of names."""


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    apart, attached, small = (len(re.findall(found, unit.text)) for found in (_APART, _ATTACHED, _SMALL))
    if (apart > attached and small >= SMALL_WORDS) or re.search(_SPLIT, unit.text):
        yield Hit(*match.span())


RULE = Pattern(
    code="MT107",
    name="tokenised-text",
    doc=__doc__,
    message="spaces left by a tokeniser: {match}",
    pattern=f"(?:{_SPLIT}|{_APART})(?:.*(?:{_SPLIT}|{_APART}))?",
    check=check,
    triggers=(
        r"\S [,;.?!]",
        r"[a-z] n['’]t[ ,.;]",
        r"[a-z] ['’](?:s|re|ve|ll|m|d)[ ,.;]",
        "``",
        r"\S ''",
    ),
)
