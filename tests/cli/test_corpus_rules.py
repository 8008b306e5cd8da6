"""Rules about many records: the same findings for any order, number of processes and kind of input."""

from __future__ import annotations

import gzip
import json
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cli.running import Run, Start
from cli.test_failing_rules import with_rules
from corpuslint import Collection, Corpus, CorpusHit, Doc, Linter, Passage, Settings
from corpuslint.read import ReadOptions
from environments import git

SAME = "The ferry to Orrin Bay leaves at nine, wind and tide permitting."
OTHERS = ["A field of barley.\n\nNothing more.", "Ninety sacks of flour — naïve 😀 estimates — were sold."]


def first_line(doc: Doc) -> str | None:
    return doc.lines[0].text if doc.lines[0].text != "skip" else None


def check(records: Collection) -> Iterator[CorpusHit]:
    """Every first line that an earlier record has."""
    seen: dict[str, int] = {}
    for index, line in enumerate(records.features):
        assert records.text(index).startswith(line)
        if line in seen:
            yield CorpusHit(
                Passage(index, 0, len(line)),
                f"the first line of {records.path(seen[line])} {records.id(seen[line])}",
                related=(Passage(seen[line], 0, len(line)),),
            )
        seen.setdefault(line, index)


def rule(code: str = "XX201", **more: Any) -> Corpus:
    given = {"features": first_line, "check": check, **more}
    return Corpus(code=code, name=f"rule-{code.lower()}", doc=None, message="m", **given)


def found(result_out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result_out.splitlines()]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, rule())
    rows = [{"id": f"r{i}", "author": "A. Hill", "text": text} for i, text in enumerate([SAME, *OTHERS, "skip", SAME])]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "b.jsonl").write_text(lines)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "a.txt").write_text(f"{SAME}\r\n{OTHERS[0]}\n", newline="")
    (tmp_path / "d.md").write_text(f"{OTHERS[1]}\n\n```\ncode\n```\n", encoding="utf-8")


@pytest.mark.usefixtures("corpus")
def test_findings_show_both_places(run: Run) -> None:
    result = run("--format", "jsonl", "a.txt", "b.jsonl")
    assert result.code == 1
    first, last = found(result.out)
    assert [(f["path"], f["line"], f["record"]) for f in (first, last)] == [("b.jsonl", 1, "r0"), ("b.jsonl", 5, "r4")]
    assert first["message"] == "the first line of a.txt None"
    place = {"path": "a.txt", "record": None, "line": 1, "column": 1, "end_line": 1, "end_column": len(SAME) + 1}
    assert first["related"] == [place | {"start": 0, "end": len(SAME)}]


ORDERS = [("--jobs", "2", "."), ("d.md", "c.jsonl.gz", "b.jsonl", "a.txt"), ("--no-cache", "b.jsonl", ".")]


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("how", [*ORDERS, ("--no-scanner", ".")])
def test_the_same_bytes(how: tuple[str, ...], run: Run) -> None:
    if "--jobs" in how and sys.platform != "linux":
        pytest.skip("only a fork takes a patched function along")
    plain = run("--format", "jsonl", ".")
    assert len(plain.lines) == 7
    assert run("--format", "jsonl", *how).out == plain.out


@pytest.mark.usefixtures("corpus")
def test_standard_input(run: Run, tmp_path: Path) -> None:
    result = run("--format", "jsonl", "--stdin-filename", "in.jsonl", "-", stdin=(tmp_path / "b.jsonl").read_bytes())
    assert [(f["path"], f["line"]) for f in found(result.out)] == [("in.jsonl", 5)]


