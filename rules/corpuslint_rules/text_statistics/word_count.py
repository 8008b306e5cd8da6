"""A text of too few or too many words.

Gopher keeps texts of 50 to 100,000 words that are more than punctuation. Stubs hold little, and what is longer is
mostly lists and logs. Many a short notice is a good text all the same. Off by default: runs with `--preset`.

Bad:

    The mill was built in 1840.
    Opening hours: Sunday, ten to four.

Good:

    The mill at the ford was built in 1840, and the family that owns it has kept the wheel, the stones and the
    books of all those years. Visitors are welcome on the first Sunday of the month, when flour is ground and
    bread is baked in the yard. The road to the village was closed for most of the winter, so that the bus had to
    go round by the old quarry.

    A council that meets in public has to be heard in public, said the speaker, and nobody in the hall disagreed
    with her. They voted to have the meetings recorded and to keep the records for ten years. The cost of that
    will be small, the clerk told them, because the equipment is there and the staff have learned to use it.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ101", "word-count", __doc__, ("words",), removes="text")
