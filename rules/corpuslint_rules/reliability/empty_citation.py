"""A source that is none: a search engine, a home page, "the internet".

A reference is there so that a reader can look. A search finds something else tomorrow, and "various sources" are
nobody's. Such references stand in school essays and in generated texts.

What it needs: the text. Strength: good. Only what calls itself a source, or stands as an entry in a list of
references, is looked at; a link to a search that the text tells the reader to make is none.

Bad:

    Source: Google
    Sources: various websites
    Retrieved from https://www.google.com/search?q=tide+mills on 4 May 2019
    [3] https://www.bing.com/search?q=orrin+bay
    Image source: Google Images
    Quelle: Internet
    Sources: 1/ https://google.com/ 2/ https://orrin.example/mills
    Holm, I. (2012). Tide mills. Retrieved from https://www.orrin.example/

Good:

    Source: Google Trends, May 2019, searches for "tide mill" in Norway
    Sources: Orrin Bay council; harbour office
    Try https://www.google.com/search?q=tide+mills for more.
    Source: internet registry RIPE, table 4
    Retrieved from https://www.orrin.example/mills/1790 on 4 May 2019

Known false alarms: credits that a newspaper gives to a search company ("Source: Google").

Source: criteria for references on Wikipedia ("reliable sources") and the W3C Credible Web signals.
"""

from __future__ import annotations

from corpuslint import Pattern

_ENGINES = r"""(?:google\.(?:com?\.)?[a-z]{2,3}/(?:search|imgres|images)|images\.google\.[a-z.]{2,6}
    |bing\.com/(?:images/)?search|duckduckgo\.com/?\?q=|search\.yahoo\.com
    |yandex\.(?:com|ru)/(?:search|images)|baidu\.com/s\?)"""
_LABEL = r"""(?:(?:image|photo|picture|data|text|bild)?\s?(?:sources?|credits?|courtesy|references?)
    |quellen?|bildquelle|fuentes?|fontes?|fonti?|bron(?:nen)?)"""
_NOBODY = r"""(?:(?:the\s)?(?:internet|web|world\swide\sweb|www)
    |google(?:\.com)?(?:\s(?:images?|search|bilder|imágenes|immagini))?|bing(?:\simages?)?|pinterest
    |various(?:\s(?:web)?sites|\ssources|\sonline\ssources)?
    |(?:multiple|different|several|many|other|online|web|internet)\s(?:sources|websites|sites)
    |unknown|n/?a|online|own\sknowledge|common\sknowledge|diverse|verschiedene|varios|inconnue?|unbekannt|desconocid[ao])"""

_CITED = r"""(?:retrieved\s(?:on\s[\w\s,]{4,20}\s)?from|accessed\s(?:at|via|from)|available\s(?:at|from)
    |abgerufen\svon|recuperado\sde|disponible\sen|cited\sfrom)"""
_HOME = r"""(?:https?://)?(?:www\.)?(?:google|bing|yahoo|duckduckgo|baidu|yandex|pinterest|facebook
    |youtube)\.[a-z]{2,3}(?:\.[a-z]{2})?/?"""

PATTERNS = (
    rf"(?ix)^\W{{0,6}}{_LABEL}\s?:\s*\W{{0,3}}{_NOBODY}\W{{0,4}}$",
    rf"(?ix)\((?:{_LABEL})\s?:\s*{_NOBODY}\)",
    rf"(?ix)\b(?:{_LABEL}\s?:|{_CITED})\s*:?\s{{0,2}}<?(?:https?://)?(?:www\.)?{_ENGINES}\S{{0,300}}",
    rf"(?ix)^\W{{0,3}}\[\d{{1,3}}\][.:]?\s*<?(?:https?://)(?:www\.)?{_ENGINES}\S{{0,300}}",
    rf"(?ix)^\W{{0,6}}{_LABEL}\W{{1,3}}(?:\(?1[/.)\]:-]{{1,2}}\s?)?{_HOME}(?=[\s,;]|$)",
    r"(?ix)\b(?:retrieved\s(?:on\s[\w\s,]{4,20}\s)?from|abgerufen\svon|recuperado\sde)\s*:?\s{0,2}<?https?://(?:[\w-]+\.){1,3}[a-z]{2,12}/?>?\.?$",
)

RULE = Pattern(
    code="SR106",
    name="empty-citation",
    doc=__doc__,
    message="a source that nobody can look up: {match}",
    default=False,
    for_verdicts=True,
    pattern=PATTERNS,
)
