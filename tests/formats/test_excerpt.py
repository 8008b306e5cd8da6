from __future__ import annotations

import pytest

from corpuslint.formats.full import mark, width
from corpuslint.formats.report import Excerpt, excerpt


def shown(text: str, hit: str) -> Excerpt:
    start = text.index(hit)
    return excerpt(text, start, start + len(hit))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_alone(end: str) -> None:
    assert shown(f"one{end}two words{end}three", "words") == Excerpt("two words", 4, 9)
    assert shown(f"one{end}two words{end}three", "one") == Excerpt("one", 0, 3)
    assert shown(f"one{end}two words{end}three", "three") == Excerpt("three", 0, 5)


def test_other_separators_end_no_line() -> None:
    assert shown("a\u2028b\x0bc\x85d", "d") == Excerpt(r"a\u2028b\x0bc\x85d", 17, 18)


def test_a_tab_is_a_space() -> None:
    assert shown("a\tb", "b") == Excerpt("a b", 2, 3)


def test_a_hit_over_several_lines_is_cut_at_the_first() -> None:
    assert excerpt("one two\nthree", 4, 13) == Excerpt("one two", 4, 7)


@pytest.mark.parametrize("at", [0, 3, 7])
def test_a_hit_between_two_characters(at: int) -> None:
    found = excerpt("one two\nthree", at, at)
    assert found == Excerpt("one two", at, at)
    assert mark(found) == (" " * at, "^")


@pytest.mark.parametrize(
    ("at", "cut"),
    [(0, "  …"), (10, "  …"), (56, "  …"), (57, "… …"), (500, "… …"), (935, "… …"), (936, "…  "), (993, "…  ")],
)
def test_a_long_line_is_cut_around_the_hit(at: int, cut: str) -> None:
    text = "x" * at + "PAYWALL" + "y" * (993 - at)
    found = excerpt(text, at, at + 7)
    assert found.text[found.start : found.end] == "PAYWALL"
    assert len(found.text.strip("…")) == 120
    assert found.text.startswith("…") == (cut[0] == "…")
    assert found.text.endswith("…") == (cut[-1] == "…")


def test_a_long_hit_shows_its_beginning() -> None:
    found = excerpt("a" * 1000, 100, 900)
    assert len(found.text) == 122
    assert (found.start, found.end) == (31, 121)


def test_every_span_of_an_empty_or_tiny_text() -> None:
    for text in ("", "\n", "\r\n", "ab\n\ncd"):
        for start in range(len(text) + 1):
            for end in range(start, len(text) + 1):
                found = excerpt(text, start, end)
                assert 0 <= found.start <= found.end <= len(found.text)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("😀", 2), ("é", 1), ("e\u0301", 1), ("\u200d", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_carets_stand_beneath_wide_characters() -> None:
    assert mark(shown("日本 日本語 x", "日本語")) == (" " * 5, "^" * 6)
