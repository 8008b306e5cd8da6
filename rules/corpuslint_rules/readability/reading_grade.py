"""A text that reads far easier or far harder than texts do.

Readability formulas turn the length of words and sentences into a number: a school grade, or a score. As a judgement on
style they are crude; as an alarm they are good, because what falls far out of the range of ordinary texts is seldom a
text: a menu or a table in one line, a transcript without full stops, a list of names. The message names the value and
the range.

The range is that of 168 clean texts of seven kinds, from chat to newspapers, and 557 pieces of American written
English, none of which lies outside. RD104 compares the texts of one corpus; to judge parts of it by the median of the
whole, set that as `median`, and how far from it a text may lie as `distance`.

Four measures need nothing else: `ari` and `coleman-liau` (school grades), `lix` and `rix`. Four count syllables:
`flesch-reading-ease`, `flesch-kincaid`, `gunning-fog` and `smog`. These need textstat, which
`pip install "corpus-linter[readability]"` brings with its dictionary of English and its rules of hyphenation for other
languages. Nothing is downloaded later. They read 2 MB/s, and of a text over 100,000 characters only the beginning.

Off by default: the range of your corpus is not that of all texts.

Bad:

    Home News Sport Weather Travel Culture Food Letters Obituaries Archive Contact Tide tables Ferry times Lighthouse
    keepers Harbour notices Fish auction Boat registry Moorings Slipway permits Sailing school Pilot station Coastguard
    Rescue log Museum Library Chapel services Parish council Planning applications Building permits School dinners Bus
    timetable Recycling dates Council minutes Budget papers Election results Public notices Situations vacant Houses to
    let Boats for sale Garden produce Knitting circle Brass band Choir practice Football fixtures Cricket scores Rowing
    club Sea swimming Bird counts Seal watch Rock pools Cliff path Island map Webcam Photo
    competition Guest rooms Camp site Wedding hire Cookery course Subscribe

    Go on. Do it. I do so. It is. We go up. He is in. So am I. He is up on it. I am at it. We do as he is. It is so. I
    go in at it. He is on it. We go on at it. I am in it. So is he. It is up to us. Do go on. We do. I am. He is. We go
    as it is. So do I go up. It is in. He is at it. I do it as he is at it. So it is. We go in. I am up. He is as he is.
    It is on me. So we go. He is in it as I am in it. I do. He is so. It is as it is. I go as he is on it.

Good:

    The ferry was late again on Monday, and nobody on the quay was surprised. The boat is older than its captain, and
    the captain is older than the pier. Last winter the engine failed twice within sight of the harbour, and both times
    the lifeboat towed it home. The council has promised a new boat for six years. It has ordered three studies, two of
    which disagree, and in May it will choose between them. Until then the school closes when the wind is in the north,
    because the teachers live on the mainland. The children do not complain. The baker does, since flour comes by the
    same boat, and in a bad week there is no bread after Wednesday.

    Home News Sport Weather Travel Culture Food Letters

Options: measure; lowest and highest, the range, replacing the measure's own; median and distance, a range around the
median of your corpus, replacing both; least, the words below which a text is too short to be measured; language, by
which syllables are counted (ISO 639-1), for which other than en there is no range of its own.

Known false alarms: lists and tables that belong to the text; speeches and laws of earlier centuries, in sentences of
eighty words.

Source: the formulas are those of textstat, whose counts of words, sentences and letters are taken over exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint import Doc, Document, Hit
from corpuslint_rules.readability._measures import LANGUAGES, SYLLABIC, measured, require_textstat

EXPECTED = {
    "ari": (0.0, 26.0),
    "coleman-liau": (1.0, 19.0),
    "lix": (12.0, 78.0),
    "rix": (0.2, 15.0),
    "flesch-reading-ease": (5.0, 105.0),
    "flesch-kincaid": (0.0, 25.0),
    "gunning-fog": (2.0, 28.0),
    "smog": (4.0, 24.0),
}
"""English: a little beyond the least and greatest of the clean texts of a hundred words and more."""


class Options(msgspec.Struct, frozen=True):
    measure: str = "ari"
    lowest: float | None = None
    highest: float | None = None
    median: float | None = None
    distance: float = 10.0
    least: int = 100
    language: str = "en"

    def __post_init__(self) -> None:
        if self.measure not in EXPECTED:
            raise ValueError(f"measure must be one of {', '.join(EXPECTED)}")
        if self.measure in SYLLABIC:
            require_textstat()
            if self.language not in LANGUAGES:
                raise ValueError(f"{self.measure} is known for the languages {', '.join(sorted(LANGUAGES))}")
        if self.least < 1 or self.distance < 0:
            raise ValueError("least must be 1 or more, distance must not be negative")
        if self.language != "en" and self.median is None and None in (self.lowest, self.highest):
            raise ValueError(f"no range is known for {self.language}: set lowest and highest, or median")

    @property
    def range(self) -> tuple[float, float]:
        if self.median is not None:
            return self.median - self.distance, self.median + self.distance
        lowest, highest = EXPECTED[self.measure]
        return (
            lowest if self.lowest is None else self.lowest,
            highest if self.highest is None else self.highest,
        )


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    """One finding for a text, at its first line."""
    text = doc.text.strip()
    if len(text.split()) < options.least or not any(map(str.isalnum, text)):
        return
    value = measured(text, options.measure, options.language)
    lowest, highest = options.range
    if not lowest <= value <= highest:
        side = "below" if value < lowest else "above"
        message = f"{options.measure} {value:.1f} lies {side} the expected {lowest:g} to {highest:g}"
        start = doc.text.index(text[0])
        yield Hit(start, start + len(text.split("\n", 1)[0].rstrip()), message)


RULE = Document(
    code="RD101",
    name="reading-grade",
    doc=__doc__,
    message="the text reads unlike others",
    severity="info",
    default=False,
    check=check,
    needs=(),
    options=Options(),
    strength="weak",
)
