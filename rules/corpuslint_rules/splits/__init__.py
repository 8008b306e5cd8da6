"""SP: broken sentences, words and quotations."""

from corpuslint import Rule
from corpuslint_rules.splits import (
    cut_start,
    hyphen_remnant,
    line_cut,
    missing_space,
    recapitalised_quote,
    split_in_name,
    split_mid_sentence,
    truncated_text,
    unbalanced_quote,
)

RULES: list[Rule] = [
    split_mid_sentence.RULE,
    split_in_name.RULE,
    missing_space.RULE,
    recapitalised_quote.RULE,
    hyphen_remnant.RULE,
    line_cut.RULE,
    truncated_text.RULE,
    cut_start.RULE,
    unbalanced_quote.RULE,
]
