"""Masking: what is code or front matter goes, everything else stays where it is."""

from __future__ import annotations

import time

import pytest

from corpuslint.read.markdown import mask


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\ntitle: A\n\ntags: [b]\n---\nText.\n", ["---\ntitle: A\n\ntags: [b]\n---"]),
        ("---\n# note\ntitle:\n  - b\n...\nText.\n", ["---\n# note\ntitle:\n  - b\n..."]),
        ("+++\ntitle = 'A'\n+++\nText.\n", ["+++\ntitle = 'A'\n+++"]),
        ("---\nA sentence between two rules.\n\n---\nText.\n", []),
        ("---\ntitle: never closed\n\nText.\n", []),
        ("Text.\n\n---\ntitle: A\n---\n", []),
        ("a\n```py\nx = 1\n```\nb\n", ["```py\nx = 1\n```"]),
        ("a\n~~~\n```\n~~~\nb\n", ["~~~\n```\n~~~"]),
        ("a\n````\n```\n````\nb\n", ["````\n```\n````"]),
        ("- a\n\n  ```\n  x\n  ```\n\nb\n", ["```\n  x\n  ```"]),
        ("> ```\n> x\n> ```\n> b\n", ["```\n> x\n> ```"]),
        ("a\n```\nnever closed\n", ["```\nnever closed\n"]),
        ("a ``` b `c` d\n", ["`c`"]),
        ("a ``x ` y`` b\n", ["``x ` y``"]),
        ("a `x\ny` b\n", ["`x\ny`"]),
        ("a `x\n\ny` b\n", []),
        ("a \\`x` b `y` c\n", ["` b `"]),
        ("don`t and won't\n", []),
        ("a\n\n    x = 1;\n\n    y = 2;\n\nb\n", ["    x = 1;\n\n    y = 2;"]),
        ("a\n\n\tmake all\n", ["\tmake all"]),
        ("a\n    lazy continuation\n", []),
        ("- item\n\n    more of the item\n\nb\n", []),
        ("1. item\n\n    more of the item\n", []),
        ("a\n\n    A paragraph, indented as printers do it, of six words and more.\n", []),
        ("See [this](http://example.org/a_b) and `x`.\n", ["`x`"]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_mask(text: str, code: list[str], newline: str) -> None:
    expected = text
    for part in code:
        assert expected.count(part) == 1
        filler = "_" if part.startswith("`") and not part.startswith("```") else " "
        expected = expected.replace(part, "".join("\n" if c == "\n" else filler for c in part))
    assert mask(text.replace("\n", newline)) == expected.replace("\n", newline)


def test_no_front_matter_in_a_later_piece() -> None:
    text = "---\ntitle: A\n---\n"
    assert mask(text, front_matter=False) == text


@pytest.mark.parametrize(
    "text",
    [
        "`" * 200_000,
        "` `` " * 100_000,
        " ".join("`" * n for n in range(1, 900)),
        "```\n" * 100_000,
        "---\na: b\n" + "--- x\n" * 100_000,
        "    x;\n\n" * 100_000,
        "> " * 200_000,
        "- " * 200_000,
        "\n \t" * 200_000,
    ],
)
def test_time_is_linear(text: str) -> None:
    """Eight times the text takes 64 times as long where it is quadratic. Processor time, whatever else is running."""

    def seconds(text: str) -> float:
        begin = time.process_time()
        assert len(mask(text)) == len(text)
        return time.process_time() - begin

    assert seconds(text) < 0.1 + 24 * min(seconds(text[: len(text) // 8]) for _ in range(3))
