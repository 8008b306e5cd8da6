"""Files of records: finding the text, addresses in raw JSON, bad lines, streams."""

from __future__ import annotations

import gzip
import json
import pickle
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from corpuslint.discover import Source, source
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.read import Batch, ReadOptions, blocks, load

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

OPTIONS = ReadOptions()


def read(data: bytes, options: ReadOptions = OPTIONS, name: str = "a.jsonl") -> list[Batch]:
    work = blocks([source(name, data=data)], options)
    return [load(pickle.loads(pickle.dumps(block)), options) for block in work]


def read_one(data: bytes | str, options: ReadOptions = OPTIONS) -> Batch:
    (batch,) = read(data if isinstance(data, bytes) else data.encode(), options)
    return batch


def rows(*records: object, ascii_only: bool = True) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=ascii_only) + "\n" for record in records).encode()


def texts(batches: list[Batch]) -> list[str]:
    return [text for batch in batches for text in batch.texts]


def problems(batches: list[Batch]) -> list[Finding]:
    return [found for batch in batches for found in batch.problems]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ('{"text": "naïve 😀 日本 paywall"}', 22),
        (r'{"text": "na\u00efve \ud83d\ude00 \u65e5\u672c paywall"}', 48),
        (r'{"text": "na\u00EFve 😀 日本 \n\/\"\\ paywall"}', 36),
        (r'{"text": "\\ud83d \\\ud83d\ude00 paywall"}', 34),
        ('{"title": "paywall", "text":  "x paywall", "tags": ["x paywall"]}', 34),
        ('{"text": "old", "meta": {"text": "x paywall"}, "text": "x paywall"}', 59),
        ('{"list": [{"text": "x paywall"}, "text", [[]]], "text":"x paywall"}', 59),
        (r'{"te\u0078t": "x paywall", "a": "} ] \" , \\"}', 18),
        ('  {"text"\t:"paywall", "end": null}', 13),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", ""])
def test_columns_of_the_raw_line(line: str, column: int, newline: str) -> None:
    first = "" if not newline else '{"text": "first", "end": "é"}' + newline
    batch = read_one(first + line + newline)
    index = len(batch.texts) - 1
    record = batch.record(index)
    start = record.text.index("paywall")
    number = 2 if first else 1
    assert record.place(start, start + 7) == (number, column, number, column + 7)
    assert line[column - 1 : column + 6] == "paywall"
    assert (record.field, record.kind, record.path) == ("/text", "lines", "a.jsonl")


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_every_character_maps_to_its_escape(ascii_only: bool, seed: int) -> None:
    text = seed * "x" + 'a"b\\\\c/\n\t\x1f é 😀😀 日本 \u2028 \U0010ffff \ufeff' * 80 + "\\\\" * 2000 + "😀" * 300
    line = rows({"id": "é", "text": text}, ascii_only=ascii_only)
    record = read_one(line).record(0)
    raw = line.decode()
    for at, character in enumerate(text):
        place = record.place(at, at + 1)
        assert json.loads(f'"{raw[place.column - 1 : place.end_column - 1]}"') == character
    assert raw[record.place(len(text), len(text)).column - 1] == '"'


def test_byte_order_mark_is_no_column() -> None:
    batch = read_one(b"\xef\xbb\xbf" + rows({"text": "paywall"}))
    assert batch.record(0).place(0, 7) == (1, 11, 1, 18)


def test_blank_lines_count_as_lines() -> None:
    batch = read_one('\n{"text": "a"}\n \t\r\n\n{"text": "b"}\n\n')
    assert batch.texts == ["a", "b"]
    assert [batch.record(i).place(0, 1).line for i in range(2)] == [2, 5]
    assert not batch.problems


def test_record_over_two_lines_is_no_record() -> None:
    batch = read_one('{"text":\n"a"}\n{"text": "b"}\n')
    assert batch.texts == ["b"]
    assert batch.record(0).place(0, 1).line == 3
    assert [(found.code, found.line) for found in batch.problems] == [("CL903", 1), ("CL903", 2)]


