"""Fixed texts that stand for an expression: one of them is wherever the expression's pattern matches."""

from __future__ import annotations

import pytest
import regex

from corpuslint.fold import FOLDED, respell
from corpuslint.scan.characters import searched
from corpuslint.scan.spelling import spelt
from corpuslint.scan.trigger import byte_triggers

PATTERNS = {
    r"(?i)(?:log|sign)[\s-](?:in|on) to": ["Sign in to read", "LOG-ON TO"],
    r"(?i)you(?:['’]ve|\shave)?\sread\b": ["You’ve read it", "YOU HAVE\u00a0READ"],
    r"(?i)abonnez-vous\sdès\s\d+": ["Abonnez-vous DÈS 3"],
    r"(?i)\w+ly\smiskenny\s[a-z]{2,9}\s(?:news|press)": ["wholly Miskenny old news", "newly MISKENNY the press"],
    r"(?i)\d\s?(?:weeks?|days?) free of charge,?": ["2 weeks free of charge,", "9DAYS FREE OF CHARGE"],
}


def texts_of(pattern: str) -> list[bytes]:
    return [text for expression in byte_triggers(pattern) for text in spelt(expression)]


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        (rb"(?i)(?:log|sign) in", [b"log in", b"sign in"]),
        (rb"(?i)articles{0,1}[\x20]", [b"article ", b"articles "]),
        (rb"(?i)[\x30-\x39]{1,} free of charge", [b" free of charge"]),
        (rb"(?i)you[\x20]{1,}have", []),
        (rb"(?i)(?:a|b)\x2e", []),
        (rb"Log in", []),
        (rb"(?i)(?:ab|cd|ef|gh|ij|kl)(?:ab|cd|ef|gh|ij|kl)(?:ab|cd|ef|gh|ij|kl)", []),
    ],
)
def test_few_texts_are_spelt_out(expression: bytes, texts: list[bytes]) -> None:
    assert spelt(expression) == texts


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_single_character_is_covered(pattern: str) -> None:
    texts = texts_of(pattern)
    assert texts
    strange = [*FOLDED, *"\x00\x1c\u0301\u200b\u0660ßÀıŉ日\u0345KS"]
    matched = 0
    for sample in PATTERNS[pattern]:
        for at in range(len(sample)):
            for character in (sample[at], *strange):
                text = sample[:at] + character + sample[at + 1 :]
                if regex.search(pattern, text):
                    matched += 1
                    folded = searched(respell(text).encode()).lower()
                    assert any(spelling in folded for spelling in texts), text
    assert matched > len(PATTERNS[pattern])
