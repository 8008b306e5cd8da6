"""A date as only a program writes it.

Machine translation puts a stop after a month written in full, turns March into "Walk" and August into "Admirable", and
date templates give days that no month has or ordinals that no language has. Such a date shows that a text was
produced by a program, and date parsers trip over it.

Bad:

    Posted October. 9, 2022 14:05
    The treaty was signed on June. 4.
    Tickets are on sale from July. 3 until September 1.
    The bridge was closed after the November. 12 storm, and on Monday, December. 3, it fell.
    The mine was shut on Friday. June 4, 2010, and sold on May 2. 2011.
    The plant closed on February 30, 2019.
    Sales fell again in Walk 2020.
    The committee met on April 22th.
    He was elected on March, 17, 2015.
    The bridge was opened on 17 of November of 2020.
    The firm was founded in 2020 year 5 month 12 day.

Good:

    It was a mild October. 9,000 people came to the fair.
    Posted Oct. 9, 2022 14:05
    The plant closed on February 28, 2019.
    Hundreds joined the Heart Walk 2020 in the park.
    The committee met on April 22nd.
    The strike began in June. 4 of the 9 mines stayed open.
    The mine was shut until June. 28 men were out of work, and many joined the March. 25 were held.
    Work began in May. 12, the number on the door, was the date.
    The 17th of November of 2020 was a Tuesday, and 4 of May's guests fell ill.

Known false alarms:

    A sentence that ends with a month before one that begins with a day and a year: "in June. 4, 2019, was a Tuesday".
"""

from corpuslint import Pattern

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
SYNONYM = "(?:Walk|Stroll|Admirable|Eminent|Might)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:19|20)\d\d"
NO_FIGURE = r"(?:st|nd|rd|th)?\b(?![,.:]?\d| ?[%€£$])"
STAMP = "(?:Posted|Updated|Published|Modified|Created)"
DAY_OF_WEEK = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ORDINAL = (
    "(?:(?:1|21|31)(?:nd|rd|th)|(?:2|22)(?:st|rd|th)|(?:3|23)(?:st|nd|th)|(?:1[0-9]|20|2[4-9]|30|[4-9])(?:st|nd|rd))"
)

PATTERNS = (
    rf"\b{MONTH}\. {DAY}(?:,? |,){YEAR}\b",
    rf"\b(?:{STAMP}|on|On|{DAY_OF_WEEK},?|[Tt]he(?! March)) {MONTH}\. {DAY}{NO_FIGURE}",
    rf"\b(?:from|From|between|Between) {MONTH}\. {DAY}(?= (?:to|through|until|till|and) (?:{MONTH}|{DAY}\b))",
    rf"(?<!\b(?:in|In|last|this|next|late|early|mid|every|each) ){MONTH}\. {DAY}(?=[,;)] |[.;)]?$| \([A-Z]{{2,}}\))",
    rf"\b(?:by|until|till|before|since|through) {MONTH}\. {DAY}(?=\. [A-Z])",
    rf"\b(?:on|On|{STAMP}) {DAY_OF_WEEK}\. (?:{MONTH} {DAY}|{DAY} {MONTH})\b(?=,? {YEAR}|[.;)]|$)",
    rf"\b{MONTH} {DAY}\. {YEAR}\b(?=[,;)]|\.?$| \d\d?:\d\d)",
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
    rf"\b{DAY} of {MONTH} of {YEAR}\b",
    rf"\b{YEAR} years? {DAY} months?(?: {DAY} days?)?\b",
    rf"\b{YEAR} year,? {DAY} {MONTH}\b",
    rf"\b{MONTH} {DAY} days?,? {YEAR}\b",
    rf"\b{MONTH} the {DAY}(?:st|nd|rd|th)? of {YEAR}\b",
    rf"\b(?:in|In|since|Since|until|by) the year of {YEAR}\b(?! (?:the|our|Our))",
    rf"\b{MONTH} month (?:of )?{YEAR}\b",
    rf"\b(?:on|On) {DAY} (?:number|day) (?:of )?{MONTH}\b",
    rf"\b{DAY}\. {MONTH},? {YEAR}\b(?= (?:the|a|he|she|it|they|in|at|and)\b)",
)

RULE = Pattern(
    code="MT103",
    name="malformed-date",
    version=2,
    doc=__doc__,
    message="malformed date: {match}",
    languages=frozenset({"en"}),
    pattern=PATTERNS,
)
