"""A word still cut by the hyphen of a line end: "infor- mation".

Columns of print and PDF cut words at the end of a line. Extraction keeps the hyphen and puts a break or a space behind
it, so that one word becomes two pieces that mean nothing. The rule reports pieces that cannot be words: at a line end,
where the next line goes on in small letters; within a line, where the second piece is an ending, or where the text
holds the same word whole.

Bad:

    The results were pub-
    lished in the spring.

    The board wants more infor- mation before it votes.

    An inspec- tion of the bridge is planned. The inspection will take a week.

    The archive keeps docu- ments from the early years.

    The poster outside the hall was eye-cat- ching.

Good:

    Both short- and long-term loans were repaid in pre- and post-war money.

    She is the well- known author of three books.

    The well-
    known author lives in a half-
    timbered house, with an absent-
    minded and kind-
    hearted old aunt.

    The team – young, fast – won again; mid- to late June is free.

    A day-to- day diary, word-for- word, by a mother-in- law.

    Он всегда чему-
    нибудь учится.

    Please do the following:
    - read the manual
    - write to us

    The shop sells state-
    Of-the-art radios.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern, Rewrite
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import frequency, is_derived, is_word, tag

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_GAP = r"(?:[ \u00a0]?\r?\n[ \t]*|[ \u00a0]{1,2})"
_RIGHT = r"(?:[b-z\u0080-\U0010ffff]\p{Ll}|a(?:[^n]|n(?:[^d]|d\p{Ll})))"
"""Where ``right`` begins, so that the trigger does not fire on "and"."""


def _frame(hyphen: str) -> Frame:
    return Frame(
        rf"{hyphen}(?=[ \u00a0\r\n])(?<=(?<![\w'’]|(?<!\p{{L}})-)(?P<left>\p{{L}}{{2,20}}){hyphen})"
        rf"(?P<gap>{_GAP})(?P<right>(?!and?\b)\p{{Ll}}{{2,20}})(?!\w|['’](?!s\b))(?P<compound>-\p{{L}})?",
        (rf"\p{{L}}{{2}}{hyphen}{_GAP}{_RIGHT}",),
    )


_CUT = lazy_pattern(r"[-\u2010\u2011\u00ad]\s+")

_NEWLINE = lazy_pattern(r"[\r\n]")
_JOINERS = words("""and or to nor und oder bis but as then than of in on at the a an et ou y e o u i""")
_ENDING = lazy_pattern(
    r"(?:[a-z]{0,3}(?:tion|sion|cian)(?:s|al|ally|ed|ing)?|[a-z]{0,3}ments?|[a-z]?(?:ing|ings|ingly)|[a-z]{0,2}ness(?:es)?|[a-z]{0,2}(?:tive|sive)(?:ly|s)?|"
    r"[a-z]{0,2}(?:ity|ities)|[a-z]{0,2}[ea]n(?:ce|ces|cy|t|ts|tly)|[a-z]?(?:ble|bly|bility)|[a-z]{0,2}(?:cal|cally|gical|ical|ial|ially)|"
    r"[a-z]{1,2}(?:ed|er|ers|ly|al|als|est|ic|ics|ous|ously|ary|ory|ure|ures)|[a-z]{0,2}(?:ize|ise|ized|ised|izing|izes|ises)|tical|nology|graphy)"
)
_WHOLE_FIRST = words(
    "well self semi quasi pre post non anti mid half long short high low over under inter intra sub multi"
)
_PREFIXES = words(
    """centi con de dis em en ex fore im in inter ir kilo mega micro milli mis out over pro re sub super trans un under
    up with"""
)
"""Pieces that are words as well, and far oftener parts of longer ones without a hyphen."""

_DESCRIBING = "degj"
"""Tags of participles and adjectives, which close most compounds that keep their hyphen."""

_PLAIN, _KNOWN = 3.0, 2.0
_SHORT, _LONG = 3, 4
"""Letters of the pieces of a compound: the first has so many at least, the second more, or is no word by itself."""

_CLITICS = words(
    """то нибудь либо таки ка ci là ce même mêmes être il elle on ils elles je tu nous vous moi toi le la les lui leur
    en dire dessus dessous se me lhe lhes lo los las nos vos no na os as au ar ne vă mă și un"""
)
"""Words of other languages that are written with a hyphen before them."""

_PIECES = words("""con com dis dif suc sur fol wel sen cor exper compa impor infor inclu govern inves partic""")
_WORDS = words(
    """bed fed led red wed shed sped bled fled need seed feed deed weed her per over ever bring king ring sing wing
    thing being doing going ping ding zing ally ill all ball call fall hall mall tall wall gall shall real deal
    seal meal heal oral best rest test west nest fly ply sly only city pity able ment cent dent went bent lent
    rent sent tent vent gent spent want pant rant ants aunt hence since once fence pence dance lance ion lion
    men mention action station nation section motion notion mission vision session position ration option pure
    sure cure lure bury vary wary story ally rise wise size prize mary fuels fuel tier user users wider older
    under after water later other order paper power able table cable stable noble busy bly pal gal legal equal
    final local total vital topic music basic ethic comic tonic sonic friendly aged eyed used based owned named
    timed sized ended added aided acted asked armed aimed born bred ties tied lead made run fit free full well
    like wide side long old off out up in on by going making taking living ready steady family early daily
    weekly mostly likely duty beauty unity entity equity sanity vanity cavity gravity element moment comment
    cement garment segment payment fitness wellness illness business witness native active motive captive
    passive massive festive fictive science silence licence essence absence presence agent absent accent event
    extent talent client patient ancient student parent decent recent content intent giant plant grant chant
    slant chance glance stance trance advance agency fancy mean ocean urban human woman women open often even
    seven eleven golden garden sudden broken token chosen aging being dying lying tying using"""
)


def _is_wrapped_compound(left: str, right: str) -> bool:
    """Whether the hyphen at the end of a line is a compound's own: both pieces are words, and the whole is none, or
    one that hardly anybody writes ("wellknown")."""
    whole, rarer = left + right, min(frequency(left), frequency(right))
    if left not in _PREFIXES and rarer >= _KNOWN and frequency(whole) < _PLAIN and tag(right) in _DESCRIBING:
        return True
    return (right in _CLITICS or rarer >= _KNOWN) and not (is_word(whole) or is_derived(whole))


def _check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    left, right = match["left"], match["right"]
    if right in _JOINERS or (left.isupper() and len(left) > 1):
        return
    if match["compound"] or unit.text[: match.start("left")].endswith("-"):
        if _in_compound(match["gap"], left.lower(), right):
            yield Hit(match.start("left"), match.end("right"))
        return
    wrapped = _NEWLINE.search(match["gap"]) is not None
    own = wrapped and not _is_ending(right) and _is_wrapped_compound(left.lower(), right)
    cut = wrapped or left.lower() in _PIECES or _is_ending(right) or _is_cut(left.lower(), right)
    if (cut and not own) or _is_word(left + right, unit.doc.text):
        yield Hit(match.start("left"), match.end("right"))


def _in_compound(gap: str, left: str, right: str) -> bool:
    """Whether two pieces, with a hyphen before or after them too, make one word of a compound: "eye-cat- ching"."""
    if "\n" in gap or "\r" in gap or len(left) < _SHORT:
        return False
    return _is_cut(left, right) and (not is_word(right) or len(right) > _LONG)


def _is_cut(left: str, right: str) -> bool:
    """Whether the pieces make an English word, and one that is not written with a hyphen."""
    whole = left + right
    return is_derived(whole) and (left not in _WHOLE_FIRST or frequency(whole) > _PLAIN)


def _is_ending(right: str) -> bool:
    return right not in _WORDS and _ENDING.fullmatch(right) is not None


def _is_word(word: str, text: str) -> bool:
    """Whether a text holds this word whole: in small letters, in capitals, or with one."""
    low = word.lower()
    spellings = (spelling for spelling in (low, low.capitalize(), low.upper()) if spelling in text)
    return any(re.search(rf"(?<![^\W\d_]){spelling}(?![^\W\d_])", text) for spelling in spellings)


def _rejoined(text: str) -> str:
    return _CUT.sub("", text)


RULE = Pattern(
    code="SP105",
    name="hyphen-remnant",
    doc=__doc__,
    message="word cut by a hyphen: {match}",
    severity="error",
    scope="paragraph",
    pattern=tuple(map(_frame, (r"[-\u2010\u2011]", r"\u00ad"))),
    check=_check,
    version=3,
    fix=Rewrite(_rejoined, safe=True),
)
