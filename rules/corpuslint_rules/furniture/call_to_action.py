"""A call to action: a button or a line that wants the reader to buy, book, call, give or install.

Shops, charities and companies end every page with it. In a corpus it is advertising without a sender.
It counts as a line of its own, or at the start of a short line or of a sentence of one.

Bad:

    Book a demo
    Your cart is empty. Continue shopping
    Click here to donate
    Download on the App Store
    Contact us
    Send us your tips
    In den Warenkorb
    Ajouter au panier

Good:

    Contact us between the wars was rare, the memoir says.
    The mayor said she would book a demo of the new trams.
    Add the sugar to the bowl.
    Farmers who apply now get the grant in spring.
    He could not download the app, so he paid in coins.
"""

from corpuslint import Phrases, RemoveLine
from corpuslint_rules._vetoes import unlike_prompt

RULE = Phrases(
    code="BP115",
    name="call-to-action",
    version=2,
    doc=__doc__,
    message="call to action: {match}",
    files=__file__,
    veto=unlike_prompt(words=20),
    fix=RemoveLine(),
)
