"""A text in which one sequence of two to four words takes up too much room.

Gopher drops texts in which the most frequent two words hold more than 20 characters in 100, three words 18, four
words 16: keywords repeated for search engines, broken templates. The finding points at the sequence and its copies.
In a text of a few words any sequence is a large share. Off by default: runs with `--preset`.

Bad:

    cheap tools online cheap tools here cheap tools now cheap tools today
    Sold out! Sold out! Sold out! Come again.

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

RULE = statistic_rule("TQ302", "frequent-sequence", __doc__, ("top-sequence",), removes="text")
