"""Train the model of SP111 on clean text alone: its own stops against stops put in at random.

    python rules/training/unlikely_stop.py TEXT.jsonl.gz [--weights 8000] [--held-out 5] [--seed 1]

TEXT: an object with "text", a paragraph of clean English, a line. Every stop between a word and a capitalised word is
taken for right, and every one between two sentences drawn at random. In copies of the paragraphs stops are put between
two words, the second of which gets a capital; two of five between two capitalised words, where the paragraph has such.
--held-out: first measure on every nth paragraph. Writes unlikely_stop_near.tsv and unlikely_stop_all.tsv beside the
rule: a feature and its weight, in tenths, a line. Needs the extra "train".
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from corpuslint.scan.buffer import Buffer
from corpuslint.sentences import sentence_spans
from corpuslint_rules.splits._stop_features import far, near
from corpuslint_rules.splits._stop_model import place
from corpuslint_rules.splits._stops import REACH, doubtful, find_stops, padded, shape, windows
from corpuslint_rules.splits._words import is_abbreviation

OUT = Path(__file__).parents[1] / "corpuslint_rules/splits"
GAP = re.compile(r"(?<=[A-Za-z]{2}) (?=[A-Za-z][a-z])")
NAME_GAP = re.compile(r"\b[A-Z][a-z]+( )(?=[A-Z][a-z])")
SENTENCE = re.compile(r"[A-Z].{7,}[.?!]$")
EVERY = 300
"""Characters for which one stop is put in."""

APART = 150
"""Characters that stops put in are apart at least."""

COPIES = 20
"""Copies of the text with stops put in."""

PAIRS = 14
"""Sentences of other paragraphs that each sentence is joined to."""

OWN = 5
"""What one of the text's own stops counts, against one of two joined sentences."""

CHUNK = 8000

Matrix = Any
Labels = npt.NDArray[np.bool_]
Keys = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]