@pytest.mark.parametrize(
    ("line", "code", "column", "says"),
    [
        ('{"text": "a"', "CL903", 13, "not JSON"),
        ('{"text": "a" "b"}', "CL903", 14, "delimiter"),  # what is said of a comma too many depends on the Python
        ("{'text': 'a'}", "CL903", 2, "property name"),
        ('{"text": "a"} {"text": "b"}', "CL903", 15, "extra data"),
        ('{"text": "a\tb"}', "CL903", 12, "control character"),
        ("plain words", "CL903", 1, "expecting value"),
        ('["a"]', "CL903", 1, "an array, not an object"),
        ('"a"', "CL903", 1, "a string, not an object"),
        (
            '{"title": "a", "n": 1}',
            "CL903",
            1,
            "no field 'text' in a record of 'title', 'n'; name the field with --text-field",
        ),
        ("{}", "CL903", 1, "in a record of no keys"),
        ('{"text": null}', "CL903", 1, "null, not a string"),
        ('{"text": 7}', "CL903", 1, "a number, not a string"),
        ('{"text": ["a"]}', "CL903", 1, "an array, not a string; texts in a list ('text') are not read; make each"),
        (r'{"text": "\ud83d\ude00 \ud83d!"}', "CL903", 24, r"lone surrogate \ud83d"),
        (r'{"text": "x\uDE00"}', "CL903", 12, r"lone surrogate \ude00"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + ', "text": "b"}', "CL903", 1, "nested too deeply"),
        ('{"a": 1' + "0" * 5000 + ', "b": NaN, "text": "b"}', "CL903", 1, "number too long"),
        ('{"text": ""}', "CL908", 1, "empty"),
        (r'{"text": " \n\u3000"}', "CL908", 1, "nothing but blanks"),
    ],
)
def test_bad_line_is_a_finding_and_the_rest_goes_on(line: str, code: str, column: int, says: str) -> None:
    good = '{"text": "good"}\n'
    batch = read_one(good * 2 + line + "\n" + good)
    assert batch.texts == ["good"] * 3
    assert [batch.record(i).place(0, 4).line for i in range(3)] == [1, 2, 4]
    (found,) = batch.problems
    assert (found.code, found.line, found.column) == (code, 3, column)
    assert says in found.message
    assert found.severity == ("info" if code == "CL908" else "error")
    assert batch.skipped == {"empty" if code == "CL908" else "invalid-record": 1}


@pytest.mark.parametrize(
    "line",
    [
        '{"score": NaN, "text": "good", "x": -Infinity}',
        r'{"title": "\ud83d", "text": "good", "id": "\udc00"}',
        r'{"title": "\ud83d", "text": "g\u006fod"}',
    ],
)
def test_what_python_writes_is_read(line: str) -> None:
    batch = read_one('{"text": "good"}\n' + line + "\n")
    assert batch.texts == ["good", "good"]
    assert not batch.problems
    record = batch.record(1)
    place = record.place(0, 4)
    assert json.loads(f'"{line[place.column - 1 : place.end_column - 1]}"') == "good"
    assert record.id in {None, "\\udc00"}
    assert isinstance(record.meta, dict)


def test_bytes_that_are_not_utf8() -> None:
    data = rows({"text": "good"}) + b'{"text": "\xc3\xa9 caf\xe9"}\n' + b'{"note": "\xff", "text": "fine", "id": 3}\n'
    batch = read_one(data)
    assert batch.texts == ["good", "fine"]
    (found,) = batch.problems
    assert (found.code, found.line, found.column) == ("CL902", 2, 16)
    assert "byte 0xe9 at offset 33" in found.message
    assert batch.record(1).place(0, 4) == (3, 24, 3, 28)
    assert batch.record(1).id == "3"


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        ("\n".join(['{"text": "a"}'] * 9).encode("utf-16"), "CL902", "UTF-16"),
        (gzip.compress(rows({"text": "a"})), "CL902", "extension .gz"),
        (bytes(5000), "CL902", "binary"),
        (b"", "CL908", "empty"),
        (rows({"headline": "a", "n": 1}) * 300, "CL903", "have 'headline', 'n'; name the field with --text-field"),
        (rows({"headline": "a", "tags": ["ferry", "old mill"]}), "CL903", "name the field with --text-field"),
        (
            rows({"id": 1, "messages": [{"role": "user", "content": "Hello"}]}),
            "CL903",
            "make each a record, as with jq -c '.id as $id | .messages[] | {id: $id, text: .content}'",
        ),
        (rows({"conversations": [{"from": "a", "value": "b"}]}), "CL903", "'.conversations[] | {text: .value}'"),
        (rows({"parts": ["The ferry left the quay at nine."]}), "CL903", "jq -c '.parts[] | {text: .}'"),
    ],
)
def test_file_that_is_no_file_of_texts(data: bytes, code: str, says: str) -> None:
    batch = read_one(data)
    assert batch.texts == []
    (found,) = batch.problems
    assert (found.code, found.line) == (code, 1)
    assert says in found.message


