"""Readability formulas: four from counts of our own, four that count syllables, which textstat does.

ARI: Senter and Smith 1967. Coleman-Liau: Coleman and Liau 1975. LIX: Björnsson 1968. RIX: Anderson 1983. The syllables
come from textstat with the CMU Pronouncing Dictionary (English) and the hyphenation of pyphen (other languages).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from corpuslint_rules.readability._counts import Counts, count

FIRST_TEXTSTAT, NEXT_TEXTSTAT = (0, 7, 5), (0, 7, 9)
"""From 0.7.5 on the dictionary comes as a package; from 0.7.9 on textstat downloads it when it is first used."""

LONGEST = 100_000
"""Characters of a text that are handed to textstat, which reads about 2 MB/s; of a longer one, its beginning."""


def ari(counts: Counts) -> float:
    """Automated Readability Index, a school grade."""
    return 4.71 * counts.characters / counts.tokens + 0.5 * counts.words / counts.sentences - 21.43


def coleman_liau(counts: Counts) -> float:
    """Coleman-Liau index, a school grade."""
    return 0.058 * (100 * counts.letters / counts.words) - 0.296 * (100 * counts.sentences / counts.words) - 15.8


def lix(counts: Counts) -> float:
    """Words a sentence plus the percentage of long words: 25 a children's book, 60 an act of law."""
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


def rix(counts: Counts) -> float:
    """Long words a sentence."""
    return counts.long_words / counts.sentences


COUNTED: dict[str, Callable[[Counts], float]] = {"ari": ari, "coleman-liau": coleman_liau, "lix": lix, "rix": rix}
"""Need nothing but counts."""

SYLLABIC = {
    "flesch-reading-ease": "flesch_reading_ease",
    "flesch-kincaid": "flesch_kincaid_grade",
    "gunning-fog": "gunning_fog",
    "smog": "smog_index",
}
"""Count syllables: the names of textstat's methods."""

LANGUAGES = frozenset({"en", "de", "es", "fr", "it", "nl", "pl", "ru", "hu"})
"""Those for which textstat has weights of its own."""


def measured(text: str, measure: str, language: str) -> float:
    """The measure of a text with at least one word. Raises ``ValueError`` where textstat is needed and missing."""
    if measure in COUNTED:
        return COUNTED[measure](count(text))
    return float(getattr(_textstat(language), SYLLABIC[measure])(text[:LONGEST]))


def require_textstat() -> None:
    """Raises ``ValueError``, which says how to mend it, unless a textstat is installed that downloads nothing."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 (slow to import)

    mend = 'pip install "corpus-linter[readability]"'
    try:
        installed = version("textstat")
    except PackageNotFoundError:
        raise ValueError(f"this measure counts syllables and needs textstat: {mend}") from None
    if not FIRST_TEXTSTAT <= tuple(map(int, installed.split(".")[:3])) < NEXT_TEXTSTAT:
        raise ValueError(f"textstat {installed} would download a dictionary: {mend}")


@cache
def _textstat(language: str) -> Any:
    """A textstat of our own for the language: the module's is shared by all who import it."""
    require_textstat()
    from textstat.textstat import textstatistics  # noqa: PLC0415 (an extra, and 0.1 s)

    made = textstatistics()
    made.set_lang(language)
    return made
