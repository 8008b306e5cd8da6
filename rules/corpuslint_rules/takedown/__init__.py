"""TD: notices that a text was taken from elsewhere, and what follows from it."""

from corpuslint_rules.takedown import (
    content_disclaimer,
    copyright_complaint,
    removal_request_notice,
    republished_from,
    scraper_source_list,
    translation_disclaimer,
)

RULES = [
    removal_request_notice.RULE,
    republished_from.RULE,
    copyright_complaint.RULE,
    scraper_source_list.RULE,
    translation_disclaimer.RULE,
    content_disclaimer.RULE,
]
