"""Real environments for tests: distributions are built and installed in them as users do it."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[1]
_PRIVATE = ("GIT_", "PYTHON", "VIRTUAL_ENV", "CORPUSLINT_", "PRE_COMMIT")


def run(*command: str | Path, cwd: Path | None = None, code: int = 0, env: Mapping[str, str] = {}) -> str:
    """What a command prints, on both streams; it must exit with this code."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_PRIVATE)}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def git(*arguments: str | Path, cwd: Path | None = None) -> str:
    """Git as nobody in particular, whatever the user's configuration says."""
    nobody = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.example"}
    nobody |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a.example", "GIT_CONFIG_GLOBAL": os.devnull}
    return run("git", "-c", "core.autocrlf=false", "-c", "init.defaultBranch=main", *arguments, cwd=cwd, env=nobody)


def clone_of_project(folder: Path) -> Path:
    """A clone of the project as it is now: what is committed, changed and new, without what git ignores."""
    repository, clone = folder / "repository.git", folder / "clone"
    within = ("--git-dir", repository, "--work-tree", PROJECT)
    git(*within, "init", "-q")
    git(*within, "add", "-A", ".", cwd=PROJECT)
    git(*within, "commit", "-q", "--no-verify", "-m", "the project as it is now", cwd=PROJECT)
    git("clone", "-q", repository, clone)
    return clone


class Environment:
    """A virtual environment with corpuslint's declared dependencies, and nothing else of the running one.

    cache: the folder for corpuslint's derived files.
    """

    def __init__(self, folder: Path, cache: Path):
        run(sys.executable, "-m", "venv", "--without-pip", folder)
        self.cache = cache
        self.scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / "python"
        # not by site: of several folders Debian's Python names, in an environment, one that is not there
        self.site_packages = Path(
            run(self.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        )
        self.build_tools = link(["hatchling"], folder / "build-tools")
        project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
        self.add("dependencies", *project["dependencies"])

    def add(self, name: str, *requirements: str) -> None:
        """Make distributions of the running environment known in this one, under any name."""
        folder = link(requirements, self.scripts.parent / name)
        (self.site_packages / f"{name}.pth").write_text(f"{folder}\n", encoding="utf-8")

    def pip(self, *arguments: str | Path) -> str:
        """The running environment's pip, at work in this one."""
        pip = (sys.executable, "-m", "pip", "--python", self.python)
        return run(*pip, *arguments, env={"PYTHONPATH": str(self.build_tools)})

    def install(self, *what: str | Path) -> None:
        """Install from a folder, file or URL, without the index."""
        self.pip("install", "-q", "--no-deps", "--no-build-isolation", *what)

    def corpuslint(self, *arguments: str | Path, code: int, cwd: Path | None = None) -> str:
        """The installed command."""
        env = {"CORPUSLINT_CACHE": str(self.cache)}
        return run(self.scripts / "corpuslint", *arguments, cwd=cwd, code=code, env=env)


def link(requirements: Iterable[str], folder: Path) -> Path:
    """A new folder with links to the distributions that these requirements name, and to those that they require."""
    folder.mkdir()
    for distribution in _closure(requirements):
        tops = {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}
        for top in tops:
            (folder / top).symlink_to(str(distribution.locate_file(top)))
    return folder


def _closure(requirements: Iterable[str]) -> Iterator[metadata.Distribution]:
    waiting, seen = list(requirements), set()
    while waiting:
        wanted = Requirement(waiting.pop())
        if wanted.name in seen or not (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            continue
        seen.add(wanted.name)
        found = metadata.distribution(wanted.name)
        yield found
        waiting += found.requires or ()
