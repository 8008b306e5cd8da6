"""A text with a term that no prose has: `lorem ipsum`, a curly bracket.

C4 drops pages with `lorem ipsum`, which stands where a text was still to come, and pages with a curly bracket, as
program text has. It looks only at the lines that it keeps. Off by default: runs with `--preset`.

Bad:

    Lorem ipsum dolor sit amet, consectetur.
    Then write if (open) { close(); } and run it again.

Good:

    The text is still to come.
    Then write if (open) close() and run it again.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ210", "unwanted-term", __doc__, ("terms",), removes="text")
