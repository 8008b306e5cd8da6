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
from corpuslint_rules.furniture import _ngrams
from corpuslint_rules.furniture._layout import Layout

FOLDS = 5
MIN_HOSTS = 5
NGRAMS = 8000
DIGITS = 4
RATES = (1, 2, 2.5, 3, 3.5, 4, 5, 8)

RISING = (
    "sound sound_mean sound_2 sound_6 sound_20 sound_before sound_after sound_previous sound_next known known_6 "
    "known_20 run_known run_sound sound_to_here sound_from_here times since_quiet until_quiet"
)
FALLING = "cohesion cohesion_5 shared_words prose_6 prose_20 function_words words_5"
MONOTONE = dict.fromkeys(RISING.split(), 1) | dict.fromkeys(FALLING.split(), -1)

TREES: dict[str, Any] = {
    "max_iter": 110,
    "max_leaf_nodes": 15,
    "learning_rate": 0.1,
    "min_samples_leaf": 100,
    "l2_regularization": 20,
    "max_features": 0.3,
    "max_bins": 63,
    "early_stopping": False,
    "random_state": 0,
}


class Page(NamedTuple):
    """A page's layout, a label for each line (1 furniture, 0 content, -1 not counted) and a weight for all of them."""

    layout: Layout
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
    return [p for p in pages if p.layout.texts]


def page(row: dict[str, Any], whole: bool, weight: float) -> Page:
    values = {"content": 0, "boilerplate": 1 if whole else -1}
    labels = [values.get(line["label"], -1) for line in row["lines"] if line["text"].strip()]
    doc = Doc("\n".join(line["text"].replace("\n", " ") for line in row["lines"]))
    fold = int(md5(row["host"].encode()).hexdigest(), 16) % FOLDS
    weight *= 1 if whole else 0.7
    return Page(doc.once(Layout), np.array(labels), row["host"], fold, whole, weight, short_runs(doc) > 0)


class Words:
    """The n-grams of all lines that stand on enough hosts, as a sparse matrix for each page."""

    def __init__(self, pages: Sequence[Page], hosts: Sequence[str]):
        found: dict[str, set[str]] = defaultdict(set)
        for one, host in zip(pages, hosts, strict=True):
            for line in one.layout.tokens:
                for ngram in line_ngrams(line):
                    found[ngram].add(host)
        self.names = sorted(ngram for ngram, on in found.items() if len(on) >= MIN_HOSTS)
        ids = {ngram: at for at, ngram in enumerate(self.names)}
        self.rows = [matrix(one.layout.tokens, ids) for one in pages]

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


def line_ngrams(line: Sequence[str]) -> list[str]:
    return [" ".join(line[at : at + n]) for n in (1, 2, 3) for at in range(len(line) - n + 1)]


def matrix(lines: Sequence[Sequence[str]], ids: dict[str, int]) -> Any:
    columns = [[ids[ngram] for ngram in line_ngrams(line) if ngram in ids] for line in lines]
    ends = np.cumsum([0, *map(len, columns)])
    flat = [column for line in columns for column in line]
    return scipy.sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(lines), len(ids)))


def fit_trees(rows: Sequence[Any], pages: Sequence[Page], names: Sequence[str]) -> HistGradientBoostingClassifier:
    x = np.concatenate([row[one.labels >= 0] for row, one in zip(rows, pages, strict=True)])
    y = np.concatenate([one.labels[one.labels >= 0] for one in pages])
    weight = np.concatenate([np.full((one.labels >= 0).sum(), one.weight) for one in pages])
    model = HistGradientBoostingClassifier(monotonic_cst=[MONOTONE.get(name, 0) for name in names], **TREES)
    model.fit(x, y, sample_weight=weight / weight.mean())
    return model


def rows_of(one: Page, table: _ngrams.Ngrams) -> tuple[Any, list[str]]:
    columns = one.layout.columns(_ngrams.scores(one.layout.tokens, table))
    return np.stack(list(columns.values()), axis=1), list(columns)


def out_of_fold(pages: Sequence[Page], words: Words) -> dict[int, Any]:
    """Scores of the lines of each page, by models that have seen none of its fold."""
    tables = {}
    for a in range(FOLDS):
        for b in range(a, FOLDS):
            tables[a, b] = _ngrams.table(words.fit(pages, (a, b)))
    scores = {}
    for fold in range(FOLDS):
        made = [rows_of(one, tables[min(fold, one.fold), max(fold, one.fold)]) for one in pages]
        learn = [at for at, one in enumerate(pages) if one.fold != fold]
        model = fit_trees([made[at][0] for at in learn], [pages[at] for at in learn], made[0][1])
        for at, one in enumerate(pages):
            if one.fold == fold:
                scores[at] = model.decision_function(made[at][0])
        print(f"fold {fold} done", flush=True)
    return scores


def report(pages: Sequence[Page], scores: dict[int, Any]) -> None:
    """Recall on whole pages where so many of 1,000 content lines are false alarms, and the threshold for it."""
    of_pages = [at for at in scores if pages[at].whole]
    score = np.concatenate([scores[at] for at in of_pages])
    label = np.concatenate([pages[at].labels for at in of_pages])
    texts = [at for at in scores if not pages[at].whole]
    silent = np.concatenate([scores[at][pages[at].labels == 0] for at in texts]) if texts else np.array([0.0])
    content = np.sort(score[label == 0])[::-1]
    for rate in RATES:
        limit = content[int(rate * len(content) / 1000)]
        recall, alarms = (score[label == 1] > limit).mean(), 1000 * (silent > limit).mean()
        print(f"{rate} false alarms: recall {recall:.3f}, threshold {limit:.2f}, in extracted texts {alarms:.2f}")


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
    if not given.no_folds:
        report(pages, out_of_fold(pages, words))
    if given.out:
        weights = words.fit(pages, ())
        lines = [f"{weight:.2f}\t{ngram}\n" for ngram, weight in sorted(weights.items())]
        (given.out / "furniture_run.ngrams.tsv").write_text("".join(lines), encoding="utf-8")
        folds = [_ngrams.table(words.fit(pages, (fold,))) for fold in range(FOLDS)]
        made = [rows_of(one, folds[one.fold]) for one in pages]
        model = fit_trees([rows for rows, _ in made], pages, made[0][1])
        write_trees(model, made[0][1], given.out / "furniture_run.json")


if __name__ == "__main__":
    main()
