"""Buttons to share, print, save and follow.

Pages carry a row of buttons for every network, often with a hidden sentence for screen readers. Extractors keep the
labels as lines of their own, above or below the text.
Rows of nothing but names of networks count; one name alone does not, since tables and lists of content hold those.

Bad:

    Share on Facebook
    Click to share on WhatsApp (Opens in new window)
    Facebook Twitter LinkedIn Email
    Share this article
    Follow us on Instagram
    Auf Facebook teilen
    Partager sur Twitter

Good:

    Facebook
    Facebook Twitter campaigns cost the party two million last year
    She asked him not to share this article with anyone.
    People who share on Facebook what they have not read are many.
    Share of the vote
"""

import re

from corpuslint import PhraseMatch, Phrases, RemoveLine, Unit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._vetoes import longer_than, unlike_prompt

_BUTTON = (
    r"(?:facebook|twitter|x|linkedin|pinterest|whatsapp|reddit|instagram|youtube|e-?mail|tumblr|bluesky|threads|tiktok|flickr"
    r"|rss|feed|telegram|snapchat|mastodon|flipboard|google\+?|digg|del\.icio\.us|delicious|stumbleupon|messenger|pocket|copy"
    r"|link|like|print|save|share|tweet|pin|it|more|this|on|follow|us)"
)
_BUTTONS = lazy_pattern(rf"\W*(?:{_BUTTON}\b\W*)+", re.IGNORECASE)

_unlike_prompt = unlike_prompt(words=20)


def veto(match: PhraseMatch, unit: Unit) -> bool:
    """Spares names of networks in a line that holds other words too."""
    if not longer_than(20, unit) and _BUTTONS.fullmatch(unit.text):
        return False
    return _BUTTONS.fullmatch(match.phrase) is not None or _unlike_prompt(match, unit)


RULE = Phrases(
    code="BP102",
    name="share-widget",
    version=2,
    doc=__doc__,
    message="share or follow button: {match}",
    files=__file__,
    veto=veto,
    fix=RemoveLine(),
)
