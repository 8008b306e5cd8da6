"""A request to sign in, left over from the page.

Sites ask readers to sign in before they may read, comment or search. The request is no part of the text: a corpus
that keeps it teaches a model to ask for passwords, and puts the same line into thousands of documents.
A request counts where it opens a short line, or a sentence of one; what a text tells about signing in does not.

Bad:

    Sign in to read the full story.
    Log in to follow this author and save articles for later
    You must be logged in to post a comment.
    Already a member? Log in
    Forgot your password?
    » Anmelden / Registrieren
    Connectez-vous pour lire la suite

Good:

    Protesters were asked to sign in at the gate.
    Users who sign in to read their mail from abroad are warned, the bank said.
    She told the court that he could log in from anywhere.
    3. Log in to manage the server, then stop the service.
    "Sign in to read more," the screen kept telling her, and at last she gave up.
"""

from corpuslint import Frame, RemoveLine, Wordings
from corpuslint_rules._vetoes import unlike_prompt
from corpuslint_rules.access_prompts._frames import ACCOUNT, END, READER, SIGN_IN, TEXT, frames, prompts

_WORDS = 25

_READ_ON = (
    r"(?:continue|proceed|(?:keep|continue|go\son)\s(?:reading|watching|listening)|(?:read|see|view|access|unlock|watch|"
    r"finish|save|follow|reply|comment|vote|leave\sa\s(?:comment|reply)|post|join\sthe)\b[^.!?]{0,40}?)"
)
_MUST = r"(?:you(?:\swill|['’]ll)?\s(?:first\s)?(?:must|need\sto|have\sto)|please|simply|just)"
_ENTER = rf"(?:be\s(?:signed|logged)[\s-]in|{SIGN_IN}|(?:create|open|make)\s{ACCOUNT})"

_ASKED = (rf"\?\s(?:please\s)?(?:{SIGN_IN}|create|join|activate|reset)",)

