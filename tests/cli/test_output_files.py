"""Files named with --format: there as a whole or not at all. And the cache: a help, never a condition."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

import corpuslint.commands.check
from cli.running import Run, Start
from corpuslint.formats.whole_file import whole_file

RULES = ("--select", "PW101")
BAD = "Sign in to continue reading this story.\n"


@pytest.fixture(autouse=True)
def bad(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("target", ["a.txt/x.json", ".", "/proc/x/y.json"])
def test_where_nothing_can_be_written(target: str, run: Run, tmp_path: Path) -> None:
    result = run(*RULES, "--format", "json", "--format", f"jsonl={target}", "a.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"corpuslint: cannot write {target}: ")
    assert names(tmp_path) == ["a.txt"]


def test_a_crash_leaves_what_was_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "found.json").write_text("from yesterday")
    monkeypatch.setattr(corpuslint.commands.check, "blocks", lambda *_: 1 / 0)
    result = run(*RULES, "--format", "json=found.json", "--format", "jsonl=new.jsonl", "a.txt")
    assert result.code == 2
    assert result.err.splitlines()[-1].startswith("corpuslint: this is a bug in corpuslint, please report it: ZeroDiv")
    assert (tmp_path / "found.json").read_text() == "from yesterday"
    assert names(tmp_path) == ["a.txt", "found.json"]


def test_the_file_keeps_its_mode_and_a_link_its_target(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "real.jsonl").chmod(0o640)
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    assert run(*RULES, "--format", "jsonl=link.jsonl", "a.txt").code == 1
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text().startswith('{"path":"a.txt"')
    assert stat.S_IMODE((tmp_path / "real.jsonl").stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    with whole_file(tmp_path / "new" / "x") as stream:
        assert not (tmp_path / "new" / "x").exists()
        stream.write("é\n")
    assert (tmp_path / "new" / "x").read_bytes() == "é\n".encode()
    assert (tmp_path / "new" / "x").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_is_written_to(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_text()))
    reader.start()
    run(*RULES, "--format", "jsonl=pipe", "a.txt")
    reader.join(10)
    assert read[0].startswith('{"path":"a.txt"')


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CORPUSLINT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_no_cache_writes_nothing(cache: Path, run: Run) -> None:
    assert run(*RULES, "--no-cache", "a.txt").code == 1
    assert not cache.exists()
    assert run(*RULES, "a.txt").code == 1
    assert {file.parent.name for file in cache.rglob("*") if file.is_file()} == {"plugins", "scanner"}


def test_a_damaged_cache_is_made_anew(cache: Path, run: Run) -> None:
    whole = run(*RULES, "a.txt").out
    files = {file: file.read_bytes() for file in cache.rglob("*") if file.is_file()}
    assert len(files) == 5
    for damage in (b"", b"\0" * 40, None):
        for file, data in files.items():
            file.write_bytes(data[:-7] + b"garbage" if damage is None else damage)
        assert run(*RULES, "a.txt").out == whole
        assert all(file.read_bytes() == data for file, data in files.items())


def test_a_cache_that_cannot_be_written_is_no_error(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("/proc/none", str(tmp_path / "a.txt")):
        monkeypatch.setenv("CORPUSLINT_CACHE", place)
        assert run(*RULES, "--quiet", "a.txt") == (1, 'a.txt:1:1: PW101 sign-in prompt: "Sign in to continue"\n', "")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write anywhere")
def test_a_read_only_cache_is_no_error(cache: Path, start: Start) -> None:
    cache.mkdir(mode=0o500)
    assert start(*RULES, "a.txt").wait(timeout=60) == 1
