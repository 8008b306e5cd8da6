"""The pre-commit hook, as pre-commit itself installs and runs it in a repository."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from environments import git, run

pytest.importorskip("pre_commit", reason="needs the distribution's test extra")

BAD = "Please sign in to continue reading this article.\n"
GOOD = "The ferry was late because of the storm.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A repository with a bad file, a good one, one that is excluded, and program code."""
    folder = tmp_path / "corpus"
    (folder / "drafts").mkdir(parents=True)
    (folder / "corpuslint.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    for name, text in {"bad.txt": BAD, "good.md": GOOD, "drafts/bad.txt": BAD, "code.py": f"# {BAD}"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    git("init", "-q", folder)
    git("add", "-A", cwd=folder)
    return folder


def test_try_repo(clone: Path, corpus: Path, cache: Path, tmp_path: Path) -> None:
    found = try_repo(clone, corpus, cache, tmp_path, "--all-files", code=1)
    assert "corpuslint...............................................................Failed\n" in found
    assert "\nbad.txt:1:1: PW101 " in found
    assert "drafts/" not in found
    assert "code.py" not in found


def test_try_repo_on_good_files(clone: Path, corpus: Path, cache: Path, tmp_path: Path) -> None:
    found = try_repo(clone, corpus, cache, tmp_path, "--files", "good.md", "drafts/bad.txt", code=0)
    assert "corpuslint...............................................................Passed\n" in found


def try_repo(clone: Path, corpus: Path, cache: Path, home: Path, *arguments: str, code: int) -> str:
    env = {"PRE_COMMIT_HOME": str(home / "home"), "CORPUSLINT_CACHE": str(cache)}
    try_repo = (sys.executable, "-m", "pre_commit", "try-repo", str(clone), "corpuslint", "--color=never")
    return run(*try_repo, *arguments, cwd=corpus, code=code, env=env)
