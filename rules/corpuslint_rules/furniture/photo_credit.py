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

from corpuslint import Pattern

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

RULE = Pattern(
    code="BP108",
    name="photo-credit",
    doc=__doc__,
    message="photo credit: {match}",
    severity="info",
    pattern=(
        rf"{_NAME}(?:\s?/\s?\p{{L}}[\p{{L}} .-]{{1,24}}){{0,3}}\s?/\s?{_AGENCY}(?=\W{{0,3}}$)"
        rf"|\b(?:AP\sPhoto|REUTERS|Reuters|AFP|EPA(?:-EFE)?|Getty(?:\sImages)?)\s?/\s?{_NAME}(?=\W{{0,3}}$)"
        rf"|\b(?:(?i:via|courtesy)\s(?:of\s)?){_AGENCY}(?=\W{{0,3}}$)"
        rf"|\((?:AP\s)?(?:Photo|Photos|Picture|Image|PHOTO)(?:\sby|\scourtesy\sof|\scredit)?[:/\s][^()\n]{{2,60}}\)(?=\W{{0,2}}$)"
        rf"|^\W{{0,3}}{_LABEL}\s{{0,3}}(?:(?:the|via|by|of|courtesy)\s){{0,3}}"
        r"[\p{Lu}@©][^\d\n:;!?]{0,60}[^\d\n:;!?.\s]$"
    ),
    triggers=(
        rf"/\s?{_AGENCY}",
        r"(?:AP\sPhoto|REUTERS|Reuters|AFP|EPA|EFE|Images|Getty)\s?/\s?\p{Lu}",
        rf"(?i:via|courtesy)\s(?:of\s)?{_AGENCY}",
        r"\((?:AP\s)?(?:Photo|Picture|Image|PHOTO)s?",
        _LABEL + r"\s{0,3}(?:(?:the|via|by|of|courtesy)\s){0,3}[\p{Lu}@©]",
    ),
)
