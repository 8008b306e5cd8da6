"""``corpuslint sources``: rows by site, author, file, folder or field, for people and programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from cli.running import Run
from cli.test_verdicts import COPY, DEFECTS, HOSTILE, PROSE, with_rules

BAD = "\n".join([*DEFECTS, *PROSE])


def make(folder: Path) -> None:
    """Records of three sites; one says it under ``meta``, and most of its texts are bad."""
    rows: list[dict[str, Any]] = []
    for i in range(60):
        rows.append(
            {
                "url": f"https://www.good{i % 2}.example/{i}",
                "author": f"A{i % 3}",
                "text": f"{i}. {' '.join(PROSE * 4)}",
            }
        )
        text = BAD if i % 3 else f"{i}. {' '.join(PROSE * 4)}"
        rows.append({"meta": {"site": "bad.example", "desk": {"name": f"d{i % 2}"}}, "text": text})
    rows.append({"text": PROSE[0], "site": "tiny.example"})
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def rows_of(out: str) -> dict[str, dict[str, Any]]:
    return {row["source"]: row for row in map(json.loads, out.splitlines())}


def test_rows(run: Run, tmp_path: Path) -> None:
    make(tmp_path)
    result = run("sources", "a.jsonl", "--ignore", "DU", "--format", "jsonl")
    rows = rows_of(result.out)
    assert list(rows) == ["bad.example", "good0.example", "good1.example", "tiny.example"]
    bad = rows["bad.example"]
    assert (bad["records"], bad["flagged"], bad["label"]) == (60, 40, "many signals")
    assert bad["low"] < bad["share"] < bad["high"]
    assert "PW101" in [rule["code"] for rule in bad["rules"]]
    assert [rows[name]["label"] for name in rows if name.startswith("good")] == ["no sign above the rest"] * 2
    assert rows["tiny.example"]["label"] == "too few records"
    assert json.loads(run("sources", "a.jsonl", "--ignore", "DU", "--format", "json").out) == list(rows.values())


@pytest.mark.parametrize(
    ("by", "sources"),
    [
        ("author", {"A0", "A1", "A2", ""}),
        ("file", {"a.jsonl"}),
        ("folder", {"."}),
        ("meta.desk.name", {"d0", "d1", ""}),
    ],
)
def test_by(by: str, sources: set[str], run: Run, tmp_path: Path) -> None:
    make(tmp_path)
    result = run("sources", "a.jsonl", "--by", by, "--format", "jsonl")
    assert (result.code, set(rows_of(result.out))) == (0, sources)


@pytest.mark.parametrize(
    ("by", "hint"),
    [
        ("autor", "did you mean author?"),
        ("meta.desk.nam", "did you mean meta.desk.name?"),
        ("date", "use --by file or --by folder"),
    ],
)
def test_by_a_field_that_no_record_has(by: str, hint: str, run: Run, tmp_path: Path) -> None:
    make(tmp_path)
    result = run("sources", "a.jsonl", "--by", by)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert f'--by {by}: no record has a value in the field "{by}"; ' in result.err and hint in result.err


def test_records_without_a_source_have_no_label(run: Run, tmp_path: Path) -> None:
    make(tmp_path)
    row = rows_of(run("sources", "a.jsonl", "--ignore", "DU", "--by", "author", "--format", "jsonl").out)[""]
    assert (row["records"], row["flagged"], row["label"]) == (61, 40, "")


def test_the_table_for_people(run: Run, tmp_path: Path) -> None:
    make(tmp_path)
    result = run("sources", "a.jsonl", "--ignore", "DU", "--reference", "0.3")
    assert result.lines[0].startswith("site           records")
    assert result.lines[1].startswith("bad.example         60")
    assert "many signals" in result.lines[1]
    assert "too few records" in result.lines[4]
    assert "from a share of 0.30 on" in result.lines[5]
    assert run("sources", "a.jsonl", "--reference", "3").code == 2


def test_many_sources_are_cut_for_people_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(f'{{"site": "s{i}", "text": "{PROSE[0]}"}}\n' for i in range(70)))
    assert "… and 20 more" in run("sources", "a.jsonl").out
    assert len(run("sources", "a.jsonl", "--format", "jsonl").lines) == 70


def test_copies_are_counted_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, COPY)
    rows = (
        [{"site": "a", "text": PROSE[0]}] * 3
        + [{"site": "b", "text": PROSE[0]}] * 2
        + [{"site": "b", "text": PROSE[1]}]
    )
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run("sources", "a.jsonl", "--format", "jsonl")
    assert result.code == 0, result.err
    found = rows_of(result.out)
    assert {name: (row["records"], row["copies"], row["drop"]) for name, row in found.items()} == {
        "a": (1, 2, 0),
        "b": (2, 1, 1),
    }


@pytest.mark.parametrize("style", ["text", "csv", "json", "jsonl"])
def test_hostile_names(style: str, run: Run, tmp_path: Path) -> None:
    names = [HOSTILE, "=SUM(A1)", "+1", "-x", "@x", 'a\nb,"c"', "\ttab", "x" * 500]
    rows = ({"site": f"{name}{name}", "text": PROSE[0]} for name in names)
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = run("sources", "a.jsonl", "--format", style).out
    assert "\x1b" not in out
    if style == "csv":
        cells = [row[0] for row in csv.reader(io.StringIO(out))][1:]
        assert len(cells) == out.count("\n") - 1 == len(names)
        assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]
    if style == "text":
        assert "\u202e" not in out
        assert max(map(len, out.splitlines())) < 160
