"""Findings about input that cannot be linted. Each names the problem and the way out."""

from __future__ import annotations

from corpuslint.engine_codes import CODES
from corpuslint.finding import Finding
from corpuslint.read.block import Start, Trouble

SNIFF = 1024
"""Bytes at the beginning of a file that tell text from other data."""

_MAGIC = {
    b"\x1f\x8b": "gzip data; give the file the extension .gz",
    b"\x28\xb5\x2f\xfd": "Zstandard data; give the file the extension .zst",
    b"PK\x03\x04": "a ZIP archive or office document; extract its text first",
    b"%PDF-": "a PDF; extract its text first",
    b"\xff\xfe\x00\x00": "UTF-32; convert it to UTF-8",
    b"\x00\x00\xfe\xff": "UTF-32; convert it to UTF-8",
    b"\xff\xfe": "UTF-16; convert it to UTF-8",
    b"\xfe\xff": "UTF-16; convert it to UTF-8",
}
_CONTROLS = bytes(range(9)) + bytes(range(14, 32))


class StreamError(Exception):
    """A stream that broke off. What came before it has been yielded."""


def problem(code: str, path: str, message: str, line: int = 1, column: int = 1, *, end_column: int = 0) -> Finding:
    """A finding of the engine's own, at one place of a file."""
    engine_code = CODES[code]
    return Finding(
        path=path,
        line=line,
        column=column,
        end_line=line,
        end_column=max(column, end_column),
        code=code,
        name=engine_code.name,
        message=message,
        severity=engine_code.severity,
    )


def trouble(code: str, path: str, message: str, line: int = 1) -> Trouble:
    """A whole file that cannot be linted, or not from this line on."""
    return Trouble((problem(code, path, message, line),), {CODES[code].name: 1})


def unreadable(error: OSError) -> str:
    """What to say about a file that cannot be opened or read."""
    return f"cannot be read: {error.strerror or error}"


def foreign(path: str, data: bytes) -> str | None:
    """What a file is that begins like this and is no UTF-8 text, as far as its name and its first bytes tell."""
    if path.lower().removesuffix(".gz").removesuffix(".zst").endswith(".json"):
        return "JSON, not text; name it .jsonl if each line is a record, else make it so (jq -c '.[]')"
    head = data[:SNIFF]
    if head.startswith(tuple(_MAGIC)):
        what = next(what for magic, what in _MAGIC.items() if head.startswith(magic))
        return f"not UTF-8 text but {what}"
    if b"\0" not in head:
        return None
    nuls = head[::2].count(0), head[1::2].count(0)
    if max(nuls) > 0.4 * len(head) / 2 and min(nuls) < 0.1 * max(nuls):
        return "not UTF-8 text but UTF-16 without a byte order mark; convert it to UTF-8"
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data, not text; exclude the file" if controls > 0.1 * len(head) else None


def undecodable(path: str, data: bytes, error: UnicodeDecodeError, start: Start) -> Finding:
    """A finding at the first byte of ``data`` that is not UTF-8. ``start``: where ``data`` begins."""
    if start.offset == 0 and b"\0" in data[:SNIFF]:
        return problem("CL902", path, "binary data, not text; exclude the file")
    bad = advance(start, data[: error.start])
    byte = f"byte 0x{data[error.start]:02x} at offset {start.byte + error.start}"
    reason = "the text ends inside a character" if error.reason == "unexpected end of data" else error.reason
    message = f"not UTF-8: {byte} ({reason}); convert the text to UTF-8"
    return problem("CL902", path, message, bad.line, bad.column, end_column=bad.column + 1)


def without_bom(data: bytes) -> tuple[bytes, Start]:
    """The beginning of a text without its byte order mark, and where it starts."""
    return (data[3:], Start(byte=3)) if data.startswith(b"\xef\xbb\xbf") else (data, Start())


def advance(start: Start, data: bytes) -> Start:
    """Where the text goes on after ``data``, which must be UTF-8."""
    text = data.decode()
    breaks = text.count("\n") + text.count("\r") - text.count("\r\n")
    last = max(text.rfind("\n"), text.rfind("\r"))
    column = len(text) - last if breaks else start.column + len(text)
    return Start(start.byte + len(data), start.offset + len(text), start.line + breaks, column)
