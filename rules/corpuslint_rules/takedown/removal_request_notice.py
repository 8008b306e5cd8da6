"""A notice that tells owners or readers how to have the text removed.

Sites that republish what is not theirs ask owners to write in if they object: "contact us to remove this article". The
notice is no part of the text, and it says that the site had no leave to print it. Its wording is endless, often in
broken English, so the rule looks for the frame: who is to be told, the removal, and the text to be removed.

Bad:

    The owner of the source may contact us for remove this post.
    If you hold the rights to this picture and want it taken down, kindly drop us a line.
    To have this story deleted, write to desk@copynews.example.
    Author can email us to delete/edit the article.
    Any content will be removed upon request of its owner.
    All photos belong to their photographers, DM for credit or removal.
    Should any rights be violated, let us know and we shall remove the material at once.

Good:

    The agency ordered the site to remove the article and told readers to contact the police.
    Contact us to remove old furniture from your flat.
    "Writers contact us to remove this content every day," the search company's lawyer said.
    The post was removed after its author contacted us and complained.
    If you spot an error in this article, please let us know.
    The page you asked for has been removed; contact us if you need help.

Known false alarms:

    Instructions of a removal procedure, in the second person, in a text about content moderation.
"""

from corpuslint import Frame, RemoveLine, Wordings
from corpuslint_rules._vetoes import unlike_prompt
from corpuslint_rules.takedown._frames import CONTACT, CONTACTS, TEXT, gap, unquoted

_DOWN = r"(?:down|off(?:line)?)\b"
_REMOVE = (
    r"\b(?:remov(?:e|es|ed|ing|al)|delet(?:e|es|ed|ing|ion)|eras(?:e|ed|ure)|unpublish(?:ed)?|take-?\s?downs?|"
    rf"(?:tak(?:e|ing|en)|pull(?:ed|ing)?|bring)\s+(?:[\w'’]+\s+){{0,4}}?{_DOWN})"
)
_REMOVED = rf"\b(?:removed|deleted|erased|unpublished|withdrawn|(?:taken|pulled)\s+{_DOWN})"
_REMOVE_TEXT = (
    rf"(?:{_REMOVE}\b(?:\s*(?:/|&|,|\bor\b|\band\b)\s*\w+){{0,3}}\s{gap(40)}{TEXT}|\b(?:take|pull)\s+{TEXT}\s+{_DOWN})"
)

# what is removed is the text named before: no other object follows the verb
_BARE = (
    rf"(?:(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bhas\s)(?<!\bhave\s){_REMOVED}\b|"
    r"\b(?:for|of|request|demand|its|the|their|your|immediate|prompt)\s+(?:removal|deletion|take-?\s?down)\b(?!\s+"
    r"(?:of\b|\p{L}+s\b))|"
    r"\b(?:remove|delete|unpublish|erase)(?=\s*(?:[.,;!)/&]|$|\s(?:it|them|same|those|these|this|that|and|or|as\s+soon"
    r"|at\s+once|"
    r"immediately|promptly|within|asap|right\s+away|accordingly|from\s+(?:our|this|the)\s+(?:web\s?)?(?:site|page|"
    r"blog))\b))|"
    rf"\b(?:take|pull|bring)\s+(?:it|them|that|this|those|these|the\s+same)\s+{_DOWN})"
)
_RIGHTS = (
    r"\b(?:copy\s?rights?|infring\w+|intellectual\s+property|rights\s+(?:holder|owner)s?|rights\s+(?:are|be|is|"
    r"were)\s+violated)\b"
)
_OWNER = (
    r"\b(?:owners?|authors?|writers?|publishers?|sources?|photographers?|creators?|artists?|(?:rights?|"
    r"copyright)[\s-]?holders?)\b"
)
_CHANGE = r"\b(?:chang|edit|modify|amend|correct)\w*"
_WISH = r"\b(?:want|wish|like|need|prefer|require|request|ask|have|get|see)(?:s|ing|ed)?\b"

# the contact lies in the request: "will be removed on request"
_WE_REMOVE = rf"\bwe\s+(?:will|shall|would|can)\s+(?:[\w'’]+\s+){{0,3}}?{_REMOVE}"
_BE_REMOVED = rf"\bbe\s+(?:\w+ly\s+)?{_REMOVED}"
_ON_REQUEST = rf"{gap(60)}\b(?:(?:up)?on|at)\s+(?:[\w'’]+\s+){{0,3}}?(?:request|demand|notice|complaint)\b"
_OR_REMOVAL = (
    r"(?:(?:a\s+)?credits?\s*(?:/|or|and|&)\s*(?:removal|takedown|deletion)|(?:removal|takedown)\s*(?:/|or|and|"
    r"&)\s*credits?)\b"
)

