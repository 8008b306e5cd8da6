"""A line with a word that marks notices and page furniture.

C4 removes lines with `javascript`, and with six phrases about cookies, privacy and terms of use; RefinedWeb removes
short lines such as `Sign-in`. An article about cookies loses its best lines. Off by default: runs with `--preset`.

Bad:

    Please enable JavaScript in your browser.
    Our privacy policy has changed since May.

Good:

    Please enable images in your browser.
    Our opening hours have changed since May.

Options: presets, whose limits count; without any those of the first preset that has one, Gopher, C4 and FineWeb
before others.

Source: the presets' own; each finding names its preset, and `docs/presets.md` has all limits.
"""

from __future__ import annotations

from corpuslint_rules.text_statistics._rule import statistic_rule

RULE = statistic_rule("TQ204", "line-with-term", __doc__, ("line-terms",), removes="line")
