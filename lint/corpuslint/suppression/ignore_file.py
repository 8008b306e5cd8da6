"""``corpuslint-ignore.toml``: findings that somebody has looked at and wants to hear no more of, each with a reason.

[[ignore]]
code = "BP101"
path = "news/*.txt"
text = "Home"
reason = "a play of that name"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpuslint.config import FILE as CONFIG
from corpuslint.config import parse_toml
from corpuslint.config_errors import as_toml
from corpuslint.errors import UsageError
from corpuslint.escape import quote, shorten
from corpuslint.finding import Finding
from corpuslint.formats.report import Report
from corpuslint.formats.whole_file import whole_file
from corpuslint.nearest import did_you_mean
from corpuslint.read.problem import problem
from corpuslint.suppression.codes import complaint, reaches
from corpuslint.suppression.evidence import Evidence, flat
from corpuslint.suppression.scope import Scope, relative

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_GLOB = re.compile(r"[*?\[]|^!|/$")
_SPECIAL = re.compile(r"[*?\[\]\\]|^[!#]|\s$")
"""What a gitignore pattern does not take as it is."""

_NEAR = 40
"""Code points on either side that an entry quotes."""

_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*ignore[ \t]*\]\]", re.MULTILINE)


class _Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an entry may say. ``code``: one or several codes, prefixes or names."""

    code: str | tuple[str, ...]
    reason: str
    path: str | None = None
    record: str | None = None
    text: str | None = None
    context: str | None = None


