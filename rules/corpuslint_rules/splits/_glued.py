"""Words glued to a number, a bracket, a mark or a capital: frames, and whether what matched lost its space there.

The name of a frame's first group says what kind it is; the group may stand in a lookbehind, where the capital behind it
is the quicker to find. A pattern that begins with a character or a class is searched for five times as fast as one that
begins with a look-around.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpuslint import Frame
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, frequency, is_derived, is_word, tag

if TYPE_CHECKING:
    import regex

_FREE = r"(?<![\w.,:;@/\\#'’&=_$€£+-])"
_APART = r"(?<![\w.@/'’-])"
_END = r"(?![\w@/\\_=#&]|[.:]\w)"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT_FIRST = "(?:of|in|on|to|at|by|is|as|if|we|he|it|so|do)"
_SHORT_SECOND = "(?:the|our|was|are|can|not|you|has|had|his|its|this|that|any|all)"
_BEFORE_ARTICLE = "(?:of|by|to|in|as|and|from|into)"
_WORD_END = rf"{_END}(?! ?[('’-])"
_SMALL = "in|of|and|with|from|by|to|for|on|as|that|which|is|are|was|were|its|their|our|this|these|the"
"""Words in small letters that no name begins with."""

_BEGINNING = (
    "And|But|The|That|This|With|For|From|You|They|When|Then|Where|What|Before|After|Because|Like|While|If|In|As"
)
_JOINING = "and|of|the|is|are|was|were|with|from|or|to"

FRAMES = (
    Frame(
        rf"[A-Z](?<={_FREE}(?P<joined>{_SMALL})[A-Z])(?:[a-z]{{2,19}}|[A-Z]{{2,5}})"
        rf"(?<=(?P<right>[A-Z](?:[a-z]{{2,19}}|[A-Z]{{2,5}}))){_WORD_END}",
        (rf"{_FREE}(?:{_SMALL})[A-Z](?:[a-z]{{2}}|[A-Z]{{2}})",),
    ),
    Frame(
        rf"{_FREE}(?P<indefinite>a)(?P<right>[A-Z][a-z]{{4,19}}){_WORD_END}",
        (rf"{_FREE}a[A-Z][a-z]{{4}}",),
    ),
    Frame(
        rf"{_FREE}(?P<titled>In|Of|And|With|From|For)(?P<right>[A-Z][a-z]{{7,19}}){_WORD_END}",
        (rf"{_FREE}(?:In|Of|And|With|From|For)[A-Z][a-z]{{7}}",),
    ),
    Frame(
        rf"(?=[A-Z])(?<={_FREE}(?P<inflected>[a-z]{{4,20}}[sdg]))(?P<right>[A-Z][a-z]{{2,19}}){_WORD_END}",
        (r"[sdg][A-Z][a-z]{2}",),
    ),
    Frame(
        rf"[A-Z](?<={_FREE}(?P<begun>[a-z]{{4,20}})[A-Z])[a-z]+(?<=[a-z](?P<right>{_BEGINNING})){_WORD_END}",
        (rf"[a-z](?:{_BEGINNING})",),
    ),
    Frame(
        rf"{_FREE}(?P<named>[A-Z][a-z]{{6,19}}+)(?P<right>[A-Z][a-z]{{6,19}}+){_WORD_END}",
        (r"[a-z][A-Z][a-z]{6}",),
    ),
    Frame(
        r"(?:^|[.!?:][\"”’)]* )(?P<note>\d{1,2})(?P<right>[A-Z][a-z]+)(?= [a-z])",
        (r"\d[A-Z][a-z]+ [a-z]",),
    ),
    Frame(
        rf"{_FREE}(?P<before>\d{{1,7}})(?P<right>{_JOINING})(?= [a-z\d])",
        (rf"\d(?:{_JOINING}) [a-z\d]",),
    ),
    Frame(
        rf"{_FREE}(?P<after>of|and|the|from|with|by|pages|{_MONTH})\d{{1,4}}(?:st|nd|rd|th)?(?![\w/@_=-]|\.\w)",
        (rf"{_FREE}(?:of|and|the|from|with|by|pages|{_MONTH})\d",),
    ),
    Frame(
        r"(?<![\w.,/-])(?P<decimal>\d{1,3}\.\d{1,4})(?P<right>[a-z]{2,20})\d{0,3}(?![\w./-])", (r"\d\.\d{1,4}[a-z]{2}",)
    ),
    Frame(r"(?<![\w.,/-])(?P<score>[A-Za-z][a-z]{3,20})0\.\d{2,4}", (r"[a-z]0\.\d{2}",)),
    Frame(
        rf"{_FREE}(?P<bracket>[A-Za-z][a-z]{{2,20}})\((?P<right>[A-Za-z][a-z]{{2,20}})"
        r"(?= [^()=;{}\n]{3,160}\)(?:[,.]? |$))",
        (r"[a-z]\([A-Za-z][a-z]{2,20} ",),
    ),
    Frame(
        r"(?P<closed>\((?:19|20)\d\d[a-z]?\)|\p{Ll}\),)(?P<right>[a-z]{2,12})(?= [a-z])",
        (r"(?:19|20)\d\d[a-z]?\)[a-z]{2}", r"\p{Ll}\),[a-z]{2}"),
    ),
    Frame(
        r"(?P<cited>\p{Lu}\p{Ll}{3,20}),(?:(?:19|20)\d\d[a-z]?(?=[);])|[A-Z]\.(?=,| [A-Z]))",
        (r"\p{Ll},(?:(?:19|20)\d\d[a-z]?[);]|[A-Z]\.[, ])",),
    ),
    Frame(
        rf"{_APART}(?P<pair>(?:of|if|as|by)it|{_SHORT_FIRST}{_SHORT_SECOND})(?=[ ,./])",
        (rf"{_APART}(?:of|if|as|by)it[ ,./]", rf"{_APART}{_SHORT_FIRST}{_SHORT_SECOND}[ ,./]"),
    ),
    Frame(
        rf"(?P<preposition>{_BEFORE_ARTICLE})an?(?<!asan)(?= (?P<right>[a-z]{{3,20}})(?!\w))"
        r"(?<=(?<!\w)(?P<word>[a-z]{2,20}) \w{3,5})",
        (rf"[a-z] (?:{_BEFORE_ARTICLE})an? [a-z]",),
    ),
    Frame(
        rf"{_APART}(?P<opening>The(?![eimnorsy])|Since(?!re)|(?:When|Where|Which)(?=[a-z]{{3}})"
        r"|While|Although|Because|Between|Beyond|Either|From|This|These|Those)"
        r"(?P<right>[a-z]{2,20})(?=[ ,:])",
        (
            rf"{_APART}The[abcdfghjklpqtuvwxz][a-z]{{1,19}}[ ,:]",
            rf"{_APART}Since(?:[a-qs-z]|r[a-df-z])",
            rf"{_APART}(?:While|Although|Because|Between|Beyond|Either|From|This|These|Those)[a-z]{{2}}",
            rf"{_APART}(?:When|Where|Which)[a-z]{{3}}",
        ),
    ),
    Frame(
        rf"{_APART}(?P<modal>It|We|You|They|There)"
        r"(?P<right>would|could|should|will|has|was|can|may|must|is|are|have)(?= [a-z])",
        (rf"{_APART}(?:It|We|You|They|There)(?:would|could|should|will|has|was|can|may|must|is|are|have) ",),
    ),
    Frame(
        rf"of(?:the)?(?= [a-zA-Z])(?<={_APART}(?P<tail>[A-Za-z][a-z]{{2,20}})of(?:the)?)",
        (r"[a-z]of(?:the)? [A-Za-z]",),
    ),
    Frame(r"(?<![\w.,'’&-])(?P<initial>[A-Z]),(?=[A-Z][a-z]{3})", (r"[A-Z],[A-Z][a-z]{3}",)),
    Frame(rf"(?P<date>{_MONTH} \d{{1,2}}),(?:19|20)\d\d(?!\d)", (rf"{_MONTH} \d{{1,2}},(?:19|20)",)),
    Frame(
        r"(?<![\w.@/-])(?P<article>[A-Za-z][a-z]{2,20})(?:,a|:A|:The)(?= [a-z]{2})",
        (r"[a-z](?:,a|:A|:The) [a-z]{2}",),
    ),
    Frame(
        r"(?<![\w.])(?P<number>\d{1,4}\.\d{1,4}):(?P<right>[A-Z][a-z]{2,20})(?= [a-z])", (r"\d\.\d{1,4}:[A-Z][a-z]{2}",)
    ),
)

_UNITS = words(
    """mm cm dm km kg mg ug ml cl dl hl pm am kb mb gb tb kbps mbps gbps hz khz mhz ghz thz kw kwh mw mwh gw gwh mah rpm
    mph kmh fps dpi ppm ppi bpm psi bar atm kpa mpa kcal cal kj nm um ft in inch inches yd mi oz lb lbs th st nd rd bn
    mn tn mil k m x ha hr hrs min mins sec secs ms ns px pt em rem ex vh vw deg rad alpha beta rc dev post final ish mol
    mmol ac dc va ma vac vdc ah wh gal bbl bhp hp cc ct cts eur usd gbp star stars yr yrs million
    billion trillion degrees"""
)
_BEFORE_NAME = words("of and the that")

_CALLS = words(
    """add array blur change click close create data delete each empty error event float focus get id input int json key
    line list load map message null number object open ready set size start string submit true type update use value"""
)
"""Second parts of names in programs."""

_COMMON, _PLAIN = 3.0, 3.3
_NAME_PART = 3.5
_KNOWN, _SHORT, _LONG = 3.9, 3, 7


def is_glued(match: regex.Match[str]) -> bool:
    """Whether the words that a frame matched stood apart before."""
    return _JUDGES[kind(match)](match)


def kind(match: regex.Match[str]) -> str:
    """The name of the frame's first group."""
    return next(iter(match.re.groupindex))


