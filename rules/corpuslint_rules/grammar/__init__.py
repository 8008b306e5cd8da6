"""GR: grammar, as LanguageTool sees it."""

from corpuslint import Rule
from corpuslint_rules.grammar import language_tool

RULES: list[Rule] = [language_tool.RULE]
