"""SR: signs that a source cannot be leaned on. None of them says that anything is untrue."""

from corpuslint import Rule
from corpuslint_rules.reliability import (
    anonymous_sources_only,
    clickbait_headline,
    headline_body_mismatch,
    no_named_source,
    editors_mark,
    impossible_identifier,
    retraction_notice,
    dangling_reference,
    empty_citation,
    sponsored_text,
    appeal,
    contradiction,
    listed_source,
)

RULES: list[Rule] = [
    no_named_source.RULE,
    anonymous_sources_only.RULE,
    clickbait_headline.RULE,
    headline_body_mismatch.RULE,
    editors_mark.RULE,
    impossible_identifier.RULE,
    retraction_notice.RULE,
    dangling_reference.RULE,
    empty_citation.RULE,
    sponsored_text.RULE,
    appeal.RULE,
    contradiction.RULE,
    listed_source.RULE,
]
