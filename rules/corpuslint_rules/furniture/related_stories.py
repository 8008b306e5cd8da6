"""A heading or link of a box that leads to other stories.

"Related articles", "You may also like", "Read more": what follows belongs to other texts, and a corpus that keeps it
mixes headlines of one subject into an article on another. A label with its story behind a colon is found where it
opens a line.

Bad:

    Related articles
    You may also like:
    MOST READ
    Read also: Ferry fares to rise again in spring
    RELATED STORY: Mayor refuses to open the flood gates
    Das könnte Sie auch interessieren
    À lire aussi

Good:

    The related articles were reprinted in a volume of essays.
    You may also like the smaller of the two museums.
    Those who want to know more should read also the letters.
    It is the most read of his novels.

Known false alarms: publishers differ on whether "Read more: …" inside an article is part of it.
"""

from corpuslint import PhraseMatch, Phrases, RemoveLine, Unit
from corpuslint_rules.furniture._lines import embedded


def veto(match: PhraseMatch, unit: Unit) -> bool:
    """A label that ends in a colon counts where it opens the line; whole lines always count."""
    opens = not any(character.isalnum() for character in unit.text[: match.start])
    return embedded(match, unit) and not opens


RULE = Phrases(
    code="BP105",
    name="related-stories",
    version=2,
    doc=__doc__,
    message="link to other stories: {match}",
    severity="info",
    files=__file__,
    veto=veto,
    fix=RemoveLine(),
)
