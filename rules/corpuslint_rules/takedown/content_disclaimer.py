"""A disclaimer of whoever published the text: whose views it holds, what it is not meant for, that nobody edited it.

"The views expressed are the author's own", "for informational purposes only", "published from a syndicated feed": a
publisher's small print, the same under thousands of texts and no part of any.

Bad:

    The opinions expressed in this column are those of the writer and do not necessarily reflect our policy.
    Views are personal.
    This post is for informational purposes only and does not constitute legal advice.
    (This report has not been edited by our staff and comes from a syndicated feed.)
    We make no warranties about the accuracy or completeness of the material on this website.
    We are not responsible for the content of external sites.

Good:

    The senator said the views expressed in the leaked memo did not reflect his own.
    Her views on the tax are personal, shaped by a childhood in debt.
    The drug is sold for research purposes only.
    The bank was not responsible for the content of the forged letters.
    The report was not edited before it was sent to ministers.
    "The views expressed here are those of a madman," the critic wrote.
"""

from corpuslint import Frame, Wordings
from corpuslint_rules._vetoes import unlike_prompt
from corpuslint_rules.takedown._frames import OPENING, unquoted

_NOUN = (
    r"(?:articles?|posts?|stor(?:y|ies)|columns?|contents?|blogs?|(?:web)?sites?|web\s?pages?|pages?|reports?|"
    r"publications?|materials?|information|"
    r"podcasts?|videos?|newsletters?|releases?|documents?|texts?|data|op-?eds?|pieces?|essays?|copy|item|feature|"
    r"analysis|commentary|presentation)"
)
_VIEWS = r"(?:views?|opinions?|thoughts|statements|beliefs|findings|comments|conclusions|recommendations)"
_THIS = rf"(?:(?:all|any|the|this|these|our)\s+)?(?:[\w-]+\s+){{0,3}}?{_NOUN}"
_USE = r"(?:information(?:al)?|educational|entertainment|illustrative|general\s+information(?:al)?|reference)"
_ADVICE = r"(?:financial|investment|medical|legal|professional|tax|trading|health|accounting|dietary)"
_MORE = r"(?:\s*[,/]\s*(?:or\s+|and\s+)?\w+|\s+(?:or|and)\s+\w+){0,4}"

_PURPOSE = rf"(?i){_USE}\s+(?:purposes?|use)"
_NO_ADVICE = (
    r"(?:constitute|be\s+(?:construed|considered|taken|regarded|interpreted|relied)|intended\s+(?:as|to\s+be)|"
    rf"a\s+substitute\s+for|meant\s+(?:as|to\s+be))\s+(?:[\w,-]+\s+){{0,6}}?{_ADVICE}{_MORE}\s+"
    r"(?:advice|diagnosis|recommendations?|counsel|guidance)\b"
)
_FEED = r"(?:syndicated|agency|wire)\s+(?:news\s+)?(?:feed|agency)\b"
_NO_WARRANTY = (
    r"(?:assumes?|accepts?|takes?|bears?|makes?|gives?|provides?)\s+no\s+(?:legal\s+)?(?:responsibility|liability|"
    r"warrant(?:y|ies)|representations?|guarantees?)"
)

