"""What docs/ says is what the rules and the configuration's types say: see tests/tools/generate_docs.py."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpuslint.config import Keys
from corpuslint.config_schema import schema
from corpuslint.measured import measured
from corpuslint.plugins import load_rules
from corpuslint.rule import Phrases
from tools import generate_docs, precision_table, preset_table

README = Path(__file__).parent.parent / "README.md"
HOW = "run python tests/tools/generate_docs.py"


@pytest.mark.skipif(not generate_docs.RULES.is_dir(), reason="docs/rules is generated for releases only")
def test_the_pages_are_current() -> None:
    pages = generate_docs.pages()
    stale = [path.name for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    left_over = [path.name for path in generate_docs.RULES.glob("*.md") if path not in pages]
    assert (stale, left_over) == ([], []), HOW


def test_the_schema_is_current() -> None:
    assert generate_docs.SCHEMA.read_text("utf-8") == generate_docs.config_schema(), HOW


def test_the_presets_are_current() -> None:
    assert preset_table.PAGE.read_text("utf-8") == preset_table.presets_page(), HOW


def test_what_the_readme_says_of_precision_is_what_was_measured() -> None:
    assert precision_table.README.read_text("utf-8") == precision_table.readme(), HOW
    figures = {row["set"]: row for row in measured()["MT108"] if row["measure"] == "precision"}
    assert f"| `MT` | ai_leftovers | {figures['ai_leftovers']['value']:.1%} |" in precision_table.table()


def test_pages_say_what_is_known() -> None:
    costs = generate_docs.Costs("news", 3_000_000, {"BP112": generate_docs.Cost(1200, 10.5, 0.25)})
    rules = {rule.code: rule for rule in load_rules(())}
    text = generate_docs.rule_page(rules["BP112"], costs)
    assert text.startswith(f"{generate_docs.NOTE}\n\n# repeated-line (BP112)\n")
    for heading in ("Bad", "Good", "Options", "Known false alarms", "Facts", "Measured", "Cost"):
        assert f"\n## {heading}\n" in text
    assert "(news, 3,000,000 characters): 0.25 ms, 1,200 triggers" in text
    for row in measured()["BP112"]:
        assert re.search(rf"\| {row['set']} \| {row['measure']} \|.*\| {row['n']:,} \|\n", text)


def test_the_index_lists_every_rule_under_its_family() -> None:
    rules = load_rules(())
    text = generate_docs.index(rules, None)
    assert re.findall(r"^\| \[(\w+)\]\(\1\.md\)", text, re.MULTILINE) == [rule.code for rule in rules]
    assert set(generate_docs.families()) == {rule.code[:2] for rule in rules}


def test_costs_are_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry left at nine.\n" * 50 + "Sign in to read\n", encoding="utf-8")
    costs = generate_docs.profiled([str(tmp_path / "a.txt")])
    assert costs.characters == 1216
    assert costs.rules["PW101"].units > 0
    assert costs.rules["PW101"].ms > 0


def checker() -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="needs the distribution's test extra")
    made = schema(load_rules(()))
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(json.loads(json.dumps(made)))


def test_the_schema_takes_the_configuration_of_the_readme() -> None:
    validator = checker()
    shown = [
        text for text in re.findall(r"^```toml\n(.*?)^```", README.read_text("utf-8"), re.M | re.S) if "[[" not in text
    ]
    tables = [tomllib.loads(text) for text in shown if "project" not in text]
    assert tables
    assert [error.message for table in tables for error in validator.iter_errors(table)] == []


def test_the_schema_knows_every_key_and_option() -> None:
    made = schema(load_rules(()))
    assert set(made["properties"]) == set(Keys.__struct_encode_fields__)
    tables = made["properties"]["rules"]["properties"]
    for rule in load_rules(()):
        assert tables[rule.code] == tables[rule.name]
        assert ("phrases" in tables[rule.code]["properties"]) == isinstance(rule, Phrases)
    assert "null" not in json.dumps(made["properties"]["select"])


@pytest.mark.parametrize(
    "table",
    [
        {"selct": ["PW"]},
        {"select": "PW"},
        {"jobs": -1},
        {"fail-level": "fatal"},
        {"severity": {"PW": "fatal"}},
        {"per-file-ignores": {"*.md": "UC"}},
        {"rules": {"BP112": {"min-word": 3}}},
        {"rules": {"BP112": {"min-words": "3"}}},
        {"rule-url": "example.org"},
    ],
)
def test_the_schema_refuses_what_is_wrong(table: dict[str, Any]) -> None:
    assert list(checker().iter_errors(table))
