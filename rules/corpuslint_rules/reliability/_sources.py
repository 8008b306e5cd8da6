"""Who a text says its facts are from: attributions to somebody named, and attributions to nobody in particular.

English. The frames were chosen on excerpts of news whose attributions were marked by hand (see the rules' pages).
"""

from __future__ import annotations

from corpuslint import Doc
from corpuslint.compiled import compiled
from corpuslint.lazy import lazy_pattern

_NAME = r"\p{Lu}[\p{L}.'’-]+"
_STRONG = r"""(?:said|says|told|tells|wrote|writes|argue[ds]|add(?:s|ed)|note[ds]|stated|explain(?:s|ed)|warn(?:s|ed)
    |tweeted|insist(?:s|ed)|contends|acknowledged|announced|testified|recalled|concluded|replied|asserted|suggested
    |predicted|vowed|declared|conceded|report(?:s|ed)|criticized|call(?:s|ed)|accused)"""
_NO_NAME = r"""(?!(?:The|A|An|That|This|These|Those|What|Which|When|While|As|If|Yet
    |Then|Some|Many|But|And|In|On|Officials|Aides|Critics|Experts|Analysts|Sources
    |Republicans
    |Democrats|Others|They|It|People|Americans|Supporters|Advis[eo]rs|Authorities|Police|Friends|Allies|Both|One|Two
    |Several|Top|Senior|Strategists|Conservatives|Prosecutors|Investigators)\b)"""
_BODY = r"""(?:group|company|campaign|agency|department|court|newspaper|commission|bureau|ministr(?:y|ies)|ministers
    |government|administration|committee|university|association|organi[sz]ation|union|firm|network|station|magazine
    |judge|statement|report|study|lawsuit|complaint|indictment|memo|e-?mail|letter)"""

NAMED = rf"""(?x)
    \b{_NO_NAME}{_NAME}(?:,[^,;.\n]{{1,80}},)?\s(?:(?:also|has|have|later|once|then|himself|herself|\w+ly)\s){{0,2}}
        {_STRONG}\b
  | (?:,|["”’'])\s(?:said|says|told|wrote|added|adds|argued|explained|noted|recalled|asked|tweeted|reports?|reported)\s
        (?:the\s\w+\s)?{_NO_NAME}{_NAME}
  | \b(?:[Hh]e|[Ss]he|I)\s(?:(?:also|has|later|once|then|\w+ly)\s)?
        (?:said|says|told|tells|wrote|added|adds|argued|argues|tweeted|asked)\b
  | [Aa]ccording\sto\s(?![^.,;\n]{{0,40}}\b(?:officials?|sources?|aides?)\b)
        (?:(?:the\s|an?\s)?(?:\p{{Ll}}+\s)?{_NAME}|(?:the\s|an?\s)?(?:[\w'’-]+\s){{0,2}}{_BODY})
  | \b(?:[Pp]olls?|[Ss]urveys?)\b
  | \b(?:[Tt]he|[Aa]n?)\s(?:[\w'’-]+\s){{0,2}}{_BODY}\s(?:(?:also|has|have|later|\w+ly)\s)?
        (?:{_STRONG}|shows|showed|found|finds|issued)\b"""
"""An attribution to a person, an organisation or a document that can be told from others, or to a poll."""

_SAYING = r"""(?:said(?!\sand\sdid)|says|told|tells|wrote(?!\s(?:his|her|their|an?|the)\b)|argue[ds]|added|noted|stated
    |explain(?:s|ed)|warn(?:s|ed)|reported(?!\s(?:live|from|having))|suggest(?:s|ed)|contend(?:s|ed)|insist(?:s|ed)
    |concluded|tweeted|testified|observed|acknowledge[sd]|maintained|asserted|replied|recalled|conceded|complained
    |remarked|quipped|joked|quoted|[Cc]iting|cited|questioned|mocked|criticized|asked|urged|vowed|denied|believes
    |predict(?:s|ed))"""
_FINDING = r"(?:poll|survey|study|report|analysis|review|records|data|figures|documents|filings|researchers)"

ATTRIBUTED = rf"""(?x)
    \b(?:{_SAYING}|[Aa]ccording\sto|(?<!,\s|could\s|might\s|would\s|to\s|can\s)say
      |(?:reports|announced|announces|claims|writes)\sthat|in\san?\s(?:interview|statement)
      |\p{{Lu}}[\p{{L}}/.-]*\s(?:\p{{Ll}}+\s){{0,2}}(?:poll|survey|study|analysis)
      |{_FINDING}s?\s(?:by|from|released|published|conducted)
      |{_FINDING}\b[^.\n]{{0,60}}\b(?:shows?|showed|found|finds?))\b
  | ,(?:["”]|''|’’)\s(?=\p{{Lu}}|(?:he|she|they|the)\s) | (?:["”]|''|’’)\s(?:\p{{Lu}}\S+\s)?(?:said|says|wrote)"""
"""Anything said, written or found by anybody, named or not."""

HINTED = r"""(?x)\b(?:calls|called|believe|think|aides?|advis[eo]rs?|spokes\w+|asserts?|statement|interview
    |poll(?:s|ing)?    |writes?|reports?|sources?|officials)\b | ["“][^"”\n]{25,}["”]"""
"""What may be an attribution: enough for the benefit of the doubt in a long text."""

_LONG = 1500
"""Code points: in a text this long somebody is quoted in a way that no list of verbs foresees."""

