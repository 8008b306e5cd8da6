"""A text of which too many words have no letter.

Gopher drops texts of which fewer than 80 words in 100 have a letter: tables of figures, scores, program text. Gopher
means words between spaces; with the tokeniser of datatrove every punctuation mark is a word, which makes the limit
much stricter. Off by default: runs with `--preset`.

Bad:

    1840 12 14 19 22 mill 31 40
    3 : 1 , 2 : 2 , 0 : 4 ( home )

Good:

    The mill at the ford was built long ago and never moved.
    Nobody on the pier was surprised.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ402", "words-without-letter", __doc__, ("words-with-letter",), removes="text")