@pytest.mark.parametrize(
    ("records", "field"),
    [
        ([{"content": "a", "title": "b"}], "/content"),
        ([{"text": None, "content": "a"}], "/content"),
        ([{"text": "", "body": "a"}, {"text": "", "body": "b"}], "/body"),
        ([{"body": "a"}, {"text": "b", "body": "a"}, {"body": "a"}], "/body"),
        ([{"content": "a", "text": "b"}], "/text"),
        ([{"text": ["a"], "raw_content": "b", "score": float("nan")}], "/raw_content"),
    ],
)
def test_text_field_is_found(records: list[Any], field: str) -> None:
    assert read_one(rows(*records)).record(0).field == field


@pytest.mark.parametrize(
    ("record", "wanted", "pointer"),
    [
        ({"meta": {"a": 1, "story": "x"}, "text": "y"}, "meta.story", "/meta/story"),
        ({"meta.story": "x", "meta": {"story": "y"}}, "meta.story", "/meta.story"),
        ({"a/b~c": "x"}, "a/b~c", "/a~1b~0c"),
        ({"ключ": "x"}, "ключ", "/ключ"),
    ],
)
def test_text_field_is_named(record: object, wanted: str, pointer: str) -> None:
    options = ReadOptions(text_field=wanted)
    data = rows(record, ascii_only=False)
    batch = read_one(data, options)
    assert batch.texts == ["x"]
    assert batch.record(0).field == pointer
    assert data.decode()[batch.record(0).place(0, 1).column - 1] == "x"
    (found,) = read_one(rows(record, {"text": "z"}), options).problems
    assert f"no field '{wanted}'" in found.message


def test_impossible_text_field() -> None:
    with pytest.raises(UsageError, match="text-field"):
        read(rows({"text": "a"}), ReadOptions(text_field='a"b'))


@pytest.mark.parametrize(
    ("record", "wanted", "shown"),
    [
        ({"id": 17, "text": "a"}, None, "17"),
        ({"id": "x", "text": "a"}, None, "x"),
        ({"id": None, "url": "http://example.org", "text": "a"}, None, "http://example.org"),
        ({"text": "a"}, None, None),
        ({"meta": {"key": "k"}, "text": "a"}, "meta.key", "k"),
        ({"text": "a"}, "meta.key", None),
        ({"id": [1, "b"], "text": "a"}, None, '[1, "b"]'),
    ],
)
def test_record_id(record: object, wanted: str | None, shown: str | None) -> None:
    assert read_one(rows(record), ReadOptions(id_field=wanted)).record(0).id == shown


def test_meta_is_every_other_field() -> None:
    record = read_one(rows({"id": 1, "text": "a", "tags": ["b"], "when": {"year": 2020}})).record(0)
    assert record.meta == {"id": 1, "tags": ["b"], "when": {"year": 2020}}


@pytest.mark.parametrize("size", [1, 16, 100, 10_000])
def test_block_size_changes_nothing(size: int) -> None:
    data = (
        b"\n" + rows(*({"id": i, "text": f"text {i} é" * (i % 7)} for i in range(60))) + b"bad\n" + b'{"text": "end"}'
    )
    batches = read(data, ReadOptions(block_size=size))
    whole = read_one(data)
    assert texts(batches) == whole.texts
    assert problems(batches) == whole.problems
    places = [b.record(i).place(0, 1) for b in batches for i in range(len(b.texts))]
    assert places == [whole.record(i).place(0, 1) for i in range(len(whole.texts))]


