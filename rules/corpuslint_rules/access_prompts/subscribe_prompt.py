"""A request to subscribe, to buy access or to support the publisher.

What stands behind a paywall is often missing from the text, and the request is what is left in its place. It belongs
to the shop around the text, and is the same on every page of a site.
A request counts where it opens a short line, or a sentence of one. Counters of free articles and offers with prices
are PW103, newsletters BP104.

Bad:

    Subscribe now to keep reading
    Already a subscriber? Log in here.
    This article is for subscribers only
    To continue reading this story, start your free trial.
    Support independent journalism: from one coffee a month
    » Jetzt abonnieren
    Abonnez-vous pour lire la suite de cet article

Good:

    The paper hopes that readers will subscribe to continue its work.
    Subscribers to the gas network pay a fixed charge every month.
    The station said listeners who subscribe now and save will not see prices rise until spring.
    Critics subscribe to the view that the reform came too late.
    The rest of the article deals with the fall of the dynasty.
"""

from corpuslint import Frame, RemoveLine, Wordings
from corpuslint_rules._vetoes import unlike_prompt
from corpuslint_rules.access_prompts._frames import END, SIGN_IN, TEXT, frames, prompts

_WORDS = 30

_SUBSCRIBERS = (
    r"(?:subscribers?|members?|supporters?|patrons?|(?:paid|paying|premium|digital|registered)\s(?:readers?|users?|customers?))"
    r"(?!\s(?:of|from|in|who)\b)"
)
_ONLY = r"(?:exclusive(?:ly)?|only|available|reserved|restricted|locked|open|visible|limited|accessible|meant|here)"
_JOIN = r"(?:join|subscribe|sign\sup|register|upgrade|become\s[^.!?]{1,30}?)"
_MUST = r"(?:please\s|simply\s|you(?:['’]ll|\swill)?\s(?:must|need\sto|have\sto)\s)?"
_PLANS = r"(?:subscription|membership)\s(?:options?|plans?|offers?|packages?|deals?|types?|levels?)"
_IT_IS = (
    rf"\sis\s(?:\w+\s){{0,3}}?(?:{_ONLY}\s(?:[\w-]+\s){{0,3}}?(?:to|for)|for)\s(?:[\w+&'’-]+\s){{0,4}}?{_SUBSCRIBERS}"
)

_BUY = (
    r"(?:buy|purchase|choose|get|take\sout)\sa\s(?:digital\s|premium\s|monthly\s|yearly\s|annual\s|day\s|paid\s|free\s)?"
    r"(?:subscription|membership|plan|pass)"
)
_GOOD = (
    r"(?:local|independent|quality|ethical|investigative|honest|real|community|fearless|trusted|nonprofit|"
    r"public[\s-]interest|serious)"
)

