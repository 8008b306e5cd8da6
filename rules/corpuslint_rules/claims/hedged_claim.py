r"""A claim that its own author does not stand behind.

"May", "probably", "it might be": hedges are honest where something is unknown, and a way out where a text should
commit itself. A corpus full of them teaches a model to answer with perhaps.

Off by default: careful writing hedges. Use it to measure, or where a genre should state facts.

Bad:

    The tower may date from the tenth century.
    The drop was probably caused by the frost.
    The painting is believed to show the harbour.
    It is the style of carving that suggests an earlier date.

Good:

    The tower dates from the tenth century.
    The fair opens on 4 May and closes a week later.
    The drop was caused by the frost.
    The court will decide whether or not to hear the case.

Known false alarms: permission ("visitors may park here") and conditions in rules and recipes.
"""

from corpuslint import Pattern

RULE = Pattern(
    code="UC102",
    name="hedged-claim",
    doc=__doc__,
    message="hedged: {match}",
    severity="info",
    default=False,
    languages=frozenset({"en"}),
    pattern=r"""(?ix)\b(?:(?-i:(?<!\p{N}\s)may(?!\s\p{N}))|probabl[ey]|perhaps|possibly|maybe|might|(?:un)?likely|allegedly|alleged
        |presumably|supposedly|purportedly|seem(?:s|ed|ing|ingly)?|appear(?:s|ed)?\sto|speculat(?:e[ds]?|ion)|believ(?:e[ds]?|ing)
        |considered|regarded|thought|assum(?:e[ds]?|ing|ption)|suggest(?:s|ed|ing|ions?)?|indicat(?:e|es|ing)|expected\sto
        |impl(?:y|ies)|whether(?!\sor\snot)|if(?!\sany|\snot)|would\sbe|suspected|uncertain|unclear)\b""",
    strength="weak",
)
