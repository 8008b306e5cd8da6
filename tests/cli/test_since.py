"""Which lines have changed since a revision, told by a real git repository."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cli.running import Run
from corpuslint.errors import UsageError
from corpuslint.since import WHOLE, Lines, changed_since

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

AWKWARD = 'a "quoted"\tname – é.txt'


def git(folder: Path, *arguments: str) -> str:
    command = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments)
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "sub").mkdir()
    for name in ("kept.txt", "sub/edited.txt", "renamed.txt", "deleted.txt", AWKWARD):
        (tmp_path / name).write_text("one\ntwo\nthree\nfour\n", encoding="utf-8")
    (tmp_path / "data.jsonl.gz").write_bytes(b"\x1f\x8b\0\1")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_changed_lines(repository: Path) -> None:
    (repository / "sub/edited.txt").write_text("zero\none\ntwo\n@@ -1 +1 @@\nfour\nfive\n", encoding="utf-8")
    (repository / AWKWARD).write_text("one\nfour\n", encoding="utf-8")
    (repository / "renamed.txt").rename(repository / "sub/other.txt")
    (repository / "deleted.txt").unlink()
    (repository / "data.jsonl.gz").write_bytes(b"\x1f\x8b\0\2")
    git(repository, "add", "-A")
    (repository / "new.txt").write_text("new\n", encoding="utf-8")
    assert changed_since("HEAD", repository / "sub") == {
        str(repository / "sub/edited.txt"): [Lines(1, 1), Lines(4, 4), Lines(6, 6)],
        str(repository / AWKWARD): [],
        str(repository / "sub/other.txt"): [],
        str(repository / "data.jsonl.gz"): WHOLE,
        str(repository / "new.txt"): WHOLE,
    }


def test_since_a_branch_means_since_it_was_left(repository: Path) -> None:
    git(repository, "checkout", "-qb", "topic")
    (repository / "kept.txt").write_text("one\ntwo\nthree\nfour\nfive\n", encoding="utf-8")
    git(repository, "commit", "-qam", "on the topic")
    git(repository, "checkout", "-q", "main")
    (repository / "deleted.txt").write_text("changed\n", encoding="utf-8")
    git(repository, "commit", "-qam", "on main")
    git(repository, "checkout", "-q", "topic")
    assert changed_since("main", repository) == {str(repository / "kept.txt"): [Lines(5, 5)]}


def test_a_file_that_becomes_a_link(repository: Path) -> None:
    (repository / "kept.txt").unlink()
    (repository / "kept.txt").symlink_to("renamed.txt")
    changed = changed_since("HEAD", repository)
    assert set(changed.values()) == {WHOLE}


@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen", "HEAD:kept.txt"])
def test_no_such_commit(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="no commit"):
        changed_since(revision, repository)
    assert not (repository / "stolen").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="needs a git repository"):
        changed_since("HEAD", tmp_path)


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="not installed"):
        changed_since("HEAD", repository)


PROMPT = "Sign in to continue reading.\n"


def test_only_findings_on_changed_lines(repository: Path, run: Run) -> None:
    (repository / "kept.txt").write_text(PROMPT + "two\nthree\n", encoding="utf-8")
    (repository / "sub/edited.txt").write_text(PROMPT * 2, encoding="utf-8")
    git(repository, "commit", "-qam", "prompts")
    (repository / "sub/edited.txt").write_text(PROMPT * 2 + "more\n" + PROMPT, encoding="utf-8")
    (repository / "new.txt").write_text(PROMPT, encoding="utf-8")
    result = run("--select", "PW101", "--since", "HEAD", ".")
    assert [line.split(": ")[0] for line in result.lines[:-1]] == ["new.txt:1:1", "sub/edited.txt:4:1"]
    assert result.code == 1


def test_nothing_has_changed(repository: Path, run: Run) -> None:
    result = run("--select", "PW101", "--since", "HEAD", "sub")
    assert result.code == 0
    assert "nothing has changed since HEAD" in result.err


def test_a_changed_file_that_cannot_be_read_is_an_error(repository: Path, run: Run) -> None:
    (repository / "kept.txt").write_bytes(b"one\ntwo\nthree\nfour\nfive\xff\n")
    assert run("--select", "PW101", "--since", "HEAD", ".").code == 2
