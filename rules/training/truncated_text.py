"""Learn how sentences end: makes ``truncated_text.json``, with which SP107 tells a cut sentence from a whole one.

Each sentence of clean text is given twice: whole but for its stop (not cut), and up to a word chosen by chance (cut).
A logistic regression on the features of ``_fragment.py`` learns the difference; no text of the training set remains but
single words and pairs of words. The same input and seed give the same file.

    python rules/training/truncated_text.py TEXT.jsonl.gz [--keep 4000] [--out FILE]

TEXT: JSON lines with a field "text", one clean paragraph each. Needs scikit-learn (the extra "train").
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

from corpuslint.sentences import sentence_spans
from corpuslint_rules.splits import _fragment
from corpuslint_rules.splits._words import ARTICLES, BE, HAVE

SEED = 20
SHORTEST = 4
LONGEST_HEADLINE = 24
_DROPPED = ARTICLES | BE | HAVE
_FINAL = re.compile(r"""[.!?]["”’')\]]*$""")


def examples(path: Path, share: float, rng: random.Random) -> Iterator[tuple[str, int]]:
    """Fragments and whether they were cut."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = " ".join(json.loads(line)["text"].split())
            for start, end in sentence_spans(text):
                sentence = text[start:end]
                parts = sentence.split()
                if len(parts) < SHORTEST + 1 or not _FINAL.search(sentence) or not sentence[0].isupper():
                    continue
                whole = _FINAL.sub("", sentence)
                yield whole, 0
                if len(parts) < LONGEST_HEADLINE and (headline := as_headline(whole)) != whole:
                    yield headline, 0
                for _ in range(1 + (rng.random() < share)):
                    yield " ".join(parts[: rng.randrange(3, len(parts))]).rstrip(".,;:"), 1


def as_headline(sentence: str) -> str:
    """A sentence as a headline would have it: without articles and forms of "be" and "have"."""
    kept = [word for word in sentence.split() if word.lower() not in _DROPPED]
    return " ".join([kept[0][:1].upper() + kept[0][1:], *kept[1:]]) if kept else sentence


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--keep", type=int, default=4000, help="features with the largest weights that are kept")
    parser.add_argument("--rare", type=int, default=8, help="features seen less often are left out")
    parser.add_argument("--c", type=float, default=0.2, help="inverse strength of the regularisation")
    parser.add_argument("--out", type=Path, default=Path(_fragment.__file__).with_name("truncated_text.json"))
    options = parser.parse_args()
    rows = list(examples(options.text, 0.5, random.Random(SEED)))
    table = train([text for text, _ in rows], [cut for _, cut in rows], options.rare, options.c, options.keep)
    options.out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(rows)} examples, {len(table)} weights, {options.out.stat().st_size} bytes")


def train(texts: list[str], cuts: list[int], rare: int, c: float, keep: int) -> dict[str, float]:
    """Weights by the name of the feature, the heaviest only, rounded; the bias under the empty name."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 (an extra)
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    held = [dict.fromkeys(_fragment.features(text), 1.0) for text in texts]
    seen = Counter(name for names in held for name in names)
    held = [{name: 1.0 for name in names if seen[name] >= rare} for names in held]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=c, max_iter=400)
    model.fit(vectorizer.fit_transform(held), cuts)
    weighed = sorted(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True), key=lambda w: -abs(w[1]))
    kept = {str(name): round(float(weight), 2) for name, weight in sorted(weighed[:keep]) if abs(weight) >= 0.05}
    return {"": round(float(model.intercept_[0]), 2), **kept}


if __name__ == "__main__":
    main()