@pytest.mark.usefixtures("corpus")
def test_other_filters_apply(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_text('[per-file-ignores]\n"c.jsonl.gz" = ["XX201"]\n')
    assert {f["path"] for f in found(run("--format", "jsonl", ".").out)} == {"b.jsonl", "d.md"}
    run("baseline", "create", ".")
    assert run("--baseline", "corpuslint-baseline.jsonl", ".").code == 0


def test_a_record_without_what_is_required(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, rule(requires=("author",)))
    rows = [{"text": SAME}, {"text": SAME, "metadata": {"author": [{"name": "A. Hill"}]}}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run("a.jsonl")
    assert result.code == 0
    assert "1 records without author, to which XX201 does not apply" in result.err


@pytest.mark.parametrize("where", ["features", "check", "a hit"])
def test_a_rule_that_crashes(where: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: object) -> Any:
        raise RuntimeError("out of luck")

    given = {where: crash} if where != "a hit" else {"check": lambda _: [CorpusHit(Passage(0, 0, 999))]}
    with_rules(monkeypatch, rule(**given), rule("XX202"))
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(SAME)
    result = run("--format", "jsonl", ".")
    codes = [f["code"] for f in found(result.out)]
    assert result.code == 2
    assert codes.count("XX202") == 1
    assert set(codes) == {"CL905", "XX202"}


def test_no_more_findings_than_wanted(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [CorpusHit(Passage(0, i, i + 1)) for i in range(9)]
    with_rules(monkeypatch, rule(check=lambda _: many))
    (tmp_path / "a.txt").write_text(SAME)
    (tmp_path / "corpuslint.toml").write_text("max-findings-per-rule = 3\n")
    result = run("--format", "jsonl", "a.txt")
    assert [f["code"] for f in found(result.out)] == ["XX201"] * 3 + ["CL907"]


def test_from_python() -> None:
    linter = Linter(Settings(), rules=[rule(), rule("XX202")])
    results = linter.lint_corpus([SAME, OTHERS[0], SAME])
    assert [[f.code for f in findings] for findings in results] == [[], [], ["XX201", "XX202"]]
    assert results[2][0].record == "2"
    assert results[2][0].related[0].record == "0"


def test_features_of_many_documents_at_once() -> None:
    def crash(_: object) -> Any:
        raise RuntimeError("out of luck")

    def of_all(docs: Sequence[Doc]) -> list[Any]:
        return [first_line(doc) for doc in docs]

    at_once = {"features": crash, "features_of_all": of_all}
    given: dict[str, Any]
    for given in (at_once, {"features_of_all": crash}, {"features_of_all": lambda docs: []}):
        results = Linter(Settings(), rules=[rule(**given)]).lint_corpus([SAME, OTHERS[0], SAME])
        assert [[f.code for f in findings] for findings in results] == [[], [], ["XX201"]]


def test_configurations_that_prefer_other_records(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, rule())
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "corpuslint.toml").write_text(f'prefer = ["{name}/*"]\n')
        (tmp_path / name / "x.txt").write_text(SAME)
    result = run(".")
    assert (result.code, "prefer is about all files at once, but" in result.err) == (2, True)


def test_what_rules_share_is_computed_once() -> None:
    made: list[Collection] = []

    def shared(records: Collection) -> None:
        records.once(made.append)

    def check_shared(records: Collection) -> Iterator[CorpusHit]:
        shared(records)
        yield from ()

    Linter(Settings(), rules=[rule(check=check_shared), rule("XX202", check=check_shared)]).lint_corpus([SAME, SAME])
    assert len(made) == 1


def test_a_text_in_pieces_is_no_copy_of_itself(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpuslint.commands.check.ReadOptions", lambda **given: ReadOptions(piece_size=100, **given))
    with_rules(monkeypatch, rule())
    (tmp_path / "long.txt").write_text(f"{SAME}\n" * 9)
    (tmp_path / "long.jsonl").write_text(json.dumps({"text": f"{SAME}\n" * 9}) + "\n")
    (tmp_path / "short.txt").write_text(SAME)
    codes = [f["code"] for f in found(run("--format", "jsonl", ".").out)]
    assert set(codes) == {"CL904"}


def test_each_configuration_selects_for_its_own_files(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_rules(monkeypatch, rule(), rule("XX202"))
    for folder, code in (("a", "XX201"), ("b", "XX202")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "corpuslint.toml").write_text(f'select = ["{code}"]\n')
        for name in "12":
            (tmp_path / folder / f"{name}.txt").write_text(SAME)
    result = found(run("--format", "jsonl", ".").out)
    assert [(f["path"], f["code"]) for f in result] == [("a/2.txt", "XX201"), ("b/2.txt", "XX202")]


def test_settings_that_differ_are_an_error(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, rule())
    for folder, level in (("a", "info"), ("b", "error")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "corpuslint.toml").write_text(f'severity = {{ XX201 = "{level}" }}\n')
        (tmp_path / folder / "1.txt").write_text(SAME)
    result = run(".")
    assert result.code == 2
    assert "XX201 (rule-xx201) looks at all files at once, but its settings differ between " in result.err


def test_what_has_changed_may_copy_what_has_not(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, rule())
    git("init", "-q", cwd=tmp_path)
    (tmp_path / "old.txt").write_text(SAME)
    git("add", "-A", cwd=tmp_path)
    git("commit", "-q", "-m", "old", cwd=tmp_path)
    (tmp_path / "young.txt").write_text(SAME)
    assert [f["path"] for f in found(run("--format", "jsonl", "--since", "HEAD", ".").out)] == ["young.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM to catch")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_is_left_behind_where_a_run_is_ended(jobs: str, start: Start, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    rows = (json.dumps({"text": f"{number} {SAME} " * 50}) + "\n" for number in range(20_000))
    (tmp_path / "big.jsonl").write_text("".join(rows))
    process = start("--select", "DU", "--no-cache", "--jobs", jobs, "big.jsonl", TMPDIR=str(temporary))
    while not list(temporary.glob("corpuslint-*/*")):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT)  # Python's own way, where the interrupt meets an import
    assert list(temporary.iterdir()) == []
