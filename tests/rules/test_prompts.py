"""Prompts and notices in varied wording are found, and what only looks like them is not.

Who wrote the rules wrote these texts too and has seen them, so this shows that nothing is lost, not how the rules do on
texts unseen. Of ``fresh``, 40 texts and 40 near-misses, 39 were found and no near-miss when it was first run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpuslint import Linter, Settings
from corpuslint.plugins import load_rules

FOLDER = Path(__file__).parent / "prompts"
RULES = [rule for rule in load_rules(()) if rule.code.startswith(("PW", "TD"))]
BREAK = "⏎"
RECALL = 0.97


def texts(name: str) -> Iterator[tuple[str, str]]:
    """Each text of a file with the title of its section."""
    section = ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield section, line.replace(BREAK, "\n")


@pytest.mark.parametrize("name", ["english", "english_second", "languages", "fresh"])
def test_prompts_are_found_under_their_family(name: str) -> None:
    linter = Linter(Settings(), RULES)
    rows = list(texts(name))
    missed = [text for code, text in rows if not any(f.code[:2] == code[:2] for f in linter.lint(text))]
    assert len(missed) <= (1 - RECALL) * len(rows), missed


@pytest.mark.parametrize("name", ["english", "english_second", "languages", "fresh"])
def test_near_misses_are_not(name: str) -> None:
    linter = Linter(Settings(), RULES)
    assert [(text, linter.lint(text)) for _, text in texts(f"{name}_near_misses") if linter.lint(text)] == []


@pytest.mark.parametrize("name", ["english", "english_second", "languages", "fresh"])
def test_both_engines_find_the_same(name: str) -> None:
    joined = "\n\n".join(text for _, text in texts(name))
    scanned, judged = (Linter(Settings(scanner=scanner), RULES).lint(joined) for scanner in (True, False))
    assert scanned == judged != []
