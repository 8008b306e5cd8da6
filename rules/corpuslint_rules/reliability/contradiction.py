"""A text that contradicts itself: another number in the headline than below it, or a date after its own.

"12 hurt" above, "13 were hurt" below; a report dated March that tells what happened in May: one of the two is wrong,
or the parts are of different texts.

What it needs: for numbers a headline (the record's title, or a first line that stands alone), for dates the record's
date; in English. Strength: decisive, since both ends stand there. A number is compared only with those that count the
same thing in the text, where the text gives one number for it and the headline's own nowhere; a date only in a
sentence that tells of the past, two days after the record's date or later.

Off by default: it has to look at every record, and both kinds are rare.

Bad:

    # Ferry fire: 12 passengers hurt in Orrin Bay
    Smoke filled the lower deck on Friday night, and 13 passengers were hurt on the stairs. The fire had started
    in a van. All 13 passengers have left the hospital since, and the ferry sails again on Monday.

    # Council sells 40 flats to a fund
    The council sold 60 flats by the dock on Tuesday evening. Tenants had asked for a vote and got none. The
    fund owns three other estates in the town.

Good:

    # Ferry fire: 12 passengers hurt in Orrin Bay
    Smoke filled the lower deck on Friday night, and 12 passengers were hurt on the stairs. The fire had started
    in a van. Another 3 passengers fled to the bow.

    # Council sells 40 flats to a fund
    The council sold forty flats by the dock on Tuesday evening. Tenants of 60 flats had asked for a vote and
    got none.

    # Ferry fire: 12 passengers hurt in Orrin Bay
    Of 200 passengers, a dozen were hurt. The fire had started in a van.

Known false alarms: headlines that add up several numbers of the text; texts that were brought up to date below an old
headline.

Source: the W3C Credible Web signals ("title representativeness").
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern


def _words(text: str) -> list[str]:
    return text.split()


_ONES = _words(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty"""
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
_VALUES = {word: value for value, word in enumerate(_ONES, 1)} | _TENS
_COUNTED = lazy_pattern(
    rf"(?i)(?<![\w.,$£€/:-])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(_VALUES)})\s((?:[a-z]+\s)??)([a-z]{{2,}}[a-rt-z]s|people|men|women|children)\b(?!['’-])"
)
_NUMBER = lazy_pattern(rf"(?i)\b(\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_VALUES)})\b")
_ABOUT = lazy_pattern(
    r"(?i)\b(?:about|around|almost|nearly|over|than|least|most|up to|another|other|more|some|further|first|last|next|of"
    r"|every|per|under|below|to|aged?|version|page|no|number)\s*$"
)
_UNITS = frozenset(
    _words(
        """year years month months week weeks days hours minutes seconds percent million billion trillion thousand
        hundred miles kilometres kilometers metres meters feet pounds dollars euros times january february march april
        june july august september october november december points grams kilos tonnes tons inch inches degrees yards
        acres more other things ways reasons from with were have that this than when after before into over under while
        which dead since until about"""
    )
)
_NOT_PAST = lazy_pattern(
    r"\b(?:will|would|shall|may|might|could|can|should|until|till|by|due|plan\w*|schedul\w*|expect\w*"
    r"|expir\w*|deadline|upcoming|next|forthcoming|hope\w*|aim\w*|target\w*|postpone\w*|resched\w*|set to"
    r"|to be|is to|are to|valid|before|from|begin\w*|start\w*|ends?|run(?:s|ning)?|open(?:s|ing)?|closed?|closes"
    r"|takes? place|if|renew\w*|extend\w*|effective|book\w*|available|announc\w*)\b"
)
_PAST = lazy_pattern(
    r"\b(?:was|were|had|said|died|took place|happened|killed|won|lost|published|updated|posted|retrieved|accessed)\b"
)
_LEAD = 800
_SLACK = timedelta(days=2)


def check(doc: Doc) -> Iterator[Hit]:
    yield from _numbers(doc)
    yield from _dates(doc)


def _numbers(doc: Doc) -> Iterator[Hit]:
    """The headline's count of something, where the text counts it otherwise."""
    headline = doc.headline
    counted = list(_counts(headline.text)) if headline is not None else []
    if headline is None or not counted:
        return
    body = doc.text[headline.body :]
    known = {_value(found) for found in _NUMBER.findall(body)}
    in_body = list(_counts(body))
    for value, noun, said in counted:
        others = [(other, at) for other, same, at in in_body if same == noun]
        if value in known or len({other for other, _ in others}) != 1 or others[0][1][0] > _LEAD:
            continue
        start, end = (headline.body + offset for offset in others[0][1])
        shown = f'"{headline.text[slice(*said)]}" in the headline, "{doc.text[start:end]}" in the text'
        where = headline.span or (start, end)
        yield Hit(*where, shown, related=((start, end),))


def _counts(text: str) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """How many of what a text counts, exactly as it says: number, stem of the noun, span."""
    from corpuslint_rules.reliability._overlap import stem  # noqa: PLC0415 (the table of words)

    for found in _COUNTED.finditer(text):
        noun = found[3].lower()
        if (
            noun in _UNITS
            or found[2].lower().strip() in _UNITS
            or _ABOUT.search(text[max(0, found.start() - 20) : found.start()])
        ):
            continue
        value = _value(found[1])
        if value > 1 and not 1500 < value < 2100:
            yield value, stem(noun), found.span()


def _value(number: str) -> int:
    return _VALUES.get(number.lower()) or int(number.replace(",", "") if number[0].isdigit() else 0)


def _dates(doc: Doc) -> Iterator[Hit]:
    """Days of which the text tells as past, though they come after the record's date."""
    from corpuslint_rules.reliability._dates import dates_in, first_date  # noqa: PLC0415 (many texts have no date)

    own = first_date(doc.metadata.date) if doc.metadata.date else None
    for day, start, end in dates_in(doc.text) if own else ():
        assert own is not None
        if day > own + _SLACK and not doc.quoted(start, end):
            sentence = _sentence(doc, start)
            if _PAST.search(sentence) and not _NOT_PAST.search(sentence):
                yield Hit(start, end, f'"{doc.text[start:end]}" lies after the date of the text, {own.isoformat()}')


def _sentence(doc: Doc, offset: int) -> str:
    return next((doc.text[s.start : s.end] for s in doc.sentences if s.start <= offset < s.end), "")


RULE = Document(
    code="SR112",
    name="contradiction",
    doc=__doc__,
    message="the text contradicts itself",
    default=False,
    languages=frozenset({"en"}),
    strength="decisive",
    check=check,
    needs=(),
)