class Entry:
    """An entry of the file, which begins at ``line``. ``used``: the selectors that have suppressed something."""

    def __init__(self, keys: _Keys, line: int):
        self.keys = keys
        self.line = line
        self.selectors = (keys.code,) if isinstance(keys.code, str) else keys.code
        self.used: set[str] = set()
        self._text = None if keys.text is None else flat(keys.text)
        self._context = None if keys.context is None else flat(keys.context)

    def matches(self, finding: Finding, evidence: Evidence, path: str) -> bool:
        """Whether the entry is about this finding. ``path``: the finding's, relative to the file's folder."""
        reached = [s for s in self.selectors if reaches(s, finding.code, finding.name)]
        if not reached or (self.keys.record is not None and self.keys.record != finding.record):
            return False
        if self._text is not None and self._text not in (evidence.text, shorten(evidence.text)):
            return False
        if self._context is not None and not _stands_in(self._context, evidence):
            return False
        if self.keys.path is not None and not self._paths.match_file(path):
            return False
        self.used.update(reached)
        return True

    @cached_property
    def _paths(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 (slow to import)

        return GitIgnoreSpec.from_lines([self.keys.path or ""], backend="simple")

    def in_scope(self, folder: Path, scope: Scope) -> bool:
        """Whether the run has seen all that the entry can be about."""
        path = self.keys.path
        if path is None or _GLOB.search(path) or not (folder / path.lstrip("/")).suffix:
            return scope.covers_folder(folder)
        return scope.covers(folder, path.lstrip("/"))


class IgnoreFile:
    """The entries of a file."""

    def __init__(self, file: Path, entries: list[Entry]):
        self.file = file
        self.entries = entries

    def ignores(self, finding: Finding, evidence: Evidence) -> bool:
        """Whether any entry is about this finding; all that are count as used."""
        path = relative(finding.path, self.file.parent)
        return bool([entry for entry in self.entries if entry.matches(finding, evidence, path)])

    def unused(self, scope: Scope, shown: str) -> list[Report]:
        """A finding for each entry that suppressed nothing, of the rules and files that the run has seen."""
        found = []
        for entry in self.entries:
            idle = [s for s in entry.selectors if s not in entry.used]
            idle = [s for s in idle if any(reaches(s, code, name) for code, name in scope.rules.items())]
            if idle and entry.in_scope(self.file.parent, scope):
                message = f"entry suppresses nothing: {', '.join(idle)} ({shorten(entry.keys.reason)})"
                found.append(Report(problem("CL909", shown, message, entry.line)))
        return found


def read_ignore_file(file: Path, known: Mapping[str, str]) -> IgnoreFile:
    """The file's entries. ``known``: the names of all rules by code. Raises ``UsageError`` for whatever is wrong."""
    text, table = parse_toml(file)
    for key in table:
        if key != "ignore":
            raise UsageError(f"{file}: unknown key {quote(key)}{did_you_mean(key, ['ignore'])}; entries are [[ignore]]")
    rows = table.get("ignore", [])
    if not isinstance(rows, list):
        raise UsageError(f"{file}: write [[ignore]], with two brackets, above each entry")
    starts = [text.count("\n", 0, found.start()) + 1 for found in _TABLE.finditer(text)]
    lines = starts if len(starts) == len(rows) else [1] * len(rows)
    return IgnoreFile(file, [_entry(row, line, f"{file}:{line}", known) for row, line in zip(rows, lines, strict=True)])


def add_entry(file: Path, finding: Finding, found: Evidence, reason: str) -> int:
    """Write an entry for this finding to the end of the file, which is made if there is none; returns its line.

    All else in the file stays as it is, byte for byte. Raises ``UsageError`` where an entry cannot simply follow.
    """
    import tomllib  # noqa: PLC0415 (not needed to read most files)

    text = parse_toml(file)[0] if file.exists() else ""
    end = "\r\n" if "\r\n" in text else "\n"
    before = text and text.rstrip() + end * 2
    said = _about(finding, found, file.parent) | {"reason": reason}
    entry = "".join(f"{key} = {_quoted(value)}{end}" for key, value in said.items())
    whole = f"{before}[[ignore]]{end}{entry}"
    try:
        kept = tomllib.loads(whole)["ignore"][-1] == said
    except tomllib.TOMLDecodeError:
        kept = False
    if not kept:
        raise UsageError(f"{file}: write [[ignore]], with two brackets, above each entry; then more can be added")
    with whole_file(file) as stream:
        stream.write(whole)
    return before.count("\n") + 1


def _about(finding: Finding, found: Evidence, folder: Path) -> dict[str, str]:
    """What tells a finding from all others: where it is, what it says and what stands around it."""
    path = _SPECIAL.sub(r"\\\g<0>", relative(finding.path, folder))
    about = {"code": finding.code, "path": path if "/" in path else f"/{path}"}
    if finding.record is not None:
        about["record"] = finding.record
    near = flat("".join(_alone(Evidence(found.text, found.before[-_NEAR:], found.after[:_NEAR]))))
    return about | {"text": shorten(found.text)} | ({} if near == found.text else {"context": near})


def _alone(found: Evidence) -> tuple[str, str, str]:
    """What stands before a text, the text, and what stands after it, as far as it does not say the same once more."""
    text, before, after = found
    while text and (at := (before + text).find(text)) < len(before):
        before = before[at + 1 :]
    while text and (at := (text + after).rfind(text)) > 0:
        after = after[: at - 1]
    return before, text, after


def _stands_in(context: str, found: Evidence) -> bool:
    """Whether the context is that of a finding: what is found stands where the context has it, if it has it."""
    if not found.text:
        return context in flat(found.before + found.after)
    whole, at = found.before + found.text + found.after, len(found.before)
    places = [place for place in range(len(context)) if context.startswith(found.text, place)]
    return any(context == whole[max(0, at - p) :][: len(context)] for p in places) if places else context in whole


def _quoted(text: str) -> str:
    """A string as TOML writes it: as JSON does, and escaping what JSON need not."""
    return as_toml(text.encode("utf-8", "replace").decode()).replace("\x7f", "\\u007f")


def _entry(row: Mapping[str, object], line: int, where: str, known: Mapping[str, str]) -> Entry:
    names = _Keys.__struct_fields__
    for key in row:
        if key not in names:
            raise UsageError(f"{where}: unknown key {quote(key)}{did_you_mean(key, names)}")
    try:
        entry = Entry(msgspec.convert(row, _Keys), line)
    except msgspec.ValidationError as error:
        raise UsageError(f"{where}: {str(error).replace('`', '')}; an entry needs a code and a reason") from None
    keys = entry.keys
    if not keys.reason.strip() or not entry.selectors:
        raise UsageError(f"{where}: an entry needs a code and a reason that says why")
    if all(value is None for value in (keys.path, keys.record, keys.text, keys.context)):
        raise UsageError(
            f"{where}: name a path, record, text or context; to leave out a rule, see `ignore` in {CONFIG}"
        )
    for selector in entry.selectors:
        if message := complaint(selector, known):
            raise UsageError(f"{where}: {message}")
    return entry
