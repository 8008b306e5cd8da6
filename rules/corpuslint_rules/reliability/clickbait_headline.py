"""A headline that is made to be clicked on, not to tell.

A count of things to come, "you" and "this", praise, a promise, a question that the text will answer: none of it says
anything about the truth of a text, but whoever writes such headlines sells attention, and a headline of this kind
tells less of its text than another.

What it needs: the title in a record's fields, or a first line that stands alone; in English. Strength: weak; it never
counts alone. Letter case plays no part: it tells houses apart, not headlines.

Off by default: what it finds is a matter of style, and instructions have titles of the same shape ("How to choose a
knife").

Bad:

    21 Things You Should Never Say To A Baker
    This dog's reaction to snow will make your whole week
    Here's what actually happens when you stop eating bread

Good:

    21 hurt as tram leaves the rails in Orrin Bay
    Baker fined for selling underweight loaves
    Council to decide on bread prices in May

Known false alarms: features and columns of newspapers that ask a question or speak to the reader, titles of
instructions.

Source: twenty-five features and their weights, fitted to headlines that Chakraborty et al. labelled ("Stop
Clickbait", 2016); see ``clickbait_headline.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpuslint import Doc, Document, Hit

MODEL = Path(__file__).with_suffix(".json")


@cache
def model() -> tuple[dict[str, float], float]:
    """Weights by feature, and the sum from which on a headline is found."""
    import json  # noqa: PLC0415

    weights, threshold = json.loads(MODEL.read_text(encoding="utf-8"))
    return weights, threshold


def score(headline: str) -> float:
    """The weighted sum of a headline's features."""
    from corpuslint_rules.reliability._bait import features  # noqa: PLC0415 (texts without a headline need none)

    weights, _ = model()
    return sum(weights[name] * count for name, count in features(headline).items() if count)


def check(doc: Doc) -> Iterator[Hit]:
    """The headline, where its features add up."""
    headline = doc.headline
    if headline is not None and score(headline.text) >= model()[1]:
        yield Hit(*(headline.span or (0, 0)), f'headline made to be clicked on: "{headline.text}"')


RULE = Document(
    code="SR104",
    name="clickbait-headline",
    doc=__doc__,
    message="headline made to be clicked on",
    severity="info",
    default=False,
    strength="weak",
    languages=frozenset({"en"}),
    check=check,
    needs=(),
)
