r"""A claim about everyone, everything or all time, put as if no evidence were needed.

"Everyone knows", "is inevitable", "every self-respecting power needs": the words forbid doubt in place of giving
grounds. So does filler that claims analysis and gives none ("provides insights into the complex dynamics"). Say who
knows it and how, or leave it out.

Silent in quotations, in questions, in headings, and where the sentence says who says so.

Bad:

    Everybody knows that the old port is doomed.
    Nobody can seriously deny that the reform has failed.
    A further rise in rents is inevitable.
    The festival has drawn praise from all over the world.
    Any reasonable person would refuse such an offer.
    Every self-respecting harbour town needs a lighthouse.
    It goes without saying that tourists prefer the coast.
    The essay offers valuable insights into the intricate web of trade.

Good:

    The striker said that a further rise in rents is inevitable.
    “Everybody knows that the old port is doomed,” the mayor said.
    A further rise in rents is not inevitable.
    Traders came from all over the world to buy the stamps.
    Tenants must be given any reasonable notice.
    The essay offers insights into the price of salt.
    Everybody knows each other in the village.

Known false alarms: rhetoric in speeches and essays, where the speaker is known to be the one who claims it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern
from corpuslint_rules.claims._attribution import SOURCES, Claim, passed_over

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_WORLD = r"the\s(?:world|globe|planet)"
_PERSON = (
    r"(?:person|people|man|men|woman|citizen|observer|reader|mind|being|voter|politician|scholar|scientist|historian)"
)

_FRAMES = (
    r"undoubtedly|unquestionably|undeniably|indisputably|incontrovertibly|indubitably",
    r"(?:without|beyond)\s(?:(?:a|any|all|the\sslightest)\s)(?:shadow\sof\s(?:a\s)?)?(?:doubt|dispute)",
    r"there\s(?:is|can\sbe)\s(?:absolutely\s|simply\s)?no\s(?:denying|disputing|doubt\sthat|question\sthat)",
    r"goes\swithout\ssaying|needless\sto\ssay",
    r"""(?<!sure\s)(?<!sure\sthat\s)(?:everyone|everybody|the\s(?:whole|entire)\sworld
        |all\sthe\sworld)\s(?:knows(?=\s(?:that|how|why|what|where|it|this|there|we|you|they|he|she)\b)|agrees
        |accepts|realises|realizes)\b""",
    r"(?:no\sone|nobody)\s(?:(?:can|could|would|will)\s)?(?:seriously\s|really\s)?(?:den(?:y|ies)|doubts?|disputes?)",
    r"(?:is|are|was|were|seems?|remains?|becomes?|became)\s(?:all\sbut\s|\w+ly\s)?inevitable",
    rf"""(?:attention|interest|praise|admiration|condemnation|criticism|outrage|acclaim|support|concern)\s
        from\s(?:all\s)?(?:around|across|over)\s{_WORLD}""",
    r"(?:every|any|no)\s(?:self-respecting|right-thinking|right-minded)\s\w+",
    rf"""(?:every|any|no|all)\s(?:reasonable|sane|sensible|rational|decent|thinking|intelligent|honest
        |serious)\s{_PERSON}""",
    r"""it\sis\s(?:common\sknowledge|no\ssecret|no\scoincidence|an\sopen\ssecret|(?:a\s)?well[ -]known(?:\sfact)?\sthat
        |self-evident|indisputable|undeniable|unquestionable|universally\s(?:known|acknowledged|agreed|accepted))""",
    r"since\sthe\s(?:dawn|beginning)\sof\s(?:time|man|mankind|humanity|history|civili[sz]ation)",
    r"history\s(?:has\s)?(?:shows?|shown|proves?|proven|teaches|taught)\s(?:us\s)?that",
    r"always\s(?:has|have)\sbeen\sand\salways\swill",
    r"""(?:offer|provid|giv|yield|gain|shed)\w{0,3}\s(?:\w+\s){0,3}?(?:insights?|information|understanding
        |glimpses?|perspectives?|light)
        \s(?:in|on)?(?:to|about|of|on)?\s?the\s(?:\w+\s)?(?:complex(?:it(?:y|ies)\sof)?|intricate|intricacies
        |multifaceted|nuanced|delicate)\s""",
    r"every\s\w+\s(?:appears?|seems?|looks?)\s\w+\sas\s(?:if|though)",
)


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The match, unless somebody stands behind it."""
    if not passed_over(Claim(unit, *match.span())):
        yield Hit(*match.span())


RULE = Pattern(
    code="UC107",
    name="sweeping-claim",
    doc=__doc__,
    message="a sweeping claim, and no source: {match}",
    version=2,
    languages=frozenset({"en"}),
    pattern=tuple(rf"(?ix)\b(?:{frame})" for frame in _FRAMES),
    check=check,
    searches=SOURCES,
    strength="weak",
)
