"""Find the usual size of differences in style within a text, for RD102 style-change.

    python rules/training/style_change.py TEXTS.jsonl.gz… [--insert PARAGRAPHS.jsonl.gz]

A line is an object with ``text``, one line a paragraph; texts of fewer than 4 lines or 250 words are left out. Of every
text of one half (by the MD5 of the text) twenty runs of lines are drawn and compared with the rest of it. The scale of
a measure is its robust spread (1.4826 times the median of the absolute differences), or half its standard deviation
where that is more. On the other half is printed how many texts the rule finds; with ``--insert`` also how many it finds
in the right place after paragraphs of 80 and 150 words and more were put into them. Deterministic.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from pathlib import Path

import numpy as np

from corpuslint import Doc
from corpuslint_rules.readability._style import MEASURES, counts, passages
from corpuslint_rules.readability.style_change import FEWEST_LINES, MODEL, MOST_LINES, Options, check

FEWEST_WORDS = 250
DRAWN = 20
SIZES = (80, 150)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path, help="clean texts, JSON lines, gzipped")
    parser.add_argument("--insert", nargs="*", type=Path, default=(), help="paragraphs of another kind")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the scales go")
    options = parser.parse_args()
    texts = [text for path in options.texts for text in read(path) if fits(text)]
    options.out.write_text(json.dumps(scales([text for text in texts if even(text)]), indent=1) + "\n", "utf-8")
    others = [text for text in texts if not even(text)]
    print(f"{len(texts) - len(others)} texts; of {len(others)} others found: {sum(map(bool, map(found, others)))}")
    for path in options.insert:
        for size in SIZES:
            print(f"{path.name}, {size} words: {recall(others, read(path), size):.2f} found in their place")


def read(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return ["\n".join(line for line in json.loads(row)["text"].split("\n") if line.strip()) for row in lines]


def fits(text: str) -> bool:
    return FEWEST_LINES <= text.count("\n") + 1 <= MOST_LINES and len(text.split()) >= FEWEST_WORDS


def even(text: str) -> bool:
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % 2 == 0


def scales(texts: list[str]) -> dict[str, float]:
    """The scale of each measure."""
    drawn = []
    for text in texts:
        spans, differences, variances = passages([counts(line) for line in text.split("\n")], Options().words)
        order = np.random.default_rng(0).permutation(len(spans))[:DRAWN]
        drawn.append(differences[order] / np.sqrt(variances[order])[:, None])
    every = np.vstack(drawn)
    spread = np.maximum(1.4826 * np.median(np.abs(every), axis=0), 0.5 * every.std(axis=0))
    return {name: round(float(scale), 3) for name, scale in zip(MEASURES, spread, strict=True)}


def found(text: str) -> tuple[int, int] | None:
    return next(((hit.start, hit.end) for hit in check(Doc(text), Options())), None)


def recall(texts: list[str], paragraphs: list[str], size: int) -> float:
    """The share of texts in which at least half of what is found is what was put in."""
    rng, right = random.Random(0), 0
    for text in texts:
        block, at = "", rng.randrange(len(paragraphs))
        while len(block.split()) < size:
            block, at = f"{block}\n{paragraphs[at % len(paragraphs)]}".strip("\n"), at + 1
        lines = text.split("\n")
        place = rng.randrange(1, len(lines))
        start = len("\n".join(lines[:place])) + 1
        span = found("\n".join([*lines[:place], block, *lines[place:]]))
        shared = min(span[1], start + len(block)) - max(span[0], start) if span else 0
        right += bool(span and shared >= (span[1] - span[0]) / 2)
    return right / len(texts)


if __name__ == "__main__":
    main()
