"""Phrase files: readable, in order, no phrase twice, none that no rule reads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

import corpuslint_rules
from corpuslint import Phrases, UsageError
from corpuslint.lexicon import lexicon_files, read_phrases
from corpuslint.plugins import load_rules

ROOT = Path(corpuslint_rules.__file__).parent
RULES = [rule for rule in load_rules() if isinstance(rule, Phrases)]
FILES = [path for rule in RULES for path in lexicon_files(rule)]

READ_BY_THEIR_FAMILY = {"furniture_run.en.txt", "part_headings.txt", "zone_marks.txt"}
"""Words that are furniture only among their like, and headings, which a rule on whole texts weighs."""

IN_AN_ORDER_OF_THEIR_OWN = {"calque.en.txt", "peacock_term.en.txt"}

IN_TWO_RULES = {"most popular"}
"""Alone on a line the heading of a box, within a sentence praise."""


def groups(path: Path) -> Iterator[list[str]]:
    """The phrases as written, without the mark of whole lines, by groups: blank lines and comments part them."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for is_phrase, group in groupby(lines, lambda line: bool(line) and not line.startswith("#")):
        if is_phrase:
            yield [line.removeprefix("= ") for line in group]


def one_rule(path: Path) -> Phrases:
    """A rule that has this phrase file only."""
    return Phrases(code="XX101", name="any", doc="", message="", files="no_such_module.py", extra=(path,))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_written_as_it_is_read(path: Path) -> None:
    assert read_phrases(one_rule(path))
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert [line for line in text.split("\n") if line != line.strip() or "  " in line or "\t" in line] == []
    phrases = [phrase for group in groups(path) for phrase in group]
    assert [phrase for phrase in phrases if phrase != phrase.lower()] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_group_is_in_order(path: Path) -> None:
    if path.name not in IN_AN_ORDER_OF_THEIR_OWN:
        assert [group for group in groups(path) if group != sorted(group)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_phrase_stands_twice_in_a_file(path: Path) -> None:
    written = Counter(phrase for group in groups(path) for phrase in group)
    assert [phrase for phrase, times in written.items() if times > 1] == []
    assert len(read_phrases(one_rule(path))) == len(written)


def test_no_phrase_stands_in_two_rules() -> None:
    codes: dict[str, set[str]] = defaultdict(set)
    for rule in RULES:
        for phrase in read_phrases(rule):
            codes[phrase.text].add(rule.code)
    assert {phrase for phrase, found in codes.items() if len(found) > 1} == IN_TWO_RULES


def test_every_phrase_file_has_its_rule() -> None:
    orphans = {path.name for path in ROOT.rglob("*.txt")} - {path.name for path in FILES}
    assert orphans == READ_BY_THEIR_FAMILY


@pytest.mark.parametrize("phrase", ["name *", "* name", "» next", "read more:", "“quoted”", "-- ends"])
def test_whole_line_phrase_with_marks_that_do_not_count_is_refused(phrase: str, tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text(f"= {phrase}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"own.txt:1: .* without the marks at its ends"):
        read_phrases(one_rule(path))


@pytest.mark.parametrize("phrase", ["already a member?", "¿qué buscas?", "cart (0)", "déjà membre ?", "got it!"])
def test_whole_line_phrase_may_be_written_as_a_sentence(phrase: str, tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text(f"= {phrase}\n", encoding="utf-8")
    assert read_phrases(one_rule(path))


def test_a_whole_line_phrase_has_a_space_behind_its_sign(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("=scroll to continue\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"own.txt:1: .* has a space behind the ="):
        read_phrases(one_rule(path))
