"""Where the two engines are easily led apart."""

from __future__ import annotations

import pytest
import regex

from corpuslint.fold import UNSPACED, fold, is_word
from corpuslint.linter import Linter
from corpuslint.plugins import load_rules
from corpuslint.rule import Pattern, Phrases
from corpuslint.settings import Settings
from corpuslint.units import Units

PROMPT = "Sign in to read the full story."


def pattern_rule(pattern: str) -> Pattern:
    return Pattern(code="XX101", name="sample", doc="A sample.", message="found", pattern=pattern)


def columns(rule: Pattern | Phrases, text: str, scanner: bool, most: int = 1000) -> list[tuple[int, int]]:
    settings = Settings(select=("ALL",), scanner=scanner, max_findings_per_rule=most)
    return [(f.line, f.column) for f in Linter(settings, [rule]).lint(text)]


@pytest.mark.parametrize("members", ["😀-🙏", "\U0001f440-\U0001f44a", "一-丐", "가-갚", "😀", "^a", r"\p{So}"])
def test_a_class_of_far_characters(members: str) -> None:
    rule = pattern_rule(f"look [{members}] here")
    text = "look 😀 here, look 👍 here, look 👂 here, look 丁 here, look 각 here, look 😊 here"
    assert columns(rule, text, scanner=True) == columns(rule, text, scanner=False) != []


@pytest.mark.parametrize("around", ["*" * 100, "•" * 90, "*" * 500, "•" * 150, "\t" * 401, " " * 200])
def test_marks_around_a_whole_line(around: str) -> None:
    (rule,) = (rule for rule in load_rules(()) if rule.code == "PW101" and isinstance(rule, Phrases))
    text = f"A line.\n{around}log in\nlog in{around}\n"
    assert columns(rule, text, scanner=True) == columns(rule, text, scanner=False)


@pytest.mark.parametrize("most", [1, 2, 100])
def test_the_first_findings_are_kept(most: int) -> None:
    (rule,) = (rule for rule in load_rules(()) if rule.code == "PW101" and isinstance(rule, Phrases))
    text = f"Log in\n{PROMPT.replace(' ', chr(0xA0))}\n" + f"{PROMPT}\nLog in\n" * 3000
    scanned, judged = (columns(rule, text, scanner, most) for scanner in (True, False))
    assert scanned == judged
    assert scanned[:1] == [(1, 1)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_paragraphs_end_at_blank_lines_only(line_break: str) -> None:
    text = line_break.join(["a", "b", "", " ", "c"])
    assert [text[start:end].split(line_break) for start, end in Units(text).paragraphs] == [["a", "b"], ["c"]]


def test_what_is_part_of_a_word() -> None:
    """As ``regex`` has it, which is not asked for most characters."""
    for character in map(chr, range(0x80, ord(UNSPACED))):
        folded = fold(character)
        expected = regex.match(r"\w", folded) is not None
        assert is_word(character) == expected, folded
