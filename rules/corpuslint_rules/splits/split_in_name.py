"""A full stop inside a name: "Prime. Minister", "Lake Tana. University."

A stop put into a name by machine translation or by a careless edit leaves half a name at the end of one sentence and
the other half at the start of the next. The name is lost to every reader that goes by sentences, and the second half
has no verb. The rule knows first words of names after which no sentence ends, titles before a name, and nouns of
institutions and places that stand alone as a whole "sentence".

Bad:

    He has taught law at Harbour View. University.
    The talks were held in New. Zealand last spring.
    Prime. Minister Olsen will meet the crew on Friday.
    The speech was given by Senator. Maria Velasquez of the opposition.
    The treaty binds the United. States to nothing.

Good:

    She studied at Oxford. University life bored her.
    He was elected President. Maria Velasquez came second.
    People moved to the South. Carolina Perez stayed behind.
    Thank you, Mr. President. Senator Olsen has the floor.
    The old sign was replaced with a new. New York saw many of them.
    She learnt it from her cousin El. The second verse is her own.
    The mills belong to Marsh and Sons Inc. Group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Frame, Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.splits._words import is_abbreviation

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_PLACES = r"""New\.\ (?:York|Zealand|Jersey|Orleans|Delhi|Mexico|Hampshire|England|Guinea|Haven)
    |(?:North|South)\.\ (?:Korea|Carolina|Dakota|Africa|America|Sudan|Vietnam|Yemen)n?
    |(?:East|West)\.\ (?:Germany|Africa|Bengal|Virginia|Bank|Timor|Midlands|Berlin)
    |(?:El|San|Los|Las)\.\ \p{Lu}\p{Ll}+|Hong\.\ Kong|Sri\.\ Lankan?|Saudi\.\ Arabian?|Costa\.\ Rica|Puerto\.\ Rico
    |Buenos\.\ Aires|Tel\.\ Aviv|Abu\.\ Dhabi|Kuala\.\ Lumpur|Addis\.\ Ababa|Sierra\.\ Leone|Phnom\.\ Penh
    |United\.\ (?:States|Kingdom|Nations|Arab|Airlines)|Great\.\ Britain|White\.\ House|Wall\.\ Street
    |Soviet\.\ Union|European\.\ (?:Union|Commission|Parliament|Council|Court)|Middle\.\ East"""
_OFFICES = r"""(?:Prime|Foreign|Defen[cs]e|Finance|Interior|Health|Justice|Education)\.\ (?:Minister|Ministry|Secretary)
    |Supreme\.\ (?:Court|Leader)|Vice\.\ (?:President|Chancellor|Admiral)|Attorney\.\ General
    |Associated\.\ Press|World\.\ (?:War|Health|Bank|Cup|Trade)|Security\.\ Council|Human\.\ Rights|Nobel\.\ Prize"""
_WHOLE = rf"(?x)(?<![\w.-])(?:{_PLACES}|{_OFFICES})(?!\w)"
_TITLE = r"""(?:President|Chancellor|Senator|Governor|Mayor|Minister|Secretary|Congressman|Congresswoman|Ambassador
    |Judge|Justice|General|Colonel|Major|Captain|Lieutenant|Sergeant|Officer|Detective|Inspector|Commander|Admiral|Professor
    |Bishop|Archbishop|Cardinal|Pope|Saint|King|Queen|Prince|Princess|Duke|Earl|Baron|Lord|Lady|Sir|Coach|Administrator)"""
_BEFORE_NAME = Frame(
    rf"(?x)\.\ (?<=(?<![\w.-])(?P<title>{_TITLE})\.\ )(?P<name>\p{{Lu}}\p{{Ll}}+)(?!\w)",
    (rf"(?x){_TITLE}\.\ \p{{Lu}}\p{{Ll}}",),
)
_ROLE = r"""(?:spokes(?:man|woman|person)|historian|investigator|actor|actress|singer|author|novelist|journalist|lawyer|
    attorney|prosecutor|analyst|researcher|economist|scientist|pastor|architect|engineer|striker|midfielder|goalkeeper|
    psychologist|activist|lawmaker|businessman|businesswoman|philosopher|physicist|astronaut|filmmaker|songwriter)"""
_SURNAME = Frame(
    rf"""(?x)\.\ (?<=(?<![\w.-])(?P<role>{_ROLE})\ \p{{Lu}}\p{{Ll}}{{1,30}}\.\ )(?P<surname>\p{{Lu}}\p{{Ll}}+)
    (?=,|\ (?:said|says|told|added|wrote|who|was|is|has|had|suggests|argues)(?!\w))""",
    (rf"(?x){_ROLE}\ \p{{Lu}}\p{{Ll}}{{1,30}}\.\ \p{{Lu}}\p{{Ll}}",),
)
_ALONE = r"""(?x)(?P<alone>\.)\ (?<=\p{Ll}\.\ )(?:University|College|Institute|Hospital|Museum|Airport|County|Province
    |Avenue|Street|Party|Council|Committee|Commission|Ministry|Agency|Association|Foundation|Corporation|Company|Group
    |Islands?|Peninsula|River|Bridge|Cathedral|Stadium|Academy|Times|Post|Herald|Tribune)[.,](?<=,|\.(?=\s|$))"""

_NEEDS_NAME = lazy_pattern(
    r"\b(?:by|with|from|under|against|what|when|that|while|told|said|between|because|after|before) $"
)
_ENDS_WITH_TITLE = lazy_pattern(
    r"(?:\b(?:the|a|an|as|is|was|be|been|became|become|becomes|elected|Mr|Mrs|Madam|Madame|Ms|Dear|his|her|our|my|your|"
    r"their|of|for|former|to|and|or|you|new|no|any|next|vice|Vice|first|US|U\.S)\.?,?\s*|[,.?!:;\"“]\s*|-)$"
)
_LAST_WORD = lazy_pattern(r"(?<![\w.'’-])[^\W\d_a-z][\w'’-]*$")
_DIRECTIONS = ("North", "South", "East", "West", "New", "Great")
_STARTERS = words(
    """The A An And But Or So If In On At By For From To With As It He She We They You I This That These Those
    There Then Here What When Where Why Who How His Her Their Our My Your Its Not No Yes Now One All Some Many
    Most Both After Before Since While Although Though Because Under Over During Until Without Also However Thus
    Let May God Thank Ladies"""
)


def _check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    found = match.groupdict()
    if found.get("alone"):
        word = _LAST_WORD.search(unit.text[max(0, match.start() - 60) : match.start()])
        if word and not is_abbreviation(word[0]) and re.search(r"[\w,] $", word.string[: word.start()]):
            yield Hit(match.start() - len(word[0]), match.end() - 1)
        return
    group = next((name for name in ("title", "role") if name in found), 0)
    start = match.start(group)
    before, after = unit.text[:start], unit.text[match.end() :]
    if (found.get("name") or found.get("surname") or match[0].rpartition(" ")[2]) in _STARTERS:
        return
    if found.get("name"):
        whole = _title_before_name(before, after)
    else:
        whole = not (re.search(r"\b(?:the|a|an) $", before) and match[0].startswith(_DIRECTIONS))
    if whole:
        yield Hit(start, match.end())


def _title_before_name(before: str, after: str) -> bool:
    """Whether the title cannot end a sentence here and what follows looks like a name."""
    if _NEEDS_NAME.search(before):
        return True
    return (
        not _ENDS_WITH_TITLE.search(before) and before.strip() != "" and re.match(r" [A-Z]|['’]s ", after) is not None
    )


RULE = Pattern(
    code="SP102",
    name="split-in-name",
    doc=__doc__,
    message="stop inside a name: {match}",
    severity="error",
    languages=frozenset({"en"}),
    version=2,
    pattern=(_WHOLE, _BEFORE_NAME, _SURNAME, _ALONE),
    check=_check,
)