class Examples(NamedTuple):
    """Features (near ones, all), a row a stop; which stops were put in; what each counts."""

    near: Keys
    all: Keys
    labels: Labels
    counts: Reals


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--weights", type=int, default=16000)
    parser.add_argument("--held-out", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with gzip.open(arguments.text, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    if arguments.held_out:
        held = texts[:: arguments.held_out]
        kept = [text for number, text in enumerate(texts) if number % arguments.held_out]
        report(fit(examples(kept, arguments.seed), arguments.weights), examples(held, arguments.seed))
    for stage, (weights, intercept) in fit(examples(texts, arguments.seed), arguments.weights).items():
        lines = sorted(f"{key}\t{weight}\n" for key, weight in apart(weights).items())
        lines.insert(0, f"\t{intercept:.2f}\n")
        (OUT / f"unlikely_stop_{stage}.tsv").write_text("".join(lines), encoding="ascii")


def apart(weights: dict[int, int]) -> dict[int, int]:
    """Of weights that would have the same place in the rule's table the heaviest."""
    keys = sorted(weights, key=lambda key: abs(weights[key]))
    placed = dict(zip(place(np.array(keys)).tolist(), keys, strict=True))
    return {key: weights[key] for key in placed.values()}


def examples(texts: list[str], seed: int) -> Examples:
    """The text's own stops, those between joined sentences, and those put in."""
    source = random.Random(seed)
    found = [_seen(texts, None, OWN)]
    joined = list(pairs(texts, source))
    found.append(_seen([text for text, _ in joined], [[place] for _, place in joined], 1, put=False))
    for _ in range(COPIES):
        changed = [with_stops(text, source) for text in texts]
        found.append(_seen([text for text, _ in changed], [places for _, places in changed], 1))
    return Examples(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def pairs(texts: list[str], source: random.Random) -> Iterator[tuple[str, int]]:
    """Two sentences from anywhere joined, and the byte offset of the space between: what ends and what begins one."""
    sentences = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    whole = [sentence for sentence in sentences if SENTENCE.match(sentence)]
    for first in whole:
        if first.endswith("."):
            for _ in range(PAIRS):
                yield f"{first} {source.choice(whole)}", len(first.encode())


def _seen(texts: list[str], marks: list[list[int]] | None, count: float, put: bool = True) -> Examples:
    """The stops of texts that the rule would look at: all of them, or those before the marked spaces."""
    found = []
    for first in range(0, len(texts), CHUNK):
        encoded = [text.encode() for text in texts[first : first + CHUNK]]
        ends = np.cumsum([len(e) + 1 for e in encoded])
        starts = np.concatenate(([1], ends + 1))
        buffer = Buffer(b"\n" + b"\n".join(encoded) + b"\n", [1, *(ends + 1).tolist()])
        data, spaces = padded(buffer), buffer.blanks
        stops = doubtful(data, spaces, find_stops(data, spaces))
        stops = stops[~_abbreviated(data, spaces, stops)]
        if marks is not None:
            marked = [int(starts[i]) + place for i in range(len(encoded)) for place in marks[first + i]]
            stops = stops[np.isin(spaces[stops], marked)]
        seen = windows(data, spaces, stops, REACH)
        close = list(near(seen))
        label = np.full(len(stops), marks is not None and put)
        rows = np.stack(close, axis=1), np.stack([*close, *far(seen, shape(seen))], axis=1)
        found.append(Examples(*rows, label, np.full(len(stops), float(count))))
    return Examples(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def _abbreviated(data: npt.NDArray[np.uint8], spaces: Keys, stops: Keys) -> Labels:
    """Which stops stand behind an abbreviation."""
    text = data.tobytes()
    words = (text[spaces[at - 1] + 1 : spaces[at] - 1].decode("utf-8", "ignore") for at in stops)
    return np.array([is_abbreviation(word) for word in words], dtype=np.bool_)


def with_stops(text: str, source: random.Random) -> tuple[str, list[int]]:
    """A paragraph with stops put in, and the byte offsets of the spaces behind them."""
    chosen: list[int] = []
    gaps = [found.start() for found in GAP.finditer(text)]
    names = [found.start(1) for found in NAME_GAP.finditer(text)]
    for _ in range(max(1, len(text) // EVERY)):
        pool = names if names and source.random() < 0.4 else gaps
        at = source.choice(pool) if pool else -1
        if at >= 0 and all(abs(at - other) > APART for other in chosen):
            chosen.append(at)
    out, places, last = "", [], 0
    for at in sorted(chosen):
        out += text[last:at] + "."
        places.append(len(out.encode()))
        out += " " + text[at + 1].upper()
        last = at + 2
    return out + text[last:], places


Model = tuple[dict[int, int], float]


def fit(seen: Examples, most: int) -> dict[str, Model]:
    """The model of each stage: weights in tenths by feature, and the intercept."""
    return {"near": _fit(seen.near, seen, most // 6), "all": _fit(seen.all, seen, most - most // 6)}


def _fit(rows: Keys, seen: Examples, most: int) -> Model:
    keys, columns, counts = np.unique(rows, return_inverse=True, return_counts=True)
    often = counts >= 8
    for _ in range(2):
        matrix, names = _matrix(columns.reshape(rows.shape), often, keys)
        model = LogisticRegression(C=0.05, solver="liblinear", max_iter=200, random_state=0)
        model.fit(matrix, seen.labels, seen.counts)
        weight = model.coef_[0]
        value = np.abs(weight) * np.sqrt(counts[often])
        if len(names) > most:
            chosen = np.flatnonzero(often)[np.argsort(-value)[:most]]
            often = np.zeros(len(keys), dtype=np.bool_)
            often[chosen] = True
    rounded = {int(key): round(float(w) * 10) for key, w in zip(names, weight, strict=True)}
    return {key: w for key, w in rounded.items() if w}, float(model.intercept_[0])


def _matrix(columns: Keys, often: Labels, keys: Keys) -> tuple[Matrix, Keys]:
    place = np.cumsum(often) - 1
    kept = often[columns]
    indices = place[columns][kept]
    offsets = np.concatenate(([0], np.cumsum(kept.sum(axis=1))))
    shape = (len(columns), int(often.sum()))
    return csr_matrix((np.ones(len(indices)), indices, offsets), shape=shape), keys[often]


def score(model: Model, rows: Keys) -> npt.NDArray[np.float64]:
    weights, intercept = model
    keys, columns = np.unique(rows, return_inverse=True)
    values = np.array([weights.get(int(key), 0) / 10 for key in keys])
    total: npt.NDArray[np.float64] = intercept + values[columns.reshape(rows.shape)].sum(axis=1)
    return total


def report(models: dict[str, Model], seen: Examples) -> None:
    own = ~seen.labels & (seen.counts > 1)
    first, second = score(models["near"], seen.near), score(models["all"], seen.all)
    print(f"held out: {int(seen.labels.sum())} stops put in, {int(own.sum())} right ones")
    for threshold in (0.5, 1.0, 1.2, 1.4, 1.6, 2.0, 2.5, 3.0):
        found = second >= threshold
        print(
            f"  all >= {threshold}: found {found[seen.labels].mean():.3f}, "
            f"false {1000 * found[own].mean():.2f} per 1,000"
        )
    sure = (second >= 1.2) & seen.labels
    for threshold in (-1.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5):
        passed = first >= threshold
        print(f"  near >= {threshold}: passes {passed[own].mean():.3f} of right ones, "
              f"{(passed & sure).sum() / sure.sum():.3f} of those found")  # fmt: skip


if __name__ == "__main__":
    main()
