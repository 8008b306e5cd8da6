"""A text with a hash sign or an ellipsis to every tenth word.

Gopher drops texts with more than one hash sign or ellipsis to ten words: tag lists, teasers. Off by default: runs
with `--preset`.

Bad:

    #mill #bread #sunday and #more
    Well... perhaps... who knows...

Good:

    The mill is number #3 of the nine mills on the river that still stand.
    The mill at the ford was built in 1840, or so they say...

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ401", "hashes-and-ellipses", __doc__, ("hashes-per-word", "ellipses-per-word"), removes="text")
