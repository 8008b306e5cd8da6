"""A link that leads around the site: to the text, the top, the menu, another page, the terms of use.

Readers of the page need it; in the text it is noise that stands in thousands of documents, and a model learns to
write "Skip to content". Only lines that are nothing but such a link are found, and the long ones inside a short line.

Bad:

    Skip to content
    Back to top
    « Older posts
    Toggle navigation
    Skip to main content Search the archive
    Privacy Policy
    Zum Inhalt springen

Good:

    Readers may skip to the contents page if they are in a hurry.
    The privacy policy was amended twice last year.
    She swam back to the top of the lock and waited.
    A "skip to content" link helps people who use a screen reader.

Known false alarms: a heading or table cell in a text about web sites and contracts ("Terms of use").
"""

from corpuslint import PhraseMatch, Phrases, RemoveLine, Unit
from corpuslint_rules.furniture._lines import embedded

LONGEST = 80
"""Code points of a line in which a phrase may stand beside others."""


def veto(match: PhraseMatch, unit: Unit) -> bool:
    return (len(unit.text) > LONGEST and embedded(match, unit)) or unit.quoted(match.start, match.end)


RULE = Phrases(
    code="BP101",
    name="navigation",
    version=2,
    doc=__doc__,
    message="navigation link: {match}",
    files=__file__,
    veto=veto,
    fix=RemoveLine(),
)
