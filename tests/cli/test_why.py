"""``corpuslint why``: every number of one text, with its limit."""

from __future__ import annotations

import json
from pathlib import Path

from cli.running import Run
from corpuslint_rules.text_statistics._presets import preset

TWICE = "The harbour wall was mended in May and the quay in June.\n"


def test_why_shows_every_number(run: Run) -> None:
    Path("a.jsonl").write_text(
        json.dumps({"id": "x", "text": "Nobody came."}) + "\n" + json.dumps({"id": "y", "text": TWICE * 2}) + "\n"
    )
    done = run("why", "a.jsonl:y", "--preset", "fineweb", "--format", "json")
    told = json.loads(done.out)
    assert done.code == 1
    assert told["verdicts"] == {"fineweb": "drop"}
    assert len(told["measures"]) == len(preset("fineweb").limit)
    assert [m["code"] for m in told["measures"] if not m["passed"]] == ["TQ301"]
    table = run("why", "a.jsonl:2", "--preset", "fineweb")
    assert "drops the text" in table.out
    assert table.out.endswith("fineweb: drop\n")
    assert "name one by its id or line" in run("why", "a.jsonl").err
    assert run("why", "a.jsonl:z").code == 2
