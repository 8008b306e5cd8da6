"""A text with too few letters, or too many digits, spaces, brackets or web addresses.

NeMo Curator drops texts with more than 15 characters in 100 digits, 25 white space, 10 brackets, 20 web addresses;
Data-Juicer those with fewer than 25 letters or digits. Tables, logs and link lists have them. Off by default: runs
with `--preset`.

Bad:

    -- == -- == -- == --
    **** ++++ **** (a)

Good:

    The mill was built in 1840.
    See page 12 for the (long) list.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule(
    "TQ404",
    "share-of-characters",
    __doc__,
    ("alphanumeric-characters", "digits", "white-space", "bracket-characters", "url-characters"),
    removes="text",
)
