"""Input that means no good: each a finding, the rest linted, and never a crash."""

from __future__ import annotations

import gzip
import json
import os
import random
import shlex
import sys
from pathlib import Path

import pytest

from cli.running import Run, Start

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

RULES = ("--select", "PW101,EN102")
BAD = "naïve 😀 日本 \ufffd\n"
ROW = json.dumps({"id": 1, "text": BAD}).encode() + b"\n"


def codes(lines: list[str]) -> list[str]:
    return [line.split(": ")[1].split()[0] for line in lines if line.startswith("a.")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_break_as_in_an_editor(newline: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"one\u2028two\x0c\x85{newline}{newline}{BAD}".encode())
    assert run(*RULES, "a.txt").lines[0].startswith("a.txt:3:12: EN102 ")


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_columns_are_those_of_the_raw_line(ascii_only: bool, newline: str, run: Run, tmp_path: Path) -> None:
    row = json.dumps({"title": "\ufffd", "text": BAD}, ensure_ascii=ascii_only)
    (tmp_path / "a.jsonl").write_bytes((row + newline).encode())
    column = row.rindex("\\ufffd" if ascii_only else "\ufffd") + 1
    assert run(*RULES, "a.jsonl").lines[0].startswith(f"a.jsonl:1:{column}: EN102 ")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl.gz", gzip.compress(ROW + ROW)),
        ("a.jsonl.gz", gzip.compress(ROW) + gzip.compress(ROW)),
        ("a.jsonl.zst", zstd.compress(ROW + ROW)),
        ("a.ndjson.zst", zstd.compress(ROW) + zstd.compress(ROW)),
    ],
)
def test_compressed(name: str, data: bytes, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    result = run(*RULES, name)
    column = ROW.index(rb"\ufffd") + 1
    assert [line.split(" ")[0] for line in result.lines[:2]] == [f"{name}:1:{column}:", f"{name}:2:{column}:"]
    assert "1 file, 2 records" in result.err


@pytest.mark.parametrize(
    ("name", "data", "expected", "code"),
    [
        ("a.txt", b"caf\xe9", ["CL902"], 2),
        ("a.txt", b"", ["CL908"], 0),
        ("a.md", b"---\n---\n", [], 0),
        ("a.txt", b"words \0 words\n" + BAD.encode(), ["EN102"], 1),
        ("a.txt", BAD.encode("utf-16"), ["CL902"], 2),
        ("a.txt", bytes(5000), ["CL902"], 2),
        ("a.jsonl", b"", ["CL908"], 0),
        ("a.jsonl", b"\n\n", [], 0),
        ("a.jsonl", b'{"text": "x \\ud800"}\n' + ROW, ["CL903", "EN102"], 2),
        ("a.jsonl", b'{"text": ""}\n' + ROW, ["CL908", "EN102"], 1),
        ("a.jsonl", b'{"text": "\xff"}\n' + ROW, ["CL902", "EN102"], 2),
        ("a.jsonl", b'{"text": "x"\n' + ROW, ["CL903", "EN102"], 2),
        ("a.jsonl", b'{"n": 1}\n', ["CL903"], 2),
        ("a.jsonl", b"[" * 100_000 + b"\n" + ROW, ["CL903", "EN102"], 2),
        ("a.jsonl", b'{"n": ' + b"9" * 10_000 + b', "text": "x"}\n' + ROW, ["EN102"], 1),
        ("a.jsonl", ROW.replace(b"{", b'{"text": "old \\ufffd", ', 1), ["EN102"], 1),
        ("a.jsonl", BAD.encode("utf-16"), ["CL902"], 2),
        ("a.jsonl.gz", gzip.compress(ROW * 2000)[:-20], ["CL901"], 2),
        ("a.jsonl.gz", b"no gzip", ["CL901"], 2),
        ("a.jsonl.zst", b"no zstd", ["CL901"], 2),
        ("a.jsonl.gz", gzip.compress(b""), ["CL908"], 0),
    ],
)
def test_what_cannot_be_linted(  # noqa: PLR0917
    name: str, data: bytes, expected: list[str], code: int, run: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("Nothing to see here.\n")
    result = run(*RULES, ".")
    assert [found for found in codes(result.lines) if found != "EN102" or "EN102" in expected] == expected
    assert result.code == code
    assert "bug" not in result.err


def test_damage_at_the_end_spares_what_comes_before(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(ROW * 3, compresslevel=0)[:-9])
    result = run(*RULES, "a.jsonl.gz")
    assert set(codes(result.lines)) >= {"CL901", "EN102"}
    assert result.code == 2


def test_a_missing_permission_is_a_finding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "b.txt").symlink_to("nowhere.txt")
    (tmp_path / "c.txt").write_text(BAD)
    result = run(*RULES, "a.txt", "b.txt", "c.txt", "--files-from", os.devnull)
    assert [line.split(" ")[:2] for line in result.lines[:-1]] == [["b.txt:1:1:", "CL901"], ["c.txt:1:12:", "EN102"]]
    assert result.code == 2


MEASURED = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
status, used = os.wait4(pid, 0)[1:]
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Says what a command took. Measured from here, the memory of these tests, which started it, would count as its own."""


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no way to see what memory a process took")
def test_forty_megabytes_in_a_line(name: str, start: Start, tmp_path: Path) -> None:
    line = "Nothing but words and more words of a plain sort. " * 800_000 + "\ufffd"
    before, after = ("", "") if name == "a.txt" else ('{"text": "', '"}\n' + ROW.decode())
    (tmp_path / name).write_text(before + line + after, encoding="utf-8")
    process = start(*RULES, "--jobs", "1", name, shell=f"{shlex.quote(sys.executable)} -c '{MEASURED}' \"$@\"")
    out, error = process.communicate()
    assert process.returncode == 1
    lines, (seconds, memory) = out.decode().splitlines(), error.split()[-2:]
    assert lines[:2] == [
        line for line in lines if line.startswith(f"{name}:1:1: CL904 a text of more than 33554432 ")
    ] + [f"{name}:1:{len(before) + 40_000_001}: EN102 replacement character U+FFFD: bytes that could not be decoded"]
    assert float(seconds) < 5
    if sys.platform == "linux":
        assert int(memory) < 600_000


@pytest.mark.parametrize("scanner", [(), ("--no-scanner",)])
def test_random_input_never_crashes(scanner: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    source = random.Random(7)
    for number in range(150):
        data = source.choice([_noise, _words, _rows])(source)
        extension = source.choice(["txt", "md", "jsonl", "jsonl.gz", "jsonl.zst", "txt.gz"])
        if source.random() < 0.7:
            data = gzip.compress(data) if extension.endswith("gz") else data
            data = zstd.compress(data) if extension.endswith("zst") else data
        (tmp_path / f"{number}.{extension}").write_bytes(data)
    # every rule with a scanner; without one compiling all phrases takes long
    rules = ("--select", "EN,SP,BP1,UC") if scanner else ("--select", "ALL")
    result = run(*rules, *scanner, "--format", "full", ".")
    assert result.code == 2
    assert "CL905" not in result.out
    assert "CL906" not in result.out
    assert "bug" not in result.err
    assert not [c for c in result.out if not c.isprintable() and c not in "\n\u200c\u200d" and ord(c) < 0x300]


_PIECES = (
    *(
        "Sign in",
        " ",
        "\n",
        "\r",
        "\0",
        "\ufffd",
        "“",
        '"',
        "\\",
        "{",
        "}",
        ":",
        "日本",
        "😀",
        "\x1b[0m",
        "\u202e",
        "<!--",
    ),
    *("```", "---\n", "e\u0301", "\ud800", "According to studies", ", The", "ſ", "İ", "\u2028", "\x85", "1."),
)


def _noise(source: random.Random) -> bytes:
    return source.randbytes(source.randrange(3000))


def _words(source: random.Random) -> bytes:
    text = "".join(source.choices(_PIECES, k=source.randrange(400)))
    return text.encode("utf-8", source.choice(["replace", "surrogatepass"]))


def _rows(source: random.Random) -> bytes:
    rows = []
    for _ in range(source.randrange(12)):
        text = "".join(source.choices(_PIECES, k=source.randrange(60)))
        value = source.choice([text, None, 5, [text], {"text": text}, float("nan")])
        row = json.dumps({source.choice(["text", "id", "content"]): value, "text": text}, ensure_ascii=True)
        rows.append(row[: source.randrange(len(row))] if source.random() < 0.2 else row)
    return "\n".join(rows).encode()


@pytest.mark.parametrize("name", ["a.json", "a.b.JSON", "a.json.gz"])
def test_json_that_is_no_json_lines_is_not_linted_as_text(name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"[" + ROW.strip() + b"]\n")
    result = run(*RULES, name)
    assert codes(result.lines) == ["CL902"]
    assert ".jsonl" in result.out
    assert result.code == 2