_FRAMES = (
    rf"(?i){OPENING}(?:disclaimer\s*[:.–—-]+\s*)?(?:the|all|any|these|my)?\s*{_VIEWS}(?:\s*(?:,|/|and|or|&)\s*(?:and\s+|"
    rf"or\s+)?(?:\w+\s+)?\w+){{0,4}}?\s+"
    rf"(?:(?:expressed|stated|presented|contained|published|given)\b[^.!?]{{0,120}}?)?\s*\b(?:are\s+(?:solely\s+|"
    rf"strictly\s+|entirely\s+|purely\s+)?"
    rf"(?:those\s+of\s+(?:the|its|their|our)\s+(?:\w+\s+){{0,2}}?(?:authors?|writers?|speakers?|contributors?|"
    rf"columnists?|individuals?|interviewees?)|"
    rf"(?:the|their)\s+(?:authors?|writers?|columnists?)(?:['’]s?)?\s+own|my\s+own\b(?=\s*(?:[.,;]|and|$)))|(?:do|does"
    rf"|may|should)\s+not\s+necessarily\s+"
    rf"(?:reflect|represent|coincide))\b",
    rf"(?i){OPENING}(?:the\s+)?(?:{_VIEWS}|opinions\s+expressed|views\s+expressed)(?:\s+(?:expressed|here|above|in\s+"
    rf"this\s+{_NOUN}))*\s+(?:are|is)\s+"
    r"(?:strictly\s+|purely\s+)?personal(?=\s*(?:[.)\]]|$))",
    rf"(?i){OPENING}(?:the\s)?{_VIEWS}\s(?:expressed|stated|given)\sby\s(?:our\s|the\s)?(?:[\w-]+\s)?(?:contributors?|authors?|writers?|columnists?|guests?|readers?)"
    r"\sare\s(?:solely\s|entirely\s)?their\sown\b",
    rf"(?i){OPENING}(?:the\s|all\s)?{_VIEWS}\s(?:expressed\s|given\s)?in\s(?:this|these)\s(?:\w+\s)?{_NOUN}\sare\s(?:solely\s|entirely\s)?(?:the\s(?:author|writer)s?['’]s?|"
    r"(?:his|her|their|my))\sown\b",
    Frame(
        rf"(?i){OPENING}(?:this|the)\s(?:[\w-]+\s){{0,3}}?{_NOUN}\s(?:is|was|has\sbeen)\s(?:published|posted|imported|created)\sautomatically\b",
        (r"(?i)(?:published|posted|imported|created)\sautomatically",),
    ),
    rf"(?i){OPENING}nothing\s(?:on|in|contained\sin|published\son)\s(?:this|our|the)\s(?:\w+\s)?{_NOUN}\s[^.!?]{{0,60}}\b{_ADVICE}{_MORE}\s(?:advice|"
    r"recommendations?)\b",
    Frame(
        rf"(?i){OPENING}(?:the\s(?:publishers?|editors?|newspaper|magazine|site|website|newsroom)|we|this\s(?:site|website|newspaper|publication))\sdo(?:es)?\snot\s"
        rf"(?:necessarily\s)?(?:endorse|share|support)\s(?:all\s)?(?:of\s)?(?:the|any|these|its|their)\s(?:[\w']+\s){{0,2}}?{_VIEWS}\s(?:of|expressed|in|by)\b",
        (r"(?i)do(?:es)?\snot\s(?:necessarily\s)?(?:endorse|share|support)\s",),
    ),
    Frame(
        rf"(?i){OPENING}(?:disclaimer\s*:\s*)?th(?:is|e)\s(?:(?:\w+\s)?{_NOUN}\s)?(?:is|was|has\sbeen)\s(?:an?\s)?(?:auto(?:mat(?:ed|ically))?[\s-]?)(?:published|posted|"
        rf"generated|imported|fetched|sourced|(?:\w+\s)?{_NOUN})\b[^.!?]{{0,60}}?\b(?:from|feed|by\san?\seditor|without|modif\w+|edited|checked)\b",
        (r"(?i)(?:is|was|been)\s(?:an?\s)?auto(?:mat(?:ed|ically))?[\s-]?\w",),
    ),
    rf"(?i)\b(?:do|does)\s+not\s+necessarily\s+(?:reflect|represent|state)\s+(?:the\s+)?(?:official\s+)?(?:{_VIEWS}|policy"
    rf"|position)[^.!?]{{0,40}}?\s+"
    r"of\s+(?:this\s+(?:newspaper|site|website|publication|magazine|blog|outlet)|its\s+(?:editors?|staff|publishers?|"
    r"owners?)|our\b|us\b)",
    Frame(
        rf"(?i)\b(?:is|are|be|provided|intended|presented|published|offered|meant|shared)\s+(?:solely\s+|only\s+|strictly\s+|"
        rf"purely\s+)?"
        rf"for\s+(?:general\s+|your\s+)?{_USE}(?:\s*(?:,|/|and|or|&)\s*(?:and\s+|or\s+)?{_USE}){{0,3}}\s+(?:purposes?|"
        rf"use)(?:\s+only)?\b",
        (_PURPOSE,),
    ),
    Frame(
        rf"(?i){OPENING}for\s+(?:general\s+)?{_USE}(?:\s*(?:,|/|and|or|&)\s*{_USE}){{0,2}}\s+purposes\s+only\b",
        (_PURPOSE,),
    ),
    Frame(
        rf"(?i)\b{_THIS}\s+(?:[\w’']+\s+){{0,8}}?(?:is|are|do|does|should)\s+not\s+(?:[\w-]+\s+){{0,4}}?{_NO_ADVICE}",
        (f"(?i){_NO_ADVICE}",),
    ),
    rf"(?i){OPENING}(?:this\sis\s)?not\s(?:an?\s)?(?:{_ADVICE})\sadvice\b(?=\s*[.!;)]|\s*$)",
    r"(?i)\b(?:not|never)\s+(?:been\s+)?(?:edited|created|reviewed|written|checked)(?:\s+or\s+\w+)?\s+by\s+"
    r"(?:[\p{L}'’]+\s+){1,4}?(?:staff|team|editors?|desk)\b"
    r"[^.!?]{0,80}?(?:feed|agency|wire|release|auto)",
    Frame(
        rf"(?i)\b(?:{_NOUN}|(?:is|was))\s+(?:[\w-]+\s+){{0,4}}?(?:auto-?\s?(?:matically\s+)?generated|published|taken|"
        rf"generated|comes|sourced)\s+(?:directly\s+)?from\s+(?:an?\s+)?(?:news\s+)?{_FEED}",
        (f"(?i){_FEED}",),
    ),
    Frame(
        rf"(?i)\b(?:we|this\s+(?:web)?site|the\s+(?:publishers?|authors?|editors?|site|website)(?:\s+and\s+\w+)?)\s+(?:\w+\s+"
        rf")?{_NO_WARRANTY}[^.!?]{{0,80}}?\b(?:{_NOUN}|errors|"
        rf"omissions|accuracy|completeness|views|opinions)\b",
        (f"(?i){_NO_WARRANTY}",),
    ),
    r"(?i)\b(?:we|this\s+(?:web)?site)\s+(?:(?:is|are)\s+not\s+(?:responsible|liable)\s+for|(?:do|does|can)(?:\s+not|"
    r"not)\s+(?:guarantee|warrant|vouch\s+for))\s+"
    r"(?:the\s+)?(?:[\w,]+\s+){0,5}?(?:accuracy|completeness|contents?|views|opinions|errors|omissions)\b",
)

RULE = Wordings(
    code="TD106",
    name="content-disclaimer",
    version=2,
    doc=__doc__,
    message="content disclaimer: {match}",
    severity="info",
    files=__file__,
    veto=unlike_prompt(60),
    pattern=_FRAMES,
    check=unquoted,
)
