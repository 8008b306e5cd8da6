"""Columns in bytes, as some consumers count them."""

from __future__ import annotations

import random

import pytest

from corpuslint.discover import source
from corpuslint.read import blocks, load
from corpuslint.read.address import FileAddress
from corpuslint.read.record import Record

LINE = "naïve 😀 日本 paywall"


def record_of(name: str, data: bytes) -> Record:
    (block,) = blocks([source(name, data=data)])
    return load(block).record(0)


@pytest.mark.parametrize("before", ["", "\n", "é\n", "one\r\ntwo\r"])
def test_in_a_file(before: str) -> None:
    text = before + LINE
    at = text.index("paywall")
    record = record_of("a.txt", text.encode())
    assert record.place(at, at + 7)[1] == 12
    assert record.byte_columns(at, at + 7) == (20, 27)


def test_in_a_record() -> None:
    record = record_of("a.jsonl", f'{{"é": "ü", "text": "{LINE}"}}'.encode())
    assert record.byte_columns(11, 18) == (42, 49)
    escaped = record_of("a.jsonl", rb'{"text": "na\u00efve \ud83d\ude00 \u65e5\u672c paywall"}')
    assert escaped.byte_columns(11, 18) == (48, 55)


def test_in_any_order() -> None:
    text = "aé日😀\r\n" * 50
    address = FileAddress(text)
    rng = random.Random(1)
    for _ in range(300):
        start = rng.choice([at for at, character in enumerate(text) if character != "\n"])
        line_start = text.rfind("\n", 0, start) + 1
        assert address.byte_columns(start, start)[0] == len(text[line_start:start].encode()) + 1
