"""``--format verdicts`` and ``--gate``: a line a record, the same for any order and number of processes."""

from __future__ import annotations

import json
import random
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import corpuslint.linter
from cli.running import Run
from corpuslint import Collection, Corpus, CorpusHit, Doc, Document, Hit, Passage
from corpuslint.plugins import load_rules
from corpuslint.rule import Rule

PROSE = [
    "The ferry left the harbour at nine and came back at noon.",
    "Nobody on the quay had seen the lamp go out.",
    "She counted twelve crates and signed for eleven of them.",
    "The mill at the weir grinds on Tuesdays, when the sluice is open.",
]
DEFECTS = [
    "Sources can contact us to remove this article.",
    "Sign in to read more.",
    "Subscribe now to keep reading",
    "Itâ€™s a long way to the harbour.",
    "The board wants more infor- mation before it votes.",
]
HOSTILE = '</script><!-- \u2028 \u202e \x1b[31m {{7*7}} =cmd() ::error:: " \\ 😀'


def text_of(rng: random.Random, defects: int) -> str:
    lines = rng.choices(PROSE, k=rng.randrange(8, 30))
    return "\n".join(rng.sample(DEFECTS, defects) + lines)


def make(folder: Path, records: int = 120) -> None:
    """Records most of which are clean; they are of the same sentences, so that copies are not looked for."""
    rng = random.Random(3)
    for name in ("b.jsonl", "a.jsonl"):
        rows = (
            {
                "id": f"{name}-{i}",
                "site": f"s{i % 4}.example",
                "author": HOSTILE,
                "text": text_of(rng, max(0, i % 12 - 6)),
            }
            for i in range(records)
        )
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "corpuslint.toml").write_text('ignore = ["DU"]\n')
    (folder / "clean.txt").write_text(text_of(rng, 0))
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(b"\x00\x01\xff")


def verdicts(out: str) -> dict[tuple[str, int], dict[str, Any]]:
    found = [json.loads(line, parse_float=Decimal) for line in out.split("\n") if line]
    return {(verdict["path"], verdict["line"]): verdict for verdict in found}


def test_a_line_a_record_whose_reasons_add_up(run: Run, tmp_path: Path) -> None:
    make(tmp_path)
    result = run("--format", "verdicts", ".")
    assert result.code == 2  # binary.txt
    found = verdicts(result.out)
    assert len(found) == len(result.lines) == 243
    for verdict in found.values():
        assert sum((reason["points"] for reason in verdict["reasons"]), Decimal()) == verdict["points"]
        assert verdict["checked"] + len(verdict["na"]) > 40 or not verdict["words"]
    assert {v["verdict"] for v in found.values()} == {"keep", "review", "drop"}
    assert [found[f"{name}.txt", 1]["verdict"] for name in ("clean", "empty", "binary")] == ["keep", "drop", "review"]
    assert found["a.jsonl", 7]["record"] == "a.jsonl-6"
    assert "verdicts: keep " in result.err
    assert "the corpus’s own" in result.err


