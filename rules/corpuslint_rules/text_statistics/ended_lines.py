"""A text of which too few lines end as sentences do.

FineWeb drops texts of which fewer than 12 lines in 100 end with an end mark: lists and menus. It is its gentler form
of C4's rule about lines (TQ201). The finding shows the first of the others. Off by default: runs with `--preset`.

Bad:

    Home
    News
    Sport
    Weather

    Anvil, 12 kg
    Bellows, 8 kg
    Tongs

Good:

    Home
    The mill was built in 1840.

    The mill was built in 1840.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ207", "ended-lines", __doc__, ("ended-lines",), removes="text")
