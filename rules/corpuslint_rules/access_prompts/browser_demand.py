"""A demand about the reader's browser: switch on JavaScript, switch off the ad blocker, prove to be human.

Such lines are what a crawler gets in place of the text, or a player's and a form's fallback left inside it. A page
that holds little else was never fetched.
The demand counts where it opens a line or a sentence of one; texts about browsers and ad blockers stay silent.

Bad:

    Please enable JavaScript to view this page.
    It looks like you're using an ad blocker. We understand, but ads pay our reporters.
    Your browser does not support the video element.
    Checking your browser before you reach the archive
    You are using an outdated browser.
    Bitte aktivieren Sie JavaScript, um fortzufahren.
    Votre navigateur ne prend pas en charge la lecture audio.

Good:

    Half of all readers use an ad blocker, the survey found.
    In the settings, she enabled JavaScript and reloaded the page.
    "Please enable JavaScript" was all that the archive had kept of the page.
    The old browser does not support the format, so the team wrote a converter.
"""

from corpuslint import Frame, RemoveLine, Wordings
from corpuslint_rules._vetoes import unlike_prompt
from corpuslint_rules.access_prompts._frames import END, frames, prompts

_WORDS = 60

_PAGE = r"(?:pages?|sites?|web\s?sites?|apps?|videos?|contents?|forms?|features?|maps?|players?|application)"
_CANNOT = (
    r"(?:can['’]t|can\s?not|could\s?(?:not|n['’]t)|won['’]t|will\snot|is\snot|isn['’]t|may\snot|does\snot|doesn['’]t)"
)
_ENABLE = r"(?:enable|turn\son|switch\son|activate|allow|re-?enable)"
_BLOCKER = r"(?:ad|advert|content|script)[\s-]?block(?:er|ing)?s?"

_FRAMES = frames(
    rf"your\s{_BLOCKER}\s(?:is|may\sbe|seems\sto\sbe|appears\sto\sbe)\s(?:preventing|blocking|stopping|interfering)\b",
    r"your\s(?:web\s)?browser\s(?:can(?:\s?not|['’]t)|is\sunable\sto)\s(?:play|display|show|load|run|open)\s(?:this|the|video|audio)\b",
    r"checking\s(?:that|if|whether)\s(?:you\sare|you['’]re|the\ssite\sconnection)\b",
    Frame(
        r"(?:we(?:['’]ve|\shave)?|our\ssystems?(?:\shas|\shave)?)\s(?:\w+\s)?(?:detected|noticed|identified|seen)\s(?:some\s)?(?:unusual|"
        r"suspicious|automated|abnormal)\s(?:traffic|activity|behaviou?r|requests)\b",
        (r"(?:unusual|suspicious|automated|abnormal)\s(?:traffic|activity|behaviou?r|requests)",),
    ),
    r"(?:to\scontinue,?\s)?(?:please\s)?(?:verify|confirm|prove|check|show)\s(?:that\s|us\s)?you(?:['’]re|\sare)\s(?:not\s)?(?:an?\s)?(?:human|"
    r"robot|bot|real\sperson)\b",
    r"press\s(?:and|&)\shold\b[^.!?]{0,40}\b(?:human|robot|bot)\b",
    rf"{_ENABLE}\s(?:cookies\s(?:and|&|or)\s)?(?:javascript|cookies)(?:\s(?:and|&|or)\s(?:cookies|javascript))?\b[^.!?]{{0,40}}?\b(?:try\sagain|"
    rf"to\s(?:continue|view|use|see|proceed|access|read)|this\s{_PAGE}|reload|refresh)\b",
    rf"this\s{_PAGE}\s{_CANNOT}\s(?:be\s)?(?:\w+\s){{0,2}}?(?:played|loaded|displayed|shown|supported|available|work|play|viewed|function|run)\b"
    r"[^.!?]{0,50}\b(?:javascript|browser|cookies|your\s(?:region|country|location|device|area))\b",
    rf"the\s(?:video|media|audio|stream|player)(?:\splayer)?\s(?:failed\sto\sload|(?:could\s?not|cannot|can['’]t)\sbe\s(?:loaded|played)|is\snot\s"
    rf"supported){END}",
    Frame(
        r"(?:unfortunately,?\s)?(?:but\s)?(?:our|this)\s(?:\w+\s)?(?:website|site|content|video|page|service)s?\s[^.!?]{0,30}?\b(?:un|not\s(?:yet\s)?)"
        r"available\s[^.!?]{0,20}?\b(?:your\s(?:region|country|area|location)|most\seuropean)\b",
        (r"(?:your\s(?:region|country|area|location)|most\seuropean)",),
    ),
    rf"this\s{_PAGE}\s(?:works?\sbest|needs|requires|relies|is\sbest\sviewed)\s(?:\w+\s){{0,2}}?(?:javascript|cookies|a\smodern\sbrowser)\b",
    Frame(
        rf"(?:add|whitelist|exempt|allow)\s(?:us|our\s(?:web)?site|this\s(?:web)?site|[\w-]+\.\w+)\s(?:to|in|on|from)\s(?:your\s)?(?:{_BLOCKER}|(?:allow|white)[\s-]?list)",
        (rf"(?:to|in|on|from)\s(?:your\s)?(?:{_BLOCKER}|(?:allow|white)[\s-]?list)",),
    ),
    Frame(
        rf"(?:disable|turn\soff|switch\soff|deactivate|pause)\s(?:your|the|any)\s(?:\w+\s)?{_BLOCKER}\b[^.!?]{{0,60}}(?:{END}|\b(?:this|our|reload|"
        r"to)\b)",
        (_BLOCKER,),
    ),
    r"your\s(?:web\s|current\s|internet\s)?browser\s(?:version\s)?(?:is|isn['’]t|does|doesn['’]t|has|seems|appears)\s[^.!?]{0,30}\b(?:supported|out\sof"
    r"\sdate|outdated|old|javascript|support|blocking|blocked)\b",
    r"(?:one\smore\sstep|almost\sthere)?\W{0,3}complete\sthe\s(?:security\scheck|captcha|challenge)\s(?:below\s)?to\b",
    rf"(?:you\s(?:seem|appear)\sto\s(?:have|be\susing)|it\s(?:looks|seems|appears)\s(?:like|that|as\sif)\s(?:you|your))\b[^.!?]{{0,40}}\b{_BLOCKER}\b",
)

RULE = Wordings(
    code="PW105",
    name="browser-demand",
    version=2,
    doc=__doc__,
    message="demand about the browser: {match}",
    files=__file__,
    veto=unlike_prompt(_WORDS),
    pattern=_FRAMES,
    longest=900,
    check=prompts(_WORDS),
    fix=RemoveLine(),
)
