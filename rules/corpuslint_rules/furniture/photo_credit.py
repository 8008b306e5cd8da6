"""The credit of a picture that is not there.

Captions end with the photographer and the agency, and some stand alone as a line. Without the picture they are noise,
but some corpora want captions whole: this is a convention, so it is a hint.

Bad:

    The ferry leaves the old harbour in heavy snow. LENA BRANDT/Pool/AFP/Getty Images
    Photo: Jonas Ekholm
    Photo credit: Marta Ruiz / Harbour Museum
    Fishermen mend their nets at dawn (AP Photo/Ivan Petrov)
    Image courtesy of the National Library
    Rescue workers on the ice. REUTERS/Ana Lima

Good:

    The photo by her bed showed a ship.
    He worked for Reuters, AFP and Getty Images before he retired.
    Video: 4K at 60 frames per second
    Image quality is better than in last year's model.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern, Unit

if TYPE_CHECKING:
    import regex

_AGENCY = (
    r"(?:Getty(?:\s+Images)?|AFP|AP(?:\s+Photo)?|Associated\s+Press|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Shutterstock|"
    r"Alamy(?:\s+Stock\s+Photo)?|i[Ss]tock(?:[Pp]hoto)?|Bloomberg|Xinhua|Yonhap|Kyodo(?:\s+News)?|Unsplash|Pexels|Pixabay|"
    r"NurPhoto|Anadolu(?:\s+Agency)?|TASS|UPI|ZUMA(?:\s+Press)?|Rex(?:\s+Features)?|PA(?:\s+Wire)?|dpa|DPA|ANSA|"
    r"Keystone|WireImage|FilmMagic|Corbis|Adobe\s+Stock|Flickr|Wikimedia(?:\s+Commons)?)"
)
_NAME = r"\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}"
_LABEL = (
    r"(?:(?i:photo(?:graph)?s?|images?|pictures?|illustrations?|picture)\s*"
    r"(?i:credits?:?|source:|courtesy(?:\sof)?:?|by:?|via:?|:)|(?i:(?:credits?|image\ssource|photo\ssource|source):))"
)

_END = r"(?=\W{0,3}$)"
_NAME_BEFORE = rf"{_NAME}(?:\s?/\s?\p{{L}}[\p{{L}} .-]{{1,24}}){{0,3}}\s?$"

_LONGEST_NAME = 160
"""Code points before an agency in which the photographer's name is looked for."""


def check(match: "regex.Match[str]", unit: Unit) -> Iterator[Hit]:
    """A match that is only ``/AGENCY`` needs the photographer before it."""
    start, end = match.span()
    if match.lastgroup != "agency":
        yield Hit(start, end)
        return
    before = unit.text[max(start - _LONGEST_NAME, 0) : start]
    name = unit.doc.compiled(_NAME_BEFORE).search(before)
    if name is not None:
        yield Hit(start - len(before) + name.start(), end)


RULE = Pattern(
    code="BP108",
    name="photo-credit",
    doc=__doc__,
    message="photo credit: {match}",
    severity="info",
    pattern=(
        rf"(?P<agency>/\s?{_AGENCY}){_END}",
        Frame(
            rf"\b(?:AP\sPhoto|REUTERS|Reuters|AFP|EPA(?:-EFE)?|Getty(?:\sImages)?)\s?/\s?{_NAME}{_END}",
            (r"(?:AP\sPhoto|REUTERS|Reuters|AFP|EPA|EFE|Images|Getty)\s?/\s?\p{Lu}",),
        ),
        rf"\b(?i:via|courtesy)\s(?i:of\s)?{_AGENCY}{_END}",
        Frame(
            r"\((?:AP\s)?(?:Photo|Photos|Picture|Image|PHOTO)(?:\sby|\scourtesy\sof|\scredit)?[:/\s][^()\n]{2,60}\)(?=\W{0,2}$)",
            (r"\((?:AP\s)?(?:Photo|Picture|Image|PHOTO)",),
        ),
        Frame(
            rf"^\W{{0,3}}{_LABEL}\s{{0,3}}(?:(?:the|via|by|of|courtesy)\s){{0,3}}[\p{{Lu}}@©][^\d\n:;!?]{{0,60}}[^\d\n:;!?.\s]$",
            (_LABEL + r"\s{0,3}(?:(?:the|via|by|of|courtesy)\s){0,3}[\p{Lu}@©]",),
        ),
    ),
    check=check,
    searches=(_NAME_BEFORE,),
)
