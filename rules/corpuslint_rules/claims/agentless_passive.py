r"""A finding in the passive without the one who found it.

"Is shown to", "has been proven to": somebody is meant to have shown it, and the sentence does not say who. Name the
study or the person, or cite it.

Silent where the sentence names who, or cites, or a study is spoken of.

Off by default: it is rare, fewer than one finding in a million characters, and of 25 different findings that were read
six were false.

Bad:

    The method is shown to reduce noise.
    Green tea has been proven to lower stress.
    The two dialects were demonstrated to share a root.

Good:

    The method was shown by Okafor to reduce noise.
    Green tea has been proven to lower stress (Lindqvist 2011).
    The suspect was found guilty by the jury.
    Lindqvist reported that the method was shown to reduce noise.
    He was shown to his seat by an usher.

Known false alarms: a paper's own results, told in the passive, and the plots of stories ("the hall is shown to be
empty").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.claims._attribution import SOURCES, Claim, passed_over
from corpuslint_rules.claims._passive import passive

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit


_EVIDENCE = lazy_pattern(r"\b(?:stud(?:y|ies)|trials?|research\w*|experiments?|laborator(?:y|ies))\b", re.I)


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The match, unless somebody stands behind it or a study is spoken of."""
    here = Claim(unit, *match.span())
    if not _EVIDENCE.search(f"{here.before} {here.text} {here.after}") and not passed_over(here):
        yield Hit(*match.span())


RULE = Pattern(
    code="UC108",
    name="agentless-passive",
    doc=__doc__,
    message="shown by nobody: {match}",
    version=2,
    default=False,
    languages=frozenset({"en"}),
    pattern=(
        passive(
            r"""(?:(?:also|clearly|often|repeatedly|consistently|conclusively)\s){0,2}(?:shown|proven|proved
        |demonstrated)\sto\s
            (?!(?:us|me|him|them|an?|the|his|her|their|its|our|my|be\s(?:false|untrue|wrong))\b)\w+"""
        ),
    ),
    check=check,
    searches=SOURCES,
    strength="weak",
)
