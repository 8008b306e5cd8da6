"""EN: damage of character encoding."""

from corpuslint_rules.encoding import (
    bidi_control,
    character_reference,
    control_or_invisible,
    mixed_normalisation,
    mojibake,
    replacement_character,
)

RULES = [
    mojibake.RULE,
    replacement_character.RULE,
    control_or_invisible.RULE,
    bidi_control.RULE,
    mixed_normalisation.RULE,
    character_reference.RULE,
]
