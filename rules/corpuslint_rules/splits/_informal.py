"""Texts whose authors write as they chat: small letters at the start of sentences, signs and words of chat."""

from __future__ import annotations

from functools import lru_cache

from corpuslint import Doc
from corpuslint.lazy import lazy_pattern

_SMALL_START = lazy_pattern(r"\.(?<=[a-z]\.) +[a-z]")
_CAPITAL_START = lazy_pattern(r"\.(?<=[a-z]\.)[\"”’)]* +[\"“‘(]?[A-Z]")
_SMALL_I = lazy_pattern(r"i (?<![\w.'’]i )[a-z]")
_SMALL_I_AM = lazy_pattern(r"i['’](?<![\w.'’]i['’])(?:m|ve|ll|d) [a-z]")
_CHAT_SIGN = lazy_pattern(
    r"[@#:;!{}](?:(?<!\S[@#])(?<=[@#])\w|(?<=https:)|(?<=http:)|(?<=[:;])-?[)(DP]|(?<=!)!|(?<=[{}]))"
)
_CHAT_WORD = lazy_pattern(r"[ (\"“](?:lol|omg|haha|im|dont|gonna|wanna|url|u)\b")
_ECHO = 3


@lru_cache(maxsize=4)
def is_chat(line: str) -> bool:
    """Whether a line has signs or words of chat or code."""
    return _CHAT_SIGN.search(line) is not None or _CHAT_WORD.search(line) is not None


def writes_small(doc: Doc) -> bool:
    """Whether a text writes "i", more than a few sentences in small letters, or several and none with a capital."""
    text = doc.text[:20000]
    small = len(_SMALL_START.findall(text))
    if small > 1:
        capital = len(_CAPITAL_START.findall(text))
        if small > capital / 4 and (small > _ECHO or not capital):
            return True
    return _SMALL_I.search(text) is not None or (
        ("i'" in text or "i’" in text) and _SMALL_I_AM.search(text) is not None
    )
