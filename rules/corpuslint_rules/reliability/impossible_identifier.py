"""An identifier that cannot be right: a check digit that does not fit, a month that does not exist.

ISBN, ISSN and ORCID carry a check digit, DOI and arXiv numbers a fixed shape. One that breaks it leads nowhere: it
was mistyped, damaged by a scanner, or made up. Generated texts are full of made-up references.

What it needs: the text. Strength: decisive, since anybody can work it out. Only numbers that say what they are
("ISBN", "ISSN", "orcid.org/", "doi:", "arXiv:") are checked.

Bad:

    See Holm, Tide Mills, Orrin Press, ISBN 978-3-16-148410-5.
    The journal (ISSN 0378-5954) appears twice a year.
    Contact: https://orcid.org/0000-0002-1825-0098
    The proof is in arXiv:1613.04567.
    The data are at doi:11.5281/zenodo.4.

Good:

    See Holm, Tide Mills, Orrin Press, ISBN 978-3-16-148410-0.
    The journal (ISSN 0378-5955) appears twice a year.
    Contact: https://orcid.org/0000-0002-1825-0097
    The proof is in arXiv:1612.04567.
    The data are at doi:10.5281/zenodo.4.
    A check digit catches typing errors: ISBN 978-3-16-148410-5 is invalid.
    The ISBN has 13 digits.
    Write it as doi:10.NNNN/name, with the number of your press.

Known false alarms: examples of invalid numbers that do not call themselves so; numbers that a publisher printed wrong
and libraries keep.

Source: ISO 2108, ISO 3297, ISO 7064 as ``python-stdnum`` computes them; the arXiv identifier scheme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_MARKED_WRONG = lazy_pattern(
    r"(?i)\b(?:invalid|incorrect|wrong|erroneous|malformed|bogus|fake|dummy|fictional|checksum|check[- ]digit|ungültig"
    r"|falsch|inválid|errat|errone|raises?|valid|validat\w+|assert\w*|False)\b|>>>"
)
_SEPARATORS = lazy_pattern(r"[\s\u2010-\u2015.-]+")

_ISBN = (
    r"(?i)\bISBN(?:[- ]?1[03])?(?:\s\(1[03]\))?\s?[:#]?\s{0,2}"
    r"(?P<isbn>\d[\d\u2010-\u2015 -]{8,20}[\dXx])(?![\d\u2010-\u2015-])"
)
_ISSN = (
    r"(?i)\b[ep]?-?ISSN(?:\s\((?:print|online|electronic)\)|-L)?\s?[:#]?\s{0,2}"
    r"(?P<issn>\d{4}[\u2010-\u2015 -]\d{3}[\dXx])(?![\w-])"
)
_ORCID = r"(?i)\borcid(?:\.org/|\s?i?d?\s?[:#]?\s{0,2})(?P<orcid>\d{4}[- ]\d{4}[- ]\d{4}[- ]\d{3}[\dXx])(?![\w-])"
_ARXIV = r"(?i)\barxiv(?::\s?|\.org/abs/)(?P<arxiv>\d{4}\.\d{3,7})(?:v\d{1,2})?(?![\w.]*\d)"
_DOI = r"(?i)\bdoi(?:\.org/|\s?:\s?)(?P<doi>\d[\w.]{0,12}/[^\s\"'<>]{1,80})"


def _compact(number: str) -> str:
    return _SEPARATORS.sub("", number).upper()


def _isbn(number: str) -> bool:
    from stdnum import isbn  # noqa: PLC0415 (needed for few texts)

    compact = _compact(number)
    if len(compact) not in (10, 13):
        return True  # cut off, or two numbers in a row: no telling where it ends
    return bool(isbn.is_valid(compact))


def _issn(number: str) -> bool:
    from stdnum import issn  # noqa: PLC0415 (needed for few texts)

    return bool(issn.is_valid(_compact(number)))


def _orcid(number: str) -> bool:
    from stdnum.iso7064 import mod_11_2  # noqa: PLC0415 (needed for few texts)

    return bool(mod_11_2.is_valid(_compact(number)))


def _arxiv(number: str) -> bool:
    """Year and month, then four digits until 2014, five from 2015 on."""
    date, _, serial = number.partition(".")
    year, month = int(date[:2]), int(date[2:])
    wanted = 4 if year < 15 else 5
    return 1 <= month <= 12 and year >= 7 and len(serial) == wanted


def _doi(number: str) -> bool:
    return number.startswith("10.")


_VALID: dict[str, tuple[str, Callable[[str], bool]]] = {
    "isbn": ("an ISBN whose check digit does not fit", _isbn),
    "issn": ("an ISSN whose check digit does not fit", _issn),
    "orcid": ("an ORCID iD whose check digit does not fit", _orcid),
    "arxiv": ("an arXiv number that cannot exist", _arxiv),
    "doi": ("a DOI that does not begin with 10.", _doi),
}


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    """The number, if it fails its own test and is not given as an example of that."""
    kind = str(match.lastgroup)
    what, is_valid = _VALID[kind]
    if is_valid(match[kind]) or _MARKED_WRONG.search(unit.text):
        return
    yield Hit(*match.span(kind), f'{what}: "{match[kind]}"')


RULE = Pattern(
    code="SR110",
    name="impossible-identifier",
    doc=__doc__,
    message="an identifier that cannot be right: {match}",
    default=False,
    for_verdicts=True,
    version=2,
    strength="decisive",
    pattern=(_ISBN, _ISSN, _ORCID, _ARXIV, _DOI),
    check=check,
)
