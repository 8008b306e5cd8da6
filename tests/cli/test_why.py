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
    assert run("why", "a.jsonl:z").code == 2


def test_without_a_preset_only_what_fails_is_shown(run: Run) -> None:
    Path("a.txt").write_text(TWICE * 2)
    few, everything = run("why", "a.txt"), run("why", "a.txt", "--all")
    measures = json.loads(run("why", "a.txt", "--format", "json").out)["measures"]
    failed = sum(not measure["passed"] for measure in measures)
    assert 0 < failed < len(measures) / 2
    assert sum(" TQ" in line for line in few.lines) == failed
    assert sum(" TQ" in line for line in everything.lines) == len(measures)
    assert f"and {len(measures) - failed} numbers within the limits, which --all shows" in few.lines
    assert few.lines[-9:] == everything.lines[-9:]
    assert few.out.endswith("refinedweb: drop\n")


def test_of_many_texts_a_line_each(run: Run) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(TWICE * 2)
    rows = ({"id": "x", "text": ("Nobody came. " * 80).strip()}, {"text": TWICE * 2}, {"n": 1})
    Path("in/b.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = run("why", "in", "--preset", "fineweb,mc4")
    assert done.code == 1
    assert done.lines == [
        "in/a.txt: dropped by fineweb (TQ301), mc4 (TQ108)",
        "in/b.jsonl:x: dropped by mc4 (TQ108)",
        "in/b.jsonl:2: dropped by fineweb (TQ301), mc4 (TQ108)",
        "",
        "fineweb: drops 2 of 3 texts",
        "mc4: drops 3 of 3 texts",
    ]
    told = [json.loads(line) for line in run("why", "in/b.jsonl", "--format", "json").lines]
    assert [row["record"] for row in told] == ["in/b.jsonl:x", "in/b.jsonl:2"]
    assert run("why", "in/c.txt").code == run("why", "in/c.txt:1").code == 2
