"""A form or a search box: its labels, hints, choices and messages.

What a form asks and answers ("this field is required") is hidden or empty on the page and stands in the text all the
same. Plain labels that tables also use ("Name", "Date") are left alone.

Bad:

    This field is for validation purposes, please leave it alone.
    Type above and press Enter to search.
    Search this site
    "*" indicates required fields
    Thank you! Your submission has been received!
    Erweiterte Suche
    Recherche avancée

Good:

    Name
    This field is required reading for no one, as its critics admit.
    Rescuers had to search the site again after dark.
    First name, last name and date of birth were read out in court.
    No results were found on the second day either.
"""

from corpuslint import Phrases, RemoveLine
from corpuslint_rules._vetoes import unlike_prompt

RULE = Phrases(
    code="BP114",
    name="form-or-search",
    version=2,
    doc=__doc__,
    message="form or search box: {match}",
    files=__file__,
    veto=unlike_prompt(words=30),
    fix=RemoveLine(safe=True),
)
