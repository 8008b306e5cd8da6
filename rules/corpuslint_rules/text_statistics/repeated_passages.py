"""A text of which many lines or paragraphs stood in it before.

Gopher drops texts of which more than 30 lines in 100, or 20 characters in 100, stand in lines that are there already,
and the same of paragraphs, which blank lines part; FineWeb allows one character in 100. The finding points at the
longest of these passages, where it stood before, and at the others. Off by default: runs with `--preset`.

Bad:

    Visitors are welcome on Sundays.
    The mill was built in 1840.
    Visitors are welcome on Sundays.
    Visitors are welcome on Sundays.

    Ferry
    Bus
    Ferry
    Bus

Good:

    Visitors are welcome on Sundays.
    The mill was built in 1840.

    Ferry
    Bus
    Train
    Tram
    A ferry

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule(
    "TQ301",
    "repeated-passages",
    __doc__,
    (
        "repeated-lines",
        "repeated-line-characters",
        "repeated-filled-line-characters",
        "repeated-paragraphs",
        "repeated-paragraph-characters",
    ),
    removes="text",
)
