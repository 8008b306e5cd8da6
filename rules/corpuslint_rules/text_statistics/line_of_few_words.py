"""A line of too few words.

C4 removes lines of fewer than three words (its code has five), RefinedWeb those of one: labels and buttons. White
space parts the words. Off by default: runs with `--preset`.

Bad:

    Subscribe
    The mill was built in 1840.

    Open now.

Good:

    The mill was built in 1840.
    It is open.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ202", "line-of-few-words", __doc__, ("line-words",), removes="line")
