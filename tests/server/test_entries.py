"""An entry that was written for a finding is about this finding, whatever its path and text hold."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from corpuslint.finding import Finding
from corpuslint.suppression.evidence import evidence
from corpuslint.suppression.ignore_file import add_entry, read_ignore_file

LETTERS = "ab \t\x7f\x00\"\\'\n\r\u2028é😀#[]=*?!\u200b…"


@pytest.mark.parametrize("seed", range(50))
def test_an_entry_is_about_its_finding(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choice(LETTERS) for _ in range(chance.randrange(1, 1500)))
    start = chance.randrange(len(text))
    end = chance.randrange(start, len(text) + 1)
    name = "".join(chance.choice("ab[]*?!#\\ é") for _ in range(8))
    record = chance.choice([None, text[:20]])
    finding = Finding(str(tmp_path / name), 1, 1, 1, 1, "PW101", "sign-in-prompt", "", "warning", record=record)
    found = evidence(text, start, end)
    file = tmp_path / "corpuslint-ignore.toml"
    lines = [add_entry(file, finding, found, "a play") for _ in range(2)]
    entries = read_ignore_file(file, {"PW101": "sign-in-prompt"}).entries
    assert [entry.line for entry in entries] == lines
    assert all(entry.matches(finding, found, name) for entry in entries)
    assert not any(entry.matches(finding, found, f"x{name}") for entry in entries)


def test_an_entry_is_not_about_the_same_words_nearby(tmp_path: Path) -> None:
    text = "It rained. Sign in to read.\nSign in to read.\n\nSign in to read. It snowed."
    starts = [at for at in range(len(text)) if text.startswith("Sign in", at)]
    finding = Finding(str(tmp_path / "a"), 1, 1, 1, 1, "PW101", "sign-in-prompt", "", "warning")
    found = [evidence(text, start, start + len("Sign in to read")) for start in starts]
    for index, one in enumerate(found):
        file = tmp_path / f"{index}.toml"
        add_entry(file, finding, one, "a play")
        (entry,) = read_ignore_file(file, {"PW101": "sign-in-prompt"}).entries
        assert [entry.matches(finding, other, "a") for other in found] == [other is one for other in found]


@pytest.mark.parametrize("mark", ["\u2028", "\x0c", "\u200b", " "])
def test_an_entry_is_about_a_finding_that_shows_nothing(mark: str, tmp_path: Path) -> None:
    text = f"The bar {mark} stood on the quay."
    finding = Finding(str(tmp_path / "a"), 1, 1, 1, 1, "EN103", "control-or-invisible", "", "warning")
    found = evidence(text, text.index(mark), text.index(mark) + 1)
    file = tmp_path / "corpuslint-ignore.toml"
    add_entry(file, finding, found, "a play")
    (entry,) = read_ignore_file(file, {"EN103": "control-or-invisible"}).entries
    assert entry.matches(finding, found, "a")
