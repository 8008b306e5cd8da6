"""RD: how hard a text reads, and where that changes."""

from corpuslint import Rule
from corpuslint_rules.readability import long_sentence, reading_grade, reading_outlier, style_change

RULES: list[Rule] = [
    reading_grade.RULE,
    style_change.RULE,
    long_sentence.RULE,
    reading_outlier.RULE,
]
