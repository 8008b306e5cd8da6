"""Findings kept from run to run: the same output, whatever has happened to the file that keeps them."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

import msgspec
import pytest

from cli.running import Run
from corpuslint.cli import main
from corpuslint.discover import Source
from corpuslint.finding import Finding
from corpuslint.formats.report import Report
from corpuslint.incremental import WORTH, Incremental
from corpuslint.kept import Kept
from corpuslint.linter import Linter, linter_for
from corpuslint.pool import lint_in_processes
from corpuslint.read import Batch, Block, FileRecord, Files, Lines, ReadOptions, load
from corpuslint.read.record import Origin
from corpuslint.reporting import Linted
from corpuslint.run import Done, Work, aids_for
from corpuslint.settings import Overrides, resolve

RULES = ("--select", "PW101,BP,EN", "--format", "jsonl")
STORY = "The ferry left the northern quay at nine, and few of those on board had slept. It was cold\u200b for June. "
PROMPT = "\n\nSign in to continue reading this story.\n"


def story(number: int) -> str:
    return f"Crossing number {number}.\n" + STORY * 40 + PROMPT


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """300 files and as many records, together well over a megabyte."""
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(story(number), encoding="utf-8")
    rows = (json.dumps({"id": n, "text": story(n)}, ensure_ascii=n % 2 == 0) for n in range(300))
    (tmp_path / "records.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("CORPUSLINT_CACHE", str(folder))
    return folder


def test_a_second_run_says_the_same(corpus: Path, own_cache: Path, run: Run) -> None:
    first = run(*RULES, ".")
    assert (own_cache / "findings.sqlite").exists()
    assert len(first.lines) == 1200
    for options in ((), ("--jobs", "2"), ("--no-cache",)):
        again = run(*RULES, *options, ".")
        assert (again.code, again.out) == (first.code, first.out)


def test_processes_start_when_enough_is_new(corpus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what earlier runs know is looked up many blocks at a time, with the same output."""
    left: list[int] = []

    def counted(blocks: Iterable[Block], work: Work, linter: Linter, jobs: int) -> Iterator[Done]:
        left.append(len(rest := list(blocks)))
        return lint_in_processes(rest, work, linter, jobs)

    monkeypatch.setattr("corpuslint.pool.lint_in_processes", counted)
    first = run(*RULES, "--jobs", "2", ".")
    assert left.pop() >= 2
    for number in range(0, 300, 100):
        (corpus / f"{number:03}.txt").write_text(story(1000 + number), encoding="utf-8")
    second = run(*RULES, "--jobs", "2", ".")
    assert not left
    assert (second.code, second.out) == (first.code, run(*RULES, "--no-cache", ".").out)