PACKERS: list[tuple[str, Callable[[bytes], bytes]]] = [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstd.compress)]
RECORDS = rows(*({"text": f"record {i} " + str(i * 7919) * 20} for i in range(5000)))


@pytest.mark.parametrize(("name", "pack"), PACKERS)
def test_compressed_members_follow_each_other(name: str, pack: Callable[[bytes], bytes]) -> None:
    data = pack(RECORDS[:1001]) + pack(b"") + pack(RECORDS[1001:])
    batches = read(data, name=name)
    assert texts(batches) == read_one(RECORDS).texts
    assert not problems(batches)


@pytest.mark.parametrize(("name", "pack"), PACKERS)
@pytest.mark.parametrize("damage", ["cut", "flipped", "garbage after", "not compressed"])
def test_damaged_compression(name: str, pack: Callable[[bytes], bytes], damage: str) -> None:
    packed = pack(RECORDS)
    middle = len(packed) // 2
    data = {
        "cut": packed[:-middle],
        "flipped": packed[:middle] + bytes(b ^ 0xFF for b in packed[middle : middle + 50]) + packed[middle + 50 :],
        "garbage after": packed + b"garbage",
        "not compressed": RECORDS,
    }[damage]
    batches = read(data, ReadOptions(block_size=1000), name)
    found = problems(batches)[-1]
    assert found.code == "CL901"
    assert "damaged compressed data" in found.message
    if damage in {"cut", "garbage after"}:
        got = texts(batches)
        assert got == read_one(RECORDS).texts[: len(got)]
        assert found.line == len(got) + 1
        assert (len(got) == 5000) == (damage == "garbage after")


def test_missing_file_of_records() -> None:
    (block,) = blocks([Source("a.jsonl", "/nowhere/a.jsonl", "lines")])
    (found,) = load(block).problems
    assert (found.code, found.message) == ("CL901", "cannot be read: No such file or directory")


def test_line_without_end() -> None:
    batches = read(rows({"text": "a"}) + b'{"text": "' + b"x" * 10_000, ReadOptions(block_size=100, line_limit=2000))
    assert texts(batches) == ["a"]
    (found,) = problems(batches)
    assert (found.code, found.line) == ("CL901", 2)
    assert "a line of more than 2000 bytes" in found.message


def test_long_text_is_linted_in_pieces() -> None:
    text = "one é line\n" * 30 + "word " * 50 + "x" * 99
    batch = read_one(rows({"text": "short"}, {"id": 5, "text": text}, {"text": "last"}), ReadOptions(piece_size=64))
    assert batch.texts[0] == "short"
    assert batch.texts[-1] == "last"
    assert "".join(batch.texts[1:-1]) == text
    assert all(len(piece) <= 64 for piece in batch.texts)
    assert [(found.code, found.line, found.severity) for found in batch.problems] == [("CL904", 2, "info")]
    assert batch.skipped == {}
    whole = read_one(rows({"id": 5, "text": text})).record(0)
    for index in range(1, len(batch.texts) - 1):
        record = batch.record(index)
        assert text[record.offset :].startswith(record.text)
        assert record.place(0, len(record.text)).column == whole.place(record.offset, record.offset).column
        assert record.id == "5"


def test_line_of_100_megabytes() -> None:
    def seconds(size: int) -> float:
        data = b'{"id": 1, "text": "' + b"a plain line of words\\n" * (size // 23) + b'"}\n'
        begin = time.process_time()
        (batch,) = [load(block) for block in blocks([source("a.jsonl", data=data)])]
        record = batch.record(len(batch.texts) - 1)
        end = record.place(len(record.text), len(record.text)).column
        assert end == len(data) - 2
        return time.process_time() - begin

    tracemalloc.start()
    small = seconds(10_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000
    assert seconds(100_000_000) < 20 * small
