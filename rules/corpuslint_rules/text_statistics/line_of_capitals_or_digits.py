"""A line of capitals, of digits, or a counter.

RefinedWeb removes lines of which more than half is capitals, lines of digits, and counters such as `12 likes`:
banners, page numbers, remains of social networks. Off by default: runs with `--preset`.

Bad:

    OPENING HOURS AND PRICES
    The mill was built in 1840.

    1,204 likes
    The mill was built in 1840.

    1840
    The mill was built then.

Good:

    Opening hours and prices
    The mill was built in 1840.

    The page has 1,204 likes.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule(
    "TQ205", "line-of-capitals-or-digits", __doc__, ("line-upper-case", "line-digits", "line-counter"), removes="line"
)
