r"""How many, how often or how likely, and the text does not say.

"Many animals", "for several reasons", "generally", "probably": which, and how many? One such word is ordinary English;
a text that never counts is one that nobody checked.

Off by default: it fires on most ordinary prose. Use it to compare sources, or where a genre should count.

Bad:

    Many species live in the lagoon.
    The plan failed for several reasons.
    Some old customs survive in the villages.
    Most of the harbour froze over that winter.
    The bell was probably cast in the valley.
    It is possible that the two painters met.
    The fire was likely started by a candle.

Good:

    Forty-one species live in the lagoon.
    The plan failed for two reasons.
    He has lived here for many years.
    Some is better than none.
    Some 400 people came by boat.
    Many a ship was lost on this coast.
    A ship was more likely to be lost here than in the bay.

Known false alarms: quantities that the next words give ("several tools: a saw, a plane and a rule").
"""

from corpuslint import Pattern

_SPANS = r"(?:times|years|days|months|weeks|hours|minutes)"
_NOT_NOUNS = rf"(?:is|was|has|does|its|his|this|always|perhaps|as|us|{_SPANS})"
_PLURAL = rf"(?:people|men|women|children|(?!{_NOT_NOUNS}\b)[\p{{L}}-]{{2,}}(?<![su'])s)"
_NUMBER = r"(?:\p{N}|\w+(?:teen|ty|hundred|thousand|million)\b|hundreds?|thousands?|millions?)"
_MODIFIERS = r"(?:[\w’'-]+\s)"

RULE = Pattern(
    code="UC110",
    name="vague-quantity",
    doc=__doc__,
    message="a quantity that is not given: {match}",
    severity="info",
    default=False,
    languages=frozenset({"en"}),
    version=3,
    pattern=(
        rf"(?i)\bsome\s(?!{_NUMBER}|(?:of|is|are|was|were|time)\b)(?:{_MODIFIERS}{{0,2}}?{_PLURAL}\b|[\p{{L}}-]{{2,}})",
        r"(?i)\b(?:some|most|much)\sof\s(?:the|its|his|her|their|our|these|those|them|whom|which|us)\b",
        rf"(?i)\b(?:many|several)\s(?!an?\b|{_SPANS}\b)(?:{_MODIFIERS}{{0,2}}?{_PLURAL}\b|[\p{{L}}-]{{2,}})",
        rf"(?i)\bcertain\s(?:of\s)?{_MODIFIERS}{{0,2}}?{_PLURAL}\b",
        rf"(?i)\bmost\s(?!of\b){_MODIFIERS}{_PLURAL}\b",
        r"(?i)\ba\scertain\s\p{L}+",
        r"""(?ix)\b(?:a|large|great|significant|considerable|substantial)\s(?:number|variety|amount|quantity|part
        |portion)s?\sof\b""",
        r"""(?ix)\b(?:probabl[ey]|possibly|perhaps|presumabl[ey]|apparently|allegedly|reportedly|seemingly|seems?
        |seemed|(?<!\b(?:more|less)\s)(?:un)?likely)\b|\bappear(?:s|ed)?\sto\b""",
        r"""(?ix)\bit\sis\s(?:\w+\s)?(?:possible|likely|unlikely|probable|unclear|uncertain|not\sclear|doubtful
        |conceivable)\b""",
        r"(?i)\b(?:must|may|might|could)\shave\s(?:\w+ly\s)?(?:been|\w+ed)\b",
        r"(?i)\b(?:generally|widely|mainly|largely|primarily)\b",
    ),
    strength="weak",
)
