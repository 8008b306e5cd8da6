"""DU: duplicates, what a corpus says more than once."""

from corpuslint import Rule
from corpuslint_rules.duplicates import (
    derived_copy,
    exact_copy,
    near_copy,
    same_text_other_origin,
    template_line,
)

RULES: list[Rule] = [
    exact_copy.RULE,
    near_copy.RULE,
    derived_copy.RULE,
    template_line.RULE,
    same_text_other_origin.RULE,
]
