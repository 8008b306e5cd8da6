"""Codes of words beside a stop: one of its own for closed-class words, the most likely tag for other listed words, a
class of spelling for the rest."""

from __future__ import annotations

from functools import cache

from corpuslint_rules._word_sets import words
from corpuslint_rules.english import CLOSED_CLASS, tag
from corpuslint_rules.english.lookup import CODES, FIRST_CLOSED, LETTERS

OUTSIDE, NAME, NAME_OF_NOUN, NAME_OF_ADJECTIVE, UNKNOWN_NAME, NUMBER, OTHER, UNKNOWN, KINDS = range(CODES, CODES + 9)
"""Codes beyond those of the table: beyond the sentence, capitalised words inside it, words not listed."""

CLASSES = FIRST_CLOSED + 6 + KINDS - CODES

ENDINGS = (("s", "s"), ("ly", "r"), ("ed", "d"), ("ing", "g"))
"""Endings of words that are not listed, and the letters of the tags that they suggest; of several the last."""

_PRONOUNS = words("""it that this that these those them him her me us each you there then too so now here all""")
_AUXILIARIES = words(
    """is are was were be been being am has have had do does did i'm i've he's she's it's we're we've they're"""
)
_FINITE = words(
    """is are was were am has have had do does did can could may might must shall should will would said says"""
)


def code_of(letter: str) -> int:
    """The code of the letter of a tag."""
    return LETTERS.index(letter) + 1


@cache
def names() -> list[int]:
    """For the code of a word its code where it has a capital within a sentence."""
    table = [NAME] * FIRST_CLOSED
    for letters, code in (("nszv", NAME_OF_NOUN), ("jctdegru", NAME_OF_ADJECTIVE)):
        for letter in letters:
            table[code_of(letter)] = code
    return table


@cache
def classes() -> list[int]:
    """A coarser class for each code: the tag of a closed-class word, auxiliaries by themselves."""
    own = [_class_of(word) for word in CLOSED_CLASS]
    return [*range(FIRST_CLOSED), *own, *range(FIRST_CLOSED + 6, CLASSES)]


def _class_of(word: str) -> int:
    letter = tag(word)
    if word in ("said", "says", "according"):
        return FIRST_CLOSED + 4
    if word.endswith("day") or letter == "P" or word == "tomorrow":
        return FIRST_CLOSED + 5
    if word in ("not", "n't"):
        return FIRST_CLOSED + 3
    if word in ("him", "them", "us", "me"):
        return FIRST_CLOSED + 2
    if word in ("he", "she", "they", "we", "i"):
        return FIRST_CLOSED + 1
    return FIRST_CLOSED if word in _AUXILIARIES else code_of(letter)


@cache
def verbs() -> tuple[list[bool], list[bool]]:
    """Which codes are surely finite verbs, and which may be."""
    sure, maybe = [False] * KINDS, [False] * KINDS
    for table, letters in ((sure, "zdm"), (maybe, "ve")):
        for letter in letters:
            table[code_of(letter)] = True
    for code, word in enumerate(CLOSED_CLASS, start=FIRST_CLOSED):
        sure[code] = word in _FINITE or ("'" in word and not word.startswith("let"))
    return sure, maybe


@cache
def pronouns() -> list[bool]:
    """Which codes are words that stand for others, and adverbs with which sentences end."""
    table = [False] * KINDS
    for code, word in enumerate(CLOSED_CLASS, start=FIRST_CLOSED):
        table[code] = word in _PRONOUNS
    return table