_FRAMES = frames(
    rf"(?:you(?:['’]ve|\shave)\sfound|this\sis)\san?\s{TEXT}\sfor\s(?:our\s)?{_SUBSCRIBERS}",
    r"(?:to\s[^.!?,]{1,30},\s)?(?:please\s)?(?:choose|select|pick)\s(?:one\sof\s)?our\s(?:subscription\s|membership\s)?plans\b",
    r"(?:our|this)\s(?:\w+\s)?(?:reporting|journalism|newsroom|work|site|website)\sis\s(?:funded|supported|paid\sfor|made\spossible)\sby\s(?:our\s)?(?:readers|members|"
    r"subscribers|supporters)\b(?=\slike\syou|\W*$|[.!])",
    rf"{SIGN_IN}\sif\syou(?:['’]re|\sare)\s(?:already\s)?an?\s(?:\w+\s)?{_SUBSCRIBERS}",
    rf"(?:get|enjoy)\sunlimited\s(?:digital\s)?(?:reading|access)\b(?=\s(?:on\sall|to\s(?:all|our|every))\b|{END})",
    rf"(?:if\syou\s(?:like|enjoy|value)\s[^.!?,]{{1,40}},\s)?buy\s(?:us|me)\sa\scoffee{END}",
    Frame(
        r"(?:get|enjoy|take)\s(?:an?|one|two|three|your\sfirst|\d+)\s(?:months?|weeks?|days)\s(?:for\s)?free\b(?=.{0,40}\b(?:cancel|then|"
        r"unlimited|subscri\w+|access)\b)",
        (r"(?:months?|weeks?|days)\s(?:for\s)?free",),
    ),
    r"subscribe\s(?:from|for|at|now|today|here|and|online)\b(?=(?:\s[\w$€£’',.%+-]+){0,10}\W*$)",
    Frame(
        r"(?:become|be)\s(?:an?\s)?(?:friend|supporter|patron|member|subscriber)\s(?:of\s(?:the\s)?[^.!?,]{1,40}\s)?(?:and|to)\s(?:read|get|enjoy|help|support|receive|access|"
        r"unlock|keep)\b",
        (r"be(?:come)?\s(?:an?\s)?(?:friend|supporter|patron|member|subscriber)\s",),
    ),
    Frame(
        rf"(?:th(?:is|ese)|the\s(?:rest|remainder|full|whole|entire))\s(?:[\w-]+\s){{0,4}}?{TEXT}{_IT_IS}",
        (rf"{TEXT}\sis\s(?:\w+\s){{0,3}}(?:{_ONLY}|for)\s",),
    ),
    Frame(
        r"(?:are\syou\s)?(?:already|not(?:\syet)?|existing|still\snot)\s(?:an?\s|the\s|one\sof\sour\s)?(?:[\w+&'’-]+\s){0,3}"
        r"(?:subscribers?|member|supporter|subscribed)(?:\sof\s[^.!?]{1,30}|\syet)?\?",
        (
            r"(?:subscribers?|member|supporter|subscribed)(?:\syet)?\?",
            r"(?:subscribers?|member|supporter)\sof\s[^.!?]{1,30}\?",
        ),
    ),
    r"you(?:['’]re|\sare|['’]ve\sbeen|\shave\sbeen|\shave\sjust|['’]ve\sjust)\s(?:currently\s)?(?:reading|viewing|seeing|read)"
    r"\s(?:an?|the|our|your)\s(?:\w+\s){0,2}?(?:members?[-\s]only|subscribers?[-\s]only|preview|premium|excerpt|sample|"
    r"subscriber\sexclusive)\b",
    r"(?:subscribers|members|supporters)\s(?:can|may|get|have|enjoy|receive)\s(?:(?:[\w-]+\s){0,4}?th(?:is|e\s(?:rest|full))\b"
    r"[^.!?]{0,60}|more:|ad-free|(?:ten|five|\d+)\sgift)",
    Frame(
        rf"{_JOIN}\b[^.!?]{{0,50}}\b(?:get|enjoy|unlock|for|receive|gain)\s(?:\w+\s){{0,2}}?(?:unlimited|full|complete|"
        r"exclusive|instant|all|ad-free|digital)[\s-](?:[\w-]+\s){0,2}?(?:access|contents?|reading|articles|stories|archive)\b",
        (
            r"(?:get|enjoy|unlock|for|receive|gain)\s(?:\w+\s){0,2}?(?:unlimited|full|complete|exclusive|instant|all|ad-free|"
            r"digital)[\s-](?:[\w-]+\s){0,2}?(?:access|content|reading|articles|stories|archive)",
        ),
    ),
    Frame(
        rf"(?:help\s)?(?:support|fund|back|power)\s(?:our\s)?{_GOOD}\s(?:\w+\s)?"
        r"(?:journalism|reporting|news(?:room|paper)?s?|"
        rf"journalists|reporters|media)(?:\s(?:today|now|and\s(?:subscribe|get|become|join))|\s?[:–—-]|{END})",
        (rf"(?:support|fund|back|power)\s(?:our\s)?{_GOOD}\s",),
    ),
    r"(?:if\syou\s(?:value|like|enjoy|appreciate|love)\s[^.!?]{1,60},?\s)?please\s(?:consider|think\sabout)\s(?:\w+\s)?"
    r"(?:becoming|making|supporting|subscribing|donating|joining|upgrading|buying|contributing|an?\s(?:\w+\s)?(?:donation|"
    r"contribution|subscription))\b",
    Frame(
        rf"^\W*(?:start|begin|claim|activate|get)\s(?:your|a|my)\s(?:(?:\d+|\w+)[\s-](?:day|week|month)\s)?(?:free\s)?trial(?:\s(?:today|now))?{END}",
        (r"(?:your|a|my|day|week|month|free)\strial",),
    ),
    Frame(
        r"try\s(?:it|us|(?:unlimited|digital|premium|full)\s\w+|[\w’']+\+)\s(?:for\s)?free\sfor\s(?:an?|\d+|\w+)\s(?:days?|weeks?|months?)\b",
        (r"free\sfor\s",),
    ),
    rf"no\s(?:credit\s)?card\s(?:is\s)?(?:required|needed){END}",
    Frame(
        r"get\s(?:the|our|every|all)\s[^.!?]{1,50}\b(?:delivered|sent|straight)\s[^.!?]{0,15}\byour\s(?:mobile\s|smart\s|front\s|own\s)?(?:tablet|phone|"
        r"door|device|home|desktop|mobile|letterbox)\b",
        (
            r"(?:delivered|sent|straight)\s[^.!?]{0,15}your\s(?:mobile\s|smart\s|front\s|own\s)?(?:tablet|phone|door|device|home|desktop|mobile|letterbox)",
        ),
    ),
    Frame(
        rf"{_JOIN}\s(?:now|today|us)?\s?(?:for|to\s(?:get|unlock|access|enjoy))\s(?:\w+\s){{0,2}}?(?:exclusive|premium|"
        r"ad-free|members?[\s-]only|subscriber)\s\w+",
        (r"(?:exclusive|premium|ad-free|members?[\s-]only|subscriber)\s",),
    ),
    r"gift\sthis\s(?:article|story)|give\sthis\s(?:article|story)\sas\sa\sgift",
    Frame(
        rf"(?:thank\syou\sfor\sreading[!.]\s)?to\s(?:continue|keep\sreading|(?:read|unlock|access|view|see|finish|get)\s"
        rf"[^.!?]{{1,40}}?|continue\s[^.!?]{{1,30}}?)(?:,\s{_MUST}|\s(?=please|simply|you){_MUST})(?:subscribe|upgrade\b|become\san?\s(?:\w+\s)?"
        rf"(?:subscriber|member|supporter)|start\s(?:your|a)\s|{_BUY})",
        (
            r"(?:please|simply|need\sto|have\sto|must|,)\s(?:subscribe|upgrade|become\san?\s|start\s(?:your|a)\s)",
            _BUY,
        ),
    ),
    rf"(?:get|gain|buy|purchase|unlock)\s(?:\w+\s){{0,2}}?access\sto\s(?:this\s{TEXT}|the\s(?:full|rest)|all\s(?:of\s)?our|"
    r"every\s(?:article|story|issue)|premium|exclusive|everything\swe|"
    r"our\s(?:full|complete|entire|archives?|premium|exclusive|contents?|articles|journalism|stories|reporting|digital|web\s?site|site|app)"
    r")\b",
    rf"(?:see|compare|view|choose|explore|pick|select|check\sout|find|our)\s(?:all\s|our\s|your\s|the\s|a\s|from\s|right\s)*"
    rf"{_PLANS}{END}",
    Frame(
        rf"(?:cancel|pause)(?:\sor\s\w+)?\s(?:your\s(?:subscription|membership|plan)\s|it\s)?(?:at\s)?any\s?time{END}",
        (r"(?:cancel|pause)\s(?:or\s|it\s|at\s|any|your\s)",),
    ),
    r"your\s(?:[\w-]+\s){0,2}?(?:subscription|membership)\s(?:has\s(?:ended|expired|lapsed)|is\s(?:about\sto|not\sactive|inactive"
    r"|paused)|(?:will\s)?(?:expires?|renews?))\b",
    rf"(?:premium|exclusive|locked|subscriber|members?)\s{TEXT}:\s(?:please\s)?(?:you|subscribe|{SIGN_IN}|join|become)\b",
)

RULE = Wordings(
    code="PW102",
    name="subscribe-prompt",
    version=2,
    doc=__doc__,
    message="subscribe prompt: {match}",
    files=__file__,
    veto=unlike_prompt(_WORDS),
    pattern=_FRAMES,
    longest=450,
    check=prompts(_WORDS),
    fix=RemoveLine(safe=True),
)
