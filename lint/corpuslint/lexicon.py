"""Phrase files: a phrase a line, ``= `` before one that must be the whole line, ``#`` for comments."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpuslint.cache import file_state
from corpuslint.errors import UsageError
from corpuslint.fold import UNSPACED, core, fold, is_word
from corpuslint.rule import Phrases, Rule

_UNSAID = frozenset(" .!?…¿¡()[]")
"""What may be written at the ends of a whole-line phrase, though it does not count: it says the same without them."""


class Phrase(NamedTuple):
    """A phrase as it is compared: folded, and for whole lines without punctuation at its ends.

    languages: those of a phrase so short that it may say something else in another; empty for one that says the same
    wherever it stands.
    """

    text: str
    whole_line: bool
    languages: tuple[str, ...] = ()


def lexicon_files(rule: Phrases, languages: frozenset[str] = frozenset()) -> list[Path]:
    """The rule's own phrase files, one per language, and those the user added; empty ``languages`` means all."""
    return [*map(Path, _own_files(rule, languages)), *rule.extra]


def lexicon_states(rule: Phrases, languages: frozenset[str], names_in: Callable[[str], list[str]]) -> list[str]:
    """What tells whether these files have changed. names_in: lists a folder, in which there are those of many rules."""
    return [*map(file_state, _own_files(rule, languages, names_in)), *map(file_state, rule.extra)]


def languages_of(rule: Rule) -> frozenset[str]:
    """The languages a rule is for, by what it says or by its phrase files; none for any."""
    if isinstance(rule, Phrases) and not rule.languages:
        return frozenset(map(_language, _own_files(rule))) - {""}
    return rule.languages


def _own_files(
    rule: Phrases, languages: frozenset[str] = frozenset(), names_in: Callable[[str], list[str]] = os.listdir
) -> list[str]:
    """Strings: a path is slow to make, and there are hundreds of these files."""
    folder, module = os.path.split(rule.files)
    opening = module[: module.rfind(".") + 1] or f"{module}."
    names = (name for name in names_in(folder or ".") if name.startswith(opening) and name.endswith(".txt"))
    own = sorted(name for name in names if len(name) >= len(opening) + len(".txt"))
    return [f"{folder or '.'}/{name}" for name in own if not languages or _language(name) in languages]


def _language(file: str) -> str:
    """``en`` of ``sign_in_prompt.en.txt``."""
    return file.rsplit(".", 2)[1]


def read_phrases(rule: Phrases, languages: frozenset[str] = frozenset()) -> list[Phrase]:
    """All phrases of a rule, without doubles, in a fixed order. Raises ``UsageError`` for an unusable file."""
    phrases: dict[Phrase, tuple[str, ...]] = {}
    for path in lexicon_files(rule, languages):
        language = () if path in rule.extra else (_language(path.name),)
        for phrase in _read(path):
            known = phrases.get(phrase, language)
            phrases[phrase] = tuple(sorted({*known, *language})) if known and language else ()
    if not phrases:
        module = Path(rule.files)
        raise UsageError(f"{rule.code} has no phrases: no {module.stem}.LANGUAGE.txt beside {module}")
    return [phrase if _is_sure(phrase.text) else phrase._replace(languages=own) for phrase, own in phrases.items()]


def _is_sure(text: str) -> bool:
    """Whether a phrase says the same wherever it stands: three words are nobody's false friend, nor five ideograms."""
    return text.count(" ") > 1 or (len(text) > 4 and text[0] > UNSPACED)


def _read(path: Path) -> Iterator[Phrase]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise UsageError(f"phrase file {path}: {reason}") from error
    for number, raw in enumerate(lines, start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        whole_line = line.startswith("= ")
        if line[0] == "=" and not whole_line:
            raise UsageError(f"phrase file {path}:{number}: {line!r}: a whole-line phrase has a space behind the =")
        text = fold(line[2:].strip() if whole_line else line)
        if whole_line:
            ends, text = text, core(text)
            if text and not _UNSAID.issuperset(ends.replace(text, "", 1)):
                problem = "a whole-line phrase is compared without the marks at its ends; leave them out"
                raise UsageError(f"phrase file {path}:{number}: {line!r}: {problem}")
        if sum(map(is_word, text)) < 2:
            raise UsageError(f"phrase file {path}:{number}: {line!r} is too short to be a phrase")
        yield Phrase(text, whole_line)