# contacts are common, and so are removals; one after the other in one sentence is not
_GONE = (
    rf"(?:remov|delet|unpublish|eras(?:e|ure)|withdraw|take-?\s?down|(?:tak(?:e|ing|en)|pull(?:ed|ing)?|bring){gap(80)}"
    rf"\s{_DOWN})"
)
_CONTACT_REMOVE = tuple(rf"(?i){contact}{gap(120)}(?:{_GONE}|(?:to|for)\s+{_CHANGE})" for contact in CONTACTS)
_REMOVE_CONTACT = (rf"(?i){_GONE}{gap(80)}{CONTACT}",)
_REMOVE_REQUEST = rf"(?i){_GONE}{_ON_REQUEST}"

_MATTER = (
    r"\b(?:photos?|photographs?|images?|pictures?|articles?|posts?|contents?|texts?|stor(?:y|ies)|videos?|publish\w*|copy\s?rights?|"
    r"infring\w+|intellectual\sproperty|complaints?)\b"
)
_PROMISE = (
    r"\b(?:we|it|they|which|(?:the|that|this)\s(?:[\w-]+\s)?(?:posts?|articles?|contents?|materials?|images?|photos?|videos?))(?:['’]ll)?\s"
    r"(?:(?:will|shall|can|would)\s)?(?:be\s)?(?:[\w'’]+ly\s|then\s|also\s|be\s){0,2}(?:remove|delete|unpublish|erase|withdraw|take\s(?:it|them|that|"
    rf"this)\s{_DOWN})"
)

