"""A text with too many line breaks for its words: a list.

FineWeb drops texts with more than three line breaks to ten words. Menus, tables and tag clouds have them; so have
poems. Off by default: runs with `--preset`.

Bad:

    Home
    News
    Sport
    Weather
    About

    Anvil
    Bellows
    Hammer
    Tongs

Good:

    The mill was built in 1840.
    It was restored in 1985 by the society.

    Nobody on the pier was surprised when the ferry left.
    The wind had turned.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ106", "line-breaks-per-word", __doc__, ("breaks-per-word",), removes="text")
