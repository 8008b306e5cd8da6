r"""A quantity that is not given: some, many, several, various.

"Many animals", "for several reasons": how many, and which? One such phrase is ordinary English; a text that never
counts is one that nobody checked.

Off by default: it fires on most ordinary prose. Use it to compare sources, or where a genre should count.

Bad:

    Many species live in the lagoon.
    The plan failed for several reasons.
    Various old customs survive in some villages.
    A large number of visitors came by boat.

Good:

    Forty-one species live in the lagoon.
    The plan failed for two reasons.
    He has lived here for many years.
    Some is better than none.
    Many a ship was lost on this coast.

Known false alarms: quantities that the next words give ("several tools: a saw, a plane and a rule").
"""

from corpuslint import Pattern

_SPANS = r"(?:times|years|days|months|weeks|hours|minutes)"
_NOT_NOUNS = rf"(?:is|was|has|does|its|his|this|always|perhaps|as|us|{_SPANS})"
_SOME = r"(?:some|most|countless|certain|a\sfew)"
_PLURAL = rf"(?:people|men|women|children|(?!{_NOT_NOUNS}\b)[\p{{L}}-]{{2,}}(?<![su'])s)"

RULE = Pattern(
    code="UC110",
    name="vague-quantity",
    doc=__doc__,
    message="a quantity that is not given: {match}",
    severity="info",
    default=False,
    languages=frozenset({"en"}),
    pattern=rf"""(?ix)\b(?:
        {_SOME}\s(?:[\w’'-]+\s){{0,2}}?{_PLURAL}
      | (?:many|several|various|numerous|(?:a|large|great|wide|small)\s(?:number|variety)\sof)\s
        (?:(?:of|other)\s)?(?!an?\b|{_SPANS}\b)[\p{{L}}-]{{2,}}
      | some\sof\s(?:the|its|his|her|their|these|those|them|whom|which)
      )\b""",
)
