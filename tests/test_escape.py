from __future__ import annotations

import re

import pytest

from corpuslint.escape import escape, quote, show_path


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("naïve 😀 日本 paywall", "naïve 😀 日本 paywall"),
        ("a\x1b[31mb\x9bc\x7f\x00", r"a\x1b[31mb\x9bc\x7f\x00"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\u202eevil\u2066\u200f", r"\u202eevil\u2066\u200f"),
        ("a\u2028b\u2029c\x85", r"a\u2028b\u2029c\x85"),
        ("\ud800 \udcff", r"\ud800 \udcff"),
        ("soft\xadhyphen\ufeff\u200b", r"soft\xadhyphen\ufeff\u200b"),
        ("tag \U000e0041", r"tag \U000e0041"),
        ("joiners \u200d\u200c and no-break\xa0space stay", "joiners \u200d\u200c and no-break\xa0space stay"),
    ],
)
def test_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_nothing_unprintable_is_left() -> None:
    everything = "".join(map(chr, range(0x110000)))
    left = escape(everything)
    left.encode("utf-8")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", left)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("Sign in", 60, '"Sign in"'),
        ("Sign\n  in \xa0 now", 60, '"Sign in now"'),
        (" ", 60, '" "'),
        ("a\u2028b\x1c", 60, r'"a\u2028b\x1c"'),
        ("0123456789" * 2, 20, '"01234567890123456789"'),
        ("0123456789" * 2, 11, '"01234…56789"'),
        ("0123 56789" * 2, 10, '"0123…6789"'),
        ("0123456789" * 1_000_000, 10, '"01234…6789"'),
    ],
)
def test_quote(text: str, limit: int, shown: str) -> None:
    assert quote(text, limit) == shown


def test_quote_keeps_both_ends_of_a_long_text() -> None:
    shown = quote("Already a member? " + "x " * 5000 + "Log in here.")
    assert shown.startswith('"Already a member?')
    assert shown.endswith('Log in here."')
    assert len(shown) <= 62


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a/b.txt", "a/b.txt"),
        ("::error file=x::.txt", "./::error file=x::.txt"),
        ("##[error].txt", "./##[error].txt"),
        ("\n::error::.txt", r"\n::error::.txt"),
        (" a.txt", "./ a.txt"),
    ],
)
def test_no_path_is_read_as_a_command(path: str, shown: str) -> None:
    assert show_path(path) == shown
