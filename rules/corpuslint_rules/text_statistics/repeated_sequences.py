"""A text of which much stands in sequences of five to ten words that stood in it before.

Gopher drops texts in which the share of characters in repeated sequences of five words is above 15 in 100, down to 10
in 100 for ten words. The finding points at the first sequence that stands again and where it stood before, then at
the others. Refrains and forms of law repeat themselves, too. Off by default: runs with `--preset`.

Bad:

    The mill at the ford was built in 1840. They say that the mill at the ford was built in 1840.
    Come and see the old mill today. We ask you to come and see the old mill today.

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

RULE = statistic_rule("TQ303", "repeated-sequences", __doc__, ("repeated-sequences",), removes="text")
