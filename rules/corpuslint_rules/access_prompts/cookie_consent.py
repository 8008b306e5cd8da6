"""A cookie banner or a consent form.

Consent managers put their text at the head or the foot of every page: what cookies are for, buttons to accept and
reject, tables of purposes. Extractors take it for prose, since it is written in whole sentences.
The wording counts where it opens a line or a sentence of one; articles about cookies and consent stay silent.

Bad:

    We use cookies to remember your settings and to measure how our pages are used.
    This website uses cookies. By clicking "Accept" you agree.
    Accept all cookies
    Manage cookie preferences
    Do not sell or share my personal information
    Diese Website verwendet Cookies, um Ihnen den besten Dienst zu bieten.
    En poursuivant votre navigation, vous acceptez notre politique

Good:

    Accept all the cookies your neighbours bring, and bake some in return.
    The regulator fined a shop whose site used cookies to follow visitors without consent.
    For the glaze, we used cookies crushed to a fine powder.
    "We use cookies to keep the lights on," the publisher told the court.

Known false alarms:

    The privacy policy of a site, where that is the text itself.
"""

from corpuslint import Frame, PhraseMatch, RemoveLine, Unit, Wordings
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._vetoes import unlike_prompt
from corpuslint_rules.access_prompts._frames import END, frames, prompts

_WORDS = 150

_BAKING = lazy_pattern(
    r"(?i)\b(?:recipes?|dough|crumb\w*|crusts?|bak(?:e|ed|er\w*|ing)|ovens?|butter|flour|sugar|chocolate|eat|ate)\b"
)

_MAY = r"(?:would\slike\sto|wants?\sto|may|also|and\s(?:its|our)\spartners)"
_PREFERENCES = r"(?:preferences?|settings?|choices?|options?|consents?|polic(?:y|ies))"
_NEED = r"(?:need|ask(?:\sfor)?|want|require|(?:would|['’]d)\slike|request)"
_COOKIES = r"(?:their|its|our|the|these|all|marketing|third[\s-]party|functional|targeting|optional)?\s?cookies"

