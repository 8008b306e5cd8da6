"""A date as only a program writes it.

Machine translation puts a stop after a month written in full, turns March into "Walk" and August into "Admirable", and
date templates give days that no month has or ordinals that no language has. Such a date shows that a text was
produced by a program, and date parsers trip over it.

Bad:

    Posted October. 9, 2022 14:05
    The treaty was signed on June. 4.
    The plant closed on February 30, 2019.
    Sales fell again in Walk 2020.
    The committee met on April 22th.
    He was elected on March, 17, 2015.

Good:

    It was a mild October. 9,000 people came to the fair.
    Posted Oct. 9, 2022 14:05
    The plant closed on February 28, 2019.
    Hundreds joined the Heart Walk 2020 in the park.
    The committee met on April 22nd.
    The strike began in June. 4 of the 9 mines stayed open.

Known false alarms:

    A sentence that ends with a month before one that begins with a day and a year: "in June. 4, 2019, was a Tuesday".
"""

from corpuslint import Pattern

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
SYNONYM = "(?:Walk|Stroll|Admirable|Eminent|Might)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:19|20)\d\d"
ORDINAL = (
    "(?:(?:1|21|31)(?:nd|rd|th)|(?:2|22)(?:st|rd|th)|(?:3|23)(?:st|nd|th)|(?:1[0-9]|20|2[4-9]|30|[4-9])(?:st|nd|rd))"
)

PATTERNS = (
    rf"\b{MONTH}\. {DAY},? {YEAR}\b",
    rf"\b(?:Posted|Updated|Published|Modified|Created|on|On) {MONTH}\. {DAY}\b(?![,.]\d)",
    rf"\b{DAY} {MONTH}\. {YEAR}\b(?= *[,;)]| \d\d:\d\d)",
    rf"\b{MONTH}, {DAY}, {YEAR}\b",
    rf"\b{MONTH} {DAY}\., {YEAR}\b",
    rf"\bFebruary 3[01],? {YEAR}\b",
    rf"\b3[01] February,? {YEAR}\b",
    rf"\b(?:April|June|September|November) 31,? {YEAR}\b",
    rf"\b31 (?:April|June|September|November),? {YEAR}\b",
    rf"\b{MONTH} (?:3[2-9]|[4-9]\d), {YEAR}\b",
    rf"\b{MONTH} {ORDINAL}\b",
    rf"\b{ORDINAL}(?: of)? {MONTH}\b",
    rf"\b{SYNONYM} {DAY}, {YEAR}\b",
    rf"\b(?:in|since|until|from|by|of|late|early|mid) {SYNONYM} {YEAR}\b",
    rf"\b(?:in|In|since|Since) {YEAR} year(?=[,.;])",
    rf"\b{YEAR} year {MONTH}\b",
)

RULE = Pattern(
    code="MT103",
    name="malformed-date",
    doc=__doc__,
    message="malformed date: {match}",
    languages=frozenset({"en"}),
    pattern=PATTERNS,
)
