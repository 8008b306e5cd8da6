"""What in Markdown is not prose: front matter and code, blanked out so that every offset stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.lazy import lazy_pattern

_YAML = lazy_pattern(r"---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*(?:[\w\"'][^:\n]*:(?:[ \t]|$)|(?=---))", re.MULTILINE)
_YAML_END = lazy_pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML = lazy_pattern(r"\+\+\+[ \t]*\n")
_TOML_END = lazy_pattern(r"^\+\+\+[ \t]*$", re.MULTILINE)
_FENCE = lazy_pattern(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>(?P<mark>[`~])(?P=mark){2,})(?P<info>.*)$", re.MULTILINE
)
_RUN = lazy_pattern(r"`+|\n[ \t]*\n")
_LIST_ITEM = lazy_pattern(r" {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:|:)(?:[ \t]|$)")
_INDENTED = lazy_pattern(r"(?: {4}| {0,3}\t)[ \t]*\S")
_PROSE = lazy_pattern(r"(?:[^\W\d_]+[,;:]? ){5}[^\W\d_]")
_VISIBLE = lazy_pattern(r"[^\r\n]")


def mask(text: str, *, front_matter: bool = True) -> str:
    """``text`` with front matter and code replaced by spaces, and code within a line by underscores, as it stands for a
    word there. Code points and line breaks stay where they are."""
    flat = text
    if "\r" in text:
        flat = text.replace("\r\n", " \n").replace("\r", "\n")
    for spans in (_front_matter if front_matter else _nothing, _fenced, _indented, _inline):
        found = list(spans(flat))
        if found:
            filler = "_" if spans is _inline else " "
            flat, text = _blank(flat, found, filler), _blank(text, found, filler)
    return text


def _blank(text: str, spans: list[tuple[int, int]], filler: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += text[done:start], _VISIBLE.sub(filler, text[start:end])
        done = end
    return "".join([*parts, text[done:]])


def _nothing(text: str) -> Iterator[tuple[int, int]]:
    yield from ()


def _front_matter(text: str) -> Iterator[tuple[int, int]]:
    """YAML between ``---`` or TOML between ``+++``; a rule (``---``) above mere text is none."""
    for begin, end in ((_YAML, _YAML_END), (_TOML, _TOML_END)):
        if (opened := begin.match(text)) and (closed := end.search(text, opened.end())):
            yield 0, closed.end()


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Blocks between fences; one that is not closed goes to the end, as CommonMark has it."""
    opened: re.Match[str] | None = None
    for found in _FENCE.finditer(text) if "```" in text or "~~~" in text else ():
        if opened is None:
            if not (found["mark"] == "`" and "`" in found["info"]):
                opened = found
        elif found["fence"].startswith(opened["fence"]) and not found["info"].strip():
            yield opened.start("fence"), found.end()
            opened = None
    if opened is not None:
        yield opened.start("fence"), len(text)


def _indented(text: str) -> Iterator[tuple[int, int]]:
    """Indented blocks after a blank line, outside of lists, that do not read as prose with an indent."""
    start, after_blank, in_list, block = 0, True, False, -1
    for line in text.split("\n") if "\n    " in "\n" + text or "\t" in text else ():
        blank = not line.strip()
        code = not in_list and bool(_INDENTED.match(line)) and not _PROSE.search(line)
        if code and (after_blank or block >= 0):
            block = start if block < 0 else block
            last = start + len(line)
        elif not blank and block >= 0:
            yield block, last
            block = -1
        if not blank and not line[:1].isspace():
            in_list = bool(_LIST_ITEM.match(line)) or (in_list and not after_blank)
        elif _LIST_ITEM.match(line):
            in_list = True
        after_blank = blank
        start += len(line) + 1
    if block >= 0:
        yield block, last


def _inline(text: str) -> Iterator[tuple[int, int]]:
    """Code spans: from a run of backticks to the next run of the same length in the paragraph."""
    runs = [found.span() for found in _RUN.finditer(text)] if "`" in text else []
    closing: dict[int, int] = {}
    following = [0] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        if text[start] != "`":
            closing.clear()
            continue
        following[index] = closing.get(end - start, 0)
        closing[end - start] = index
    index = 0
    while index < len(runs):
        start, end = runs[index]
        close = following[index] if text[start - 1 : start] != "\\" else 0
        if close:
            yield start, runs[close][1]
        index = max(close, index) + 1
