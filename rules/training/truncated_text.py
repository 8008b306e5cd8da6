"""Learn what prose without an end looks like: makes ``truncated_text.json``, with which SP107 finds texts cut off.

Two classes of lines without a stop at the end. Cut: sentences of clean text up to a word drawn by chance, some of them
behind the sentence before, and whole sentences without their stop. Not cut: the same sentences as headlines would have
them, without articles, "be" and "have", and lines that never had a stop (headlines, headings, labels, posts). A
logistic regression on the features of ``_fragment.py`` learns the difference; no text of the training
sets remains but single words and pairs of words. The same input gives the same file.

    python rules/training/truncated_text.py TEXT.jsonl.gz --lines LINES.jsonl.gz [--keep 4000] [--out FILE]

TEXT: JSON lines with a field "text", one clean paragraph each. LINES: JSON lines with fields "text", a line without a
stop that was not cut off, and "weight". Needs scikit-learn (the extra "train").
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.sentences import sentence_spans
from corpuslint_rules.splits import _fragment
from corpuslint_rules.splits._words import ARTICLES, BE, HAVE

SEED = 20
SHORTEST = 5
SHORTEST_WHOLE = 8
LONGEST_HEADLINE = 16
_DROPPED = ARTICLES | BE | HAVE
_FINAL = re.compile(r"""[.!?]["”’')\]]*$""")


class Example(NamedTuple):
    line: str
    cut: bool
    weight: float


def examples(text: Path, lines: Path, rng: random.Random) -> Iterator[Example]:
    """Lines and whether their end is missing."""
    for row in _rows(text):
        before = ""
        paragraph = " ".join(row["text"].split())
        for start, end in sentence_spans(paragraph):
            sentence = paragraph[start:end]
            if len(sentence.split()) < SHORTEST or not _FINAL.search(sentence) or not sentence[0].isupper():
                before = ""
                continue
            yield from _of_sentence(before, sentence, rng)
            before = sentence + " "
    for row in _rows(lines):
        yield Example(row["text"], cut=False, weight=row["weight"])


def _of_sentence(before: str, sentence: str, rng: random.Random) -> Iterator[Example]:
    """The examples that one sentence gives. ``before``: the one before it, with a space."""
    parts = sentence.split()
    cut = " ".join(parts[: rng.randrange(3, len(parts))]).rstrip(".,;:")
    yield Example((before if rng.random() < 0.35 else "") + cut, cut=True, weight=0.6)
    whole = _FINAL.sub("", sentence)
    if len(parts) >= SHORTEST_WHOLE and rng.random() < 0.4:
        yield Example((before if rng.random() < 0.4 else "") + whole, cut=True, weight=0.3)
    headline = as_headline(whole)
    if 3 < headline.count(" ") < LONGEST_HEADLINE and rng.random() < 0.4:
        yield Example(headline, cut=False, weight=0.3)


def as_headline(sentence: str) -> str:
    """A sentence as a headline would have it: without articles and forms of "be" and "have"."""
    kept = [word for word in sentence.split() if word.lower() not in _DROPPED]
    return " ".join([kept[0][:1].upper() + kept[0][1:], *kept[1:]]) if kept else sentence


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--lines", type=Path, required=True, help="lines without a stop that were not cut off")
    parser.add_argument("--keep", type=int, default=4000, help="features with the largest weights that are kept")
    parser.add_argument("--rare", type=int, default=6, help="features seen less often are left out")
    parser.add_argument("--c", type=float, default=0.1, help="inverse strength of the regularisation")
    parser.add_argument("--out", type=Path, default=Path(_fragment.__file__).with_name("truncated_text.json"))
    options = parser.parse_args()
    rows = list(examples(options.text, options.lines, random.Random(SEED)))
    table = train(rows, options.rare, options.c, options.keep)
    options.out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(rows)} examples, {len(table)} weights, {options.out.stat().st_size} bytes")


def train(rows: list[Example], rare: int, c: float, keep: int) -> dict[str, float]:
    """Weights by the name of the feature, the heaviest only, rounded; the bias under the empty name."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 (an extra)
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    held = [dict.fromkeys(_fragment.features(row.line), 1.0) for row in rows]
    seen = Counter(name for names in held for name in names)
    held = [{name: 1.0 for name in names if seen[name] >= rare} for names in held]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=c, max_iter=400)
    model.fit(vectorizer.fit_transform(held), [row.cut for row in rows], sample_weight=[row.weight for row in rows])
    weighed = sorted(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True), key=lambda w: -abs(w[1]))
    kept = {str(name): round(float(weight), 2) for name, weight in sorted(weighed[:keep]) if abs(weight) >= 0.05}
    return {"": round(float(model.intercept_[0]), 2), **kept}


if __name__ == "__main__":
    main()