_FRAMES = frames(
    Frame(
        r"(?:by\s)?click(?:ing)?\s(?:on\s)?[\"“'‘]?(?:i\s)?(?:accept|agree|ok|allow)(?:\s\w+){0,2}[\"”'’]?,?\s(?:to|you)\b[^.!?]{0,80}\bcookies\b",
        ("cookies",),
    ),
    r"we\s(?:and\sour\s(?:\w+\s)?partners\s)?process\s(?:your\s)?personal\sdata\b[^.!?]{0,60}\b(?:ads?|advertising|personali[sz]ed)\b",
    r"do\syou\s(?:accept|agree\sto|allow)\s(?:all\s|our\s|these\s|the\s)?(?:use\sof\s)?cookies\b",
    r"you\s(?:have\s)?(?:not\s)?(?:yet\s)?(?:accepted|rejected|declined|blocked|refused|consented\sto|disabled)\s(?:\w+\s){0,3}cookies\b",
    Frame(
        r"by\s(?:using|visiting|browsing|continuing|entering|accessing|staying\son)\s(?:[\w-]+\s){0,3}?(?:this|our|the)\s(?:web\s?)?(?:site|page|service|app)\b[^.!?]{0,20}?,?\s"
        r"you\s(?:\w+\s)?(?:accept|agree|consent)\b",
        (
            r"by\s(?:using|visiting|browsing|continuing|entering|accessing|staying\son)\s(?:[\w-]+\s){0,3}(?:this|our|the)\s"
            r"(?:web\s?)?(?:site|page|service|app)",
        ),
    ),
    Frame(
        r"accept\sall\b.{0,40}\b(?:reject|decline|deny|refuse|manage|customi[sz]e|settings|preferences)\b",
        (r"accept\sall\b",),
    ),
    Frame(
        r"we\sand\s(?:our|up\sto)\s(?:[\d,.]+\s|trusted\s|selected\s|advertising\s){0,3}partners\s(?:\w+\s)?(?:store|access|use|process|"
        r"share|collect)\b[^.!?]{0,100}\b(?:device|cookies?|data|information|identifiers?)\b",
        (r"we\sand\s(?:our|up\sto)\s",),
    ),
    rf"(?:cookies|trackers)\s(?:help|allow|enable|let)\sus\b|read\s(?:\w+\s){{0,2}}?how\swe\suse\s(?:cookies|them){END}",
    Frame(
        rf"(?:manage|change|update|review|edit|set|save|customi[sz]e|adjust|see|confirm)\s(?:(?:my|your|our|all)\s)?(?:cookies?|consent|"
        rf"privacy|tracking)\s{_PREFERENCES}{END}",
        (rf"(?:cookies?|consent|privacy|tracking)\s{_PREFERENCES}",),
    ),
    Frame(
        r"you\s(?:can|may)\s[^.!?]{0,30}\b(?:your\s)?(?:mind|consent|choices?|preferences|selection|settings)\b[^.!?]{0,40}\b"
        r"(?:any\s?time|footer|banner|bottom)\b[^.!?]{0,60}",
        (
            r"(?:mind|consent|choices?|preferences|selection|settings)\b[^.!?]{0,40}\b(?:any\s?time|footer|banner|bottom)",
        ),
    ),
    Frame(
        rf"(?:to\s(?:show|load|play|display|view|see|watch)\s[^.!?]{{1,50}}?,?\s)?we\s?{_NEED}\s(?:you\s(?:for|to)\s)?(?:your\s)?"
        r"(?:consent|permission|agreement)\b[^.!?]{0,80}\b(?:cookies?|personal\sdata|track\w*|content|load|device)\b",
        (
            r"we\s?(?:need|ask(?:\sfor)?|want|require|(?:would|['’]d)\slike|request)\s(?:you\s(?:for|to)\s)?(?:your\s)?"
            r"(?:consent|permission|agreement)",
        ),
    ),
    r"(?:choose|select|decide)\s(?:which|what)\s(?:\w+\s)?cookies\s(?:you|we|to)\b",
    Frame(
        rf"(?:this|our)\s(?:[\w.-]+\s)?(?:site|website|page|app|service|shop|store)s?\s(?:{_MAY}\s)?(?:sets?|uses?|stores?|places?|employs?)\s"
        r"(?:[\w-]+\s){0,3}?cookies\b",
        ("cookies",),
    ),
    r"with\syour\s(?:consent|permission|agreement),?\s(?:we|our\spartners)\b",
    r"your\s(?:choices?|preferences|settings|consent|selections?)\s(?:\w+\s)?(?:will\s)?(?:appl(?:y|ies)|be\s(?:applied|saved|stored)|is"
    r"\s(?:stored|saved))\b[^.!?]{0,30}\b(?:site|website|browser|device|domain|only)\b",
    Frame(
        rf"to\s(?:view|see|show|load|display|watch|play|use)\s[^.!?]{{1,40}}?,?\s(?:please\s|you\s(?:must|need\sto|have\sto)\s)?"
        rf"(?:accept|allow|enable|agree\sto)\s{_COOKIES}\b",
        (rf"(?:accept|allow|enable|agree\sto)\s{_COOKIES}",),
    ),
    rf"(?:accept|allow|enable|agree\sto|reject|refuse)\s(?:their|our|these|all|marketing|third[\s-]party|functional|optional)\s"
    rf"cookies(?:\sto\s(?:view|see|watch|continue|load)\b|{END})",
    r"th(?:is|e)\s(?:embedded\s)?(?:content|video|post|embed|map|media|item)\sis\s(?:hosted|provided|supplied|blocked)\s(?:by|from|because)\s"
    r"(?:an?\s)?(?:third|external|you|your)\b",
    r"^\W*legitimate\sinterests?\b.{0,30}\bobject\b|object\sto\s(?:all|legitimate\sinterests?)\b",
)


def _veto(match: PhraseMatch, unit: Unit) -> bool:
    """Drops what is unlike a prompt, and cookies that are eaten."""
    return unlike_prompt(_WORDS)(match, unit) or _BAKING.search(unit.text) is not None


RULE = Wordings(
    code="PW104",
    name="cookie-consent",
    version=2,
    doc=__doc__,
    message="cookie banner: {match}",
    files=__file__,
    veto=_veto,
    pattern=_FRAMES,
    longest=2000,
    check=prompts(_WORDS, _veto),
    fix=RemoveLine(safe=True),
)
