"""A headline whose words do not come again in the text.

Records are put together from pages, and now and then the headline is that of another article: a related story, a
changed address, an error of the scraper. Whoever learns from the pair learns a wrong connection; whoever searches by
the headline finds the wrong text.

What it needs: the title in a record's fields, or a first line that stands alone; at least 40 words of text, in
English. Strength: good. Words are compared by their stems, compounds and initials; rare words and names weigh more
than common ones, and what the first sentences lack weighs more than what comes later.

Off by default: of true headlines about one in a hundred is found, the witty and the allusive. In a corpus in which
fewer headlines than that are wrong, most findings are false alarms. Select it where pairs were put together by a
program.

Bad:

    # Ferry company fined over lifeboat drills in Orrin Bay
    Beekeepers in the southern valleys have lost a third of their colonies this winter, and a mite is to blame.
    The parasite weakens the bees in autumn, when the queens stop laying, and a mild December lets it breed on.
    Inspectors have counted dead hives in forty villages since New Year. The association wants the treatment to
    be paid for by the state, as it was after the frost eight years ago.

    # Tram drivers vote to strike before the spring festival
    The museum has bought a small portrait that hung in a village school for ninety years. The painter was
    unknown until a restorer cleaned the lower edge and found three letters and a date. The school will get a
    copy, and enough money for a new roof. The picture goes on show in the second room, beside the two that the
    same hand made for the cathedral, and it will be lent to no one.

Good:

    # Beekeepers blame mite for winter losses
    Beekeepers in the southern valleys have lost a third of their colonies this winter, and a mite is to blame.
    The parasite weakens the bees in autumn, when the queens stop laying, and a mild December lets it breed on.
    Inspectors have counted dead hives in forty villages since New Year. The association wants the treatment to
    be paid for by the state, as it was after the frost eight years ago.

    # Ferry company fined over lifeboat drills in Orrin Bay
    Beekeepers have lost a third of their colonies.

Known false alarms: witty headlines, headlines by nicknames or in other words than the text, headlines of interviews.

Source: headlines swapped between articles of the Fake News Challenge, BBC, BASIL and HealthNewsReview; fourteen
features and their weights, see ``headline_body_mismatch.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpuslint import Doc, Document, Hit

MODEL = Path(__file__).with_suffix(".json")


@cache
def model() -> tuple[list[float], float]:
    """Weights in the order of the features' names, and the sum from which on a headline is found."""
    import json  # noqa: PLC0415

    from corpuslint_rules.reliability._overlap import NAMES  # noqa: PLC0415

    weights, threshold = json.loads(MODEL.read_text(encoding="utf-8"))
    return [weights[name] for name in NAMES], threshold


def check(doc: Doc) -> Iterator[Hit]:
    """The headline, where too little of it comes again."""
    from corpuslint_rules.reliability._overlap import features  # noqa: PLC0415 (the table of words)

    headline = doc.headline
    if headline is None:
        return
    found = features(headline.text, doc.text[headline.body :])
    if found is None:
        return
    weights, threshold = model()
    if sum(w * x for w, x in zip(weights, found, strict=True)) > threshold:
        yield Hit(
            *(headline.span or (0, 0)), f'headline of another text? Its words are not in this one: "{headline.text}"'
        )


RULE = Document(
    code="SR105",
    name="headline-body-mismatch",
    doc=__doc__,
    message="the headline's words are not in the text",
    default=False,
    languages=frozenset({"en"}),
    check=check,
    needs=(),
)
