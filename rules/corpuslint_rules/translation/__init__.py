"""MT: traces of machine translation, spinning and generation."""

from corpuslint_rules.translation import (
    ai_leftover,
    calque,
    comma_capital,
    foreign_leftover,
    foreign_word,
    lower_cased_text,
    malformed_date,
    repeated_words,
    spun_text,
    tokenised_text,
    tortured_phrase,
)

RULES = [
    tortured_phrase.RULE,
    foreign_leftover.RULE,
    malformed_date.RULE,
    spun_text.RULE,
    comma_capital.RULE,
    repeated_words.RULE,
    tokenised_text.RULE,
    ai_leftover.RULE,
    lower_cased_text.RULE,
    calque.RULE,
    foreign_word.RULE,
]
