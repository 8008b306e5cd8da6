"""Fit the weights of UC106 overclaimed-cause.

    python rules/training/overclaimed_cause.py SENTENCES.jsonl.gz

A line is an object with ``text``, a sentence, and ``label``, of which 3 says that it claims a cause outright. Figures
are printed for weights fitted to one half of the sentences (by the MD5 of the text) and tried on the other, both ways;
the weights written to ``overclaimed_cause.json`` are fitted to all. Deterministic.
Needs the extra ``train`` (scikit-learn).
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
from sklearn.metrics import f1_score, precision_recall_fscore_support
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from corpuslint.compiled import compiled
from corpuslint_rules.claims._causal_frames import FRAMES, frames_of
from corpuslint_rules.claims.overclaimed_cause import MODEL, RULE

DIRECT = 3
STRENGTH = 0.3
FOLDS = 10

Features = NDArray[np.float64]
Labels = NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path, help="the labelled sentences, JSON lines, gzipped")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the weights go")
    options = parser.parse_args()
    texts, labels = read(options.sentences)
    features = np.array([[name in found for name in FRAMES] for found in map(frames_of, texts)], dtype=float)
    first = np.array([int(hashlib.md5(text.encode()).hexdigest(), 16) % 2 == 0 for text in texts])
    cue = np.array([compiled(RULE.frames[0].pattern).search(text) is not None for text in texts])
    tried(features, labels, cue, first)
    tried(features, labels, cue, ~first)
    threshold = best_threshold(cross_validated(features, labels), labels, cue)
    fitted = regression().fit(features, labels)
    weights = {name: round(float(weight), 2) for name, weight in zip(FRAMES, fitted.coef_[0], strict=True)}
    model = [weights, round(threshold - float(fitted.intercept_[0]), 2)]
    options.out.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> tuple[list[str], Labels]:
    """Texts, and whether each claims a cause."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows], np.array([row["label"] == DIRECT for row in rows])


def regression() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=2000)


def cross_validated(features: Features, labels: Labels) -> Features:
    """The score of each sentence by weights fitted to the other folds."""
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    scores: Features = cross_val_predict(regression(), features, labels, cv=folds, method="decision_function")
    return scores


def best_threshold(scores: Features, labels: Labels, cue: Labels) -> float:
    """The threshold of the highest F1, where only a sentence with a cue, a causal word, can be found."""
    candidates = np.quantile(scores, np.linspace(0.5, 0.97, 120))
    return float(max(candidates, key=lambda threshold: f1_score(labels, cue & (scores >= threshold))))


def tried(features: Features, labels: Labels, cue: Labels, half: Labels) -> None:
    """Prints how weights and threshold from one half do on the other."""
    threshold = best_threshold(cross_validated(features[half], labels[half]), labels[half], cue[half])
    scores = regression().fit(features[half], labels[half]).decision_function(features[~half])
    claimed, right = cue[~half] & (scores >= threshold), labels[~half]
    precision, recall, f1, _ = precision_recall_fscore_support(right, claimed, average="binary")
    print(f"one half to the other: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (n={len(right)})")


if __name__ == "__main__":
    main()
