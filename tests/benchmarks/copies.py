"""How fast copies are found, how much memory that takes, and what datasketch and rensa find in the same records.

    python tests/benchmarks/copies.py [--records N] [--only NAME...]

Texts are made up, from a vocabulary of made-up words with the frequencies of Zipf's law, the same ones in every run.
Every tenth record is a copy of an earlier one: exact, near (1 % of its words changed), shortened, or respun (15 %).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, NamedTuple

import numpy as np
from measuring import Contestant, FailedError, Run, environment, figure, launch, table

SIZE = 5000
"""Characters of a record, about."""

KINDS = ("exact", "near", "shortened", "respun")
GRAM, HASHES, THRESHOLD = 5, 128, 0.5
"""What the others are asked for: MinHash of so many hashes over word sequences, pairs by their Jaccard similarity."""

_VOCABULARY = 30_000
_SYLLABLES = ("ba", "den", "fi", "gor", "hu", "kel", "lo", "mar", "ni", "pos", "ra", "sti", "tu", "ver", "wo", "zan")


class Record(NamedTuple):
    """A text; of a copy its kind, and the number of the record it was made from."""

    text: str
    kind: str = ""
    of: int = -1


def records(count: int) -> Iterator[Record]:
    """Made-up records, the same ones whenever it is called."""
    chance = Random(7)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=1 + i // 4000 + i % 3)) for i in range(_VOCABULARY)]
    weights = 1 / np.arange(2, _VOCABULARY + 2)
    numbers = np.random.default_rng(7)
    originals: list[tuple[int, list[int]]] = []
    for number in range(count):
        if number % 10 == 9:
            of, words = originals[chance.randrange(len(originals))]
            kind = KINDS[number // 10 % len(KINDS)]
            yield Record(_text(vocabulary, _copied(words, kind, chance)), kind, of)
            continue
        words = numbers.choice(_VOCABULARY, SIZE // 8, p=weights / weights.sum()).tolist()
        if len(originals) < 5000:
            originals.append((number, words))
        yield Record(_text(vocabulary, words))


def _copied(words: list[int], kind: str, chance: Random) -> list[int]:
    if kind == "shortened":
        return words[: len(words) // 3]
    changed = {"exact": 0.0, "near": 0.01, "respun": 0.15}[kind]
    return [chance.randrange(_VOCABULARY) if chance.random() < changed else word for word in words]


def _text(vocabulary: list[str], words: list[int]) -> str:
    """Sentences of twelve words, paragraphs of five sentences."""
    sentences = [" ".join(vocabulary[word] for word in words[at : at + 12]) for at in range(0, len(words), 12)]
    lines = [". ".join(map(str.capitalize, sentences[at : at + 5])) for at in range(0, len(sentences), 5)]
    return ".\n".join(lines) + "."


class Outcome(NamedTuple):
    """What one program did. ``seconds``: of a processor, so that what else runs hardly matters; ``pairs``: of numbers
    of records."""

    seconds: float
    peak: int
    pairs: set[tuple[int, int]]


def corpuslint(path: Path, folder: Path) -> Outcome:
    """All DU rules, on one process, as users run them."""
    found = folder / "found.jsonl"
    command = [sys.executable, "-m", "corpuslint", "--isolated", "--no-cache", "--exit-zero", "--select", "DU"]
    command += ["--jobs", "1", "--format", f"jsonl={found}", str(path)]
    seconds, run = _timed(Contestant("corpuslint", command, path.stat().st_size), folder)
    pairs = set()
    for line in found.read_text(encoding="utf-8").splitlines():
        finding = json.loads(line)
        if finding["code"] != "DU104":
            pairs |= {_pair(int(finding["record"]), int(other["record"])) for other in finding["related"]}
    return Outcome(seconds, run.peak, pairs)


def other(name: str, path: Path, folder: Path) -> Outcome:
    """datasketch or rensa, in a process of its own."""
    found = folder / f"{name}.json"
    command = [sys.executable, __file__, "--worker", name, str(path), str(found)]
    seconds, run = _timed(Contestant(name, command, path.stat().st_size), folder)
    return Outcome(seconds, run.peak, {_pair(a, b) for a, b in json.loads(found.read_text())})


def _timed(contestant: Contestant, folder: Path) -> tuple[float, Run]:
    """The processor's time of a run, and the run."""
    before = os.times()
    run = launch(contestant, environment(folder), 7200)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, run


