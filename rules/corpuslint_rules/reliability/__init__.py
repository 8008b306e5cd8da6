"""SR: signs that a source cannot be leaned on. None of them says that anything is untrue."""

from corpuslint import Rule
from corpuslint_rules.reliability import (
    anonymous_sources_only,
    appeal,
    clickbait_headline,
    contradiction,
    dangling_reference,
    editors_mark,
    empty_citation,
    few_references,
    headline_body_mismatch,
    impossible_identifier,
    listed_source,
    lookalike_domain,
    missing_date_or_byline,
    no_named_source,
    retraction_notice,
    sponsored_text,
)

RULES: list[Rule] = [
    no_named_source.RULE,
    anonymous_sources_only.RULE,
    missing_date_or_byline.RULE,
    clickbait_headline.RULE,
    headline_body_mismatch.RULE,
    empty_citation.RULE,
    listed_source.RULE,
    editors_mark.RULE,
    dangling_reference.RULE,
    impossible_identifier.RULE,
    retraction_notice.RULE,
    contradiction.RULE,
    sponsored_text.RULE,
    appeal.RULE,
    lookalike_domain.RULE,
    few_references.RULE,
]
