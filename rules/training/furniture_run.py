"""Train the model of BP113: n-gram weights and trees, from pages whose lines are labelled.

    python rules/training/furniture_run.py --pages pages.jsonl.gz --texts extracted.jsonl.gz --out FOLDER

A row is a page: {"id", "host", "lines": [{"text", "label"}, ...]}, labels "content", "boilerplate" or anything else for
lines that are not counted. Of ``--texts`` (what extractors made of pages) only content is learned, as what must stay
silent; ``--ids`` keeps of them the rows whose id ends so. Hosts are split into five folds by hash: the printed figures
are of lines of hosts that neither the trees nor the n-grams under them have seen. The written model has seen all.
Needs scikit-learn (extra ``train``). Deterministic for one version of scikit-learn.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import md5
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from corpuslint import Doc
from corpuslint.statistics import short_runs
from corpuslint_rules.furniture import _guards, _ngrams
from corpuslint_rules.furniture._layout import Layout
from corpuslint_rules.furniture._text import REACH

Tables = dict[tuple[int, int], _ngrams.Ngrams]
"""Tables of n-grams that have seen neither of two folds."""

FOLDS = 5
MIN_HOSTS = 5
NGRAMS = 8000
DIGITS = 4
RATES = (1, 2, 2.5, 3, 3.5, 4, 5, 8)

RISING = (
    "sound sound_mean sound_2 sound_6 sound_20 sound_at_-1 sound_at_+1 known known_6 known_20 run_known run_sound "
    "times since_quiet until_quiet since_kin until_kin framed"
)
FALLING = "cohesion cohesion_5 cohesion_15 shared_words prose_6 prose_20 function_words words_6"
MONOTONE = dict.fromkeys(RISING.split(), 1) | dict.fromkeys(FALLING.split(), -1)

TREES: dict[str, Any] = {
    "max_iter": 130,
    "max_leaf_nodes": 15,
    "learning_rate": 0.07,
    "min_samples_leaf": 100,
    "l2_regularization": 20,
    "max_features": 0.3,
    "max_bins": 63,
    "early_stopping": False,
    "random_state": 0,
}


MOST = 150
"""Lines of furniture of one page that are learned."""

OF_TEXTS = 0.4
"""Share of the lines of extracted texts that are learned."""

OWN = -9.0
"""Score of a line that the rule spares whatever the model says."""

HARD = 4
"""Weight of a content line that a first model takes for furniture, beside others."""


class Page(NamedTuple):
    """A page's layout, a label for each line (1 furniture, 0 content, -1 not counted) and a weight for all of them."""

    layout: Layout
    tokens: list[list[str]]
    labels: Any
    host: str
    fold: int
    whole: bool
    weight: float
    runs: bool


def read(path: Path, whole: bool, ids: str = "") -> list[Page]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"].endswith(ids)]
    sizes: Counter[str] = Counter()
    for row in rows:
        sizes[row["host"]] += len(row["lines"])
    pages = [page(row, whole, 1 / (1 + sizes[row["host"]] / 100)) for row in rows]
    return [p for p in pages if p.layout.text.size]


def page(row: dict[str, Any], whole: bool, weight: float) -> Page:
    values = {"content": 0, "boilerplate": 1 if whole else -1}
    labels = [values.get(line["label"], -1) for line in row["lines"] if line["text"].strip()]
    doc = Doc("\n".join(line["text"].replace("\n", " ") for line in row["lines"]))
    fold = int(md5(row["host"].encode()).hexdigest(), 16) % FOLDS
    weight *= 1 if whole else 0.7
    layout = doc.once(Layout)
    tokens = [line_words(layout.line(at)) for at in range(layout.text.size)]
    return Page(layout, tokens, np.array(labels), row["host"], fold, whole, weight, short_runs(doc) > 0)


class Sample(NamedTuple):
    """A page's labels, and the weight of each line, 0 for those that are left out."""

    labels: Any
    weights: Any


