"""A request to subscribe, to buy access or to support the publisher.

What stands behind a paywall is often missing from the text, and the request is what is left in its place. It belongs
to the shop around the text, and is the same on every page of a site.
A request counts where it opens a short line, or a sentence of one. Counters of free articles and offers with prices
are PW103, newsletters BP104.

Bad:

    Subscribe now to keep reading
    Already a subscriber? Log in here.
    This article is for subscribers only
    To continue reading this story, start your free trial.
    Support independent journalism: from one coffee a month
    » Jetzt abonnieren
    Abonnez-vous pour lire la suite de cet article

Good:

    The paper hopes that readers will subscribe to continue its work.
    Subscribers to the gas network pay a fixed charge every month.
    The station said listeners who subscribe now and save will not see prices rise until spring.
    Critics subscribe to the view that the reform came too late.
    The rest of the article deals with the fall of the dynasty.
"""

from corpuslint import Phrases, RemoveLine
from corpuslint_rules._vetoes import unlike_prompt

RULE = Phrases(
    code="PW102",
    name="subscribe-prompt",
    doc=__doc__,
    message="subscribe prompt: {match}",
    files=__file__,
    veto=unlike_prompt(words=30),
    fix=RemoveLine(safe=True),
)
