"""Train the model of SP111 on clean text alone: its own stops against stops put in at random.

    python rules/training/unlikely_stop.py TEXT.jsonl[.gz]:COPIES:PAIRS ... [--words 2000] [--epochs 6] [--seed 1]

TEXT: an object with "text", clean English, a line. Every stop between a word and a capitalised word is taken for right,
and so is every one between a sentence and each of PAIRS others drawn at random. In COPIES of the paragraphs stops are
put between two words, the second of which gets a capital; two of five between two capitalised words, where there are
such. Stops before words with which sentences often start are learnt from as well, although the rule does not look at
them. Deterministic; needs the extra "train". Five megabytes: 20 copies and 10 pairs; of more text fewer are enough.

Writes beside the rule: unlikely_stop_beside.json, a logistic regression over the two words on either side;
unlikely_stop_net.json, a network over the codes of all words in reach; unlikely_stop_words.tsv, its vectors of the
words that are frequent. All weights are whole numbers.
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

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from corpuslint.scan.buffer import Buffer
from corpuslint.sentences import sentence_spans
from corpuslint_rules.english import CLOSED_CLASS
from corpuslint_rules.english.lookup import key_of
from corpuslint_rules.splits._stop_codes import CLASSES, KINDS, OUTSIDE, classes
from corpuslint_rules.splits._stop_net import CLOSE, KEY_SHIFT, REACH, SCALE
from corpuslint_rules.splits._stops import find_stops, padded, windows
from corpuslint_rules.splits._words import is_abbreviation

OUT = Path(__file__).parents[1] / "corpuslint_rules/splits"
GAP = re.compile(r"(?<=[A-Za-z]{2}) (?=[A-Za-z][a-z])")
NAME_GAP = re.compile(r"\b[A-Z][a-z]+( )(?=[A-Z][a-z])")
SENTENCE = re.compile(r"[A-Z].{7,}[.?!]$")
WORD = re.compile(r"[a-z]+")
EVERY, APART = 300, 150
"""Characters for which one stop is put in, and that stops put in are apart at least."""

OWN = 5.0
"""What one of the text's own stops counts, against one of two joined sentences or one put in."""

CHUNK = 8000
SIZE, HIDDEN, LAST = 16, 64, 16
"""Numbers of a word's vector, units of the two hidden layers."""

BATCH, RATE, DECAY, KEEP_WORD, KEEP_UNIT = 1024, 2e-3, 1e-5, 0.8, 0.85

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Weights = dict[str, Any]


