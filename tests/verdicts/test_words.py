"""Words and windows: as white space parts them, in scripts without spaces by characters, cut evenly."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from corpuslint.verdicts.words import count_words

SPACES = " \t\n\r\x0b\x0c\x1c\x85\xa0\u1680\u2000\u2028\u202f\u205f\u3000"


@pytest.mark.parametrize("length", [0, 1, 700, 1499, 1500, 4000])
def test_words_are_what_white_space_parts(length: int) -> None:
    rng = random.Random(length)
    parts = ["word", "naïve", "😀", "\u200b", "\ud800", "-", "\x00", "d'être"]
    text = rng.choice(SPACES).join(rng.choice(parts) + rng.choice(SPACES) for _ in range(length))
    words, windows = count_words(text)
    assert words == len(text.split()) == length
    assert len(windows) == max(1, round(length / 1000)) - 1


def test_windows_are_even_and_begin_with_a_word() -> None:
    text = " ".join(f"w{number}" for number in range(3400))
    words, windows = count_words(text)
    assert (words, len(windows)) == (3400, 2)
    assert all(text[start - 1] == " " and text[start] == "w" for start in windows)
    sizes = [len(text[start:end].split()) for start, end in pairwise([0, *windows, len(text)])]
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("letter", ["港", "の", "ท", "က", "ក", "\U00020000"])
def test_scripts_without_spaces(letter: str) -> None:
    assert count_words(letter * 100) == (50, [])
    words, windows = count_words((letter * 50 + "。") * 120)
    assert words == 3000
    assert windows == pytest.approx([2040, 4080], rel=0.01)


def test_scripts_may_be_mixed() -> None:
    assert count_words("two words 港港港港 and two")[0] == 6


def test_korean_has_spaces() -> None:
    assert count_words("한국어 문장 하나")[0] == 3
