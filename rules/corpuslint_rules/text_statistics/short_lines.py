"""A text that is mostly short lines.

FineWeb drops texts of which more than 67 lines in 100 have up to 30 characters. FineWeb-2 gave this limit up, as it
hurts other languages; verse and dialogue suffer too. The finding shows the first of the lines. Off by default: runs
with `--preset`.

Bad:

    Home
    News
    Sport
    The mill at the ford was built in 1840, says the plaque.

    Ferry at six
    Bus at seven
    Train at eight

Good:

    The mill at the ford was built in 1840, says the plaque.
    Open on Sundays

    Nobody on the pier was surprised when the ferry left.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ107", "short-lines", __doc__, ("short-lines",), removes="text")