class Examples(NamedTuple):
    """The words around stops, a row a stop: codes, flags, keys; which stops were put in; what each counts."""

    codes: npt.NDArray[Any]
    flags: npt.NDArray[Any]
    words: npt.NDArray[Any]
    labels: Bools
    counts: Reals


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", nargs="+")
    parser.add_argument("--words", type=int, default=2000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    source = random.Random(arguments.seed)
    known: set[str] = set()
    parts: list[Examples] = []
    for given in arguments.text:
        name, copies, pairs = given.rsplit(":", 2)
        texts = read(Path(name))
        known.update(word for text in texts for word in WORD.findall(text.lower()))
        parts += examples(texts, int(copies), int(pairs), source)
    seen = joined(parts)
    words = frequent(sorted(known.difference(CLOSED_CLASS)), seen, arguments.words)
    print(f"{len(seen.labels)} stops, {int(seen.labels.sum())} put in")
    write("beside", beside(seen))
    net = fit(seen, numbers(words), arguments.epochs, arguments.seed)
    write_net(net, words)


def read(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


def frequent(words: list[str], seen: Examples, most: int) -> list[str]:
    """Those of the words that stand most often around the texts' own stops."""
    keys, counts = np.unique(seen.words[seen.counts == OWN], return_counts=True)
    often = dict(zip(keys.tolist(), counts.tolist(), strict=True))
    ranked = sorted(zip(words, numbers(words).tolist(), strict=True), key=lambda word: -often.get(word[1], 0))
    return sorted(word for word, _ in ranked[:most])


def numbers(words: list[str]) -> Ints:
    """The numbers that stand for words in windows."""
    return np.array([key_of(word.encode()) >> KEY_SHIFT for word in words])


def examples(texts: list[str], copies: int, pairs: int, source: random.Random) -> Iterator[Examples]:
    """The text's own stops, those between joined sentences, and those put in."""
    yield _seen(texts, None, OWN)
    paired = list(pairs_of(texts, pairs, source))
    yield _seen([text for text, _ in paired], [[place] for _, place in paired], 1, put=False)
    paragraphs = [part for text in texts for part in text.split("\n") if len(part) > 60]
    for _ in range(copies):
        changed = [with_stops(text, source) for text in paragraphs]
        yield _seen([text for text, _ in changed], [places for _, places in changed], 1)


def joined(parts: list[Examples]) -> Examples:
    return Examples(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def pairs_of(texts: list[str], pairs: int, source: random.Random) -> Iterator[tuple[str, int]]:
    """Two sentences from anywhere joined, and the byte offset of the space between: what ends and what begins one."""
    paragraphs = [part for text in texts for part in text.split("\n")]
    sentences = [text[start:end] for text in paragraphs for start, end in sentence_spans(text)]
    whole = [sentence for sentence in sentences if SENTENCE.match(sentence)]
    for first in whole:
        if first.endswith("."):
            for _ in range(pairs):
                yield f"{first} {source.choice(whole)}", len(first.encode())


def _seen(texts: list[str], marks: list[list[int]] | None, count: float, put: bool = True) -> Examples:
    """The stops of texts: all of them, or those before the marked spaces."""
    found = []
    for first in range(0, len(texts), CHUNK):
        encoded = [text.encode("utf-8", "replace") for text in texts[first : first + CHUNK]]
        ends = np.cumsum([len(e) + 1 for e in encoded])
        starts = np.concatenate(([1], ends + 1))
        buffer = Buffer(b"\n" + b"\n".join(encoded) + b"\n", [1, *(ends + 1).tolist()])
        data, spaces = padded(buffer), buffer.blanks
        stops = find_stops(data, spaces)
        stops = stops[~_abbreviated(data, spaces, stops)]
        if marks is not None:
            marked = [int(starts[i]) + place for i in range(len(encoded)) for place in marks[first + i]]
            stops = stops[np.isin(spaces[stops], marked)]
        seen = windows(data, spaces, stops, REACH)
        rows = seen.codes.T.astype(np.int16), seen.flags.T.astype(np.int8), seen.words.T.astype(np.uint32)
        found.append(Examples(*rows, np.full(len(stops), marks is not None and put), np.full(len(stops), count)))
    return joined(found)


def _abbreviated(data: npt.NDArray[np.uint8], spaces: Ints, stops: Ints) -> Bools:
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
        places.append(len(out.encode("utf-8", "replace")))
        out += " " + text[at + 1].upper()
        last = at + 2
    return out + text[last:], places


def beside(seen: Examples) -> dict[str, list[list[int]]]:
    """Weights of the two words on either side: of their codes, and of the classes of each two that stand together."""
    codes = seen.codes[:, REACH - CLOSE : REACH + CLOSE].astype(np.int64)
    coarse = np.array(classes())[codes]
    pairs = coarse[:, :-1] * CLASSES + coarse[:, 1:]
    sizes = [KINDS] * codes.shape[1] + [CLASSES**2] * pairs.shape[1]
    columns = np.concatenate([codes, pairs], axis=1) + np.cumsum([0, *sizes[:-1]])
    shape = (len(columns), sum(sizes))
    matrix = csr_matrix(
        (np.ones(columns.size), columns.ravel(), np.arange(0, columns.size + 1, len(sizes))), shape=shape
    )
    model = LogisticRegression(C=0.1, solver="liblinear", random_state=0).fit(matrix, seen.labels, seen.counts)
    weight = model.coef_[0]
    weight[:KINDS] += model.intercept_[0]
    rows = [part.tolist() for part in np.split(np.rint(weight * SCALE).astype(int), np.cumsum(sizes[:-1]))]
    return {"codes": rows[: codes.shape[1]], "classes": rows[codes.shape[1] :]}


def start(words: int, seed: int) -> Weights:
    """Weights at random. The vectors of what is beyond the sentence, and of no mark, are never used."""
    keys = jax.random.split(jax.random.PRNGKey(seed), 6)

    def normal(at: int, spread: float, *shape: int) -> Any:
        return jax.random.normal(keys[at], shape) * spread

    inputs = 2 * REACH * SIZE
    return {
        "codes": normal(0, 0.3, KINDS, SIZE),
        "words": normal(1, 0.01, words + 1, SIZE),
        "flags": normal(2, 0.1, 8, SIZE),
        "first": normal(3, 1.4 / inputs**0.5, inputs, HIDDEN),
        "first_added": jnp.zeros(HIDDEN),
        "second": normal(4, 1.4 / HIDDEN**0.5, HIDDEN, LAST),
        "second_added": jnp.zeros(LAST),
        "last": normal(5, 1 / LAST**0.5, LAST),
        "last_added": jnp.zeros(()),
    }


def log_odds(weights: Weights, rows: tuple[Any, Any, Any], key: Any) -> Any:
    """What the network says, with words and units left out at random."""
    codes, flags, words = rows
    first, second = jax.random.split(key)
    words = words * jax.random.bernoulli(first, KEEP_WORD, words.shape)
    vectors = jnp.where((codes == OUTSIDE)[..., None], 0, weights["codes"][codes])
    vectors += jnp.where((flags == 0)[..., None], 0, weights["flags"][flags])
    vectors += jnp.where((words == 0)[..., None], 0, weights["words"][words])
    hidden = jax.nn.relu(vectors.reshape(len(codes), -1) @ weights["first"] + weights["first_added"])
    hidden = hidden * jax.random.bernoulli(second, KEEP_UNIT, hidden.shape) / KEEP_UNIT
    hidden = jax.nn.relu(hidden @ weights["second"] + weights["second_added"])
    return hidden @ weights["last"] + weights["last_added"]


def fit(seen: Examples, words: Ints, epochs: int, seed: int) -> Weights:
    """The network, by Adam with a rate that falls to nothing. ``words``: their numbers; vectors from 1 on."""

    def loss(weights: Weights, rows: tuple[Any, Any, Any], labels: Any, counts: Any, key: Any) -> Any:
        odds = log_odds(weights, rows, key)
        error = ((jnp.logaddexp(0, odds) - labels * odds) * counts).sum() / counts.sum()
        return error + DECAY * sum((value**2).sum() for value in jax.tree.leaves(weights))

    def advance(state: tuple[Weights, Weights, Weights], at: float, rate: float, key: Any, *batch: Any) -> Any:
        weights, mean, square = state
        slope = jax.grad(loss)(weights, *batch, key)
        mean = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, mean, slope)
        square = jax.tree.map(lambda s, g: 0.999 * s + 0.001 * g * g, square, slope)
        scale = rate * jnp.sqrt(1 - 0.999**at) / (1 - 0.9**at)
        weights = jax.tree.map(lambda w, m, s: w - scale * m / (jnp.sqrt(s) + 1e-8), weights, mean, square)
        return weights, mean, square

    step, order = jax.jit(advance), np.argsort(words)
    at = words[order].searchsorted(seen.words).clip(max=len(words) - 1)
    listed = np.where(words[order][at] == seen.words, order[at] + 1, 0).astype(np.int16)
    labels, counts = seen.labels.astype(np.float32), seen.counts.astype(np.float32)
    weights = start(len(words), seed)
    state = (weights, *(jax.tree.map(jnp.zeros_like, weights) for _ in range(2)))
    source, key, done = np.random.default_rng(seed), jax.random.PRNGKey(seed + 1), 0
    steps = len(labels) // BATCH
    for epoch in range(epochs):
        for chosen in np.array_split(source.permutation(len(labels))[: steps * BATCH], steps):
            done += 1
            rate = RATE * min(1, done / 200) * (1 - done / (steps * epochs)) + 1e-5
            rows = tuple(part[chosen].astype(np.int32) for part in (seen.codes, seen.flags, listed))
            state = step(state, float(done), rate, jax.random.fold_in(key, done), rows, labels[chosen], counts[chosen])
        print(f"epoch {epoch + 1} of {epochs}", flush=True)
    return {name: np.asarray(value, dtype=np.float64) for name, value in state[0].items()}


def write_net(net: Weights, words: list[str]) -> None:
    """All weights times ``SCALE`` as whole numbers; sums that are added as often again as what they are added to."""
    net["codes"][OUTSIDE] = net["flags"][0] = 0
    whole = {
        name: np.rint(value * SCALE ** (2 if name.endswith("added") else 1)).astype(int) for name, value in net.items()
    }
    rows = zip(words, whole.pop("words")[1:].tolist(), strict=True)
    lines = [f"{word}\t{' '.join(map(str, vector))}\n" for word, vector in rows]
    (OUT / "unlikely_stop_words.tsv").write_text("".join(lines), encoding="ascii")
    write(
        "net",
        {name: value.T.tolist() if name in ("first", "second") else value.tolist() for name, value in whole.items()},
    )


def write(name: str, table: dict[str, Any]) -> None:
    """A table as JSON, a row a line."""
    text = json.dumps(table, separators=(",", ":")).replace("],", "],\n").replace(":[", ":\n[").replace("[[", "[\n[")
    (OUT / f"unlikely_stop_{name}.json").write_text(text + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
