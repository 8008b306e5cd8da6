r"""A claim put into the mouths of people, studies or sources that nobody names.

"Some experts say", "it is widely believed", "studies show": the sentence borrows authority that cannot be checked. A
reader cannot weigh such a claim, and a model that learns from it learns to assert without grounds. Name who says so,
or cite the source.

Silent where the next words name the source, where a citation, a link or a footnote follows, inside a quotation (there
the claim is the speaker's), in headings and in questions.

Bad:

    Some economists have warned that the plan will fail.
    While several observers may dismiss the truce as fragile, trade has resumed.
    It is widely believed that the bridge was cursed.
    Many say the old recipe was better.
    The temple is said to have been built in a single night.
    The international community is watching the talks closely.
    Studies show that short naps improve memory.
    The law is regarded by many as a failure.

Good:

    Some economists, such as Rosa Delgado, have warned that the plan will fail.
    It is believed by the Church of Sweden that the bridge was blessed.
    Several studies have shown that short naps improve memory.[12]
    Many authors have argued that naps improve memory [3 4 7].
    “Many people say the old recipe was better,” the baker told us.
    Is it true that some critics dislike the ending?
    Some experts were late, so the meeting began at noon.
    Many people saw the parade from the bridge.

Known false alarms: definitions by convention ("is considered a leap year"), and "it is reported" where the sentence
before names who reported it. In news most findings are "experts say" and "critics said", right but part of the genre.

Source: the frames follow what annotators of uncertain sentences in encyclopedia articles marked as weasel wording.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.claims._attribution import (
    NEXT_WORDS,
    SOURCES,
    Claim,
    named_next,
    names_source,
    opens_clause,
    passed_over,
)
from corpuslint_rules.claims._passive import passive

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_SOME = r"""(?:some|many|most|several|various|numerous|certain|other|few|countless|more\sand\smore
    |(?:a\s(?:number|handful|few)|plenty|lots?|the\smajority)\sof)(?:\sof\s(?:the|its|his|their))?"""
_EXPERTS = r"""(?:experts?|critics|analysts|observers|commentators|skeptics|sceptics|detractors|pundits|insiders
    |scholars|historians|reviewers|proponents|opponents|supporters|advocates|specialists)"""
_THINKERS = rf"(?:{_EXPERTS}|people|authors|writers|scientists|researchers|academics|economists|sources|fans)"
_AGENTS = rf"""(?:{_THINKERS}|persons|doctors|physicians|officials|activists|authorities|theorists|philosophers
    |theologians|archa?eologists|biologists|linguists|psychologists|sociologists|astronomers|geologists|lawyers
        |locals|residents
    |citizens|politicians|journalists|readers|viewers|users|consumers|customers|parents|teachers|voters|investors
        |traders
    |americans|europeans)"""
_ADVERBS = r"""(?:(?:ha(?:ve|s|d)|may|might|would|will|could|can|also|even|now|still|often|long|since|sometimes|already
    |\w+ly)\s){0,3}"""
_SAY = r"""(?:say(?!\s(?:in|on|over)\b)|said|th(?:ink|ought)(?!\sof\b)|fe(?:el|lt)|call|point(?:ed)?\sout
    |(?:believe|argue|speculate|agree|criticize|criticise|attribute|propose|assume|theori[sz]e|hypothesi[sz]e|allege|conclude
        |postulate|perceive|praise)d?
    |(?:claim|suggest|consider|regard|contend|maintain|assert|suspect|warn|fear|dismiss|predict|view|insist|doubt|wonder
        |complain|expect)(?:ed)?)"""
_FIND = r"""(?:accept|call|see|trace|date|identify|hold|(?:note|describe|dispute|indicate|demonstrate)d?
    |(?:question|interpret|object|recommend|favou?r|reject)(?:ed)?)"""
_CLAIM = r"(?:believe|argue|claim|contend|suggest|speculate|maintain|insist|assert|say|allege|fear)"
_HELD = r"""(?:believed|said|thought|argued|claimed|suggested|speculated|assumed|alleged|reported|rumou?red|understood
    |suspected|considered|regarded|felt|feared|accepted|agreed(?=\sthat\b)|acknowledged|recogni[sz]ed
        |hypothesi[sz]ed|theori[sz]ed
    |held(?=\sthat\b))"""
_WIDELY = (
    r"(?:widely|generally|commonly|universally|popularly|often|frequently|sometimes|traditionally|broadly|usually)"
)

_FRAMES = (
    rf"{_SOME}\s(?:[\w'’-]+\s){{0,2}}?{_AGENTS}\s{_ADVERBS}{_SAY}",
    rf"""{_SOME}\s(?:[\w'’-]+\s){{0,2}}?(?:{_EXPERTS}|authors|scientists|researchers|economists
        |sources)\s{_ADVERBS}{_FIND}""",
    rf"(?:some|many|others)\s{_ADVERBS}{_SAY}",
    rf"{_EXPERTS}\s{_ADVERBS}{_SAY}",
    rf"(?:some|many)\s(?:[\w'’-]+\s){{0,2}}?[\w'’-]+s\s(?:{_ADVERBS}{_CLAIM}|(?:have|had)\s{_CLAIM}e?d)",
    rf"""(?<!\b(?:after|when|before|since|until|once)\s)it(?:\s(?:is|was|has\sbeen|had\sbeen)
        |['’]s\sbeen)\s(?:(?:also|even|now|still|often|\w+ly)\s){{0,2}}(?:{_HELD}|known\sthat|observed|hoped)""",
    r"it\s(?:may|might|can|could)\sbe\s(?:said|argued|observed|noted|objected)",
    r"(?:has|have|had|can|could|may|might)\s(?:also\s)?(?:be|been)\s(?:suggested|argued|claimed|speculated)",
    rf"""(?:widely|generally|universally|popularly)\s(?:{_HELD}|seen|viewed|reputed|expected|perceived|credited
        |cited|emphasi[sz]ed|praised|criticized|criticised|acclaimed
            |influential|admired|respected|hailed|dismissed|discussed|condemned)
        |{_WIDELY}\s(?:believed|considered|regarded|thought|viewed|assumed|understood|perceived|accepted)""",
    rf"""by\s(?:some|many|most|several|various|numerous)\s(?:\w+\s)?(?:{_EXPERTS}|authors|scientists|researchers
        |economists|fans)""",
    rf"(?:{_HELD}|seen|viewed|hailed|praised|criticized|criticised|dismissed|perceived)\sby\s(?:some|many|most|others)",
    r"by\s(?:some|many|most)\s(?:as|to\sbe|that)",
    rf"""(?:{_HELD}|praised|criticized|criticised|panned|acclaimed|hailed|dismissed|attacked
        |lauded)\sby\s(?:critics|scholars|historians|experts|reviewers|observers|commentators|fans)""",
    rf"(?:in\sthe\s(?:eyes|opinion|view)\sof|according\sto)\s(?:some|many|most|{_EXPERTS})",
    r"""(?:studies|research|evidence|surveys|sources|rumou?rs)\s
        (?:ha(?:ve|s)\s)?(?:also\s)?(?:show[ns]?|suggests?|suggested|indicates?|claims?|say|said|prove[ns]?|have\sit)""",
    r"""there\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:also\s)?(?:\w+\s){0,2}?
        (?:debate|speculation|controversy|rumou?rs|claims|suggestions?)""",
    rf"there\sare\s(?:(?:those|some|many)|(?:some\s|many\s|several\s)?{_EXPERTS})\swho",
    r"""there\sis\s(?:some|little|little\sto\sno|scant|ample|growing|strong|much|considerable
        |increasing)\s(?:\w+\s)?evidence\s(?:that|to\ss\w+|suggest\w+|support\w+|for)""",
    r"(?:some|many|others|critics|experts|scholars|historians)\s(?:are|were)\sof\sthe\s(?:opinion|view)",
    r"(?:arguably|reputedly|supposedly|purportedly)(?=\s)",
    rf"(?:{_EXPERTS})\s(?:and|or)\s\w+s\s{_ADVERBS}{_SAY}",
    r"(?:general|popular|common|conventional|widespread)\s(?:consensus|belief|wisdom|perception|misconception)",
    r"""the\s(?:world|international|global)\scommunity\s(?:is|has\sbeen)\s(?:now\s|also\s|closely\s)?(?:watching
        |keeping|following)""",
)

_PASSIVES = (
    rf"(?:(?:also|now|still|{_WIDELY})\s){{0,2}}(?:said|believed|thought|rumou?red|reputed|claimed|considered)\sto",
    r"(?:also\s|now\s)?(?:reported|known|held|understood)\sto\s(?:be|have)",
    rf"""(?:(?:also|now|still|{_WIDELY})\s){{0,2}}(?:considered|(?:regarded|viewed|hailed)\sas)\s
        (?:as|the|an?|one)""",
)

_BARE = lazy_pattern(rf"(?ix)(?:some|many|others|{_EXPERTS}|studies|research|evidence|surveys|sources|rumou?rs)\s")


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The match, unless somebody stands behind it, or the next words or sentence say who."""
    start, end = match.span()
    if _BARE.match(match[0]) and not opens_clause(unit.text, start):
        return
    if named_next(unit, end):
        return
    claim = Claim(unit, start, end)
    if not passed_over(claim) and not names_source(unit.doc, claim.after):
        yield Hit(start, end)


RULE = Pattern(
    code="UC101",
    name="vague-attribution",
    doc=__doc__,
    message="nobody is named who says so: {match}",
    version=2,
    languages=frozenset({"en"}),
    pattern=(*(rf"(?ix)\b(?:{frame})\b" for frame in _FRAMES), *map(passive, _PASSIVES)),
    check=check,
    searches=(*SOURCES, NEXT_WORDS),
)
