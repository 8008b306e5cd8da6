"""Patterns that were kept compiled are the patterns that they were."""

from __future__ import annotations

import pickle
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import pytest

from corpuslint.compiled import Compiled, compiled, pickle_patterns
from corpuslint.errors import UsageError
from corpuslint.linter import Linter
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.rule import Pattern, Rule
from corpuslint.settings import Overrides, resolve

ALL = load_rules()
RULES = [rule for rule in ALL if isinstance(rule, Pattern)]


def test_kept_patterns_match_what_fresh_ones_match() -> None:
    kept = Compiled(pickle_patterns(RULES))
    found = 0
    for rule in RULES:
        for frame in rule.frames:
            for text in (*page(rule).bad, *page(rule).good):
                expected = [(m.span(), m.groupdict()) for m in compiled(frame.pattern).finditer(text)]
                assert [(m.span(), m.groupdict()) for m in kept[frame.pattern].finditer(text)] == expected
                found += len(expected)
    assert found > len(RULES)


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule.searches], ids=attrgetter("code"))
def test_rules_ask_for_what_they_declare(rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUSLINT_CACHE", str(tmp_path))
    linter = Linter(resolve(overrides=Overrides(select=(rule.code,))), ALL)
    compiled.cache_clear()
    assert any(linter.lint_many(page(rule).bad))
    assert compiled.cache_info().misses == 0


def test_what_is_no_pattern_is_called_so() -> None:
    broken = Pattern(code="XX101", name="broken", doc=None, message="", pattern="a(b", triggers=("ab",))
    with pytest.raises(UsageError, match=r"^XX101 \(broken\): not a valid pattern: missing \) at position 3"):
        pickle_patterns([broken])


def test_what_was_not_kept_is_compiled() -> None:
    assert Compiled()["a+b"].fullmatch("aab")


def test_what_was_kept_is_matched_without_the_compiler() -> None:
    """And ``regex`` can be imported afterwards, with the same types."""
    program = """if True:
        import sys
        from corpuslint.compiled import Compiled

        pattern = Compiled({"k": sys.stdin.buffer.read()})["k"]
        print([match.group("word") for match in pattern.finditer("Ada, Ida")], "regex._regex_core" in sys.modules)
        import regex

        print(isinstance(pattern, regex.Pattern), pattern.sub(r"<\\g<word>>", "Ada"), regex.findall("a+", "baa"))
    """
    kept = pickle.dumps(compiled(r"(?P<word>\p{Lu}\w+)"))
    done = subprocess.run([sys.executable, "-c", program], input=kept, capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["['Ada', 'Ida'] False", "True <Ada> ['aa']"]