_FRAMES = frames(
    r"sign\sup\s(?:with|using)\s(?:your\se-?mail|google|facebook|apple)(?:\s\w+)?\s(?:to|and)\s(?:keep|continue|read|get|access|save|comment)\b",
    rf"you(?:['’]ll|\swill)?\sneed\s(?:to\s(?:have|create)\s)?{ACCOUNT}\s(?:to|before\syou\scan)\s(?:read|bookmark|save|comment|continue|view|access|"
    r"follow|post|reply|vote)\b",
    rf"this\s{TEXT}\sis\s(?:only\s)?(?:for|available\sto|reserved\sfor|open\sto)\s(?:(?:registered|logged[\s-]in|signed[\s-]in)\s){READER}\b",
    rf"{READER}\s(?:must|need\sto|have\sto)\s(?:register|log\sin|sign\sin|sign\sup)\s(?:first\s)?(?:before|to|in\sorder\sto)\s(?:post|comment|read|view|reply|"
    r"vote|leave|access|continue|see)\w*\b",
    Frame(
        rf"{SIGN_IN}(?:\s?(?:or|/|and|,)\s?(?:{SIGN_IN}|join|subscribe|create\s{ACCOUNT}))+\s(?:here|below|now|first|to)\b",
        (
            r"(?:sign|log)[\s-]?(?:back\s)?(?:in|on)\s?(?:or|/|and|,)",
            r"(?:login|signin|register|sign\sup)\s?(?:or|/|and|,)",
        ),
    ),
    Frame(
        rf"to\s{_READ_ON},?\s{_MUST}\s{_ENTER}\b(?=\W*$|\W*(?:here|first|below|or|with|for\sfree|to|in|and)\b|[.!])",
        (
            r"(?:must|to|please|simply|just)\sbe\s(?:signed|logged)[\s-]in",
            r"(?:must|to|please|simply|just)\s(?:sign|log)[\s-]?(?:back\s)?(?:in|on)",
            r"(?:must|to|please|simply|just)\s(?:login|signin|register|sign\sup)",
            rf"(?:must|to|please|simply|just)\s(?:create|open|make)\s{ACCOUNT}",
        ),
    ),
    Frame(
        rf"(?:already|not(?:\syet)?|new)\s(?:registered|signed\sup|(?:here|to|an?|the|our)\s?(?:[\w'’]+\s){{0,3}}?{READER}?)"
        rf"(?:\s?(?:with|to|at|on|for)\s(?:[\w'’]+\s?){{1,4}})?\?\s(?:please\s)?(?:{SIGN_IN}|create|join\b|activate)",
        _ASKED,
    ),
    Frame(
        rf"(?:already\s)?(?:have|got|need|no|lost|don['’]t\shave)\s(?:an?\s)?(?:[\w'’]+\s){{0,2}}(?:account|profile|login|password)"
        rf"(?:\s(?:already|yet))?\?\s(?:please\s)?(?:{SIGN_IN}|create|reset)",
        _ASKED,
    ),
    rf"you\s(?:must|need\sto|have\sto|(?:will|['’]ll)\sneed\sto)\s(?:be\s(?:signed|logged)[\s-]in|(?:sign|log)\sin)"
    rf"(?:\s(?:to|before|in\sorder|first|as)\b|{END})",
    Frame(
        r"(?:we(?:['’]ve|\shave)\s(?:just\s)?(?:sent|e-?mailed)\syou\s(?:an?|the)\s[^.!?]{0,30}\b(?:link|code|e-?mail|password)"
        r"|(?:click|tap|follow|use)\s[^.!?]{1,30}\sto\s(?:finish|complete)\s(?:signing|logging|registering|your\sregistration))\b",
        (
            r"to\s(?:finish|complete)\s(?:signing|logging|registering|your\sregistration)",
            r"(?:sent|e-?mailed)\syou\s(?:an?|the)\s",
        ),
    ),
    r"(?:register|sign\sup|create\s(?:a|your)\sfree\saccount)\s(?:for\sfree|now|today|free|here)\s(?:and|to)\s(?:never|get|"
    r"read|receive|access|unlock|enjoy|save|keep|continue|follow|comment|start|see)\b",
    rf"create\s(?:your|a|an)\s(?:free\s|new\s|online\s){{0,2}}account\s(?:in|and|with|now|today|or)\b[^.!?]{{0,40}}{END}",
    rf"welcome\sback[!.,]\s(?:please\s)?{SIGN_IN}",
    r"(?:sign|log)\sin\s(?:again\s)?to\s(?:pick\sup|resume|carry\son|find|learn|build|make|set|change|update|complete|claim|"
    r"verify|confirm|proceed|return|your)\b",
    r"(?:enter|confirm|verify|type)\s(?:in\s)?your\s(?:e-?mail(?:\saddress)?|password|phone\snumber)(?:\s(?:below|here|and\spassword))?"
    r"\sto\s(?:continue|keep|read|log|sign|unlock|access|proceed|reset|verify|finish|complete|activate|start|view)\b",
    rf"only\s(?:registered|logged[\s-]in|signed[\s-]in)\s{READER}\s(?:can|may|are\sable)\b",
    Frame(
        r"(?:it\s(?:looks|seems|appears)\s(?:like|as\sif|that)?\s?)?you(?:['’]re|\sare)\s(?:currently\s|now\s|not\s|no\slonger\s|"
        rf"already\s){{0,3}}(?:signed|logged)[\s-](?:in|out|off)(?:\s(?:as|to|from)\b|{END})",
        (r"(?:signed|logged)[\s-](?:in|out|off)",),
    ),
    r"(?:please\s)?(?:enter|provide|type|check|confirm)\s(?:the|your|an?)\s(?:valid\s|correct\s|registered\s)?(?:e-?mail"
    r"(?:\saddress)?|user\s?name|password)\s(?:linked|associated|registered|connected|you\s(?:used|registered|signed)|and\s"
    r"(?:password|try)|for\syour)\b",
    r"(?:registration|registering|signing\sup|joining|sign-?up|creating\san\saccount)\sis\s(?:quick|free|easy|simple)"
    r"(?:,\s\w+)?\sand\s(?:(?:only\s|just\s)?takes\s[^.!?]{1,25}(?:seconds?|minutes?)|quick|easy|simple|free)\b",
)

RULE = Wordings(
    code="PW101",
    name="sign-in-prompt",
    version=2,
    doc=__doc__,
    message="sign-in prompt: {match}",
    files=__file__,
    veto=unlike_prompt(_WORDS),
    pattern=_FRAMES,
    longest=400,
    check=prompts(_WORDS),
    fix=RemoveLine(safe=True),
)