FRAMES = (
    Frame(rf"(?i)(?:{_OWNER}{gap(60)})?{CONTACT}{gap(80)}{_REMOVE_TEXT}", _CONTACT_REMOVE),
    Frame(rf"(?i)(?:{TEXT}|{_RIGHTS}){gap(160)}{CONTACT}{gap(120)}{_BARE}", _CONTACT_REMOVE),
    Frame(rf"(?i){CONTACT}{gap(80)}(?:{TEXT}|{_RIGHTS}){gap(60)}{_BARE}", _CONTACT_REMOVE),
    Frame(
        rf"(?i)(?:{_WISH}|\b(?:to|us|for|of|about|regarding))\s{gap(40)}{_REMOVE_TEXT}{gap(80)}{CONTACT}",
        _REMOVE_CONTACT,
    ),
    Frame(
        rf"(?i){_WISH}{gap(40)}(?:{TEXT}|\b(?:it|them)\b){gap(40)}{_REMOVED}\b[^.!;]{{0,80}}?{CONTACT}",
        _REMOVE_CONTACT,
    ),
    Frame(
        rf"(?i){TEXT}{gap(60)}\b(?:to|should|must|shall)\s+be\s+(?:\w+ly\s+)?{_REMOVED}\b{gap(80)}{CONTACT}",
        _REMOVE_CONTACT,
    ),
    Frame(
        rf"(?i){_OWNER}{gap(60)}{CONTACT}\s+(?:to|for)\s+{_CHANGE}{gap(20)}{TEXT}",
        _CONTACT_REMOVE,
    ),
    Frame(rf"(?i){_WE_REMOVE}{_ON_REQUEST}", (_REMOVE_REQUEST,)),
    Frame(
        rf"(?i){TEXT}\s+(?:[\w'’]+\s+){{0,6}}?(?:will|shall|can)\s+(?:[\w'’]+\s+){{0,2}}?{_BE_REMOVED}{_ON_REQUEST}",
        (_REMOVE_REQUEST,),
    ),
    Frame(
        rf"(?i)\b(?:take-?\s?down|removal|deletion|content\sremoval)\s(?:requests?|form|notices?)\b{gap(40)}(?:{CONTACT}|\b(?:e-?mail|write|send)\s)|(?:want|wish|like)"
        rf"{gap(30)}{TEXT}{gap(20)}{_REMOVED}\?\s(?:\w+\s){{1,4}}?(?:form|page|us|e-?mail)\b",
        (
            r"(?i)(?:take-?\s?down|removal|deletion)\s(?:request|form|notice)",
            r"(?i)(?:removed|deleted|erased|unpublished|withdrawn|down|off|offline)\?",
        ),
    ),
    Frame(
        rf"(?i)\b(?:if|when|once|should)\s{gap(20)}{_OWNER}\s(?:\w+\s)?(?:asks?|requests?|objects?|complains?|wants?|wish(?:es)?|demands?){gap(40)},?\swe\s(?:will\s|shall\s|can\s)?"
        rf"(?:\w+ly\s)?{_REMOVE}",
        (rf"(?i)we\s(?:will\s|shall\s|can\s)?(?:\w+ly\s)?{_REMOVE}",),
    ),
    Frame(
        rf"(?i)\b(?:your|my)\s(?:[\w'’]+\s){{0,2}}?(?:photos?|images?|pictures?|articles?|text|work|content|videos?)\b{gap(30)}\bwithout\s(?:your\s)?(?:permission|consent|leave)\?\s"
        rf"(?:please\s|just\s)?{CONTACT}",
        (r"(?i)(?:permission|consent|leave)\?",),
    ),
    # the promise to remove, after the contact: "tell us and we will take it down"
    Frame(
        rf"(?i)(?:{_MATTER}[^.!?]{{0,160}}?{CONTACT}{gap(60)}{_PROMISE}|{CONTACT}{gap(80)}{_RIGHTS}{gap(40)}{_PROMISE}|"
        rf"{CONTACT}{gap(60)}{_PROMISE}\s(?:[\w'’]+\s){{0,3}}?{TEXT})",
        _CONTACT_REMOVE,
    ),
    Frame(
        rf"(?i)\b(?:{_MATTER}|issues?|objections?|problems?|concerns?|rights)\b[^.!?]{{0,80}}(?:[.!]\s[^.!?]{{0,80}}?)?{CONTACT}\sfor\s(?:its\s|the\s|"
        rf"their\s|immediate\s|prompt\s)?(?:removal|deletion|take-?down)(?=\W*$|[.!)])",
        (r"(?i)for\s(?:its\s|the\s|their\s|immediate\s|prompt\s)?(?:removal|deletion|take-?down)",),
    ),
    Frame(
        rf"(?i){_OWNER}{gap(60)}\b(?:can|may|could|should)\s(?:\w+\s)?(?:ask|request|demand|apply)(?:\s(?:us|for|to|that))*\s{gap(30)}{_GONE}{gap(60)}"
        rf"\b(?:by|via|through|from)\s(?:(?:writing|sending|contacting|e-?mail\w*|messag\w+)\s{gap(40)}\b(?:us|our|admin\w*|webmaster|editors?)|us|our)"
        r"\b",
        (rf"(?i)(?:ask|request|demand|apply)\b{gap(60)}{_GONE}",),
    ),
    Frame(
        rf"(?i)\b(?:you|they)\s(?:would\slike|want|wish|prefer)\s(?:for\s)?(?:us\sto\s{_REMOVE}|(?:it|them|this)\s(?:to\sbe\s)?{_REMOVED})"
        rf"{gap(40)}{CONTACT}",
        _REMOVE_CONTACT,
    ),
    Frame(
        rf"(?i)\bwe\s(?:will|shall|would)\s(?:[\w'’]+\s){{0,3}}?{_REMOVE}{gap(80)}\b(?:if|when|once|should|as\ssoon\sas)\s{gap(30)}{_OWNER}"
        rf"{gap(30)}\b(?:request|ask|object|complain|wish|notif|contact|demand|want)",
        (rf"(?i)we\s(?:will|shall|would)\s(?:[\w'’]+\s){{0,3}}?{_REMOVE}",),
    ),
    Frame(
        rf"(?i)(?:^|[.!]\s)\W*(?:to\shave|if\syou\s(?:want|wish|need|would\slike))\s(?:your|his|her|their|my)\s(?:[\w'’]+\s){{1,3}}?{_REMOVED}\s"
        rf"from\s(?:this|our)\s\w+{gap(40)}{CONTACT}|\b(?:to\shave|have)\syour\s(?:\w+\s)?{_REMOVED}\sfrom\s(?:this|our)\s(?:site|page|website),?\s"
        rf"(?:please\s)?(?:e-?mail|write|contact)\b",
        (rf"(?i){_REMOVED}\sfrom\s(?:this|our)\s",),
    ),
    Frame(rf"(?i)\b(?:[dp]m|message|contact|e-?mail)(?:\s+(?:us|me))?\s+for\s+{_OR_REMOVAL}", (rf"(?i){_OR_REMOVAL}",)),
    Frame(r"(?i)\bdm\s+(?:(?:us|me)\s+)?for\s+(?:a\s+)?(?:removal|takedown)\b"),
)
"""The frames of a notice; each with a trigger that ends or starts at its rarest part."""

RULE = Wordings(
    code="TD101",
    name="removal-request-notice",
    version=2,
    doc=__doc__,
    message="removal request notice: {match}",
    files=__file__,
    veto=unlike_prompt(60),
    pattern=FRAMES,
    check=unquoted,
    fix=RemoveLine(),
    strength="decisive",
)
