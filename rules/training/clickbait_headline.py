"""Fit the weights of SR104 clickbait-headline.

    python rules/training/clickbait_headline.py HEADLINES.jsonl.gz

A line is an object with ``text``, a headline, and ``label``, 1 for clickbait. Figures are printed for weights fitted to
one half of the headlines (by the MD5 of the text) and tried on the other, both ways; the weights written to
``clickbait_headline.json`` are fitted to all. Deterministic. Needs the extra ``train`` (scikit-learn).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_fscore_support

from corpuslint_rules.reliability._bait import features
from corpuslint_rules.reliability.clickbait_headline import MODEL

STRENGTH = 0.5
MARGIN = 1.0
"""How far beyond even odds a headline must be: other papers' headlines are not those of the set."""

Numbers = NDArray[np.float64]
Labels = NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("headlines", type=Path, help="the labelled headlines, JSON lines, gzipped")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the weights go")
    options = parser.parse_args()
    with gzip.open(options.headlines, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    counts = np.array([list(features(row["text"]).values()) for row in rows], dtype=float)
    labels = np.array([row["label"] == 1 for row in rows])
    first = np.array([int(hashlib.md5(row["text"].encode()).hexdigest(), 16) % 2 == 0 for row in rows])
    tried(counts, labels, first)
    tried(counts, labels, ~first)
    fitted = regression().fit(counts, labels)
    names = features("")
    weights = {name: round(float(weight), 2) for name, weight in zip(names, fitted.coef_[0], strict=True)}
    model = [weights, round(MARGIN - float(fitted.intercept_[0]), 2)]
    options.out.write_text(json.dumps(model, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def regression() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000)


def tried(counts: Numbers, labels: Labels, half: Labels) -> None:
    """Prints how weights from one half do on the other."""
    found = regression().fit(counts[half], labels[half]).decision_function(counts[~half]) >= MARGIN
    precision, recall, f1, _ = precision_recall_fscore_support(labels[~half], found, average="binary")
    print(f"one half to the other: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (n={len(found)})")


if __name__ == "__main__":
    main()
