"""A text of too few characters.

Data-Juicer keeps texts of at least ten characters: what is shorter is a remnant of extraction. Off by default: runs
with `--preset`.

Bad:

    Menu
    Page 2

Good:

    The mill was built in 1840.
    Opening hours: ten to four.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ102", "character-count", __doc__, ("characters",), removes="text")
