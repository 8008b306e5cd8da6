"""A space lost beside a mark, a number or a capital: "morning.Passengers", "of18 towns", "inProceedings".

Text taken from tables, PDF, line breaks or careless HTML loses the space between sentences and words. Tokenizers then
see one long word, and sentence splitters miss the boundary. Beside a full stop nearly any two words are reported,
elsewhere only what no name, unit, version or piece of a program looks like; in texts about software, only before
function words.

Bad:

    The ferry was cancelled in the morning.Passengers waited until noon.
    Nobody was hurt (the house was empty).Police are looking for witnesses.
    "Is the bridge open?"Yes, since Monday.
    Sales rose by 4 percent in 2019.They have fallen since.
    The road is closed.I took the train.
    The road was closed,which nobody had expected, and the train was late.
    The committee met in 18 towns, and only 9of them agreed with theMinistry.
    Nine members of18 voted on March12, after a report by our friends(Northern Ferry Company, 1997).
    In the older harbour (Lindqvist,2003) the water rose by0.76metres.
    Sincethis report the port has used the deeper channel, and Itwould be hard to go back inthe winter.
    It was kept asa secret, and nobody spoke ofa new bridge or of steel anda road.

Good:

    The server runs Node.js and an ASP.NET service behind Booking.Com.
    He flew from St.Petersburg to the U.S.A for a talk on System.Text.Json.
    Read the manual at docs.Example.com/Setup.Guide before version v2.Next comes out.
    She works for Yahoo!Finance and saves everything as Report.Final.PDF.
    Tables are read into a pyarrow.Table or by `frames.Table` and a call of lines.Reader() as needed.
    The initials J.R.R.Tolkien stand on the gate.
    At 9.30am the 3.5mm jack of an iPhone was sold on eBay for 1.5bn by McDonald and GlaxoSmithKline.
    Call toString, forEach(item) or onClick, and pass the name(s) of f(x, y) to release 2.0rc1 of numpy 0.25.
    Theodor lives in Fromage Street, and These Thespians saw Whichever play they liked.

Known false alarms: names of programs and firms that are written with a stop inside, such as Example.Studio.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, frequency, is_derived
from corpuslint_rules.english.around import among_english
from corpuslint_rules.splits._glued import FRAMES, is_glued, kind
from corpuslint_rules.splits._words import is_abbreviation

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_OPENING = r"[)\]\"”’]{0,2}[\"“‘(]?"
_WORD = r"[\p{L}\p{M}'’-]{0,40}[\p{Ll}'’]|[\p{L}\p{N},]{1,20}\p{N}{2}"
_CLOSERS = r"[%)\]\"”’]{0,2}"


def _frame(left: str, right: str, trigger: str) -> Frame:
    """A stop with these words beside it."""
    return Frame(
        rf"(?P<stop>[.?!])(?={_OPENING}[A-Z])(?<=(?P<left>{left}){_CLOSERS}[.?!]){_OPENING}(?P<right>{right})",
        (trigger,),
    )


_SMALL = _frame(rf"{_WORD}|\p{{Lu}}{{2,12}}", r"[A-Z]\p{Ll}[\p{L}'’-]{0,39}", rf"[.?!]{_OPENING}[A-Z]\p{{Ll}}")
_CAPITALS = _frame(
    _WORD,
    r"[A-Z](?!\p{Ll})(?:[\p{L}'’-]{1,40}|(?=[ '’]))",
    rf"[\p{{Ll}}\p{{N}}'\"”’%)\]][.?!]{_OPENING}[A-Z]\P{{Ll}}",
)

_COMMA = Frame(
    r",(?=[a-z]{2})(?<=(?<![\w.@/\\_-])(?P<left>[A-Za-z][a-z]{2,29}),)(?P<right>[a-z]{2,30})(?![\w,@/\\_=(-])",
    (r"[a-z]{2},[a-z]{2}",),
)

_ADDRESS = lazy_pattern(r"[@\\_=<>#]|://|www\.|^\.|\w/\w")
_REACH = 100
_CAMEL = lazy_pattern(r"[a-z][A-Z]")
_DOTTED = lazy_pattern(r"\w[.:]\w")
_ENDS = words(
    """com net org edu gov info biz io co uk eu de fr app tv ai js ts py css html htm xml json pdf doc docx txt csv
    zip exe dll jpg jpeg png gif mp sql java cpp ini cfg log gz ly xls xlsx ppt"""
)
_KNOWN = 3.0
"""Zipf frequency of both words beside a comma."""

_LIST = 2
"""Commas in a line for each that has a space behind it: with more it is a list of keywords or data."""

_LIKE_NAMES = words("indefinite titled inflected begun named bracket tail pair")
"""Kinds of frames whose words programs join as well."""

_BRANDS = frozenset({"asp", "vb", "ado", "yahoo", "uk", "us", "dr", "ph"})


def _check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    if "left" in match.re.groupindex:
        lost = _beside_comma(match, unit) if match[0][0] == "," else _beside_stop(match, unit)
        hit = Hit(match.start("left"), match.end("right"))
    else:
        hit = Hit(min(match.start(), match.start(1)), match.end())
        lost = is_glued(match) and _is_english(hit, unit)
    if lost and not (_is_name(match) and unit.doc.once(is_technical)):
        yield hit


def _is_english(hit: Hit, unit: Unit) -> bool:
    """Whether words that were joined stand in an English line, if any is of letters alone."""
    return not unit.text[hit.start : hit.end].isalpha() or among_english(unit.text, hit.start, hit.end)


def _is_name(match: regex.Match[str]) -> bool:
    """Whether this may be a name in a program, such as ``Text.Regex`` or ``typeof``, rather than prose."""
    right = match.groupdict().get("right")
    return kind(match) in _LIKE_NAMES or (right is not None and right.lower() not in CLOSED_CLASS)


def _beside_comma(match: regex.Match[str], unit: Unit) -> bool:
    """Whether a space was lost behind a comma."""
    known = min(frequency(match["left"]), frequency(match["right"])) >= _KNOWN
    return known and unit.text.count(",") < _LIST * (1 + unit.text.count(", "))


def _beside_stop(match: regex.Match[str], unit: Unit) -> bool:
    """Whether a space was lost behind a stop: in no address, file, brand, abbreviation, code or name."""
    left, right, text = match["left"], match["right"], unit.text
    start, end = _token(text, match.start("stop"))
    head, tail = text[start : match.start("stop")], text[match.end("stop") : end]
    if _ADDRESS.search(head) or _ADDRESS.search(tail) or _DOTTED.search(head) or _DOTTED.search(tail.rstrip(".,;:!?")):
        return False
    if _CAMEL.search(left) or _CAMEL.search(right) or right.lower().rstrip("'’s") in _ENDS or left.lower() in _BRANDS:
        return False
    if left != "etc" and is_abbreviation(left.rpartition("-")[2]) and not left[-1].isdigit():
        return False
    after = text[match.end("right") : match.end("right") + 1]
    return not (_is_code(left, head, after) or _name_with_stop(match, text, start, end))


def _is_code(left: str, head: str, after: str) -> bool:
    """Whether the stop joins the names of a program, such as ``frames.Table``: marked as code, called, or no word."""
    if after in {"(", "`", "_"} or "`" in head:
        return True
    small = left.isascii() and left.isalpha() and left.islower()
    return small and head == left and not is_derived(left)


def _token(text: str, at: int) -> tuple[int, int]:
    """The run without spaces that holds this place, as far as it is looked at."""
    before, after = text[max(0, at - _REACH) : at], text[at : at + _REACH]
    return at - len(before.split()[-1]), at + len(after.split()[0])


def _name_with_stop(match: regex.Match[str], text: str, start: int, end: int) -> bool:
    """Whether the whole may be one name: two capitalised words that stand in the middle of a sentence, or capitals."""
    left, right = match["left"], match["right"]
    if left.isupper() and (right.isupper() or len(left) < 4):
        return not left[-1].isdigit()
    if len(right) == 1:
        return right not in "IA" or text[match.end("right") : match.end("right") + 1] not in {" ", "'", "’"}
    if not left[0].isupper() or match["stop"] == "!":
        return match["stop"] == "!" and left[0].isupper()
    before, after = text[:start].rstrip(), text[end : end + 3].strip()
    fresh = not before or before[-1] in '.!?:;"“('
    return fresh or (not after and text[match.end("right") : end] == "")


RULE = Pattern(
    code="SP103",
    name="missing-space",
    doc=__doc__,
    message="no space between: {match}",
    severity="error",
    pattern=(_SMALL, _CAPITALS, _COMMA, *FRAMES),
    check=_check,
    version=3,
)
