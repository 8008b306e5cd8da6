"""An appeal to pass on, to hurry, or to believe in a wonder.

"Share this before they delete it", "guaranteed returns", "the cure that doctors hide": the words of chain letters, of
fraud and of quack medicine. A text that informs has no need of them.

What it needs: the text, in English. Strength: good. Silent in quotation marks, in questions, and where the sentence
warns of such words or denies them.

Bad:

    Share this before it gets deleted!
    Forward this to everyone you know.
    The mainstream media won't tell you what happened at Orrin Bay.
    Guaranteed returns of 12 % a month, without any risk.
    This one root cures cancer in ten days.
    Lose 20 pounds in two weeks without exercise!
    Big Pharma does not want you to know about this berry.
    Earn a second income from home!
    You can make $900 a week with this method.
    Please note that this transaction is 100% legal.
    I am the widow of the late treasurer of Orrin Bay.

Good:

    Share this page with your team when the draft is ready.
    Forward the form to the harbour office.
    Nobody can promise guaranteed returns, the regulator warned.
    No herb cures cancer.
    He makes chairs at home, and the income is small.
    The mill made $900 in the next two weeks.
    Exercise may reverse the aging of the heart.
    He lost 20 pounds in the winter of the flood.
    An optimist is a man who refuses to see the wolf at the door.
    The children are in the mill, and they are hiding.
    A change of the timetable is not announced, so they won't know about it.
    Such messages are short: they won't tell you in which line the error is.
    "Share this before it gets deleted" is how such letters begin.

Known false alarms: reports on fraud that repeat its words without quotation marks; games and fiction; trials of a
magazine that are "100 % risk-free". Read by hand: one finding in each of 101 mails that the rule was not made on, of
which two were wrong, both such trials; two thirds of these mails are from six campaigns.

Source: warnings of consumer protection offices (FTC, FCA) and of fact checkers; Zhang et al. 2018.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern
from corpuslint.lazy import lazy_pattern

if TYPE_CHECKING:
    import regex

    from corpuslint import Unit

_DOUBT = lazy_pattern(
    r"(?i)\b(?:no|not|nobody|never|none|\w+n['’]t|neither|without\sany\sproof|scam\w*|fraud\w*|hoax\w*|warn\w*|bewar\w*|false\w*|myth\w*"
    r"|claim\w*|promis\w*|bogus|fake\w*|mislead\w*|debunk\w*|spam\w*|beware|illegal\w*|alleg\w*|so-called|if|unproven|tout\w*)\b"
)
_THEM = r"""(?:the\s(?:(?:main|lame)stream\s|liberal\s|corporate\s)?media|msm|(?:the\s)?(?:government|elites?
    |establishment|big\s(?:pharma|tech|food|oil)|doctors|your\sdoctor|(?:the\s)?(?-i:FDA|CDC|WHO)|banks))"""
_ILLS = r"""(?:cancer|diabetes|arthritis|alzheimer['’]?s?|dementia|autism|aids|hiv|covid(?:-19)?
    |high\sblood\spressure|heart\sdisease|multiple\ssclerosis|parkinson['’]?s?|herpes|tinnitus|depression)"""
_CURE = r"(?:cures?|reverses?|eliminates?|destroys?|kills|heals?|dissolves?)"

_HOME = r"(?:from|at)\s(?:the\scomfort\sof\s)?(?:your\s(?:own\s)?)?home"

PATTERNS = (
    r"""(?ix)\b(?:share|repost|spread|copy\sand\s(?:paste|share)|forward|pass)\s(?:this|it)\b[^.!?\n]{0,40}\b
        (?:before\s(?:it|they|this)\s(?:gets?|is|are|takes?|deletes?|removes?|censors?)|far\sand\swide|(?:to
        |with)\s(?:everyone|everybody|all)\s(?:you\s(?:know|can|love)|your\s(?:friends|contacts|family)))""",
    r"""(?ix)(?<=^|[.!?:;,]\s|\bplease\s|\bmust\s|[*_>]\s?)(?:please\s)?(?:forward|send|share|pass)\s(?:this|it)
        \s(?:\w+\s)?(?:on\s)?(?:to|with)\s(?:(?:everyone|everybody)\s(?:you|who|on\syour|in\syour)|
        (?:at\sleast\s)?(?:\d+|ten|five|seven|twelve|fifteen|twenty)\s(?:people|friends|contacts|others)\b)""",
    r"(?ix)\b(?:share|like\sand\sshare|retweet|repost)\sif\syou\s(?:agree|love|think|believe|support|want|are)\b",
    rf"""(?ix)\b{_THEM}\s(?:won['’]t|will\snot|will\snever|refuses?\sto)\s
        (?:(?:tell|show)\s(?:you|us\sthe\struth)|report\s(?:on\s)?this|talk\sabout\sthis)""",
    rf"""(?ix)\b(?:{_THEM}|they)\s(?:do|does)(?:\snot|n['’]t)\swant\s(?:you|us)\sto\s(?:know|hear|see|find\sout)\b""",
    rf"(?ix)\b{_THEM}\s(?:is|are)\s(?:hiding|covering\sup|concealing|suppressing)\b",
    r"""(?ix)\b(?:what|the\s(?:secret|truth|cure|trick)(?:\s\w+){0,3})\s(?:that\s)?(?:they|doctors|banks
        |big\spharma|the\s(?:government|media))\s(?:do\snot|don['’]t|won['’]t|doesn['’]t)\swant\syou\sto\b""",
    r"""(?ix)\b(?:doctors|dentists|trainers|insurers|insurance\scompanies|banks|casinos|experts)\shate\s(?:him
        |her|it|this|these|them)\b""",
    r"""(?ix)\b(?:100\s?%\s)guaranteed\s(?:returns?|profits?|income|winnings|weight\sloss|results)\b
        |\bguaranteed\s(?:(?:high|monthly|daily|weekly|passive|huge|big|instant|fast)\s(?:returns?|profits?
        |income|winnings)|weight\sloss|(?:returns?|profits?|income)\sof\s(?:up\sto\s)?[$€£]?\d)""",
    r"""(?ix)\b(?:risk[- ]free|zero[- ]risk|no[- ]risk)\s(?:investments?|profits?|returns?|income|trading
        |trades?)\b|\bdouble\syour\s(?:money|investment|bitcoins?|income)\b""",
    r"""(?ix)\b(?:earn|make|making|earned|made)\s(?:up\sto\s|over\s|more\sthan\s)?[$€£]\s?\d[\d,.]*k?\s?
        (?:\+\s?)?(?:an?|per|every|each)\s(?:day|week|month|hour)\s(?:from\s(?:home|your)|online|working\sfrom
        |with(?:out)?\s(?:any|no|zero|just))""",
    rf"""(?ix)\b(?:this|these|that|which|it|juice|oil|root|tea|berry|fruit|plant|herb|leaf|extract|soda|vinegar
        |weed|seeds?|diet|remedy|water|formula|trick|spice|mushrooms?)\s(?:(?:naturally|completely|instantly
        |actually|can|will|also)\s){{0,2}}{_CURE}\s(?:\w+\s){{0,2}}{_ILLS}\b""",
    rf"""(?ix)\b(?:miracle|secret|hidden|forbidden|suppressed)\s(?:cancer\s)?cures?\s(?:for|that|they)\b
        |\bcures?\sfor\s(?:all|every)\sdiseases?\b|\b(?:cure|reverse|beat|eliminate)\s(?:your\s)?{_ILLS}\s
        (?:naturally|in\s(?:just\s)?(?:\d+|a\sfew|three|seven|ten|thirty)\s(?:days|weeks|minutes|hours))""",
    r"""(?ix)\b(?:lose|shed|drop|melt\s(?:away|off))\s(?:up\sto\s)?(?:\d+|ten|twenty|thirty)\s?(?:-\s?\d+\s)?
        (?:pounds|lbs?|kilos|kg)\s(?:of\s(?:fat|weight|belly\sfat)\s)?(?:in|within)\s(?:just\s|only\s
        |as\slittle\sas\s)?(?:\d+|an?|one|two|three|four)\s(?:days?|weeks?|months?)""",
    rf"""(?ix)\b(?:earn(?:ing)?|mak(?:e|ing)|generat(?:e|ing)|creat(?:e|ing))\s(?:\w+\s){{0,4}}(?:income|money|cash|profits?)\s
        (?:(?:working|right|online)\s)?{_HOME}""",
    rf"""(?ix)\b(?:work|working)\s{_HOME}\s(?:and|to|while)\s(?:earn|mak)(?:e|ing)?\b
        |\b(?:be|become)\syour\sown\sboss\s(?:and|today|now|while|from|in)\b""",
    r"""(?ix)\bguaranteed\sto\s(?:lose\s\d|(?:double|triple)\s(?:your|in)|increase\syour\s(?:income|profits?|size|sales)
        |make\s(?:you\s)?(?:rich|money|\$)|(?:lift|melt|burn)\b)""",
    r"""(?ix)\b(?:mak(?:e|ing)|earn(?:ing)?|receiv(?:e|ing)|cash)\s(?:\w+\s){0,3}(?:us)?\$\s?\d[\d,.]*k?\+?\s(?:\w+\s){0,3}(?:in|within|over)\s
        (?:the\snext|your\sfirst|as\slittle\sas|less\sthan)\s(?:\w+\s)?(?:\d+|\w+)?\s?(?:days?|weeks?|months?|hours)\b""",
    r"""(?ix)\byou\s(?:can|will|could|should)\s(?:\w+\s){0,2}(?:earn|make|receive)\s(?:\w+\s){0,3}(?:us)?\$\s?\d[\d,.]*k?\+?
        \s(?:\w+\s){0,2}(?:an?|per|every|each|in)\s(?:single\s)?(?:day|week|month|(?:\d+|\w+)\s(?:days|weeks))\b""",
    r"""(?ix)\b100\s?%\s?risk[- ]free\b
        |\b(?:transaction|business|deal|proposal|investment|opportunity)\s(?:is|will\sbe)\s(?:\w+\s){0,3}risk[- ]free\b
        |\b(?:transaction|business|deal|proposal|opportunity)\s(?:has|with|carries)\s(?:absolutely\s)?no\srisks?\b
        |\bno\srisks?\s(?:is\s|are\s|whatsoever\s)?(?:involved\s)?in\sthis\s(?:transaction|business|deal)\b""",
    Frame(
        r"""(?ix)\b(?:this|the)\s(?:program|plan|business|system|opportunity|offer|transaction|letter)\sis\s
        (?:100\s?%|perfectly|completely|absolutely|totally|\d+\s?%)\s(?:legal|legitimate|safe)\b""",
        (r"(?i)is\s(?:100\s?%|perfectly|completely|absolutely|totally|\d+\s?%)\s(?:legal|legitimate|safe)",),
    ),
    r"""(?ix)\bI\sam\s(?:[\w.]+,?\s){0,6}(?:widow|wife|son|daughter|brother)\s(?:of|to)\s(?:the\s)?late\b
        |\b(?:stand|act|present\syou|presented)\s(?:in\s)?as\s(?:the\s|a\s|his\s|our\s)?(?:next\sof\skin|(?:sole\s)?beneficiary)\b""",
    r"""(?ix)\b(?:lose|losing|burn)\s(?:weight|fat|inches|pounds)\s(?:(?:fast|quickly|easily)\s)?while\syou\ssleep\b
        |\brevers(?:e|es|ing)\s(?:the\s(?:signs|ravages)\sof\saging\b|aging\swhile\b)""",
    r"""(?ix)\b(?:become|be|make\syou)\san?\s(?:\w+\s)?millionaire\s(?:in|within|overnight|like|from)\b
        |\b(?:become|be|retire)\sfinancially\s(?:independent|free)\s(?:in|within|by)\b
        |\bsecrets?\s(?:to|of)\s(?:making|earning|becoming)\s(?:\w+\s){0,2}(?:\$|money|rich|wealthy)
        |\bmoney\s(?:\w+\s){0,2}(?:rolling|pouring|flooding)\sin\b""",
    r"""(?ix)\bsend\s(?:us)?\$\s?\d+\s(?:\w+\s){0,4}to\s(?:each|every|all)\b""",
    r"""(?ix)\byou(?:\shave|['’]ve)\s(?:just\s|already\s)?(?:won|been\s(?:selected|chosen|approved)\s(?:to\s(?:receive|win|get)|for))\s
        (?:\w+\s){0,2}(?:free|cash|\$|grand\sprize|trip|vacation|gift)
        |\b(?:claim|collect)\syour\s(?:free\s|cash\s)?(?:prize|winnings|reward|bonus)\s?(?:now|today|before|by|!)""",
    r"(?ix)\b(?:wake\sup|open\syour\seyes|do\syour\sown\sresearch),?\s(?:america|people|sheeple)\b",
)


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    """The appeal, unless it is quoted, asked about or doubted."""
    start, end = match.span()
    first, last = unit.sentence(start)
    around = unit.text[first:start] + " … " + unit.text[end:last]
    if unit.quoted(start, end) or unit.text[first:last].rstrip().endswith("?") or _DOUBT.search(around):
        return
    yield Hit(start, end)


RULE = Pattern(
    code="SR114",
    name="appeal",
    doc=__doc__,
    message="an appeal to pass on, to hurry or to believe: {match}",
    version=2,
    languages=frozenset({"en"}),
    pattern=PATTERNS,
    check=check,
)