def _joined(match: regex.Match[str]) -> bool:
    right = match["right"]
    return right.isupper() or _is_known(right) or (match["joined"] in _BEFORE_NAME and len(right) > _SHORT)


def _known(match: regex.Match[str]) -> bool:
    return _is_known(match["right"])


def _is_known(word: str) -> bool:
    return frequency(word) >= _COMMON and word.lower() not in _CALLS


def _inflected(match: regex.Match[str]) -> bool:
    left = match["inflected"]
    return tag(left) in "sdegz" and frequency(left) >= _PLAIN and _is_known(match["right"])


def _begun(match: regex.Match[str]) -> bool:
    return frequency(match["begun"]) >= _PLAIN


def _named(match: regex.Match[str]) -> bool:
    return min(frequency(match["named"]), frequency(match["right"])) >= _NAME_PART


def _note(match: regex.Match[str]) -> bool:
    return match["right"].lower() in CLOSED_CLASS or match["right"] in {"Due", "See", "Note"}


def _decimal(match: regex.Match[str]) -> bool:
    return match["right"] not in _UNITS


def _bracket(match: regex.Match[str]) -> bool:
    return frequency(match["bracket"]) >= _PLAIN and frequency(match["right"]) >= _COMMON


def _closed(match: regex.Match[str]) -> bool:
    return match["right"] in CLOSED_CLASS


