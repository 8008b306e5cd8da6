"""The scanner finds what ``regex`` alone finds, byte for byte: on hostile mutants of every example, on real text.

Mutants are put together with other texts into one batch, as neighbours must not matter.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from corpuslint.finding import Finding
from corpuslint.lexicon import read_phrases
from corpuslint.linter import Linter
from corpuslint.opening import opens
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.rule import Phrases
from corpuslint.settings import Settings
from corpuslint.units import WINDOW

DATA = Path(__file__).parents[3] / "shared" / "data"
SAMPLE = 12

_HOSTILE = [
    "\r",
    "\0",
    "\u0301",
    "\u200b",
    "\u2028",
    "\u00a0",
    "\u202f",
    "’",
    "ʼ",
    "“",
    "—",
    "é",
    "日",
    "😀",
    "\u0660",
    "\ufeff",
]
_LOOKALIKES = {"s": "ſ", "k": "\u212a", "i": "İ", "I": "ı", "'": "’", " ": "\u00a0", "-": "\u2011", "\n": "\r\n"}
_LOOKALIKES |= {str(digit): chr(0x0660 + digit) for digit in range(10)}


ALIKE = ("TQ", "RD101", "RD102")
"""Rules that either engine asks about every text, and that take their time."""


def engines_of(*select: str) -> tuple[Linter, Linter]:
    scanned = Settings(select=select, ignore=ALIKE)
    return Linter(scanned), Linter(msgspec.structs.replace(scanned, scanner=False))


@pytest.fixture(scope="module")
def engines() -> tuple[Linter, Linter]:
    return engines_of("ALL")


def agree(engines: tuple[Linter, Linter], texts: Sequence[str]) -> None:
    scanned, judged = ([*linter.lint_many(texts)] for linter in engines)
    for text, first, second in zip(texts, scanned, judged, strict=True):
        assert shown(first) == shown(second), repr(text[:2000])


def shown(findings: Sequence[Finding]) -> list[str]:
    return [f"{f.line}:{f.column}-{f.end_line}:{f.end_column} {f.code} {f.message}" for f in findings]


def examples() -> list[tuple[str, str]]:
    rules = load_rules()
    pages = [(rule.code, page(rule)) for rule in rules]
    return [(code, text) for code, shown in pages for text in (*shown.bad, *shown.good)]


def mutants(text: str, random_source: random.Random) -> Iterator[str]:
    yield text
    yield text.upper()
    yield text.title()
    yield text.replace(" ", "\u00a0").replace("'", "’")
    yield "".join(_LOOKALIKES.get(c, c) for c in text)
    yield f"• {text} •\n\n{text}\r{text}\r\n{text}"
    yield text.encode("utf-8")[:-1].decode("utf-8", "ignore")
    for _ in range(6):
        at = random_source.randrange(len(text) + 1)
        yield text[:at] + random_source.choice(_HOSTILE) + text[at:]
    for _ in range(6):
        at = random_source.randrange(len(text))
        yield text[:at] + _LOOKALIKES.get(text[at], random_source.choice(_HOSTILE)) + text[at + 1 :]


@pytest.mark.parametrize("family", sorted({rule.code[:2] for rule in load_rules()}))
def test_on_mutants_of_every_example(engines: tuple[Linter, Linter], family: str) -> None:
    """All mutants are judged by the family's own rules, some of them by all there are: ``regex`` alone takes long."""
    random_source = random.Random(family)
    texts = [m for code, text in examples() if code.startswith(family) for m in mutants(text, random_source)]
    random_source.shuffle(texts)
    codes = [rule.code for rule in load_rules() if rule.code.startswith(family) and not opens(rule)]
    if codes and family not in ALIKE:
        agree(engines_of(*codes), texts)
    agree(engines, texts[:60])


def test_on_mutants_of_phrases() -> None:
    random_source = random.Random(5)
    rules = [rule for rule in load_rules() if isinstance(rule, Phrases)]
    chosen = random_source.sample([p.text for rule in rules for p in read_phrases(rule)], 300)
    texts = [m for text in chosen for m in mutants(text, random_source)]
    agree(engines_of(*(rule.code for rule in rules)), texts)


def test_on_long_units(engines: tuple[Linter, Linter]) -> None:
    """Lines far longer than a window, with examples at every distance from its edges."""
    texts = [text.replace("\n", " ") for _, text in examples()]
    random_source = random.Random(1)
    random_source.shuffle(texts)
    agree(engines, [" ".join(texts), "日 ".join(texts), ("x" * (WINDOW - 40)) + " ".join(texts[:60])])


@pytest.mark.skipif(not DATA.is_dir(), reason="the labelled sets are not beside the project")
@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.jsonl.gz")))
def test_on_a_sample_of_each_set(engines: tuple[Linter, Linter], name: str) -> None:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = random.Random(name).sample(rows, min(SAMPLE, len(rows)))
    texts = [row.get("text") or "\n".join(line["text"] for line in row.get("lines", ())) for row in rows]
    agree(engines, [text[:8_000] for text in texts])
