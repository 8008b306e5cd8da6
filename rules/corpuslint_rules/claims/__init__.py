"""UC: claims that nobody stands behind."""

from corpuslint import Rule
from corpuslint_rules.claims import (
    agentless_passive,
    claim_density,
    hedged_claim,
    overclaimed_cause,
    peacock_term,
    sweeping_claim,
    unattributed_quote,
    unattributed_statistic,
    vague_attribution,
    vague_quantity,
)

RULES: list[Rule] = [
    vague_attribution.RULE,
    hedged_claim.RULE,
    peacock_term.RULE,
    unattributed_statistic.RULE,
    unattributed_quote.RULE,
    overclaimed_cause.RULE,
    sweeping_claim.RULE,
    agentless_passive.RULE,
    claim_density.RULE,
    vague_quantity.RULE,
]
