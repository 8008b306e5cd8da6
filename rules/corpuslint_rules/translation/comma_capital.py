"""A comma before a clause that begins with a capital.

Paraphrasing tools join sentences without touching the second one's capital: "The drug is cheap, If there is a shortage,
it may ...". People put a capital after a comma in salutations, titles, verse and quotations, hardly ever before a
function word in the middle of prose.

Off by default: in ordinary text about half of its findings are such joins, the others are verse, titles and careless
punctuation.

Bad:

    The drug is cheap and easy to get, If there is a shortage the price will rise.
    The number of visitors to the museum fell last year, However it is expected to recover.
    Prices for vegetables rose by a fifth in one month, In contrast wages remained flat.

Good:

    The drug is cheap and easy to get, if there is no shortage.
    Dear friends, If you read this we have left.
    The next morning she told us, "If you go, I go."
    They read her memoir of the war years, In the Shadow of the Mill, twice.

Known false alarms:

    Verse printed without line breaks, and titles of books that begin with a function word and are not marked as titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

LEFT_WORDS = 6
"""Words that must stand before the comma: a salutation has fewer."""

_OPENING = (
    "(?:If|Although|Though|When|While|Since|Whereas|Because|However|Therefore|Moreover|Thus|In|On|As|But|There|This|These"
    "|Those|It|They|She|We|The|Some|Many|Most|After|Before|For|At)"
)
_LOWER_WORD = lazy_pattern(r"(?<!\S)[a-z’'-]+$")
_REPORTED = lazy_pattern(
    r"\b(?:say|said|ask|tell|told|wr[io]te|reply|replied|answer|think|thought|add|book|memoir|novel|song)(?:s|ed)?$"
)


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    before, after = unit.text[: match.start()], unit.text[match.end() :]
    if len(before.split()) < LEFT_WORDS or not _LOWER_WORD.search(before) or _REPORTED.search(before):
        return
    following = after.split()[:6]
    titled = any(word[:1].isupper() for word in following[:4])
    if len(following) >= 3 and not titled and not unit.quoted(*match.span()):
        yield Hit(*match.span())


RULE = Pattern(
    code="MT105",
    name="comma-capital",
    doc=__doc__,
    message="capital after a comma: {match}",
    default=False,
    languages=frozenset({"en"}),
    scope="sentence",
    pattern=rf"(?<=[a-z]{{2}}), {_OPENING} (?=[a-z0-9])",
    triggers=(rf"[a-z]{{2}}, {_OPENING} [a-z0-9]",),
    check=check,
    strength="weak",
)