class Words:
    """The n-grams of all lines that stand on enough hosts, as a sparse matrix for each page."""

    def __init__(self, pages: Sequence[Page], hosts: Sequence[str]):
        found: dict[str, set[str]] = defaultdict(set)
        for one, host in zip(pages, hosts, strict=True):
            for line in one.tokens:
                for ngram in line_ngrams(line):
                    found[ngram].add(host)
        self.names = sorted(ngram for ngram, on in found.items() if len(on) >= MIN_HOSTS)
        ids = {ngram: at for at, ngram in enumerate(self.names)}
        self.rows = [matrix(one.tokens, ids) for one in pages]

    def fit(self, pages: Sequence[Page], left_out: Iterable[int]) -> dict[str, float]:
        """Weights learned from all folds but these; those that matter most."""
        out = set(left_out)
        use = [at for at, one in enumerate(pages) if one.fold not in out]
        x = scipy.sparse.vstack([self.rows[at] for at in use]).tocsr()
        y = np.concatenate([pages[at].labels for at in use])
        sizes = [len(pages[at].labels) for at in use]
        weight = np.repeat([1 / (1 + size / 300) for size in sizes], sizes)
        keep = y >= 0
        model = LogisticRegression(C=0.3, solver="liblinear", tol=1e-2)
        model.fit(x[keep], y[keep], sample_weight=weight[keep])
        weights = model.coef_[0]
        worth = np.abs(weights) * np.sqrt(np.asarray(x[keep].sum(axis=0)).ravel())
        return {self.names[at]: round(float(weights[at]), 2) for at in np.argsort(-worth, kind="stable")[:NGRAMS]}


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[©|»›•#@→×…&+$]")


def line_words(line: str) -> list[str]:
    """The words that the n-grams are made of, as ``_ngrams.beginnings`` reads them."""
    found = [match for match in _WORD.finditer(line) if match.start() < REACH]
    closed = [_ngrams.END] if len(found) <= _ngrams.FIRST and len(line) <= REACH else []
    words = [match[0].lower().replace("’", "'") for match in found[: _ngrams.FIRST]]
    return [_ngrams.START, *(_ngrams.ZERO if word[0].isdigit() else word for word in words), *closed]


def line_ngrams(line: Sequence[str]) -> list[str]:
    return [" ".join(line[at : at + n]) for n in (1, 2, 3) for at in range(len(line) - n + 1)]


def matrix(lines: Sequence[Sequence[str]], ids: dict[str, int]) -> Any:
    columns = [[ids[ngram] for ngram in line_ngrams(line) if ngram in ids] for line in lines]
    ends = np.cumsum([0, *map(len, columns)])
    flat = [column for line in columns for column in line]
    return scipy.sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(lines), len(ids)))


def fit_trees(rows: Sequence[Any], learn: Sequence[Sample], names: Sequence[str]) -> HistGradientBoostingClassifier:
    x = np.concatenate([row[one.weights > 0] for row, one in zip(rows, learn, strict=True)])
    y = np.concatenate([one.labels[one.weights > 0] for one in learn])
    weight = np.concatenate([one.weights[one.weights > 0] for one in learn])
    model = HistGradientBoostingClassifier(monotonic_cst=[MONOTONE.get(name, 0) for name in names], **TREES)
    model.fit(x, y, sample_weight=weight / weight.mean())
    return model


def samples(pages: Sequence[Page], scores: dict[int, Any] | None = None) -> list[Sample]:
    """What is learned of each page: of its furniture at most ``MOST`` lines, of an extracted text some of the lines.
    ``scores``: a first model's; content that it takes for furniture counts more."""
    random = np.random.default_rng(0)
    made = []
    for at, one in enumerate(pages):
        weights = np.where(one.labels >= 0, one.weight, 0.0)
        furniture = np.flatnonzero(one.labels == 1)
        if len(furniture) > MOST:
            weights[random.permutation(furniture)[MOST:]] = 0
        if not one.whole:
            weights[random.random(len(weights)) >= OF_TEXTS] = 0
        if scores is not None:
            weights[(one.labels == 0) & (scores[at] > 0)] *= HARD
        made.append(Sample(one.labels, weights))
    return made


def rows_of(one: Page, table: _ngrams.Ngrams) -> tuple[Any, list[str]]:
    columns = one.layout.columns(_ngrams.scores(one.layout.text, table))
    return np.stack(list(columns.values()), axis=1), list(columns)


def out_of_fold(pages: Sequence[Page], learn: Sequence[Sample], tables: Tables) -> dict[int, Any]:
    """Scores of the lines of each page, by models that have seen none of its fold."""
    scores = {}
    for fold in range(FOLDS):
        made = [rows_of(one, tables[min(fold, one.fold), max(fold, one.fold)]) for one in pages]
        names = made[0][1]
        seen = [at for at, one in enumerate(pages) if one.fold != fold]
        model = fit_trees([made[at][0] for at in seen], [learn[at] for at in seen], names)
        for at, one in enumerate(pages):
            if one.fold == fold:
                own = _guards.own(one.layout.text, dict(zip(names, made[at][0].T, strict=True)))
                scores[at] = np.where(own, OWN, model.decision_function(made[at][0]))
        print(f"fold {fold} done", flush=True)
    return scores


