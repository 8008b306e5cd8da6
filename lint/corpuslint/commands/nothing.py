"""What to say where no text was found: what there is instead, and the way out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from corpuslint.discover import kind_of
from corpuslint.escape import show_path

MOST = 20_000
"""Files that are looked at: enough to know what kind of folder it is."""

_HINTS = {
    "html": "extract the text of web pages first, for example with trafilatura",
    "htm": "extract the text of web pages first, for example with trafilatura",
    "pdf": "extract the text of PDF files first, for example with pdftotext",
    "docx": "save documents as text first, for example with pandoc",
    "json": "a file of one JSON object a line is called .jsonl",
    "parquet": "write the records as .jsonl first",
    "csv": "write the records as .jsonl first",
}


def why_nothing(paths: Sequence[str]) -> str:
    """One sentence on what these folders hold, and one on what to do."""
    where = ", ".join(map(show_path, paths))
    found = Counter(_kinds(paths))
    if not found:
        return f"no text found in {where}: there are no files; name a folder with .txt, .md or .jsonl files"
    if texts := found.pop("", 0):
        what = f"{texts:,} text files are" if texts > 1 else "one text file is"
        by = "left out by .gitignore, .ignore, .corpuslintignore or exclude"
        return f"no text found in {where}: {what} {by}; name files themselves to lint them, or see --isolated"
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in found.most_common(3))
    hint = next((_HINTS[kind[1:]] for kind, _ in found.most_common() if kind[1:] in _HINTS), "")
    way_out = hint or "name a file to lint it as text, whatever it is called"
    return f"no text found in {where}: looked for .txt, .md and .jsonl files, but there are only {kinds}; {way_out}"


def _kinds(paths: Sequence[str]) -> list[str]:
    """The extensions of the files below the folders; nothing for one that would be linted."""
    kinds: list[str] = []
    for path in paths:
        for _, name in islice(visible_files(path), MOST - len(kinds)):
            kinds.append("" if kind_of(name) else extension_of(name))
    return kinds


def visible_files(path: str | Path) -> Iterator[tuple[str, str]]:
    """Folder and name of each file below a folder, without what is hidden."""
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from ((folder, name) for name in names if not name.startswith("."))


def extension_of(name: str) -> str:
    """``.html``, or what to say of a file without."""
    return show_path(Path(name).suffix.lower()) or "without an extension"
