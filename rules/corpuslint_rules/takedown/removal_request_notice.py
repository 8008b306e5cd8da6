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

from corpuslint import Frame, Pattern, RemoveLine
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
    rf"(?:remov|delet|unpublish|eras(?:e|ure)|withdrawn|take-?\s?down|(?:tak(?:e|ing|en)|pull(?:ed|ing)?|bring){gap(80)}"
    rf"\s{_DOWN})"
)
_CONTACT_REMOVE = tuple(rf"(?i){contact}{gap(120)}(?:{_GONE}|\s(?:to|for)\s+{_CHANGE})" for contact in CONTACTS)
_REMOVE_CONTACT = (rf"(?i){_GONE}{gap(80)}{CONTACT}",)
_REMOVE_REQUEST = rf"(?i){_GONE}{_ON_REQUEST}"

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
    Frame(rf"(?i)\b(?:[dp]m|message|contact|e-?mail)(?:\s+(?:us|me))?\s+for\s+{_OR_REMOVAL}", (rf"(?i){_OR_REMOVAL}",)),
    Frame(r"(?i)\bdm\s+(?:(?:us|me)\s+)?for\s+(?:a\s+)?(?:removal|takedown)\b"),
)
"""The frames of a notice; each with a trigger that ends or starts at its rarest part."""

RULE = Pattern(
    code="TD101",
    name="removal-request-notice",
    doc=__doc__,
    message="removal request notice: {match}",
    languages=frozenset({"en"}),
    pattern=FRAMES,
    check=unquoted,
    fix=RemoveLine(),
    strength="decisive",
)
