"""A cookie banner or a consent form.

Consent managers put their text at the head or the foot of every page: what cookies are for, buttons to accept and
reject, tables of purposes. Extractors take it for prose, since it is written in whole sentences.
The wording counts where it opens a line or a sentence of one; articles about cookies and consent stay silent.

Bad:

    We use cookies to remember your settings and to measure how our pages are used.
    This website uses cookies. By clicking "Accept" you agree.
    Accept all cookies
    Manage cookie preferences
    Do not sell or share my personal information
    Diese Website verwendet Cookies, um Ihnen den besten Dienst zu bieten.
    En poursuivant votre navigation, vous acceptez notre politique

Good:

    Accept all the cookies your neighbours bring, and bake some in return.
    The regulator fined a shop whose site used cookies to follow visitors without consent.
    For the glaze, we used cookies crushed to a fine powder.
    "We use cookies to keep the lights on," the publisher told the court.

Known false alarms:

    The privacy policy of a site, where that is the text itself.
"""

from corpuslint import Phrases, RemoveLine
from corpuslint_rules._vetoes import unlike_prompt

RULE = Phrases(
    code="PW104",
    name="cookie-consent",
    doc=__doc__,
    message="cookie banner: {match}",
    files=__file__,
    veto=unlike_prompt(words=150),
    fix=RemoveLine(safe=True),
)
