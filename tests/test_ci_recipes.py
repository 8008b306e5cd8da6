"""The recipes of docs/ci.md are what GitHub and GitLab take, and their commands are corpuslint's."""

from __future__ import annotations

import json
import re
import shlex
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from corpuslint.arguments import parse

TEXT = (Path(__file__).parents[1] / "docs" / "ci.md").read_text("utf-8")
RECIPES: dict[str, str] = dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_a_recipe_is_valid(name: str) -> None:
    yaml = pytest.importorskip("ruamel.yaml", reason="needs the distribution's test extra")
    jsonschema = pytest.importorskip("jsonschema", reason="needs the distribution's test extra")
    kit = pytest.importorskip("check_jsonschema", reason="needs the distribution's test extra")
    schema = "gitlab-ci.json" if name.startswith(".gitlab") else "github-workflows.json"
    folder = resources.files(kit) / "builtin_schemas" / "vendor"
    wanted = json.loads((folder / schema).read_text("utf-8"))
    document: Any = yaml.YAML(typ="safe", pure=True).load(RECIPES[name])
    assert [error.message for error in jsonschema.validators.validator_for(wanted)(wanted).iter_errors(document)] == []


def test_the_commands_are_understood() -> None:
    shown: list[str] = re.findall(r"\bcorpuslint (--[^|\n`]*)", TEXT)
    assert len(shown) >= 5
    for command in shown:
        assert parse(shlex.split(command)).format
