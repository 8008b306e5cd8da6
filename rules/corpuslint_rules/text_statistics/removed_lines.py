"""A text that loses too much to the lines that the preset removes.

RefinedWeb drops a text where more than 5 words in 100 stand in lines that it removes: what is left is hardly a text.
The finding shows the first of the lines. Off by default: runs with `--preset`.

Bad:

    OPENING HOURS AND PRICES OF THE MILL
    It was built in 1840.

    1840
    1850
    1860
    Three years.

Good:

    The mill was built in 1840.
    It was restored in 1985.

    Opening hours and prices of the mill.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ206", "removed-lines", __doc__, ("removed-words",), removes="text")