def test_long_texts_are_left_to_other_processes(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(story(number) * 10, encoding="utf-8")
    expected = run(*RULES, "--no-cache", ".").out
    monkeypatch.setattr("corpuslint.run.LONG", 10_000)
    monkeypatch.setattr("corpuslint.commands.check.MANY", 0)
    for _ in range(2):
        assert run(*RULES, "--jobs", "2", ".").out == expected


def test_moved_records_and_renamed_files_keep_their_findings(corpus: Path, run: Run) -> None:
    run(*RULES, ".")
    (corpus / "000.txt").rename(corpus / "renamed.txt")
    records = corpus / "records.jsonl"
    records.write_text('{"text": "A new first record."}\n\n' + records.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(*RULES, ".").out == run(*RULES, "--no-cache", ".").out


@pytest.mark.parametrize(
    "damage", [b"", b"no database", b"SQLite format 3\0" + bytes(5000)], ids=["empty", "text", "broken"]
)
def test_a_damaged_file_is_made_anew(corpus: Path, own_cache: Path, run: Run, damage: bytes) -> None:
    (own_cache / "findings.sqlite").write_bytes(damage)
    first, second = run(*RULES, "."), run(*RULES, ".")
    assert first.out == second.out == run(*RULES, "--no-cache", ".").out
    assert "Traceback" not in first.err + second.err


def test_a_file_damaged_in_its_midst(corpus: Path, own_cache: Path, run: Run) -> None:
    expected = run(*RULES, ".").out
    file = own_cache / "findings.sqlite"
    data = bytearray(file.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    file.write_bytes(data)
    assert run(*RULES, ".").out == expected


def test_no_place_to_keep_anything(corpus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUSLINT_CACHE", str(corpus / "000.txt"))
    assert len(run(*RULES, ".").lines) == 1200


def lint_until(moment: float, *arguments: str) -> None:
    """Lints unheard, and is killed when it has used so many seconds of a processor; 0 for never."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, moment)
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        main(arguments)


def seconds_of_children() -> float:
    """Seconds of processors that the processes used that have ended."""
    times = os.times()
    return times.children_user + times.children_system


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_killed_at_any_moment(tmp_path: Path, own_cache: Path, run: Run) -> None:
    """Fifty times, each under options of its own, so that each time all is linted and written anew."""
    rows = (json.dumps({"id": n, "text": story(n)}) for n in range(250))
    (tmp_path / "records.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    expected = run(*RULES, "--no-cache", ".").out
    assert expected.count("\n") == 500
    chance, seconds, killed, used = random.Random(17), 10.0, 0, seconds_of_children()
    for number in range(52):
        options = (*RULES, "--jobs=1", "--config", f"max-findings-per-rule={2000 + number}", ".")
        moment = chance.random() * seconds if number > 1 else 0
        process = get_context("fork").Process(target=lint_until, args=(moment, *options))
        process.start()
        process.join()
        before, used = used, seconds_of_children()
        if process.exitcode == -signal.SIGPROF:
            killed += 1
        else:
            seconds = min(seconds, used - before)
        assert run(*options).out == expected
    assert killed >= 40
    with closing(sqlite3.connect(own_cache / "findings.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM kept").fetchone() == (52 * 250,)


class Counting:
    """Lints batches and counts their texts."""

    def __init__(self, finding: str | None = None, coverage: Mapping[str, int] = MappingProxyType({})):
        self.texts = 0
        self._code = finding
        self._coverage = coverage

    def __call__(self, batch: Batch) -> dict[int, Linted]:
        self.texts += len(batch.texts)
        if self._code is None:
            return {}
        found = Finding("a.txt", 1, 1, 1, 2, self._code, "a-rule", "a message", "warning")
        return {
            index: Linted([Report(msgspec.structs.replace(found, path=f"{index}.txt"))], self._coverage)
            for index in range(len(batch.texts))
        }


def batch_of(*texts: str) -> Batch:
    def no_record(index: int) -> FileRecord:
        raise IndexError(index)

    return Batch(list(texts), no_record, origin=lambda i: Origin(f"{i}.txt", 1, texts[i].encode()))


def incremental(tmp_path: Path, **options: object) -> Incremental:
    settings = resolve(overrides=Overrides(select=("PW101", "EN"), **options))  # type: ignore[arg-type]
    return Incremental(Linter(settings).rules.values(), settings, kept=Kept(tmp_path / "kept.sqlite"))


def test_only_what_is_new_is_linted(tmp_path: Path) -> None:
    lint = Counting("PW101")
    first, second = story(1), story(2)
    incremental(tmp_path).linted(batch_of(first), lint)
    found = incremental(tmp_path).linted(batch_of(second, first, "short"), lint)
    assert lint.texts == 1 + 2
    assert sorted(found) == [0, 1, 2]
    assert found[1].reports[0].finding.path == "1.txt"
    assert len("short") < WORTH < len(first)


def test_other_settings_keep_findings_of_their_own(tmp_path: Path) -> None:
    lint = Counting()
    for options in ({}, {"severity": {"PW101": "error"}}, {"max_findings_per_rule": 7}, {}):
        incremental(tmp_path, **options).linted(batch_of(story(1)), lint)
    assert lint.texts == 3


def test_a_crash_is_not_kept(tmp_path: Path) -> None:
    lint = Counting("CL905")
    for _ in range(2):
        incremental(tmp_path).linted(batch_of(story(1)), lint)
    assert lint.texts == 2


def test_what_rules_count_is_kept_too(tmp_path: Path) -> None:
    """A second run ends with the same coverage."""
    lint = Counting("PW101", {"characters sent": 7})
    first, second = (incremental(tmp_path).linted(batch_of(story(1), "short"), lint) for _ in range(2))
    assert lint.texts == 2 + 1
    assert first[0] == second[0]
    assert second[0].coverage == {"characters sent": 7}


def test_rules_that_hold_a_server_open_are_asked_every_time() -> None:
    work = Work(resolve(), ReadOptions(), incremental=True)
    asked = [linter_for(select=select, cache=False) for select in (["PW101"], ["PW101", "GR"])]
    assert [aids_for(linter, work).incremental is not None for linter in asked] == [True, False]


def test_another_version_of_a_library_finds_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lint = Counting()
    for installed in ("0.7.8", "0.7.9", "0.7.9"):
        monkeypatch.setattr("corpuslint.incremental.version", lambda name: installed if name == "textstat" else "1")  # noqa: B023
        incremental(tmp_path).linted(batch_of(story(1)), lint)
    assert lint.texts == 2


def test_a_changed_rule_or_lexicon_is_noticed(tmp_path: Path) -> None:
    phrases = tmp_path / "more.txt"
    lint = Counting()
    for text in ("Log on to go further\n", "Log on to go on and on\n"):
        phrases.write_text(text, encoding="utf-8")
        incremental(tmp_path, rules={"PW101": {"phrases": (str(phrases),)}}).linted(batch_of(story(1)), lint)
    assert lint.texts == 2


def test_what_identifies_a_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"The same bytes.")
    text, markdown = (load(Files((Source(str(file), str(file), kind),))).origin(0) for kind in ("text", "markdown"))
    assert text
    assert markdown
    assert text.identity != markdown.identity  # front matter and code are masked in one of them
    line = load(Lines("b.jsonl", b'{"t": "one"}\n{"t": "two"}\n', 7, 0, ("t",))).origin(1)
    assert line
    assert (line.path, line.line) == ("b.jsonl", 8)
