"""English words: how frequent they are, and what part of speech they most often are.

Frequencies are on the Zipf scale (van Heuven et al. 2014): the base-10 logarithm of occurrences per billion words, so
that 3 is once in a million words and "the" has 7.6. The tables stand beside this file, are described in ``words.md``
and loaded when first needed. For whole buffers at once see ``corpuslint_rules.english.lookup``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corpuslint.lazy import lazy_pattern
from corpuslint_rules.english.sorted_lines import SortedLines

FREQUENCY_STEP = 0.1
"""What one step of the frequency character of ``words.tsv`` stands for; ``!`` is 0."""

TAGS = {
    "NN": "n", "NNS": "s", "JJ": "j", "JJR": "c", "JJS": "t", "RB": "r", "RBR": "r", "RBS": "r", "VB": "v", "VBP": "v",
    "VBZ": "z", "VBD": "d", "VBN": "e", "VBG": "g", "NNP": "P", "NNPS": "P", "CD": "0", "FW": "f", "UH": "u", "MD": "m",
    "IN": "i", "DT": "D", "PDT": "D", "PRP": "p", "PRP$": "o", "WDT": "w", "WP": "w", "WP$": "w", "WRB": "w", "CC": "&",
    "TO": "i", "EX": "p", "RP": "r",
}  # fmt: skip
"""Letters for Penn tags: n s nouns, j c t adjectives, r adverbs, v z d e g verbs (e participle), P names, 0 numbers,
f foreign, u exclamations, m modals, i prepositions, D determiners, p o pronouns, w question words, & conjunctions."""


def _words(text: str) -> dict[str, None]:
    return dict.fromkeys(text.split())


CLOSED_CLASS = _words(
    """a about above across after against all along although am among an and another any anybody anyone anything are
    around as at because been before behind being below beneath beside between beyond both but by can cannot could
    despite did do does doing done down during each either else enough even ever every everybody everyone everything
    except few for from had has have having he her here hers herself him himself his how however i if in inside instead
    into is it its itself just least less like many may maybe me might mine more most much must my myself near neither
    never no nobody none nor not nothing now of off often on once one only onto or other others our ours ourselves out
    outside over own per perhaps quite rather same several shall she should since so some somebody someone something
    still such than that the their theirs them themselves then there these they this those though through throughout
    thus to together too toward towards two under unless until up upon us very via was we well were what whatever when
    where whether which while who whom whose why will with within without would yes yet you your yours yourself
    i'm i've i'll i'd you're you've you'll he's she's it's we're we've we'll they're they've they'll that's there's
    here's what's who's let's isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't
    hasn't haven't hadn't said says according also today yesterday tomorrow
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december"""
)
"""Words that a rule on sentence shape looks at one by one, in the order of their codes; they are keys of nothing."""

_SUFFIXES = (
    ("ing", "g"), ("ed", "d"), ("ly", "r"), ("ness", "n"), ("tion", "n"), ("sion", "n"), ("ment", "n"), ("ity", "n"),
    ("ous", "j"), ("ful", "j"), ("less", "j"), ("able", "j"), ("ible", "j"), ("ive", "j"), ("ic", "j"), ("al", "j"),
    ("ish", "j"), ("ary", "j"), ("est", "t"), ("ss", "n"), ("us", "n"), ("is", "n"), ("s", "s"),
)  # fmt: skip


def guessed_tag(word: str) -> str:
    """The tag letter that a word's ending suggests."""
    return next((letter for end, letter in _SUFFIXES if word.endswith(end) and len(word) > len(end) + 2), "n")


@cache
def words_table() -> SortedLines:
    """The table of words: ``word TAB frequency-character tag-letter`` a line."""
    return SortedLines(Path(__file__).with_name("words.tsv"))


def _entry(word: str) -> bytes:
    """The two characters of a word in small letters; nothing if it is not listed."""
    return words_table().get(word.encode()) if word.isascii() else b""


def frequency(word: str) -> float:
    """The Zipf frequency of a word, whatever its case; 0 for one that is not listed."""
    entry = _entry(word.lower())
    return (entry[0] - 33) * FREQUENCY_STEP if entry else 0.0


def is_word(word: str) -> bool:
    """Whether a word is listed, whatever its case."""
    return _entry(word.lower()) != b""


def tag(word: str) -> str:
    """The letter (see ``TAGS``) of the word's most likely tag; guessed from its ending where it is not listed."""
    entry = _entry(word.lower())
    return chr(entry[1]) if entry else guessed_tag(word.lower())


_ENDINGS = (
    (lazy_pattern("(ie|e)?s$"), ("", "y", "e")), (lazy_pattern("(i?e)?d$"), ("", "y", "e")),
    (lazy_pattern("ing$"), ("", "e")),
    (lazy_pattern("i?e(r|rs|st)$"), ("", "y", "e")), (lazy_pattern("i?ly$"), ("", "y", "le", "l")),
    (lazy_pattern("i?ness(es)?$"), ("", "y")), (lazy_pattern("(a|i)bility$"), ("able", "ible")),
    (lazy_pattern("i[sz](e|es|ed|ing|ation|ations|er|ers)$"), ("", "e", "y")), (lazy_pattern("ists?$"), ("", "e", "y")),
    (lazy_pattern("isms?$"), ("", "e")),
    (lazy_pattern("(less|ful|like|ish|able|wise|ward|wards|ship|ships|hood|dom)$"), ("", "e")),
)  # fmt: skip
_PREFIXES = lazy_pattern(
    "(anti|auto|bio|co|counter|cyber|de|dis|eco|electro|extra|fore|geo|hyper|infra|inter|intra|kilo|"
    "macro|mal|mega|meta|micro|mid|mini|mis|mono|multi|nano|neo|neuro|non|omni|out|over|para|photo|poly|post|pre|"
    "pro|proto|pseudo|psycho|quasi|radio|re|retro|semi|socio|sub|super|tele|thermo|trans|tri|turbo|ultra|un|under|"
    "uni|video|vice)"
)


_SPELLINGS = (("or", "our"), ("ter", "tre"), ("z", "s"), ("yz", "ys"), ("l", "ll"), ("ties", "ities"), ("e", "ae"))
"""American spellings and British ones, of which the list has one or the other."""


def is_name(word: str) -> bool:
    """Whether a word in small letters is no English one in all its parts, as names of programs and handles are."""
    parts = re.split("['’]", word)[0].split("-")
    return not all(is_word(part) or is_derived(part) for part in parts)


def is_derived(word: str) -> bool:
    """Whether a word in small letters is listed, or made of a listed one with an English prefix or suffix or both."""
    if _stem_listed(word) or any(a in word and _stem_listed(word.replace(a, b)) for a, b in _SPELLINGS):
        return True
    prefix = _PREFIXES.match(word)
    return (
        prefix is not None
        and len(word) - prefix.end() > 3
        and word[prefix.end() :] not in CLOSED_CLASS
        and _stem_listed(word[prefix.end() :])
    )


def _stem_listed(word: str) -> bool:
    if is_word(word):
        return True
    for ending, replacements in _ENDINGS:
        if found := ending.search(word):
            stem = word[: found.start()]
            if len(stem) > 2 and any(is_word(stem + new) for new in replacements):
                return True
            if len(stem) > 3 and stem[-1] == stem[-2] and is_word(stem[:-1]):
                return True
    return False


@cache
def _pairs() -> SortedLines:
    return SortedLines(Path(__file__).with_name("pairs.tsv"))


def is_pair(first: str, second: str) -> bool:
    """Whether two content words in small letters often stand side by side."""
    return f"{first} {second}".encode() in _pairs()