@pytest.mark.parametrize("how", [("--jobs", "4"), ("--no-cache",), ("--no-scanner",)])
def test_the_same_bytes(how: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    make(tmp_path, 40)
    assert run("--format", "verdicts", ".", *how).out == run("--format", "verdicts", "--jobs", "1", ".").out


def test_the_order_of_the_input_does_not_matter(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 40)
    plain = verdicts(run("--format", "verdicts", ".").out)
    lines = (tmp_path / "a.jsonl").read_text().splitlines(keepends=True)
    random.Random(4).shuffle(lines)
    (tmp_path / "a.jsonl").write_text("".join(lines))
    shuffled = verdicts(run("--format", "verdicts", "clean.txt", "a.jsonl", "empty.txt", "binary.txt", "b.jsonl").out)

    def by_record(found: dict[tuple[str, int], dict[str, Any]]) -> dict[str, dict[str, Any]]:
        return {v["record"] or v["path"]: {k: x for k, x in v.items() if k != "line"} for v in found.values()}

    assert by_record(shuffled) == by_record(plain)


def test_other_formats_beside_it(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 10)
    result = run("--format", "verdicts=out.jsonl", "--format", "concise", "a.jsonl")
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 10
    assert "TD101" in result.out


def test_suppressed_findings_cost_nothing(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 12)
    assert run("baseline", "create", "--baseline", "known.jsonl", "a.jsonl").code == 0
    found = verdicts(run("--format", "verdicts", "--baseline", "known.jsonl", "a.jsonl").out)
    assert {verdict["points"] for verdict in found.values()} == {Decimal("0.0")}


def test_the_table_of_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{DEFECTS[1]}\n" + "\n".join(PROSE))
    (tmp_path / "corpuslint.toml").write_text("[verdict]\npoints = { sign-in-prompt = 25 }\ncaps = { PW = 21 }\n")
    (found,) = verdicts(run("--format", "verdicts", "a.txt").out).values()
    assert (found["verdict"], found["points"], found["counterfactual"]["without"]) == ("drop", 21, ["PW101"])
    assert [(r["code"], r["points"]) for r in found["reasons"]] == [("PW101", 25), ("PW", -4)]
    (tmp_path / "corpuslint.toml").write_text('[verdict]\nveto = ["sign-in"]\n')
    result = run("--format", "verdicts", "a.txt")
    assert (result.code, result.out) == (2, "")
    assert 'corpuslint.toml:1: verdict.veto: "sign-in" matches no rule; did you mean sign-in-prompt?' in result.err


def test_hostile_text_in_every_field(run: Run, tmp_path: Path) -> None:
    name = "x'\u202e{{}}.jsonl"
    (tmp_path / name).write_text(
        json.dumps({"id": HOSTILE, "title": HOSTILE, "text": f"{HOSTILE} {DEFECTS[1]}"}) + "\n"
    )
    result = run("--format", "verdicts", ".")
    (found,) = verdicts(result.out).values()
    assert (found["path"], found["record"]) == (name, HOSTILE)
    assert "\x1b" not in result.out + result.err


def test_lone_surrogates(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "\\ud800", "kind": "\\udc00x", "text": "Sign in to read more."}\n')
    (tmp_path / "corpuslint.toml").write_text('[verdict]\ngenre-field = "kind"\n')
    result = run("--format", "verdicts", ".")
    (found,) = verdicts(result.out).values()
    assert found["record"] == "\\ud800"


def first_words(doc: Doc) -> str:
    return doc.text[:19]


def copies(records: Collection) -> list[CorpusHit]:
    first: dict[str, int] = {}
    for index, words in enumerate(records.features):
        first.setdefault(words, index)
    passages = [(Passage(i, 0, 5), Passage(first[words], 0, 5)) for i, words in enumerate(records.features)]
    return [CorpusHit(one, "a copy", related=(other,)) for one, other in passages if one != other]


COPY = Corpus(
    code="DU101",
    name="exact-copy",
    doc=None,
    message="m",
    default=False,
    for_verdicts=True,
    strength="decisive",
    features=first_words,
    check=copies,
)


def undated(doc: Doc) -> list[Hit]:
    return [Hit(0, 1)]


UNDATED = Document(
    code="QQ101", name="q", doc=None, message="m", severity="info", check=undated, needs=(), requires=("date",)
)


def with_rules(monkeypatch: pytest.MonkeyPatch, *more: Rule) -> None:
    rules = [*(rule for rule in load_rules(()) if not rule.code.startswith("DU")), *more]
    monkeypatch.setattr(corpuslint.linter, "load_rules", lambda plugins: rules)


def test_copies_are_looked_for_and_dropped(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, COPY)
    rows = ["The ferry left late and nobody minded.", "A heron stood on the weir.", "The ferry left late, they said."]
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(rows))
    )
    assert "DU101" not in run("a.jsonl").out
    found = verdicts(run("--format", "verdicts", "a.jsonl").out)
    assert [verdict["verdict"] for verdict in found.values()] == ["keep", "keep", "drop"]
    kept = {"kind": "exact-copy", "path": "a.jsonl", "line": 1, "record": "0"}
    assert (found["a.jsonl", 3]["copies"], found["a.jsonl", 3]["reasons"][0]["veto"]) == ([kept], True)
    for choice in (("--ignore", "DU"), ("--select", "PW")):
        found = verdicts(run("--format", "verdicts", *choice, "a.jsonl").out)
        assert {verdict["verdict"] for verdict in found.values()} == {"keep"}