def _pair(a: int, b: int) -> tuple[int, int]:
    return min(a, b), max(a, b)


def worker(name: str, path: Path, found: Path) -> None:
    """The pairs that a MinHash index finds, asked for each record before it is added."""
    pairs = []
    ask, add = {"datasketch": _datasketch, "rensa": _rensa}[name]()
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            words = json.loads(line)["text"].lower().split()
            grams = [" ".join(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1))]
            near, sketch = ask(grams)
            pairs += [(other, number) for other in near]
            add(number, sketch)
    found.write_text(json.dumps(pairs))


Ask = Callable[[list[str]], tuple[list[int], Any]]
Add = Callable[[int, Any], object]


def _datasketch() -> tuple[Ask, Add]:
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(threshold=THRESHOLD, num_perm=HASHES)

    def ask(grams: list[str]) -> tuple[list[int], Any]:
        sketch = MinHash(num_perm=HASHES)
        sketch.update_batch([gram.encode() for gram in grams])
        return index.query(sketch), sketch

    return ask, partial(index.insert, check_duplication=False)


def _rensa() -> tuple[Ask, Add]:
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=HASHES, num_bands=32)

    def ask(grams: list[str]) -> tuple[list[int], Any]:
        sketch = RMinHash(num_perm=HASHES, seed=1)
        sketch.update(grams)
        return index.query(sketch), sketch

    return ask, index.insert


def features_speed(texts: list[str]) -> float:
    """Characters a second of one core, for the features alone: the best of three."""
    from corpuslint_rules.duplicates._sketches import features_of_texts  # noqa: PLC0415

    features_of_texts(texts[:1])
    best = float("inf")
    for _ in range(3):
        started = process_time()
        features_of_texts(texts)
        best = min(best, process_time() - started)
    return sum(map(len, texts)) / best


def main() -> None:
    """Runs all that is there, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--only", nargs="+", default=["corpuslint", "rensa", "datasketch"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        path = folder / "records.jsonl"
        copies, size, first = _write(path, options.records)
        print(
            f"{options.records:,} records, {size / 1e6:,.1f} MB, {len(copies):,} of them copies; {os.cpu_count()} cores"
        )
        print(f"features of corpuslint alone: {features_speed(first) / 1e6:.1f} MB/s of one core")
        rows = [_row(name, path, size, copies) for name in options.only]
        kinds = dict.fromkeys(kind for kind, _ in copies.values())
        print(table(("", "CPU s", "MB/s", "peak MB", "pairs", *(f"{kind} found" for kind in kinds)), rows))


def _write(path: Path, count: int) -> tuple[dict[int, tuple[str, int]], int, list[str]]:
    """Writes the records; the copies by number, the characters of all, the first texts."""
    copies, size, first = {}, 0, []
    with path.open("w", encoding="utf-8") as file:
        for number, record in enumerate(records(count)):
            file.write(json.dumps({"id": str(number), "text": record.text}) + "\n")
            size += len(record.text)
            if record.kind:
                copies[number] = record.kind, record.of
            if number < 2000:
                first.append(record.text)
    return copies, size, first


def _row(name: str, path: Path, size: int, copies: dict[int, tuple[str, int]]) -> list[str]:
    folder, kinds = path.parent, Counter(kind for kind, _ in copies.values())
    if name != "corpuslint" and not find_spec(name):
        return [f"{name}: not installed", *[""] * (4 + len(kinds))]
    try:
        done = corpuslint(path, folder) if name == "corpuslint" else other(name, path, folder)
    except FailedError as error:
        return [f"{name}: {error}", *[""] * (4 + len(kinds))]
    linked = {number for pair in done.pairs for number in pair}
    found = Counter(kind for number, (kind, _) in copies.items() if number in linked)
    shares = [f"{found[kind] / kinds[kind]:.2f}" for kind in kinds]
    speed = figure(size / 1e6 / done.seconds)
    return [name, figure(done.seconds), speed, f"{done.peak / 1e6:,.0f}", f"{len(done.pairs):,}", *shares]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        worker(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
