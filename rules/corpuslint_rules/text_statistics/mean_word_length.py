"""A text whose words are too short or too long on the mean.

The mean word of English prose has four to five characters. Gopher drops texts outside three to ten: keys, addresses
and glued words above, spaced letters below. Off by default: runs with `--preset`.

Bad:

    a b c d e f g h i j k l m
    getConfigurationManagerInstance setConfigurationManagerInstance removeConfigurationListener

Good:

    The mill was built in 1840.
    Nobody on the pier was surprised.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ104", "mean-word-length", __doc__, ("mean-word-length",), removes="text")
