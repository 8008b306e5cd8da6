"""A line that does not end as a sentence does.

C4 removes every line whose last character is not one of its end marks, or that ends in an ellipsis: headings, menus,
captions, and the items of any list. It is the heuristic that removes most; FineWeb leaves it out. The marks are the
preset's, and builders disagree about quotation marks. Off by default: runs with `--preset`.

Bad:

    Opening hours and prices
    The mill was built in 1840.

    Read on …

Good:

    The mill was built in 1840.

    Who owns the mill?
    "We do."

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ201", "line-without-end-mark", __doc__, ("line-end-mark",), removes="line")
