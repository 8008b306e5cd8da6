"""A request to sign in, left over from the page.

Sites ask readers to sign in before they may read, comment or search. The request is no part of the text: a corpus
that keeps it teaches a model to ask for passwords, and puts the same line into thousands of documents.
A request counts where it opens a short line, or a sentence of one; what a text tells about signing in does not.

Bad:

    Sign in to read the full story.
    Log in to follow this author and save articles for later
    You must be logged in to post a comment.
    Already a member? Log in
    Forgot your password?
    » Anmelden / Registrieren
    Connectez-vous pour lire la suite

Good:

    Protesters were asked to sign in at the gate.
    Users who sign in to read their mail from abroad are warned, the bank said.
    She told the court that he could log in from anywhere.
    3. Log in to manage the server, then stop the service.
    "Sign in to read more," the screen kept telling her, and at last she gave up.
"""

from corpuslint import Phrases, RemoveLine
from corpuslint_rules._vetoes import unlike_prompt

RULE = Phrases(
    code="PW101",
    name="sign-in-prompt",
    doc=__doc__,
    message="sign-in prompt: {match}",
    files=__file__,
    veto=unlike_prompt(words=25),
    fix=RemoveLine(safe=True),
)
