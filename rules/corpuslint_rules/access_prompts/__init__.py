"""PW: prompts that stand between a reader and the text."""

from corpuslint_rules.access_prompts import (
    browser_demand,
    cookie_consent,
    metered_paywall,
    sign_in_prompt,
    subscribe_prompt,
)

RULES = [
    sign_in_prompt.RULE,
    subscribe_prompt.RULE,
    metered_paywall.RULE,
    cookie_consent.RULE,
    browser_demand.RULE,
]
