"""A text of which many lines end with an ellipsis.

Gopher drops texts of which more than 30 lines in 100 end with an ellipsis: teasers of other pages, cut where the box
was full. Off by default: runs with `--preset`.

Bad:

    The mill at the ford was ...
    The ferry left at ...
    Read more.

    Nobody on the pier…

Good:

    The mill was built in 1840.
    Nobody knows by whom...
    It was restored.
    It is open.

    The ferry left at six.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ209", "ellipsis-lines", __doc__, ("ellipsis-lines",), removes="text")
