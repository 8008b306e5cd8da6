"""Fit the weights of SR105 headline-body-mismatch.

    python rules/training/headline_body_mismatch.py ARTICLES.jsonl.gz

A line is an object with ``text``, a headline, a blank line and a body; ``label``, 1 where the headline is that of
another article; and ``made``, how the pair was made (``true`` for a true one, ``same-topic-swap`` …). Figures are
printed for weights and threshold from one half of the bodies (by their MD5) tried on the other, both ways; what is
written to ``headline_body_mismatch.json`` is fitted to all. Deterministic. Needs the extra ``train`` (scikit-learn).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from corpuslint.headline import headline_of
from corpuslint_rules.reliability._overlap import NAMES, features
from corpuslint_rules.reliability.headline_body_mismatch import MODEL

FALSE_ALARMS = 0.012
"""The share of true headlines that may be found; weights of ``--out`` are set for it by cross-validation."""

FOLDS = 10

Numbers = NDArray[np.float64]
Labels = NDArray[np.bool_]


class Pairs(NamedTuple):
    """Features of pairs, whether each is wrong, how it was made, and a number for its body."""

    counts: Numbers
    wrong: Labels
    made: NDArray[np.str_]
    body: NDArray[np.uint64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="the labelled articles, JSON lines, gzipped")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the weights go")
    options = parser.parse_args()
    with gzip.open(options.articles, "rt", encoding="utf-8") as lines:
        pairs = read([json.loads(line) for line in lines])
    first = pairs.body % 2 == 0
    tried(pairs, first)
    tried(pairs, ~first)
    folds = GroupKFold(FOLDS)
    scores = cross_val_predict(
        regression(), pairs.counts, pairs.wrong, groups=pairs.body, cv=folds, method="decision_function"
    )
    fitted = regression().fit(pairs.counts, pairs.wrong)
    weights = {name: round(float(weight), 3) for name, weight in zip(NAMES, fitted.coef_[0], strict=True)}
    model = [weights, round(threshold(scores, pairs.made) - float(fitted.intercept_[0]), 3)]
    options.out.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


def read(rows: list[dict[str, Any]]) -> Pairs:
    """The features of all pairs that are long enough to be judged."""
    kept = []
    for row in rows:
        headline = headline_of(row["text"])
        body = row["text"][headline.body :] if headline else ""
        found = features(headline.text, body) if headline else None
        if found is not None:
            key = int(hashlib.md5(body.strip()[:300].encode()).hexdigest()[:15], 16)
            kept.append((found, row["label"] == 1, row["made"], key))
    counts, wrong, made, keys = zip(*kept, strict=True)
    return Pairs(np.array(counts), np.array(wrong), np.array(made), np.array(keys, dtype=np.uint64))


def regression() -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=5000)


def threshold(scores: Numbers, made: NDArray[np.str_]) -> float:
    """The score above which no more than the allowed share of true headlines lies."""
    true = np.sort(scores[made == "true"])[::-1]
    return float(true[int(len(true) * FALSE_ALARMS)])


def tried(pairs: Pairs, half: Labels) -> None:
    """Prints how weights and threshold from one half do on the other."""
    fitted = regression().fit(pairs.counts[half], pairs.wrong[half])
    scores = fitted.decision_function(pairs.counts)
    found = (scores > threshold(scores[half], pairs.made[half]))[~half]
    wrong, made = pairs.wrong[~half], pairs.made[~half]
    shares = {kind: round(float(found[made == kind].mean()), 4) for kind in sorted(set(made.tolist()))}
    precision, recall = wrong[found].mean(), found[wrong].mean()
    print(f"one half to the other: precision {precision:.3f}, recall {recall:.3f} (n={len(found)}); found: {shares}")


if __name__ == "__main__":
    main()
