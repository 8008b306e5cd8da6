"""A text that is a list of bullets.

Gopher drops texts of which more than 90 lines in 100 begin with a bullet. Which characters are bullets differs from
builder to builder. Off by default: runs with `--preset`.

Bad:

    - anvil
    - bellows
    - tongs

    • ferry at six
    • bus at seven

Good:

    We sell:
    - anvil
    - bellows

    The mill was built in 1840.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ208", "bullet-lines", __doc__, ("bullet-lines",), removes="text")
