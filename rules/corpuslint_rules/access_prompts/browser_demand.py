"""A demand about the reader's browser: switch on JavaScript, switch off the ad blocker, prove to be human.

Such lines are what a crawler gets in place of the text, or a player's and a form's fallback left inside it. A page
that holds little else was never fetched.
The demand counts where it opens a line or a sentence of one; texts about browsers and ad blockers stay silent.

Bad:

    Please enable JavaScript to view this page.
    It looks like you're using an ad blocker. We understand, but ads pay our reporters.
    Your browser does not support the video element.
    Checking your browser before you reach the archive
    You are using an outdated browser.
    Bitte aktivieren Sie JavaScript, um fortzufahren.
    Votre navigateur ne prend pas en charge la lecture audio.

Good:

    Half of all readers use an ad blocker, the survey found.
    In the settings, she enabled JavaScript and reloaded the page.
    "Please enable JavaScript" was all that the archive had kept of the page.
    The old browser does not support the format, so the team wrote a converter.
"""

from corpuslint import Phrases, RemoveLine
from corpuslint_rules._vetoes import unlike_prompt

RULE = Phrases(
    code="PW105",
    name="browser-demand",
    doc=__doc__,
    message="demand about the browser: {match}",
    files=__file__,
    veto=unlike_prompt(words=60),
    fix=RemoveLine(),
)
