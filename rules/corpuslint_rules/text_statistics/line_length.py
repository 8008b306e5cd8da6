"""A text of very short lines.

mC4 keeps pages with at least three lines of 200 characters. Data-Juicer drops texts whose mean line, or whose
longest, has fewer than ten characters: columns of a table, a word a line. Off by default: runs with `--preset`.

Bad:

    one
    two
    three
    four

    12
    14
    19
    22

Good:

    The mill at the ford was built in 1840.
    one, two, three, four

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule(
    "TQ108", "line-length", __doc__, ("mean-length-of-lines", "longest-of-lines", "long-paragraphs"), removes="text"
)
