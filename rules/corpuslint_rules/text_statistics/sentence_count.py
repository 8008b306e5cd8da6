"""A text of too few sentences, once the lines are gone that the preset removes.

C4 drops pages of fewer than five sentences, counted in the lines it keeps: a menu has none. The number depends on
where sentences are taken to end; `Dr.` and `U.S.` end none here. Off by default: runs with `--preset`.

Bad:

    The ferry left at six. The wind had turned by then.

    Home
    About
    Contact
    Imprint
    The ferry left at six.

Good:

    The ferry left at six. The wind had turned by then. Nobody minded.
    The captain waited. Then he went home.

    The wind had turned.
    Nobody was surprised. The captain waited, and the mate slept.
    Then they went home. It was late.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ103", "sentence-count", __doc__, ("sentences",), removes="text")