def test_rules_that_do_not_apply_are_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch, UNDATED)
    english = "\n".join(PROSE * 3)
    german = (
        "Die Fähre fuhr um neun aus dem Hafen und kam am Mittag zurück, niemand sah das Licht am Kai ausgehen. " * 3
    )
    rows = [{"text": english, "date": "2024-05-01"}, {"text": english}, {"text": german}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    dated, undated, other = verdicts(run("--format", "verdicts", "a.jsonl").out).values()
    assert "QQ101" not in dated["na"]
    assert [code for code in undated["na"] if code not in dated["na"]] == ["QQ101"]
    assert "UC101" in other["na"]
    assert len({verdict["checked"] + len(verdict["na"]) for verdict in (dated, undated, other)}) == 1


GATES = [
    (("findings <= 1000",), 0),
    (("findings <= 3", "PW101 <= 1000"), 1),
    (("drop-share <= 99%",), 0),
    (("drop-share <= 0.001", "records >= 1"), 1),
    (("new findings = 0",), 0),
]


@pytest.mark.parametrize(("gate", "code"), GATES)
def test_a_gate_decides(gate: tuple[str, ...], code: int, run: Run, tmp_path: Path) -> None:
    make(tmp_path, 30)
    given = [part for condition in gate for part in ("--gate", condition)]
    result = run("a.jsonl", *given)
    assert result.code == code
    assert result.err.count("gate: ") == len(gate)
    (tmp_path / "corpuslint.toml").write_text(f"gate = {json.dumps(gate)}\nignore = ['DU']")
    assert run("a.jsonl", "--quiet").code == code
    assert run("a.jsonl", "--gate", "records = 30").code == 0


@pytest.mark.parametrize(("selected", "gate"), [("SP", "PW101"), ("SP", "SR101"), ("SP", "TQ"), ("ALL", "DU102")])
def test_a_gate_about_rules_that_did_not_run(selected: str, gate: str, run: Run, tmp_path: Path) -> None:
    make(tmp_path, 3)
    result = run("a.jsonl", "--select", selected, "--ignore", "DU", "--gate", f"{gate} <= 0")
    assert f"gate: not evaluated  {gate} <= 0  no rule ran that {gate} stands for\n" in result.err
    assert (result.code, "gate: pass" in result.err) == (0, False)


def test_a_gate_does_not_hide_what_is_unreadable(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 3)
    assert run(".", "--gate", "findings >= 0").code == 2


def test_a_gate_with_a_baseline(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 12)
    run("baseline", "create", "--baseline", "known.jsonl", "a.jsonl")
    assert run("a.jsonl", "--baseline", "known.jsonl", "--gate", "new findings = 0").code == 0
    with (tmp_path / "a.jsonl").open("a") as file:
        file.write('{"text": "Sign in to read more."}\n')
    result = run("a.jsonl", "--baseline", "known.jsonl", "--gate", "new findings = 0")
    assert (result.code, "gate: FAIL           new findings = 0  1\n" in result.err) == (1, True)


@pytest.mark.parametrize("command", [("split", "--keep", "k.jsonl"), ("sources",), ("report", "-o", "r.html")])
def test_commands_say_what_check_says(command: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    if command[0] == "report":
        pytest.importorskip("jinja2", reason="needs the extra report")
    make(tmp_path, 12)
    run("baseline", "create", "--baseline", "known.jsonl", "a.jsonl")
    (tmp_path / "corpuslint.toml").write_text("verdict.median = 2.5\nselect = ['PW']\nbaseline = 'known.jsonl'")
    result = run(*command, "a.jsonl")
    assert re.search(
        r"^linted 1 file, .*; [1-9]\d* suppressed; configured by corpuslint.toml$", result.err, re.MULTILINE
    )
    assert "median: 2.5 points per 1,000 words, pinned\n" in result.err


def test_a_wrong_gate_is_said_before_anything_is_linted(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 3)
    result = run("a.jsonl", "--gate", "drop-shar <= 5%")
    assert (result.code, result.out) == (2, "")
    assert "did you mean drop-share?" in result.err


def test_verdicts_are_on_whole_records(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 3)
    result = run("a.jsonl", "--format", "verdicts", "--since", "HEAD")
    assert (result.code, "--since leaves out findings" in result.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="takes long there")
def test_long_texts_are_judged_window_by_window(run: Run, tmp_path: Path) -> None:
    dense = "\n".join([*DEFECTS, *PROSE * 20])
    (tmp_path / "long.txt").write_text("\n".join([dense] * 10))
    (tmp_path / "short.txt").write_text(dense)
    found = verdicts(run("--format", "verdicts", ".").out)
    long, short = found["long.txt", 1], found["short.txt", 1]
    assert long["words"] == 10 * short["words"]
    assert long["points"] > 5 * short["points"]


def test_a_corpus_is_judged_by_the_medians_of_another(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 60)
    (tmp_path / "lines.toml").write_text('verdict.median = "medians/good.json"\n')
    assert "write one with: corpuslint medians" in run("a.jsonl", "--config", "lines.toml", "--format=verdicts").err
    measured = run("medians", "a.jsonl", "--config", "lines.toml", "-o", "medians/good.json")
    assert (measured.code, "the corpus’s own" in measured.err) == (0, True)
    written = json.loads((tmp_path / "medians/good.json").read_text())
    assert (written["records"], len(written["date"])) == (60, 10)
    assert {"PW101": 3.0, "SR108": 10.0}.items() <= written["points"].items()
    result = run("a.jsonl", "--config", "lines.toml", "--format=verdicts")
    said = (
        f"{written['median']:.1f} points per 1,000 words, pinned by medians/good.json of {written['date']} (60 records)"
    )
    assert said in result.err
    other = run("a.jsonl", "--config", "lines.toml", "--format=verdicts", "--ignore=PW101")
    assert "(60 records, measured with other rules or points: PW101)" in other.err


def test_medians_are_not_written_over_what_they_are_of(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 60)
    before = (tmp_path / "a.jsonl").read_bytes()
    result = run("medians", "a.jsonl", "-o", "a.jsonl")
    assert (result.code, "a.jsonl is linted in this run" in result.err) == (2, True)
    assert (tmp_path / "a.jsonl").read_bytes() == before


def test_too_few_records_make_no_medians(run: Run, tmp_path: Path) -> None:
    make(tmp_path, 12)
    result = run("medians", "a.jsonl", "-o", "good.json")
    assert (result.code, (tmp_path / "good.json").exists()) == (2, False)
    assert "too few records for a median: 50 of at least 50 words are needed" in result.err
    (tmp_path / "corpuslint.toml").write_text('[verdict]\nmedian = "a.jsonl"\n')
    assert re.search(
        r"corpuslint.toml:\d: verdict.median: \S*a.jsonl: no file of medians",
        run("a.jsonl", "--format=verdicts").err,
    )
