"""The texts that are timed: ordinary and noisy ones, tiny records, endless lines, nothing but triggers."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from corpuslint.lexicon import read_phrases
from corpuslint.linter import Linter
from corpuslint.page import page
from corpuslint.rule import Phrases

PARAGRAPHS = 10
"""Paragraphs of a document that is made of loose ones."""

RECORD = 100
"""Bytes of a tiny record, its line break among them."""

MANY = 20_000
"""Sentences that are enough; more would only swell this process, and all that it starts begin as its copies."""

_FRAME = len('{"id": "", "text": ""}\n')
_SENTENCE_LENGTHS = range(40, RECORD - _FRAME - 7)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


class Text(NamedTuple):
    """The same text twice: as records, and plain for programs that know nothing of JSON.

    ``size``: bytes of text; ``number``: how many records.
    """

    records: Path
    plain: Path
    size: int
    number: int


def read_texts(source: Path) -> Iterator[str]:
    """The texts of a JSONL file, compressed or not: the field ``text``, or those of ``lines``, each a line."""
    with gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield row["text"] if "text" in row else "\n".join(line["text"] for line in row["lines"])


def read_documents(source: Path) -> Iterator[str]:
    """The texts of a file of loose paragraphs as documents of ten, a line each."""
    paragraphs = read_texts(source)
    while document := list(islice(paragraphs, PARAGRAPHS)):
        yield "\n".join(document)


def write_text(texts: Iterable[str], folder: Path, name: str) -> Text:
    """Both files of a text."""
    records, plain = folder / f"{name}.jsonl", folder / f"{name}.txt"
    size = count = 0
    with records.open("w", encoding="utf-8") as lines, plain.open("w", encoding="utf-8", newline="\n") as whole:
        for count, text in enumerate(texts, start=1):
            lines.write(json.dumps({"id": f"{name}-{count}", "text": text}, ensure_ascii=False) + "\n")
            whole.write(f"{text}\n")
            size += len(text.encode())
    return Text(records, plain, size, count)


def repeated(texts: Iterable[str], size: int) -> Iterator[str]:
    """The texts again and again, until there are ``size`` bytes of them."""
    written = 0
    for text in cycle(texts):
        yield text
        written += len(text.encode())
        if written >= size:
            return


def sample(text: Text, size: int, name: str) -> Text:
    """About ``size`` bytes of a text, spread evenly over it."""
    return write_text(_spread(text, size), text.records.parent, name)


def _spread(text: Text, size: int) -> Iterator[str]:
    seen = kept = 0
    for one in read_texts(text.records):
        length = len(one.encode())
        if kept <= size * seen / text.size:
            yield one
            kept += length
        seen += length


def write_records(text: Text, count: int, file: Path) -> None:
    """Tiny records of one whole sentence each, all of the same length: the id is as long as it takes."""
    found = (sentence for one in read_texts(text.records) for sentence in _sentences(one))
    sentences = list(islice(found, MANY))
    with file.open("w", encoding="utf-8") as lines:
        for number, sentence in enumerate(islice(cycle(sentences), count)):
            lines.write(f'{{"id": "{number:0{RECORD - _FRAME - len(sentence)}}", "text": "{sentence}"}}\n')


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_BREAK.split(text):
        if len(sentence) in _SENTENCE_LENGTHS and sentence.isascii() and len(json.dumps(sentence)) == len(sentence) + 2:
            yield sentence


def write_line(texts: Iterable[str], size: int, file: Path) -> None:
    """One line of ``size`` bytes: the only record of a JSONL file, or else plain text."""
    is_json = file.suffix == ".jsonl"
    with file.open("w", encoding="utf-8", newline="\n") as line:
        line.write('{"id": "0", "text": "' if is_json else "")
        for text in repeated(texts, size):
            joined = " ".join(text.split()) + " "
            line.write(json.dumps(joined, ensure_ascii=False)[1:-1] if is_json else joined)
        line.write('"}\n' if is_json else "\n")


def default_phrases() -> list[str]:
    """All phrases of the rules that run by default, as they are compared."""
    rules = [rule for rule in Linter().rules.values() if isinstance(rule, Phrases)]
    return list(dict.fromkeys(phrase.text for rule in rules for phrase in read_phrases(rule)))


def default_triggers() -> list[str]:
    """What rules fire on and nothing else: the bad examples of all default rules, and all their phrases."""
    examples = [example for rule in Linter().rules.values() for example in page(rule).bad]
    return examples + default_phrases()
