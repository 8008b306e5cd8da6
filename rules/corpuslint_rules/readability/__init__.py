"""RD: how hard a text reads, and where that changes."""

from corpuslint_rules.readability import long_sentence, reading_grade, style_change

RULES = [
    reading_grade.RULE,
    style_change.RULE,
    long_sentence.RULE,
]
