"""Edits of texts and of bytes, on texts that are as odd as texts get."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import pairwise

import pytest

from corpuslint.clean.edits import Edit, apply, compose, disjoint, trimmed
from corpuslint.clean.rewriting import byte_edits, patched
from corpuslint.discover import Source
from corpuslint.read import Lines, ReadOptions, blocks, load

ODD = 'ab c\n\t"\\/\r\x01\x7f\x85\u2028é日😀\u0301\u200b\ufeff'


def odd_text(random: random.Random, length: int) -> str:
    return "".join(random.choices(ODD, k=length))


def some_edits(random: random.Random, text: str) -> list[Edit]:
    cuts = sorted(random.sample(range(len(text) + 1), k=2 * random.randrange(min(5, len(text) // 2 + 1))))
    spans = zip(cuts[::2], cuts[1::2], strict=True)
    return [Edit(start, end, odd_text(random, random.choice((0, 0, 1, 3))), ("A",), True) for start, end in spans]


@pytest.mark.parametrize("seed", range(300))
def test_two_passes_are_one(seed: int) -> None:
    rng = random.Random(seed)
    text = odd_text(rng, rng.randrange(30))
    first = some_edits(rng, text)
    middle = apply(text, first)
    second = some_edits(rng, middle)
    both = compose(first, middle, second)
    assert apply(text, both) == apply(middle, second)
    assert all(one.end < other.start for one, other in pairwise(both))


def test_of_overlapping_edits_the_longest_stays() -> None:
    edits = [Edit(5, 9, "", ("A",), True), Edit(0, 7, "", ("B",), True), Edit(9, 10, "x", ("C",), True)]
    assert [edit.codes for edit in disjoint(edits)] == [("B",), ("C",)]


def test_trimmed_to_what_changes() -> None:
    text = "the evalua- tion"
    assert trimmed(text, Edit(4, 16, "evaluation", ("A",), True))[:3] == (10, 12, "")
    assert trimmed("aaa", Edit(0, 3, "aa", ("A",), True))[:3] == (2, 3, "")


def dumped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def hexed(text: str) -> str:
    """Every code unit as an escape, in capitals and small letters."""
    units = text.encode("utf-16-be")
    escapes = (f"\\u{units[i] << 8 | units[i + 1]:04{'xX'[i // 2 % 2]}}" for i in range(0, len(units), 2))
    return f'"{"".join(escapes)}"'


@pytest.mark.parametrize("escaped", [json.dumps, dumped, hexed, lambda text: dumped(text).replace("/", "\\/")])
def test_a_record_keeps_every_other_byte(escaped: Callable[[str], str]) -> None:
    rng = random.Random(7)
    texts = [odd_text(rng, rng.randrange(1, 60)) + "a" for _ in range(200)]
    edits = {index: made for index, text in enumerate(texts) if (made := some_edits(rng, text))}
    lines = [f'{{ "é" : [1,  2.50], "text" :{escaped(text)}\t,"text2":"{index}"}}' for index, text in enumerate(texts)]
    data = "\r\n\n".join(lines).encode()
    (block,) = blocks([Source("a.jsonl", "a.jsonl", "lines", data=data)], ReadOptions())
    assert isinstance(block, Lines)
    batch = load(block)
    assert batch.texts == texts
    made_of = list(byte_edits(block, batch, edits))
    after = b"".join(patched(data, made_of))
    changed = after.decode().split("\r\n\n")
    for index, (old, new) in enumerate(zip(lines, changed, strict=True)):
        assert json.loads(new)["text"] == apply(texts[index], edits.get(index, []))
        if index not in edits:
            assert old == new
        head, tail = old.split(escaped(texts[index]))
        assert new.startswith(head) and new.endswith(tail)
    assert after.decode("ascii", "strict") if data.isascii() else True
    assert sum(len(edit.before) for edit in made_of) - sum(len(e.after) for e in made_of) == len(data) - len(after)
