"""A text that lacks the small words of English.

Gopher drops texts with fewer than two of `the be to of and that have with`: lists, keywords, other languages. Data-
Juicer asks for a share of stop words. Letter case counts. Off by default: runs with `--preset`.

Bad:

    Anvil, bellows, tongs, hammer.
    Die Mühle wurde 1840 gebaut.

Good:

    The mill and the ferry belong to nobody.
    I have to mend that.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ403", "stop-words", __doc__, ("stop-words", "stop-word-share"), removes="text")
