"""Words or marks of a chat assistant left in a text.

Text pasted out of a chat assistant keeps what was meant for the user: refusals, offers to revise, remarks on a
knowledge cut-off, placeholders to fill in, and the assistant's own citation marks. They prove that nobody read the
text before it was published. The style of such texts is no matter for this rule.

Bad:

    As an AI language model, I cannot give legal advice.
    The bridge was finished in 1932.:contentReference[oaicite:4]{index=4}
    Certainly! Here is a revised version of your article:
    The village had 412 inhabitants as of my last knowledge update.
    The award went to [Insert name of the winner] in a ceremony in Oslo.
    Would you like me to expand the section on trade?

Good:

    The chatbot answered: "As an AI language model, I cannot give legal advice."
    As an AI language model improves, its errors get harder to spot.
    The village had 412 inhabitants as of the last census.
    Certainly, here is where the old bridge stood.
    The award [of 1932] went to the engineer.
    Would you like me to hold the door?

Known false alarms:

    Articles about assistants that quote them without quotation marks, and form letters with blanks to fill in.

Source:

    Shapes described in Wikipedia, "Signs of AI writing"; the wording here is our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint_rules.translation._assistant import CASED_MARKS, MARKS, PLACEHOLDER, SAID
from corpuslint_rules.translation._cited import in_own_marks

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit


def _named(text: str, start: int, end: int) -> bool:
    """Whether a mark stands in quotation marks of its own, and is no key of JSON."""
    return in_own_marks(text, start, end) and text[end + 1 : end + 2] != ":"


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    start, end = match.span()
    if match.lastgroup == "mark":
        if not _named(unit.text, start, end):
            yield Hit(start, end)
    elif not unit.quoted(start, end):
        yield Hit(start, end)


RULE = Pattern(
    code="MT108",
    name="ai-leftover",
    version=2,
    doc=__doc__,
    message="left over from a chat assistant: {match}",
    severity="error",
    # no languages: such marks stand in texts of any
    pattern=(
        *(f"(?i){said}" for said in SAID),
        PLACEHOLDER,
        *(f"(?i)(?P<mark>{mark})" for mark in MARKS),
        *(f"(?P<mark>{mark})" for mark in CASED_MARKS),
    ),
    check=check,
    strength="decisive",
)
