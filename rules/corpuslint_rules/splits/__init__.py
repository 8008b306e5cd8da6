"""SP: broken sentences, words and quotations."""

from corpuslint import Rule
from corpuslint_rules.splits import (
    cut_start,
    cut_word,
    hyphen_remnant,
    line_cut,
    missing_space,
    recapitalised_quote,
    run_together_words,
    split_in_name,
    split_mid_sentence,
    truncated_text,
    unbalanced_quote,
    unlikely_stop,
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
    run_together_words.RULE,
    unlikely_stop.RULE,
    cut_word.RULE,
]
