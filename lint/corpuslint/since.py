"""What has changed since a git revision, by line: whole documents are linted, and findings elsewhere left out."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

from corpuslint.discover import Source
from corpuslint.engine_codes import could_not_lint
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.run import Done

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_GIT = ("git", "-c", "core.quotePath=off", "-c", "diff.noprefix=false", "-c", "diff.external=")


class Lines(NamedTuple):
    """Lines ``first`` to ``last`` of a file, from 1, both included."""

    first: int
    last: int


WHOLE = (Lines(1, 1 << 62),)
"""All lines: a new file, or one that git does not read as text."""


Changed: TypeAlias = Mapping[str, Sequence[Lines]]
"""The changed lines of files, by the paths under which these are shown."""


def changed_lines(revision: str, folder: Path, sources: Iterable[Source]) -> Changed:
    """The changed lines of those sources that have any; of standard input all. Raises ``UsageError``."""
    known = changed_since(revision, folder)
    lines = {s.path: WHOLE if s.data is not None else known.get(os.path.realpath(s.file), ()) for s in sources}
    return {path: changed for path, changed in lines.items() if changed}


def only_changed(results: Iterable[Done], changed: Changed) -> Iterator[Done]:
    """The results without the findings that touch no changed line; that a text could not be linted stays."""
    for done in results:
        kept = [report for report in done.reports if _concerns(report.finding, changed)]
        yield msgspec.structs.replace(done, reports=kept)


def _concerns(finding: Finding, changed: Changed) -> bool:
    lines = changed.get(finding.path, ())
    return could_not_lint(finding) or any(
        part.first <= finding.end_line and finding.line <= part.last for part in lines
    )


def changed_since(revision: str, folder: Path) -> dict[str, Sequence[Lines]]:
    """The changed lines of each changed file by its real path: what the work tree has and the point where the branch
    left ``revision`` had not, and all of what is not yet tracked. Raises ``UsageError``."""
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel", why="--since needs a git repository")[:-1]))
    commit = os.fsdecode(
        _git(
            folder,
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            f"{revision}^{{commit}}",
            why=f"--since: no commit {revision}",
        )
    ).strip()
    base = _base(folder, commit)
    diff = (
        "diff",
        "--no-ext-diff",
        "--no-textconv",
        "--find-renames",
        "--inter-hunk-context=0",
        "--diff-filter=d",
        "--ignore-submodules",
    )
    names = _git(top, *diff, "--name-only", "-z", base).split(b"\0")[:-1]
    patch = _git(top, *diff, "--unified=0", "--no-color", base)
    parts = re.split(rb"^diff --git ", patch, flags=re.MULTILINE)[1:]
    if len(parts) == len(names):
        changed = {_real(top, name): _lines(part) for name, part in zip(names, parts, strict=True)}
    else:  # a file that became a link has two parts
        changed = {_real(top, name): WHOLE for name in names}
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")[:-1]
    return changed | {_real(top, name): WHOLE for name in new}


def _lines(part: bytes) -> Sequence[Lines]:
    """The lines that one file's part of a patch adds."""
    hunks = [(int(start), int(count or 1)) for start, count in _hunks(part)]
    if not hunks and re.search(rb"^Binary files ", part, re.MULTILINE):
        return WHOLE
    return [Lines(start, start + count - 1) for start, count in hunks if count]


def _hunks(part: bytes) -> Iterator[tuple[bytes, bytes | None]]:
    for line in part.split(b"\n"):
        if found := _HUNK.match(line):
            yield found[1], found[2]


def _base(folder: Path, commit: str) -> str:
    """Where the branch left the commit's line of history; the commit where they have nothing in common."""
    done = _run(folder, "merge-base", commit, "HEAD")
    return os.fsdecode(done.stdout).strip() or commit


def _real(top: Path, name: bytes) -> str:
    return os.path.realpath(top / os.fsdecode(name))


def _git(folder: Path, *arguments: str, why: str = "--since") -> bytes:
    done = _run(folder, *arguments)
    if done.returncode:
        reason = os.fsdecode(done.stderr).strip().splitlines()
        raise UsageError(f"{why}{': ' + reason[0] if reason else ''}")
    return done.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run([*_GIT, *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("--since needs git, which is not installed") from None
