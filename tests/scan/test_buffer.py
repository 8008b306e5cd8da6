"""Places in joined records, found with and without arrays."""

from __future__ import annotations

from itertools import accumulate

import pytest

from corpuslint.scan import buffer as module
from corpuslint.scan.buffer import Buffer
from corpuslint.scan.scanner import BUFFER, _buffers


def joined(texts: list[str]) -> Buffer:
    encoded = [text.encode() for text in texts]
    starts = list(accumulate((len(text) + 1 for text in encoded), initial=1))
    return Buffer(b"\n" + b"\n".join(encoded) + b"\n", starts)


@pytest.mark.parametrize("small", [0, module.SMALL])
def test_what_ends_in_a_record_is_located_by_characters(small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SMALL", small)
    texts = ["Añb", "", "😀c"]  # bytes 1 to 4, none at 6, 7 to 11; a break after each
    ends = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13]
    records, before = joined(texts).located(ends)
    assert records == [0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2]
    assert before == [0, 1, 2, 2, 3, 3, 0, 1, 1, 1, 2, 2]


def test_no_small_buffer_is_left_over() -> None:
    texts = ["x" * 1000] * (2 * BUFFER // 1000 + 20)
    sizes = [sum(map(len, encoded)) for encoded in _buffers(texts)]
    assert len(sizes) == 2
    assert min(sizes) >= BUFFER
    assert sum(sizes) == sum(map(len, texts))
    assert [len(encoded) for encoded in _buffers(["", ""])] == [2]
