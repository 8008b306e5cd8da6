"""A request to sign up for a newsletter, for alerts or for a mailing list.

Publishers place it between paragraphs, where extractors take it for one of them. It often promises what the text is
about ("the best of our climate desk"), so that it disturbs topics and summaries as well.
It counts where a request opens a short line, or a sentence of one. Articles about newsletters stay silent.

Bad:

    Sign up for our weekly newsletter
    Subscribe to our newsletter and never miss a match.
    Get the latest science stories delivered straight to your inbox.
    Enter your email address to receive new posts
    You can unsubscribe at any time.
    Newsletter abonnieren
    Inscrivez-vous à notre newsletter

Good:

    The company sends a weekly newsletter to its customers.
    Thousands signed up for our newsletter within a day, the founder said.
    Spam that is delivered straight to your inbox costs nothing to send.
    She wrote in her newsletter that the coach would stay.
"""

import re

from corpuslint import PhraseMatch, Phrases, RemoveLine, Unit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._vetoes import longer_than, opens_sentence, unlike_prompt

_REQUEST = lazy_pattern(
    r"\W*(?:get|receive|have|sign\s?-?up|subscribe|join|enter|register|want|stay|keep|don['’]t\s+miss|never\s+miss|be\s+the\s+first"
    r"|(?:the|our)\s+(?:latest|best|top|biggest|most)|all\s+the|(?:daily|weekly|monthly|breaking|free|exclusive)\s+\w+)\b",
    re.IGNORECASE,
)
_unlike_prompt = unlike_prompt(words=45)


def veto(match: PhraseMatch, unit: Unit) -> bool:
    """Asks for a request at the start of the line where the phrase itself is only its end (``to your inbox``)."""
    if match.phrase.endswith(("inbox", "mailbox")) and not opens_sentence(match, unit):
        return longer_than(30, unit) or _REQUEST.match(unit.text) is None
    return _unlike_prompt(match, unit)


RULE = Phrases(
    code="BP104",
    name="newsletter-prompt",
    version=2,
    doc=__doc__,
    message="newsletter prompt: {match}",
    files=__file__,
    veto=veto,
    fix=RemoveLine(safe=True),
)
