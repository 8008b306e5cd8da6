"""Every way to install corpuslint gives the same command, and puts only its two packages into site-packages."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from environments import Environment, git, run

pytest.importorskip("hatchling", reason="needs the distribution's test extra")
pytest.importorskip("build", reason="needs the distribution's test extra")

TEXT = "The ferry was late.\nPlease sign in to continue reading this article.\n"
FINDING = "text.txt:2:1: PW101 "


def lints(environment: Environment, folder: Path) -> bool:
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    return environment.corpuslint("text.txt", cwd=folder, code=1).startswith(FINDING)


def added(environment: Environment, before: set[str]) -> set[str]:
    names = {path.name for path in environment.site_packages.iterdir()} - before
    return {name for name in names if not name.endswith(".dist-info")}


@pytest.mark.parametrize("way", ["folder", "wheel", "sdist", "git"])
def test_install(way: str, clone: Path, built: Path, environment: Environment, tmp_path: Path) -> None:
    before = {path.name for path in environment.site_packages.iterdir()}
    what: dict[str, str | Path] = {
        "folder": clone,
        "wheel": next(built.glob("*.whl")),
        "sdist": next(built.glob("*.tar.gz")),
        "git": f"git+{clone.as_uri()}",
    }
    environment.install(what[way])
    assert lints(environment, tmp_path)
    assert added(environment, before) == {"corpuslint", "corpuslint_rules"}
    environment.pip("uninstall", "-q", "-y", "corpus-linter")
    assert added(environment, before) == set()


def test_editable_install_sees_new_files(clone: Path, environment: Environment, tmp_path: Path) -> None:
    source = shutil.copytree(clone, tmp_path / "source")
    before = {path.name for path in environment.site_packages.iterdir()}
    environment.install("-e", source)
    assert lints(environment, tmp_path)
    assert {Path(name).suffix for name in added(environment, before)} == {".pth"}
    (source / "rules/corpuslint_rules/new.py").write_text("NEW = 1\n", encoding="utf-8")
    assert run(environment.python, "-c", "import corpuslint_rules.new as m; print(m.NEW)") == "1\n"
    for name in ("lint", "rules", "tests"):
        assert "No module named" in run(environment.python, "-I", "-c", f"import {name}", code=1)


def test_wheel_holds_every_file_of_the_packages(clone: Path, wheel: Path) -> None:
    files = set(git("ls-files", "lint/corpuslint", "rules/corpuslint_rules", cwd=clone).splitlines())
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        metadata = {Path(name).name for name in archive.namelist() if ".dist-info/" in name}
    assert names == {file.partition("/")[2] for file in files}
    assert {"corpuslint/py.typed", "corpuslint_rules/py.typed"} < names
    assert {"LICENSE", "NOTICE", "METADATA", "entry_points.txt"} < metadata


def test_wheel_is_the_same_from_sdist_and_from_source(clone: Path, wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path, clone)
    assert contents(tmp_path / wheel.name) == contents(wheel)


def contents(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("name", ["python3.11", "python3.12", "python3.13"])
def test_install_with_dependencies(name: str, clone: Path, tmp_path: Path, cache: Path) -> None:
    """What a user types, with the pip that comes with the interpreter: the index gives build tools and dependencies."""
    run(interpreter(name), "-m", "venv", tmp_path / "v")
    python = tmp_path / "v/bin/python"
    run(python, "-m", "pip", "install", "-q", clone)
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    env = {"CORPUSLINT_CACHE": str(cache)}
    found = run(python, "-m", "corpuslint", "text.txt", cwd=tmp_path, code=1, env=env)
    assert found.startswith(FINDING)
    run(python, "-m", "pip", "check")


def interpreter(name: str) -> str:
    if name == f"python3.{sys.version_info.minor}":
        return sys.executable
    found = shutil.which(name)
    if found is None or subprocess.run([found, "--version"], capture_output=True, check=False).returncode:
        pytest.skip(f"no {name} on this machine")
    return found