def report(pages: Sequence[Page], scores: dict[int, Any]) -> None:
    """Recall on whole pages where so many of 1,000 content lines are false alarms, and the threshold for it; then with
    each fold's threshold taken from the other folds."""
    of_pages = [at for at in scores if pages[at].whole]
    score = np.concatenate([scores[at] for at in of_pages])
    label = np.concatenate([pages[at].labels for at in of_pages])
    fold = np.concatenate([np.full(len(pages[at].labels), pages[at].fold) for at in of_pages])
    texts = [at for at in scores if not pages[at].whole]
    silent = np.concatenate([scores[at][pages[at].labels == 0] for at in texts]) if texts else np.array([0.0])
    for rate in RATES:
        limit = threshold(score[label == 0], rate)
        limits = np.array([threshold(score[(label == 0) & (fold != of)], rate) for of in range(FOLDS)])
        found = score > limits[fold]
        print(
            f"{rate} false alarms: recall {(score[label == 1] > limit).mean():.3f}, threshold {limit:.2f}, "
            f"in extracted texts {1000 * (silent > limit).mean():.2f}; thresholds of other hosts: "
            f"recall {found[label == 1].mean():.3f} at {1000 * found[label == 0].mean():.2f}"
        )


def threshold(content: Any, rate: float) -> float:
    """The score that so many of 1,000 content lines exceed."""
    return float(np.sort(content)[::-1][int(rate * len(content) / 1000)])


def write_trees(model: HistGradientBoostingClassifier, names: Sequence[str], path: Path) -> None:
    trees = [tree(stage[0].nodes) for stage in model._predictors]
    used = sorted({node[0] for nodes in trees for node in nodes if isinstance(node, list)})
    place = {column: at for at, column in enumerate(used)}
    lines = []
    for nodes in trees:
        lines.append(json.dumps([[place[n[0]], *n[1:]] if isinstance(n, list) else n for n in nodes]))
    bias = round(float(model._baseline_prediction.ravel()[0]), DIGITS)
    head = json.dumps([names[column] for column in used])
    body = ",\n".join(lines)
    path.write_text(f'{{"columns": {head},\n"bias": {bias},\n"trees": [\n{body}\n]}}\n', encoding="utf-8")


def tree(nodes: Any) -> list[Any]:
    return [
        round(float(node["value"]), DIGITS)
        if node["is_leaf"]
        else [int(node["feature_idx"]), float(f"{node['num_threshold']:.4g}"), int(node["left"]), int(node["right"])]
        for node in nodes
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, required=True, help="whole pages")
    parser.add_argument("--texts", type=Path, help="texts extracted from pages")
    parser.add_argument("--ids", default="", help="use of the texts only those whose id ends so")
    parser.add_argument("--out", type=Path, help="the folder to write the model to")
    parser.add_argument("--no-folds", action="store_true", help="write the model without measuring it")
    given = parser.parse_args()
    pages = read(given.pages, True) + (read(given.texts, False, given.ids) if given.texts else [])
    pages = [one for one in pages if one.runs]
    words = Words(pages, [one.host for one in pages])
    pairs = [(a, b) for a in range(FOLDS) for b in range(a, FOLDS)]
    tables = {pair: _ngrams.table(words.fit(pages, pair)) for pair in pairs}
    learn = samples(pages, out_of_fold(pages, samples(pages), tables))
    if not given.no_folds:
        report(pages, out_of_fold(pages, learn, tables))
    if given.out:
        weights = words.fit(pages, ())
        lines = [f"{weight:.2f}\t{ngram}\n" for ngram, weight in sorted(weights.items())]
        (given.out / "furniture_run.ngrams.tsv").write_text("".join(lines), encoding="utf-8")
        made = [rows_of(one, tables[one.fold, one.fold]) for one in pages]
        model = fit_trees([rows for rows, _ in made], learn, made[0][1])
        write_trees(model, made[0][1], given.out / "furniture_run.json")


if __name__ == "__main__":
    main()
