"""A line that stands in the text again, word for word.

Headlines are repeated above and below pictures, and broken extraction says things twice. Each repetition counts what
was said once as said again. Found are lines that follow upon themselves, and all their later repetitions, and a
headline (a text's first line) that stands again a few lines down. Refrains, table rows and dialogue are left alone: the
line must have some length, and the text must be mostly prose.

Bad:

    Harbour board votes to widen the eastern basin
    Harbour board votes to widen the eastern basin
    The harbour board voted on Monday to widen the eastern basin, a project that has divided the town for ten years.
    Fishermen fear that dredging will drive the crab grounds further out, and the ferry company is glad of every foot.

    The orchard has been in the family since 1911, and most trees still bear the varieties that were planted that year.
    "We never sold a single tree," said the owner.
    "We never sold a single tree," said the owner.
    Visitors may pick their own fruit from August on; the children get a basket and a map that shows the swings.

    Storm tears the roof off the old ferry hall
    12 May 2019
    By Jonas Ekholm
    Storm tears the roof off the old ferry hall
    The roof of the old ferry hall was torn off on Sunday night by the strongest storm since 1998, the port said.
    Nobody was hurt, as the last boat had left at six, but the waiting room and its mosaic are open to the rain.

Good:

    Harbour board votes to widen the eastern basin
    The harbour board voted on Monday to widen the eastern basin, a project that has divided the town for ten years.

    Oh the water, the water is wide
    And neither have I wings to fly
    Oh the water, the water is wide
    Give me a boat that will carry two

Options: min-words, the words a repeated line must have; max-times, beyond which it is a refrain or a template;
min-prose-share, the share of the text's words that must stand in prose; anywhere, also a line whose first repetition
stands further down.

Known false alarms: a vow, a spell or a prayer that a story repeats on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from corpuslint import Doc, Document, Hit
from corpuslint.doc import Line

PROSE = 12
"""Words of a line that is prose, if it ends as a sentence does."""

_SENTENCE_END = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)]"

HEADLINE = 8
"""Lines from the top of a text among which its headline may stand twice."""


class Options(msgspec.Struct, frozen=True):
    """What counts as a repetition; see the module's page."""

    min_words: int = 5
    max_times: int = 4
    min_prose_share: float = 0.5
    anywhere: bool = False


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    from corpuslint_rules.furniture._lexicon import weight  # noqa: PLC0415 (few texts need it)

    lines = [line for line in doc.lines if line.text and not line.text.isspace()]
    texts = [line.text.strip() for line in lines]
    likely = texts if options.anywhere else [text for text, following in pairwise(texts) if text == following]
    if texts[0] in texts[1:HEADLINE]:
        likely = [*likely, texts[0]]
    wanted = {text for text in likely if len(text.split()) >= options.min_words and not weight(text)}
    if not wanted or sum(map(_prose_words, texts)) < options.min_prose_share * sum(len(text.split()) for text in texts):
        return
    places: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if text in wanted:
            places.setdefault(text, []).append(at)
    for first, *others in places.values():
        if 0 < len(others) < options.max_times and (
            options.anywhere or others[0] == first + 1 or (first == 0 and others[0] < HEADLINE)
        ):
            yield from (Hit(*_span(lines[at]), related=(_span(lines[first]),)) for at in others)


def _span(line: Line) -> tuple[int, int]:
    """Where a line stands in the document, without the space around it."""
    text = line.text.strip()
    start = line.start + line.text.index(text)
    return start, start + len(text)


def _prose_words(text: str) -> int:
    """The number of a line's words if it is prose, else 0."""
    words = text.count(" ") + 1
    return words if words >= PROSE and text.rstrip(_CLOSERS).endswith(_SENTENCE_END) else 0


RULE = Document(
    code="BP112",
    name="repeated-line",
    version=2,
    doc=__doc__,
    message="line stands in the text before: {match}",
    check=check,
    needs=("repeated_lines",),
    options=Options(),
    strength="weak",
)
