"""Texts and Markdown files: addresses, bad input, pieces."""

from __future__ import annotations

import gzip
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from corpuslint.discover import Source, source
from corpuslint.finding import Finding
from corpuslint.read import Batch, ReadOptions, blocks, load


def read(data: bytes, name: str = "a.txt", options: ReadOptions = ReadOptions()) -> list[Batch]:  # noqa: B008
    return [load(block, options) for block in blocks([source(name, data=data)], options)]


def text_of(data: bytes) -> Batch:
    (batch,) = read(data)
    return batch


def problem_of(data: bytes, name: str = "a.txt") -> Finding:
    (batch,) = read(data, name)
    assert batch.texts == []
    assert sum(batch.skipped.values()) == 1
    (found,) = batch.problems
    return found


@pytest.mark.parametrize(
    ("text", "marked", "place"),
    [
        ("naïve 😀 日本 paywall", "paywall", (1, 12, 1, 19)),
        ("one\r\ntwo\r\nnaïve 😀 日本 paywall", "paywall", (3, 12, 3, 19)),
        ("one\rtwo\rpaywall", "paywall", (3, 1, 3, 8)),
        ("one\n\r\n\rx paywall", "paywall", (4, 3, 4, 10)),
        ("a\u2028b\x0cc\x85d\x1ee paywall", "paywall", (1, 11, 1, 18)),
        ("pay\nwall", "pay\nwall", (1, 1, 2, 5)),
        ("paywall\n", "paywall\n", (1, 1, 2, 1)),
        ("\ufeffpaywall", "paywall", (1, 1, 1, 8)),
    ],
)
def test_columns_are_code_points_and_lines_break_as_in_editors(
    text: str, marked: str, place: tuple[int, int, int, int]
) -> None:
    batch = text_of(text.encode())
    record = batch.record(0)
    start = record.text.index(marked)
    assert record.place(start, start + len(marked)) == place
    assert (record.path, record.id, record.field, record.kind, record.offset) == ("a.txt", None, None, "text", 0)
    assert batch.texts == [record.text]


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        (b"caf\xe9 au lait", 1, 4, "byte 0xe9 at offset 3"),
        ("é\r\nçà\r\nx".encode() + b"\xff", 3, 2, "byte 0xff at offset 11"),
        ("日本".encode()[:-1], 1, 2, "ends inside a character"),
        (b"\xef\xbb\xbfx\xff", 1, 2, "offset 4"),
        (b"\xed\xa0\x80", 1, 1, "byte 0xed at offset 0"),
        ("text".encode("utf-16"), 1, 1, "UTF-16"),
        ("text of a page".encode("utf-16-le"), 1, 1, "UTF-16 without a byte order mark"),
        ("text of a page".encode("utf-16-be"), 1, 1, "UTF-16 without a byte order mark"),
        ("text".encode("utf-32"), 1, 1, "UTF-32"),
        (bytes(range(256)) * 8, 1, 1, "binary"),
        (bytes(100), 1, 1, "binary"),
        (gzip.compress(b"text"), 1, 1, "gzip"),
        (b"%PDF-1.7\nx", 1, 1, "PDF"),
    ],
)
def test_undecodable(data: bytes, line: int, column: int, says: str) -> None:
    found = problem_of(data)
    assert (found.code, found.severity, found.line, found.column) == ("CL902", "error", line, column)
    assert says in found.message
    assert len(found.message) < 300
    assert not found.message.endswith(".")


def test_nul_in_text_is_text() -> None:
    assert text_of(b"some words\0 and more\n").texts == ["some words\0 and more\n"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"  \r\n\t\n", "\u3000\u00a0".encode()])
def test_empty(data: bytes) -> None:
    found = problem_of(data)
    assert (found.code, found.severity) == ("CL908", "info")


def test_small_files_are_packed_and_unreadable_ones_are_findings(tmp_path: Path) -> None:
    files = [tmp_path / f"{i}.txt" for i in range(6)]
    for file in files[:4]:
        file.write_bytes(b"x" * 40)
    files[4].mkdir()
    options = ReadOptions(block_size=100)
    packs = list(blocks([source(file.name, str(file)) for file in files], options))
    batches = [load(pack, options) for pack in packs]
    assert [len(batch.texts) for batch in batches] == [3, 1]
    problems = [(found.code, found.path) for batch in batches for found in batch.problems]
    assert problems == [("CL901", "4.txt"), ("CL901", "5.txt")]
    assert batches[1].skipped == {"unreadable": 2}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_pipe_is_read_once_in_the_first_process(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"through a pipe\n"))
    writer.start()
    (batch,) = [load(block) for block in blocks([source(str(pipe))])]
    writer.join()
    assert batch.texts == ["through a pipe\n"]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + "naïve 😀 日本 line\n" * 50,
        "first\r\nsecond\r\n" * 40,
        "first\rsecond\r" * 40,
        "日本語" * 100,
        "no break but spaces " * 30,
        "x" * 500,
        "\r" * 300 + "\r\n" * 200 + "x" * 300,
    ],
)
@pytest.mark.parametrize("on_disk", [False, True])
def test_pieces_have_the_addresses_of_the_whole(text: str, on_disk: bool, tmp_path: Path) -> None:
    whole = text_of(text.encode()).record(0)
    options = ReadOptions(piece_size=64)
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    only = Source("a.txt", str(file), data=None if on_disk else text.encode())
    batches = [load(block, options) for block in blocks([only], options)]
    assert [found.code for batch in batches for found in batch.problems if found.code != "CL908"] == ["CL904"]
    seen = 0
    for batch in batches:
        for index in range(len(batch.texts)):
            record = batch.record(index)
            assert len(record.text.encode()) <= 64
            assert whole.text[record.offset :].startswith(record.text)
            assert not record.text.endswith("\r") or whole.text[record.offset + len(record.text) :][:1] != "\n"
            for at in range(len(record.text)):
                assert record.place(at, at)[:2] == whole.place(record.offset + at, record.offset + at)[:2]
            seen += len(record.text)
    blank = 300 + 400 if text.startswith("\r") else 0
    assert len(whole.text) - blank <= seen <= len(whole.text)


def test_bad_byte_in_a_later_piece() -> None:
    batches = read(b"good line\n" * 20 + b"bad \xff line\n" + b"never read\n" * 90, options=ReadOptions(piece_size=64))
    found = batches[-1].problems[0]
    assert (found.code, found.line, found.column) == ("CL902", 21, 5)
    assert "offset 204" in found.message


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])])
def test_compressed_text(pack: Callable[[bytes], bytes]) -> None:
    (batch,) = read(pack("naïve 😀 text\n".encode()), "a.txt.gz")
    assert batch.texts == ["naïve 😀 text\n"]


def test_markdown_is_masked_and_its_record_is_not() -> None:
    (batch,) = read(b"Use `code` here.\n", "a.md")
    assert batch.texts == ["Use ______ here.\n"]
    assert batch.record(0).text == "Use `code` here.\n"
    assert batch.record(0).kind == "markdown"