_SAID = lazy_pattern(r" (?:said|says)\b")
_ANCHOR = lazy_pattern(
    r"\b(?:s(?:aid|ays|tated|uggested|how(?:s|ed)|urveys?)|t(?:old|ells|weeted|estified)|w(?:rote|rites|arn(?:s|ed))"
    r"|a(?:rgue[ds]|dd(?:s|ed)|cknowledged|nnounced|sserted|ccused|sked|ccording)|note[ds]|explain(?:s|ed)|insist(?:s|ed)"
    r"|issued|con(?:tends|cluded|ceded)|c(?:riticized|all(?:s|ed))|re(?:called|plied|port(?:s|ed))|predicted|polls?|vowed"
    r"|declared|f(?:ound|inds)|According|Polls?|Surveys?)\b"
)
"""The words about which the frames of ``NAMED`` are built."""

_FIRST_PERSON = r"\b(?:I|I['’]\w+|[Mm]y|me|[Oo]ur|us|[Ww]e)\b"
_OFTEN = 3
_QUOTATION = r"""[“"][^”"\n]*(?:["”]|$)|''[^\n]*?''"""
_AROUND = 130
"""Code points around a verb of saying within which its subject is looked for."""

_OFFICES = r"""officials?|aides?|advis[eo]rs?|sources?(?!\sof)|insiders?|strategists?|operatives?|allies|associates
    |supporters|backers|critics|experts|analysts|observers|detractors|opponents|skeptics|activists|advocates|lawmakers
    |diplomats|investigators|authorities|prosecutors|agents|executives|donors|employees|colleagues|historians|scholars
    |economists|scientists|researchers|lawyers|leaders|witnesses|residents|neighbou?rs|staffers?|confidants?|surrogates
    |organizers|developers|police|pundits|commentators|consultants?|rivals|reporters|lobbyists|negotiators"""
_NOUNS = rf"(?<!\b(?:[Oo]ur|[Tt]hese|[Tt]hose|Christian|and)\s)(?i:\b(?:{_OFFICES}))"
_ANYONE = rf"(?i:\b(?:{_OFFICES}|people|person|friends|members|someone))"
_ADVERBS = r"""(?:(?:also|have|had|has|long|now|still|later|privately|quietly|often|once|would|generally|frequently
    |then|\w+ly)\s){0,3}"""
_CLAIM = r"""(?:sa(?:y|ys|id|ying)|t(?:old|ells?)(?!\s(?:me|us|you|them|all|him|her)\b)|argue[ds]?|note[d]?
    |contend(?:s|ed)?|believe[ds]?|think|thought|fear(?:ed)?|worr(?:y|ied)|concede[ds]?|acknowledged?|den(?:y|ied)
    |described?|warn(?:s|ed)?|suggest(?:s|ed)?|predict(?:s|ed)?|insist(?:s|ed)?|maintain(?:ed)?|estimated?
    |complain(?:ed)?|caution(?:ed)?|claim(?:ed)?|explain(?:ed)|reported|recall(?:ed)?|confirmed|indicated?
    |hint(?:s|ed)?)\b(?!\sto\b)"""

ANONYMOUS = (
    rf"(?x){_NOUNS}\s{_ADVERBS}{_CLAIM}",
    rf"""(?x){_ANYONE},?\s(?:familiar|close|briefed|involved|inside|within|with\s(?:direct\s)?knowledge
        |who\s(?:have|had|has|are|were|was|asked|requested|spoke|declined|knows?|knew|work\w*|attended|saw))\b
        [^.;\n]{{1,90}}?(?<!\sto),?\s{_ADVERBS}{_CLAIM}""",
    rf"""(?x){_NOUNS}\s(?:in|from|on|of|to|at|for|and|both)\b[^.;:\n]{{1,90}}?(?<!\sto),?\s{_ADVERBS}{_CLAIM}""",
    rf"""(?x)(?:(?<=[,"”’]\s)(?:said|says)|\b[Aa]ccording\sto)\s(?:(?:the|an?|one|two|some|several|senior|top|former|other)\s){{0,2}}
        (?:\p{{Ll}}+\s){{0,3}}?{_ANYONE}\b(?!\s(?:statistics|figures|data))""",
)
"""Attributions to people who are told apart by no name."""


def attributes_anything(text: str) -> bool:
    """Whether the text attributes anything to anybody."""
    return any(
        compiled(pattern).search(text) is not None
        for pattern in ((ATTRIBUTED, HINTED) if len(text) > _LONG else (ATTRIBUTED,))
    )


def names_somebody(doc: Doc) -> bool:
    """Whether the text attributes anything to somebody who can be told from others."""
    text, named = doc.text, compiled(NAMED)
    for anchors in (_SAID, _ANCHOR):  # the usual verbs first, which are fast to find: most texts are decided there
        done = 0
        for found in anchors.finditer(text):
            if found.end() > done:
                done = found.end() + _AROUND
                if named.search(text, max(0, found.start() - _AROUND), done):
                    return True
    return False


def in_first_person(text: str) -> bool:
    """Whether the author speaks of himself: in a speech, a letter or a column he is the source."""
    return len(compiled(_FIRST_PERSON).findall(compiled(_QUOTATION).sub(" ", text))) >= _OFTEN


def first_anonymous(doc: Doc) -> int:
    """Where the first attribution to somebody unnamed begins; -1 if there is none."""
    starts = [found.start() for frame in ANONYMOUS if (found := compiled(frame).search(doc.text))]
    return min(starts, default=-1)
