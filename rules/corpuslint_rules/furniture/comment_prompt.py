"""A comment form, its rules and its buttons, or an invitation to comment.

Blog software puts the same form below every text: name, mail address, notes on moderation and cookies. The comments
themselves may be text worth keeping; the form never is.
The wording counts where it opens a short line, or a sentence of one.

Bad:

    Leave a Reply Cancel reply
    Your email address will not be published. Fill in all fields.
    Be the first to comment
    View all comments
    Comments are closed.
    Schreibe einen Kommentar
    Laisser un commentaire

Good:

    The senator declined to leave a comment with our desk.
    The paper, whose comments are moderated by a team of four, had to close them.
    No comments were made by either side.
    "Leave a comment below," every video begged, and nobody did.
"""

from corpuslint import Phrases, RemoveLine
from corpuslint_rules._vetoes import unlike_prompt

RULE = Phrases(
    code="BP103",
    name="comment-prompt",
    version=2,
    doc=__doc__,
    message="comment form: {match}",
    files=__file__,
    veto=unlike_prompt(words=40),
    fix=RemoveLine(safe=True),
)
