"""A label of an advertisement, of the break that it made in the text, or the disclosure of paid links.

The advertisement is gone, its label stayed, in the middle of an article as often as at its end. "Anzeige" and
"Publicité" are the commonest lines of German and French news corpora.

Bad:

    Advertisement
    ADVERTISEMENT - CONTINUE READING BELOW
    Story continues below advertisement
    Sponsored content
    Ads by Google
    The bridge was closed at noon. Article continues after this ad
    This post contains affiliate links.
    If you buy through our links, we may earn a small commission.
    La suite après la publicité

Good:

    The advertisement was withdrawn after two days.
    The story continues below in the words of his widow.
    Sponsored content makes up a fifth of the paper's income.
    She may earn a commission on every boat she sells.
    An advertisement of 1897 shows the tower without its clock.
"""

from corpuslint import PhraseMatch, Phrases, Unit


def veto(match: PhraseMatch, unit: Unit) -> bool:
    return unit.quoted(match.start, match.end)


RULE = Phrases(
    code="BP106",
    name="advertisement-marker",
    version=2,
    doc=__doc__,
    message="advertisement marker: {match}",
    files=__file__,
    veto=veto,
)
