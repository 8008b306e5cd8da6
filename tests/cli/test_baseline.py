"""The baseline as its users live with it: edits, merges, renames, partial runs, kills."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import msgspec
import pytest

from cli.running import Run, Start
from corpuslint.suppression.baseline import Entry, read_baseline, write_baseline

FILE = "corpuslint-baseline.jsonl"
PAGE = "Skip to content\nSign in to read more.\nThe ferry left the harbour at nine and came back at noon.\n"
RULES = ("--select", "PW101,BP101")


def entries(folder: Path) -> list[Entry]:
    return read_baseline(folder / FILE).entries


def create(folder: Path, run: Run, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(PAGE, encoding="utf-8")
    assert run("baseline", "create", *RULES, ".").code == 0


def test_holds_no_lines_and_no_times(tmp_path: Path, run: Run) -> None:
    create(tmp_path, run, "b.txt", "a.txt")
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert text.splitlines() == sorted(text.splitlines())
    assert {key for line in text.splitlines() for key in json.loads(line)} == {"path", "code", "text", "fp"}


def test_a_finding_is_known_again_on_another_line(tmp_path: Path, run: Run) -> None:
    story = "The mill grinds on Tuesdays only, and the miller sells bread.\n"
    (tmp_path / "a.txt").write_text(f"{story}{PAGE}", encoding="utf-8")
    run("baseline", "create", *RULES, ".")
    page = PAGE.replace("the harbour at nine", "the\r\n  harbour\r\n  at nine")
    (tmp_path / "a.txt").write_text("A new paragraph.\n\n" * 9 + story + page + story * 9, encoding="utf-8", newline="")
    assert run("--baseline", FILE, *RULES, ".").lines == ["No findings in 1 file."]


def test_one_mended_finding_does_not_hide_a_new_one(tmp_path: Path, run: Run) -> None:
    create(tmp_path, run, "a.txt")
    moved = PAGE.replace("Skip to content\n", "") + "\nThe mill grinds on Tuesdays only.\nSkip to content\n"
    (tmp_path / "a.txt").write_text(moved, encoding="utf-8")
    assert "a.txt:5:1: BP101" in run("--baseline", FILE, *RULES, ".").out


def test_update_keeps_labels_and_what_was_not_linted(tmp_path: Path, run: Run) -> None:
    create(tmp_path, run, "old/a.txt", "new/b.txt")
    run("baseline", "audit", *RULES, ".", stdin=b"r\n" * 4)
    (tmp_path / "new/b.txt").write_text("The mill grinds on Tuesdays only.\n", encoding="utf-8")
    (tmp_path / "new/c.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "old/a.txt").unlink()
    assert run("baseline", "update", *RULES, "new").code == 0
    assert [(entry.path, entry.label) for entry in entries(tmp_path)] == [
        ("new/c.txt", "right"),  # found again: the text of a file that is gone
        ("new/c.txt", "right"),
    ]


def test_update_of_a_configured_baseline(tmp_path: Path, run: Run) -> None:
    config = 'baseline = "known/house.jsonl"\nselect = ["PW101", "BP101"]\n'
    (tmp_path / "corpuslint.toml").write_text(config, encoding="utf-8")
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    assert run("baseline", "create", ".").code == 0
    text = (tmp_path / "known/house.jsonl").read_text(encoding="utf-8")
    assert '"path":"../a.txt"' in text
    assert run("baseline", "update", ".").out == "known/house.jsonl: 2 findings (0 added, 0 removed)\n"
    assert (tmp_path / "known/house.jsonl").read_text(encoding="utf-8") == text
    assert run(".").code == 0


def test_a_configuration_that_was_found_names_no_file_elsewhere(tmp_path: Path, run: Run) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "corpus/corpuslint.toml").write_text('baseline = "../house.jsonl"\n', encoding="utf-8")
    refused = run("baseline", "create", "corpus")
    assert (refused.code, refused.out) == (2, "")
    assert "lies outside of its folder" in refused.err
    assert run("baseline", "create", "--baseline", "house.jsonl", "corpus").code == 0


def test_a_partial_run_touches_nothing_else(tmp_path: Path, run: Run) -> None:
    create(tmp_path, run, "a.txt", "b.txt")
    before = entries(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The mill grinds on Tuesdays only.\n", encoding="utf-8")
    run("baseline", "prune", *RULES, "b.txt")
    assert entries(tmp_path) == [entry for entry in before if entry.path == "a.txt"]
    run("baseline", "prune", "--select", "BP101", "a.txt")
    assert entries(tmp_path) == [entry for entry in before if entry.path == "a.txt" and entry.code == "PW101"]


def test_a_changed_neighbour_keeps_the_label(tmp_path: Path, run: Run) -> None:
    create(tmp_path, run, "a.txt")
    run("baseline", "audit", *RULES, ".", stdin=b"w\nr\n")
    (tmp_path / "a.txt").write_text(PAGE.replace("The ferry left", "A boat came to"), encoding="utf-8")
    run("baseline", "update", *RULES, ".")
    assert {entry.code: entry.label for entry in entries(tmp_path)} == {"BP101": "wrong", "PW101": "right"}


def test_equal_findings_of_one_file_are_counted(tmp_path: Path, run: Run) -> None:
    page = "The mill grinds on Tuesdays only, in the old mill.\n\nSkip to content\n\n" * 5
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    run("baseline", "create", "--select", "BP101", ".")
    numbers = [entry.n for entry in entries(tmp_path)]
    assert 0 in numbers and max(numbers) >= 2
    assert run("--baseline", FILE, "--select", "BP101", ".").code == 0
    (tmp_path / "a.txt").write_text(page + page, encoding="utf-8")
    assert len(run("--baseline", FILE, "--select", "BP101", "--quiet", ".").lines) == 5


def test_records_keep_their_entries_when_the_file_is_sorted_anew(tmp_path: Path, run: Run) -> None:
    rows = [json.dumps({"id": number, "text": f"Mill number {number}.\nSkip to content\n"}) for number in range(9)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    run("baseline", "create", "--select", "BP101", ".")
    assert [entry.record for entry in entries(tmp_path)] == [str(number) for number in range(9)]
    (tmp_path / "a.jsonl").write_text("\n".join(reversed(rows)), encoding="utf-8")
    assert run("--baseline", FILE, "--select", "BP101", ".").lines == ["No findings in 1 file."]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_merges_two_updates(tmp_path: Path, run: Run) -> None:
    def git(*arguments: str) -> None:
        known = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *known, *arguments], cwd=tmp_path, check=True, capture_output=True)

    def save(name: str) -> None:
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
        run("baseline", "update", *RULES, ".")
        git("add", "-A")
        git("commit", "-m", name)

    git("init")
    (tmp_path / ".gitattributes").write_text("*baseline.jsonl merge=union\n", encoding="utf-8")
    create(tmp_path, run, "m.txt")
    save("m.txt")
    git("checkout", "-b", "side")
    save("a.txt")
    save("b.txt")
    git("checkout", "main")
    save("c.txt")
    git("merge", "side")
    assert len(entries(tmp_path)) == 8
    assert run("--baseline", FILE, "--strict-baseline", *RULES, ".").code == 0


def test_a_merge_that_doubles_lines_does_no_harm(tmp_path: Path, run: Run) -> None:
    create(tmp_path, run, "a.txt")
    known = entries(tmp_path)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    labelled = text.replace("}", ',"label":"wrong"}')
    (tmp_path / FILE).write_text(text + labelled + text, encoding="utf-8")
    assert [(entry.fp, entry.label) for entry in entries(tmp_path)] == [(entry.fp, "wrong") for entry in known]
    assert run("--baseline", FILE, "--strict-baseline", *RULES, ".").code == 0


def test_nothing_is_lost_when_an_audit_is_killed(tmp_path: Path, run: Run, start: Start) -> None:
    create(tmp_path, run, "a.txt")
    more = [Entry(path=f"z{number}.txt", code="PW101", text="Log in", fp=f"{number:016}") for number in range(20_000)]
    write_baseline(tmp_path / FILE, [*entries(tmp_path), *more])
    whole = len(entries(tmp_path))
    for wait in (0.0, 0.03, 0.08, 0.15):
        before = (tmp_path / FILE).read_bytes()
        process = start("baseline", "audit", "--all", "--select", "PW101,BP101", "a.txt", stdin=subprocess.PIPE)
        assert process.stdin
        process.stdin.write(b"r\nw\nb\nb\n" * 500)
        process.stdin.flush()
        while (tmp_path / FILE).read_bytes() == before and process.poll() is None:
            time.sleep(0.01)  # until it writes, which it then does again and again
        time.sleep(wait)
        process.kill()
        process.communicate()
        assert len(entries(tmp_path)) == whole
        write_baseline(tmp_path / FILE, [msgspec.structs.replace(e, label=None) for e in entries(tmp_path)])
    assert run("baseline", "audit", "--all", *RULES, "a.txt", stdin=b"r\nw\n").code == 0
    assert {entry.code: entry.label for entry in entries(tmp_path) if entry.label} == {
        "BP101": "right",
        "PW101": "wrong",
    }