def _article(match: regex.Match[str]) -> bool:
    return frequency(match["article"]) >= _PLAIN


def _pair(match: regex.Match[str]) -> bool:
    return not is_word(match[0])


def _opening(match: regex.Match[str]) -> bool:
    right = match["right"]
    frequent = frequency(right) >= (_KNOWN if len(right) < _LONG else _COMMON)
    return (right in CLOSED_CLASS or (len(right) > _SHORT and frequent)) and not is_derived(match[0].lower())


def _tail(match: regex.Match[str]) -> bool:
    return frequency(match["tail"]) >= _KNOWN and not is_derived((match["tail"] + match[0]).lower())


def _preposition(match: regex.Match[str]) -> bool:
    return (
        frequency(match["word"]) >= _PLAIN and frequency(match["right"]) >= _KNOWN and tag(match["right"]) in "nsjctreg"
    )


def _sure(match: regex.Match[str]) -> bool:
    return True


_JUDGES: dict[str, Callable[[regex.Match[str]], bool]] = {
    "joined": _joined,
    "indefinite": _known,
    "titled": _known,
    "inflected": _inflected,
    "begun": _begun,
    "named": _named,
    "note": _note,
    "before": _sure,
    "after": _sure,
    "decimal": _decimal,
    "score": _sure,
    "bracket": _bracket,
    "closed": _closed,
    "cited": _sure,
    "date": _sure,
    "article": _article,
    "number": _sure,
    "initial": _sure,
    "pair": _pair,
    "preposition": _preposition,
    "opening": _opening,
    "modal": _pair,
    "tail": _tail,
}
