"""Metadata or template code that leaked into the text: tag lists, keyword lines, date fields, placeholders.

These come from careless templates and exporters. A list printed as program text, a row of small-letter keywords or an
unfilled ``{{ placeholder }}`` is never part of an article; lines of code in a text about code are left alone.

Bad:

    ['North', 'Sea', 'Ferry', 'Strike']
    harbour, storm, ferry, coast
    date 2021-12-01
    ["politics", "local news"]
    Published in {{ post.category }} by {{ post.author }}
    Filed under: Harbour, Ferries, Weather
    Write to the editor at [email protected]
    [caption id="attachment_1042" align="alignnone" width="300"]

Good:

    He packed rope, nails, a hammer and a saw.
    The ferry ['North Sea'] was built in 1931.
    On that date, 2021-12-01, the strait was closed.
    bread, butter, jam.
    He filed under protest: the tags were wrong.
    names = ['Anna', 'Boris']

Known false alarms: a line of a list of ingredients, or of verse, without capitals.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern, Unit
from corpuslint_rules._technical import is_technical

if TYPE_CHECKING:
    import regex

MANY = 3
"""Placeholders near one another above which a text is about templates."""
NEAR = 2000
"""Code points to either side in which they are counted."""

_WORD = r"[\p{Ll}\d][\p{Ll}\d'’&-]{1,24}"
_ITEM = rf"{_WORD}(?:\s{_WORD})?"
_STRING = r"""(?:'[^'"\[\]=(){}]{1,40}'|"[^"\[\]=(){}]{1,40}")"""
_DATE_FIELD = r"(?:date|published|pubdate|pub_date|published_at|created_at|updated_at|last_modified)\s{0,2}[:=]?\s{0,2}"
_TAG_FIELD = r"(?i:tags|tagged(?:\s(?:as|with))?|filed\s(?:under|in)|posted\s(?:in|under))\s?:"

_FUNCTION_WORDS = frozenset(
    ("and", "or", "the", "but", "to", "for", "of", "in", "with", "is", "are", "was", "a", "an", "as")
)


def check(match: "regex.Match[str]", unit: Unit) -> Iterator[Hit]:
    if match.lastgroup == "keywords" and _in_a_list(match["keywords"], unit):
        return
    if match.lastgroup == "placeholder" and (unit.quoted(*match.span()) or _is_among_many(match[0], unit)):
        return
    if not (match[0].lstrip()[:1] == "[" and unit.doc.once(is_technical)):
        yield Hit(*match.span())


def _is_among_many(placeholder: str, unit: Unit) -> bool:
    return unit.doc.text.count(placeholder[:2], max(unit.start - NEAR, 0), unit.start + NEAR) > MANY


def _in_a_list(keywords: str, unit: Unit) -> bool:
    """Whether it reads on from the line before or into the next, or holds a word that keywords do not."""
    before, after = unit.line(-1).strip(), unit.line(1).strip()
    return (
        before[-1:] in {",", ";", ":", "-"}
        or after[:1].islower()
        or (before[:1].islower() and before[-1:].isalpha())
        or not _FUNCTION_WORDS.isdisjoint(keywords.replace(",", " ").split())
    )


RULE = Pattern(
    code="BP111",
    name="metadata-leak",
    version=2,
    doc=__doc__,
    message="metadata in the text: {match}",
    pattern=(
        Frame(rf"^\s*\[\s?{_STRING}(?:,\s?{_STRING}){{1,60}}\s?\]\s*$", (r"\[\s?['\"]",)),
        Frame(rf"^\s*(?P<keywords>{_WORD}(?:,\s{_WORD}){{3,40}})\s*$", (rf",\s{_WORD},\s{_WORD},\s",)),
        Frame(rf"^\s*(?P<keywords>{_ITEM}(?:,\s{_ITEM}){{4,40}})\s*$", (rf",\s{_ITEM},\s{_ITEM},\s{_ITEM},\s",)),
        Frame(
            rf"^\s*{_DATE_FIELD}(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T\s][\d:.+Z-]{{4,20}})?\s*$",
            (r"(?:date|published|_at|last_modified)\s{0,2}[:=]?\s{0,2}(?:19|20)\d\d-[01]\d-[0-3]\d",),
        ),
        r"(?P<placeholder>\{\{\s?[a-z_]+(?:[._|][a-z_]+){0,4}\s?\}\})",
        r"(?P<placeholder>\{%-?\s?(?:if|endif|for|endfor|else|include|block|endblock|set)\b[^%]{0,60}%\})",
        r"\[/?(?:caption|gallery|embed|vc_(?:row|column)\w*|et_pb_[a-z]+|wpforms|contact-form-7)\b[^\]\n]{0,200}\]",
        Frame(
            rf"^\W{{0,4}}{_TAG_FIELD}[^\n]{{2,200}}$",
            (r"(?i:tags|tagged|tagged\sas|tagged\swith|filed\sunder|filed\sin|posted\sin|posted\sunder)\s?:",),
        ),
        r"\[email[\s\xa0]protected\]",
        r"<!--\s?(?:more|nextpage|/?wp:[a-z/-]+)[^>]{0,80}-->",
    ),
    check=check,
)
