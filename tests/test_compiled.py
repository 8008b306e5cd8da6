"""Patterns that were kept compiled are the patterns that they were."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from corpuslint.compiled import Compiled, compiled, pickle_patterns
from corpuslint.errors import UsageError
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.rule import Pattern, Rule

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
def test_rules_find_the_same_by_what_they_keep_compiled(rule: Rule, tmp_path: Path) -> None:
    """And ask for nothing else: to load the compiler of ``regex`` alone takes as long as to lint a small file."""
    program = """if True:
        import sys
        from corpuslint import Linter
        from corpuslint.plugins import load_rules
        from corpuslint.settings import Overrides, resolve

        linter = Linter(resolve(overrides=Overrides(select=(sys.argv[1],))), load_rules([]))
        print([len(found) for found in linter.lint_many(sys.argv[2:])], "regex._regex_core" in sys.modules)
    """
    command = [sys.executable, "-c", program, rule.code, *page(rule).bad]
    given: dict[str, Any] = {"env": {**os.environ, "CORPUSLINT_CACHE": str(tmp_path)}, "capture_output": True}
    first, second = (subprocess.run(command, check=True, text=True, **given).stdout for _ in range(2))
    assert first == second.replace("False", "True")
    assert second.endswith("False\n")


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
