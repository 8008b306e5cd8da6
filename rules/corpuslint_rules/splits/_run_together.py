"""Where a word that is no word falls into two that are."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, frequency, is_derived, is_pair, is_word, tag
from corpuslint_rules.english.sorted_lines import SortedLines

SHORTEST, LONGEST = 6, 30
"""Letters of a word that is looked at."""

COMMON, KNOWN = 2.9, 1.9
"""Zipf frequencies that both parts need; the second is enough beside a function word of three letters or more."""

_SHORT_WORD = 4.3
"""Zipf frequency that a word of three letters needs beside a function word."""

_AFTER_ARTICLE = 3.8
_DOUBTFUL, _DOUBTFUL_SHORTEST = 2.9, 3
"""Zipf frequency and letters of both parts of what may be a compound."""

_LISTED = 6
"""Letters of any listed word that is taken for one beside the most frequent of these."""
_ARTICLES = words("the and with from that which of")

_FUNCTION_BONUS = 1.5
_NEVER_JOINED = words(
    """the and that with from which was were has have had are this their they would could should been because these
    those when where while what his your our you"""
)
_ORDINARY = 3.9
"""Zipf frequency of a word that is taken for one beside these."""

_FREQUENT = 5.2

_PLAIN_FIRST = 4.5
"""Zipf frequency of an adjective or verb of which "in" and "on" are no endings."""

_PARTICLES = words("""in on up off out over under by down back after through to at so no non all any self well""")
"""Words that form compounds and verbs that dictionaries lack: onboarding, byproduct, upscaling."""

_PREFIXES = words("up down over under out off after through non self by")
"""Those of them that nouns and verbs begin with too freely for any list: upregulation, downslope."""

_AFFIXES = words(
    """ant ants
    able less ness like ship hood ward wards wise able ible ment ism ist ists ity ing ings ion ions ary ery age ers
    est ish ous ful ally ate ates ated ting ted ter ters pro pre non anti semi multi inter intra super mega micro nano
    meta post self eco geo bio neo tele auto mini maxi hyper ultra trans cross counter bot bots gram grams graph proof
    free based time side line land man men woman women way work works house room ball book board day night fest ville
    town berg burg ware wear core chain stream coin tech lint land lands head heads hand hands eye foot back light life
    linter ate und ist der die das dem des mit von le la les un une del los las el di da de en et il ad ex al"""
)
"""Parts of compounds, of derived words and of foreign ones."""

_FIRST_OPEN = lazy_pattern(r"(?:[^s]s|ed|ly|tion|sion|ous|ful|ive|ment|ness|ity|al|ic|ent|ant|ance|ence|able|ing|er)$")
_INFLECTED = lazy_pattern(r"(?:[^s]s|ed|ly|tion|sion|ing|ment|ness|ous|ity)$")
_SECOND_INFLECTED = lazy_pattern(r"(?:ed|ly|ing|ous|ive|ful|tion|al|ic|ment)$")
_SMALL_FUNCTION = words("""a i am is it an as at be by do he if in me my no of on or so to up us we""")


_LATIN = ("al", "ar", "ens", "il")
"""Stems that make Latin words with "is": borealis, vulgaris."""


@cache
def _closed() -> frozenset[str]:
    return frozenset(word for word in CLOSED_CLASS if word.isalpha() and len(word) > 1)


SOLID_WORDS = Path(__file__).with_name("solid_words.tsv")


@cache
def _solid() -> SortedLines:
    """Words that are known although they fall into two others."""
    return SortedLines(SOLID_WORDS)


def parts(word: str) -> tuple[str, str] | None:
    """The two words that a word in small letters was run together from; nothing for a word, and if in doubt."""
    found = _parts(word)
    return None if found and word.encode() in _solid() else found


def doubtful_parts(word: str) -> tuple[str, str] | None:
    """Two frequent words that make no word but may make a compound: believed only of a damaged text."""
    found = _doubtful_parts(word)
    return None if found and word.encode() in _solid() else found


def divided(word: str) -> bool:
    """Whether a word falls into two, be they run together or a solid word."""
    return _parts(word) is not None or _doubtful_parts(word) is not None


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[str, str] | None:
    if not SHORTEST <= len(word) <= LONGEST or is_word(word):
        return None
    if sure := sure_parts(word):
        return sure
    found = _likeliest(word)
    if found and _separate(*found) and not is_derived(word) and not (_is_open(*found) and is_misspelt(word)):
        return found
    return ("a", word[1:]) if _has_article(word) and not is_derived(word) else None


@lru_cache(maxsize=1 << 12)
def _doubtful_parts(word: str) -> tuple[str, str] | None:
    if not SHORTEST <= len(word) <= LONGEST or is_word(word):
        return None
    found = _likeliest(word)
    if found is None or set(found) & (_AFFIXES | _PARTICLES) or min(map(len, found)) < _DOUBTFUL_SHORTEST:
        return None
    doubtful = min(map(frequency, found)) >= _DOUBTFUL
    return found if doubtful and not is_derived(word) and not is_misspelt(word) else None


def _likeliest(word: str) -> tuple[str, str] | None:
    best, found = 0.0, None
    for cut in range(2, len(word) - 1):
        score = _score(word[:cut], word[cut:])
        if score > best:
            best, found = score, (word[:cut], word[cut:])
    return found


def _has_article(word: str) -> bool:
    """Whether a word is "a" and a frequent noun, no Greek adjective ("asexual") nor short of a letter ("acount")."""
    rest = word[1:]
    return (
        word[0] == "a"
        and rest[0] not in "aeiou"
        and frequency(rest) >= _AFTER_ARTICLE
        and tag(rest) in "nj"
        and not rest.endswith(("al", "ic", "ous"))
        and frequency("a" + rest[0] + rest) < KNOWN
    )


def sure_parts(word: str) -> tuple[str, str] | None:
    """The two words, where one of them is among the most frequent and never part of a compound."""
    for cut in range(2, len(word) - 1):
        first, second = word[:cut], word[cut:]
        other = second if first in _NEVER_JOINED else first if second in _NEVER_JOINED else ""
        if (len(other) > 3 and frequency(other) >= _ORDINARY) or (len(other) == 3 and frequency(other) >= _FREQUENT):
            return first, second
        if first in _ARTICLES and len(second) >= _LISTED and is_word(second) and not is_derived(word):
            return first, second
    return None


def _score(first: str, second: str) -> float:
    """How likely the two words are; 0 where one of them is too rare or no word."""
    one = frequency(first)
    if one < KNOWN:
        return 0.0
    lower, higher = sorted((one, frequency(second)))
    functions = (first in _closed()) + (second in _closed())
    long_function = (first in _closed() and len(first) > 2) or (second in _closed() and len(second) > 2)
    if lower < (KNOWN if long_function else COMMON):
        return 0.0
    return lower + higher + functions * _FUNCTION_BONUS


def _separate(first: str, second: str) -> bool:
    """Whether two words do not form a compound or a derived word that a list of words may lack."""
    closed = _closed()
    if first in closed and second in closed:
        return True
    if second in closed:
        return _before_function(first, second)
    if first in closed:
        return _after_function(first, second)
    if first == "be":
        return tag(second) in "de" and frequency(second) >= _ORDINARY and len(second) > 4
    if first in _AFFIXES or second in _AFFIXES or len(first) < 3 or len(second) < 4:
        return False
    open_first = _FIRST_OPEN.search(first) is not None or tag(first) in "jctrde"
    inflected = _SECOND_INFLECTED.search(second) is not None or tag(second) in "rde"
    return (
        second.endswith("ly")
        or len(second) > 8
        or (open_first and len(second) > 7)
        or (_INFLECTED.search(first) is not None and len(first) > 4)
        or (len(second) > 6 and is_pair(first, second))
        or ((open_first or inflected) and len(first) > 5)
    )


def _is_open(first: str, second: str) -> bool:
    """Whether neither is a function word, nor the first a prefix that is spelt like one."""
    return first != "be" and _closed().isdisjoint((first, second))


def _before_function(first: str, second: str) -> bool:
    if second == "is" and first.endswith(_LATIN):
        return False
    if second in ("in", "on") and tag(first) in "jdezr" and len(first) > 4 and frequency(first) >= _PLAIN_FIRST:
        return True
    if second in _PARTICLES and not _INFLECTED.search(first):
        return False
    if len(first) == 3 and frequency(first) < _SHORT_WORD:
        return False
    return len(first) > 2 and first not in _AFFIXES and (len(second) > 2 or len(first) > 4)


def _after_function(first: str, second: str) -> bool:
    if second in _AFFIXES or len(second) < 3 or (len(second) == 3 and frequency(second) < _SHORT_WORD):
        return False
    if first in _PREFIXES:
        return False
    if first in _PARTICLES:
        return len(second) > 4 and tag(second) not in "gezd" and not second.endswith(("ing", "ed", "er", "ers", "able"))
    return len(first) > 2 or len(second) > 4 or first in _SMALL_FUNCTION


def is_misspelt(word: str) -> bool:
    """Whether one letter too many, too few or in its neighbour's place makes this of a frequent word."""
    for at in range(len(word)):
        if frequency(word[:at] + word[at + 1 :]) > KNOWN or frequency(_swapped(word, at)) > KNOWN:
            return True
        if frequency(word[: at + 1] + word[at:]) > KNOWN:
            return True
    return any(frequency(word[:at] + vowel + word[at:]) > KNOWN for at in range(len(word)) for vowel in "aeinrt")


def _swapped(word: str, at: int) -> str:
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
