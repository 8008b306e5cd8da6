r"""A metered paywall: how many free articles are left, or what the next ones cost.

Counters and offers carry numbers that change from visit to visit, so that copies of one article differ in nothing
else. They are told by their frame: a count of free articles that the reader has left, or an invitation with a price
and a period. What an article tells about the prices of others is no invitation.

Bad:

    You have 2 free articles left this month.
    You’ve read 3 of your 5 complimentary stories
    You have reached your monthly limit of free articles.
    This is your last free article. Subscribe for more.
    Subscribe for $1 a week
    Try unlimited access: only €4.99 for 3 months, cancel anytime
    Keep reading for just £1 a month for the first 6 months, then £12 a month
    Sie haben noch 3 kostenlose Artikel in diesem Monat.
    Il vous reste 2 articles gratuits à lire
    Te quedan 4 artículos gratis este mes

Good:

    Readers of the Herald may open five free articles a month before they are asked to pay.
    The museum has three articles of clothing left from that time.
    You have read three articles about the war.
    The gym costs $30 a month, and members can cancel anytime.
    "You have two free articles left," she read from the screen.
    Try the plum jam, which you can get for $4 all month at the market.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern, RemoveLine, Unit
from corpuslint_rules._vetoes import longer_than
from corpuslint_rules.access_prompts._frames import END

if TYPE_CHECKING:
    import regex

_CURRENCY = "$€£"
_WORDS = 40
"""A line of more words is prose about paywalls."""

LONGEST = 600
"""The same in code points."""

_COUNT = r"(?:\d{1,2}|no|one|two|three|four|five|six|seven|eight|nine|ten)"
_FREE = r"(?:(?:remaining\s)?(?:free|complimentary))"
_TEXTS = (
    r"(?:(?:premium|guest|news|digital)\s)?(?:articles?|stor(?:y|ies)|(?:article\s|page\s?)?views|pages|reads|posts?)"
)
_YOU_HAVE = r"you(?:['’]ve|\shave)"
_METERED = r"(?:(?:monthly|daily|weekly|free|article)\s){0,3}"
_QUANTITY_DE = r"(?:\d{1,2}|keinen?|einen|zwei|drei|vier|fünf)"
_FREE_DE = r"(?:kostenlosen?|freien?|gratis)"
_QUANTITY_FR = r"(?:\d{1,2}|un|deux|trois|quatre|cinq)"
_FREE_FR = r"(?:gratuits?|offerts?|à\s(?:lire|consulter|découvrir))"
_QUANTITY_ES = r"(?:\d{1,2}|un|dos|tres|cuatro|cinco)"
_FREE_ES = r"(?:artículos?|noticias?)\s(?:gratis|gratuit[oa]s?)"

_FREE_TEXTS = rf"{_FREE}\s(?:(?:monthly|daily|weekly)\s)?{_TEXTS}"
_TEXTS_LEFT = r"(?:articles?|stor(?:y|ies)|views|reads|posts?)\s(?:left|remaining)"

_COUNTERS = (
    (
        rf"{_YOU_HAVE}\s(?:already\s)?(?:(?:read|used|viewed|opened)\s)?(?:only\s|just\s)?"
        rf"(?:all\s(?:of\s)?your|your\s(?:last|final)|{_COUNT}(?:\s(?:out\s)?of(?:\syour)?)?)\s"
        rf"(?:{_COUNT}\s)?(?:more\s)?(?:monthly\s)?{_FREE}\s(?:monthly\s)?{_TEXTS}",
        _FREE_TEXTS,
    ),
    (
        rf"{_YOU_HAVE}\s(?:reached|hit|exceeded|used\sup)\s(?:your|the)\s{_METERED}"
        rf"(?:(?<=article\s)(?:limit|allowance)|(?:limit|quota|maximum|number)\s(?:of|for)\s(?:{_COUNT}\s)?{_METERED}{_TEXTS})",
        r"ve\s(?:reached|hit|exceeded|used\sup)\s(?:your|the)\s",
    ),
    (
        rf"you\scan\s(?:still\s)?read\s{_COUNT}\smore\s(?:free\s)?articles?",
        rf"read\s{_COUNT}\smore\s(?:free\s)?article",
    ),
    (
        rf"(?:this\sis|that\swas)\syour\s(?:last|final|first|second|third|only)\s(?:of\s{_COUNT}\s)?{_FREE}\s{_TEXTS}",
        _FREE_TEXTS,
    ),
    (rf"{_COUNT}\s(?:of\s{_COUNT}\s)?{_FREE}\s{_TEXTS}\s(?:left|remaining)\b", _TEXTS_LEFT),
    (
        rf"{_COUNT}\s(?:(?:out\s)?of|/)\s{_COUNT}\s{_FREE}\s{_TEXTS}\s(?:read|used|viewed|opened)\b",
        _FREE_TEXTS,
    ),
    (rf"you(?:['’]re|\sare|['’]ve\srun|\shave\srun)\sout\sof\s{_FREE}\s{_TEXTS}\b", rf"out\sof\s{_FREE}\s"),
    (
        rf"{_COUNT}\s{_TEXTS}\s(?:left|remaining)\s(?:(?:this|for\sthis|until\snext)\s(?:month|week)|to\sread\sfor\sfree|before\syou\s(?:need|have)\sto)",
        _TEXTS_LEFT,
    ),
    (
        rf"(?:(?:free|complimentary)\s)?articles?\s(?:left|remaining)(?:\sthis\s(?:month|week)|\stoday)?\s?:\s?{_COUNT}",
        _TEXTS_LEFT,
    ),
    (
        rf"(?:register|sign\sup|subscribe|log\sin)\b[^.!?]{{0,40}}\bto\s(?:read|get|access|unlock|view)\s(?:up\sto\s)?"
        rf"{_COUNT}\s(?:more\s)?(?:free\s)?articles",
        rf"(?:read|get|access|unlock|view)\s(?:up\sto\s)?{_COUNT}\s(?:more\s)?(?:free\s)?articles",
    ),
    (
        rf"(?:Sie\shaben|du\shast)\s(?:in\sdiesem\sMonat\s)?(?:nur\s)?(?:noch\s|bereits\s)?{_QUANTITY_DE}\s"
        rf"(?:von\s\d{{1,2}}\s)?{_FREE_DE}\sArtikeln?",
        rf"{_FREE_DE}\sArtikel",
    ),
    (
        rf"il\s(?:ne\s)?vous\sreste\s(?:plus\s(?:qu['’])?)?{_QUANTITY_FR}\sarticles?\s{_FREE_FR}",
        rf"articles?\s{_FREE_FR}",
    ),
    (
        rf"vous\savez\s(?:déjà\s)?(?:lu|consulté|utilisé)\s(?:vos\s)?{_QUANTITY_FR}\s(?:de\svos\s)?"
        rf"(?:{_QUANTITY_FR}\s)?articles?\s{_FREE_FR}",
        rf"articles?\s{_FREE_FR}",
    ),
    (rf"(?:te|le)\squedan?\s{_QUANTITY_ES}\s{_FREE_ES}", _FREE_ES),
    (rf"(?:has|ha)\sleído\s(?:tus|sus)\s(?:{_QUANTITY_ES}\s)?{_FREE_ES}", _FREE_ES),
)
"""Patterns, each with what is searched for: its rarest part."""

_AMOUNT = r"\d{1,4}(?:[.,]\d\d)?"
_PRICE = rf"(?:(?:[A-Z]{{1,3}}\s?)?[$€£]\s?{_AMOUNT}|{_AMOUNT}\s?(?:[€$£¢]|cents?\b|euros?\b|CHF\b|p\b))"
_PERIOD = rf"(?:(?:{_COUNT}|twelve|first|next)[\s-]+){{0,2}}(?:day|week|month|mo|year|yr)s?\b"
_PER = r"(?:\s(?:an?|per|for|every|each|over)\s(?:your\s|the\s)?|\s?/\s?)"
_PER_FR = r"\s?(?:/|par|les?|pendant|pour|la)\s?(?:\d{1,2}\s)?(?:premiers?\s|première\s)?(?:mois|an|semaine)"
_PER_ES = r"\s?(?:/|al|por|el|durante)\s?(?:(?:primer|\d{1,2})\s)?(?:mes|año|semana)"
_READ_ON = r"(?:subscribe|(?:keep|continue|start)\sreading|join\s(?:now|today|us)|sign\sup|become\sa\smember)"
_ACCESS = r"(?:access|subscription|membership|digital|premium|edition|print)"

_LEASE = (
    r"(?:(?:digital|online|web|app|full|unlimited|complete|premium|all|basic|standard|print|home)[\s-]){0,3}(?:access|"
    r"subscription|membership|edition|plan|delivery|reading)"
)
_FIRST = rf"(?:\sfor\s(?:your\s|the\s|a\s)?(?:first\s|full\s|whole\s)?{_PERIOD})"
_RATE = rf"(?:{_PER}{_PERIOD}|{_FIRST}|\s(?:monthly|weekly|annually|yearly))"
_OFFER_END = (
    r"(?=\W*$|\s?[.!|•*(»→+]|,?\s(?:and\s|then\b|thereafter|after\b|cancel|billed|with\s(?:an?|our)|until\scancel|plus\b|auto|for\s(?:your|the"
    r"|a|an|\d+|one|two|three|six|twelve)\s))"
)

_RATED = rf"\d(?:\s?(?:[€$£¢]|cents?|euros?|CHF|p))?{_RATE}"
"""What ends a price with its period."""

_PRICED = rf"(?:[$€£]\s?{_AMOUNT}|{_AMOUNT}\s?(?:[€$£¢]|cents?|euros?|CHF|p))"
_OFFERS = (
    (
        rf"(?:{_READ_ON}|become\sa\s(?:member|subscriber)|(?:try|get|start|enjoy|unlock)\b[^.!?]{{0,40}}\b{_ACCESS})\b"
        rf"[^.!?]{{0,60}}?{_PRICE}{_PER}{_PERIOD}",
        _RATED,
    ),
    (
        rf"(?:{_READ_ON}|{_COUNT}\sweeks)\s(?:for|from|at)\s(?:just\s|only\s|as\slittle\sas\s)?{_PRICE}(?!\w)",
        r"(?:subscribe|reading|weeks|now|today|us|up|member)\s(?:for|from|at)\s(?:just\s|only\s|as\slittle\sas\s)?(?:[A-Z]{1,3}\s?)?[$€£\d]",
    ),
    (
        rf"(?:only|just|from|now|then|for)\s(?:only\s|just\s|as\slittle\sas\s)?{_PRICE}(?:{_FIRST}{_OFFER_END}|{_RATE}{_OFFER_END}"
        r"(?=.{0,60}\b(?:cancel|billed|then|thereafter|subscribe|renew\w*)\b))",
        _RATED,
    ),
    (
        rf"(?:get|try|enjoy|start|read)\b[^.!?]{{0,40}}\b(?:{_COUNT}|twelve|first|\d+)\s(?:weeks?|months?|years?|days?)(?:\sof\s[^.!?]{{1,30}}?|,)?"
        rf"\s(?:for\s|at\s|from\s)?(?:just\s|only\s)?{_PRICE}{_OFFER_END}",
        rf"(?:weeks?|months?|years?|days?)(?:\sof\s[^.!?]{{1,30}}|,)?\s(?:for\s|at\s|from\s)?(?:just\s|only\s)?(?:[A-Z]{{1,3}}\s?)?{_PRICED}",
    ),
    (
        rf"{_LEASE}(?:\s\w+)?(?::|\s(?:from|for|at)|,)\s(?:just\s|only\s)?{_PRICE}{_RATE}",
        r"(?:access|subscription|membership|edition|plan|delivery|reading)(?:\s\w+)?(?::|\s(?:from|for|at)|,)\s(?:just\s|only\s)?(?:[A-Z]{1,3}\s?)?[$€£\d]",
    ),
    (
        r"save\s(?:up\sto\s)?\d{1,2}\s?(?:%|percent|per\scent)\s(?:on|off|with)\s(?:an?\s|your\s|our\s|the\s)?(?:[\w-]+\s){0,2}(?:subscriptions?|"
        r"memberships?|digital\saccess)\b",
        r"(?:subscription|membership|digital\saccess)",
    ),
    (
        rf"(?:auto(?:matically)?[\s-]?renews?|renews|billed|charged)\s(?:\w+\s){{0,3}}?(?:at|as|for)\s{_PRICE}{_RATE}",
        r"(?:renews?|billed|charged)\s(?:\w+\s){0,3}(?:at|as|for)\s(?:[A-Z]{1,3}\s?)?[$€£\d]",
    ),
    (
        rf"{_PRICE}{_RATE}{END}.{{0,60}}\b(?:auto[\s-]?renew\w*|renews\sat|thereafter|until\scancel)",
        r"(?:auto[\s-]?renew|renews\sat|thereafter|until\scancel)",
    ),
    (
        rf"(?:your\s)?(?:first|next)\s(?:{_COUNT}\s)?(?:months?|weeks?|days?)\s(?:is|are)\s(?:on\sus|free)\b",
        r"(?:months?|weeks?|days?)\s(?:is|are)\s(?:on\sus|free)",
    ),
    (
        rf"(?:annual|monthly|yearly|weekly|digital|basic|standard|premium|student)\s(?:plan|subscription|access|membership)\s?[:–—-]\s?{_PRICE}{_RATE}"
        r"(?=.{0,40}\b(?:save|cancel|billed|best\svalue|subscribe|renew))",
        r"(?:plan|subscription|access|membership)\s?[:–—-]",
    ),
    (
        r"your\s(?:[\w-]+\s){0,2}?(?:free\s|subscription\s)?trial\s(?:period\s)?(?:ends|expires|will\s(?:end|expire)|has\s(?:ended|expired)|is\s"
        r"(?:about|over)|runs\sout|renews)\b",
        r"trial\s(?:period\s)?(?:ends|expires|will\s(?:end|expire)|has\s(?:ended|expired)|is\s(?:about|over)|runs\sout|renews)",
    ),
    (
        rf"{_YOU_HAVE}\s(?:reached|hit|exceeded)\syour\s(?:monthly\s|daily\s|weekly\s|free\s|article\s|reading\s){{1,3}}limit(?=\W*$|[.!]\s(?:to\s|"
        r"subscribe|sign|log|please|upgrade|register|create|become|start|get|for\s))",
        r"ve\s(?:reached|hit|exceeded)\syour\s",
    ),
    (
        rf"(?:just\s|only\s|now\s)?{_PRICE}{_PER}{_PERIOD}.{{0,60}}\b(?:cancel\s(?:at\s)?any\s?time|subscribe\snow)",
        r"(?:cancel\s(?:at\s)?any\s?time|subscribe\snow)",
    ),
    (
        rf"(?:abonnieren\sSie|jetzt|\d{{1,2}}\s(?:Wochen?|Monate?)|im\sersten\sMonat)\b[^.!?]{{0,40}}"
        rf"\b(?:für|ab|um|zu|nur)\s(?:nur\s)?{_PRICE}.{{0,40}}\b(?:testen|(?:weiter)?lesen|kündbar|abonnieren|im\sMonat)\b",
        r"(?:testen|lesen|kündbar|abonnieren|im\sMonat)",
    ),
    (
        rf"(?:abonnez-vous|je\sm['’]abonne|profitez|à\spartir\sde|dès)\b[^.!?]{{0,40}}?{_PRICE}{_PER_FR}\b",
        r"(?:abonnez-vous|je\sm['’]abonne|profitez|à\spartir\sde|dès)",
    ),
    (rf"suscríb(?:ete|ase)\b[^.!?]{{0,40}}?{_PRICE}{_PER_ES}\b", r"suscríb(?:ete|ase)"),
)
"""The same; they count at the start of a line or sentence."""


def check(match: "regex.Match[str]", unit: Unit) -> Iterable[Hit]:
    """Drops what stands in a quotation or in a long line, and the marks before a prompt."""
    start, end = match.span()
    while not (unit.text[start].isalnum() or unit.text[start] in _CURRENCY):
        start += 1
    if not longer_than(_WORDS, unit) and not unit.quoted(start, end):
        yield Hit(start, end)


RULE = Pattern(
    code="PW103",
    name="metered-paywall",
    version=2,
    doc=__doc__,
    message="metered paywall: {match}",
    longest=LONGEST,
    pattern=(
        Frame(
            rf"(?i)^\W*(?:this\sis\s)?(?:article|story)\s{_COUNT}\sof\s{_COUNT}\s(?:free\b|this\s(?:month|week)|\w+\sthis\smonth)"
        ),
        *(Frame(rf"(?i)\b(?:{counter})", (f"(?i){rare}",)) for counter, rare in _COUNTERS),
        *(Frame(rf"(?i)(?:^|(?<=[.!?:|•]\s))\W{{0,4}}(?:{offer})", (f"(?i){rare}",)) for offer, rare in _OFFERS),
    ),
    check=check,
    fix=RemoveLine(),
    strength="decisive",
)
