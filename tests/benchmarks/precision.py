"""Measure every rule on the labelled sets, and record the figures that the rules' pages show.

    python tests/benchmarks/precision.py --data FOLDER [--out rules/corpuslint_rules/measured.json]

Runs the installed command (``python -m corpuslint``) once over each set with all rules selected. A figure needs at
least ``ENOUGH`` findings; of a rule that never fires on clean text, that is the figure. The sets' texts stay where
they are: only counts are kept. In-sample: the rules' authors have seen these sets. Of rules that no labelled set can
measure, ``read_by_hand.json`` has what somebody read: one finding a document, none of which the rule was made on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

ENOUGH = 5
PROJECT = Path(__file__).parents[2]
READ_BY_HAND = Path(__file__).with_name("read_by_hand.json")

Row: TypeAlias = dict[str, Any]


class Found(NamedTuple):
    """A finding: the row it is in, its code, its span, the other rows that it is about."""

    row: int
    code: str
    start: int
    end: int
    related: tuple[int, ...]


Judgement: TypeAlias = Callable[[list[Row], Found], bool | None]
"""Whether a finding in these rows is right; None where the labels do not say."""


def on_damage(rows: list[Row], found: Found) -> bool | None:
    """Right where it touches a span that was damaged (two characters of slack)."""
    spans = ((span["start"] - 2, max(span["end"], span["start"] + 1) + 2) for span in rows[found.row]["spans"])
    return any(start < found.end and found.start < end for start, end in spans)


def on_boilerplate(rows: list[Row], found: Found) -> bool | None:
    """Right where no line that it touches is content, wrong where one is; unsure lines say nothing."""
    labels, at = set(), 0
    for line in rows[found.row]["lines"]:
        stop = at + len(line["text"])
        if at < found.end and found.start < max(stop, at + 1):
            labels.add(line["label"])
        at = stop + 1
    return False if "content" in labels else True if "boilerplate" in labels else None


def labelled(key: str, right: object = 1) -> Judgement:
    """Right where the row's label says so, wrong where it says otherwise; a row without one says nothing."""
    return lambda rows, found: None if rows[found.row].get(key) is None else rows[found.row][key] == right


def of_one_cluster(rows: list[Row], found: Found) -> bool | None:
    """Right where all the rows that it is about were made from one text."""
    clusters = [{rows[i]["cluster"], rows[i].get("cluster2")} - {None} for i in (found.row, *found.related)]
    return all(clusters[0] & other for other in clusters)


SETS: tuple[tuple[str, str, Judgement], ...] = (
    ("boilerplate_pages", "PW,BP,TD", on_boilerplate),
    ("boilerplate_residual", "PW,BP,TD", on_boilerplate),
    ("splits", "SP,MT103", on_damage),
    ("splits_news", "SP,MT103", on_damage),
    ("spacing_ocr", "SP", on_damage),
    ("surface_mt", "MT", lambda rows, found: rows[found.row]["kind"] != "human"),
    ("spun", "MT", labelled("label")),
    ("mojibake", "EN", labelled("label")),
    ("ai_leftovers", "MT108", labelled("leftover", True)),
    ("weasel", "UC101,UC107,UC108,UC110", labelled("label")),
    ("hedge", "UC102", labelled("label")),
    ("puffery", "UC103", labelled("label")),
    ("statistics", "UC104", labelled("label")),
    ("sources", "SR101", labelled("no_named_source")),
    ("sources", "SR102", labelled("anonymous_only")),
    ("clickbait", "SR104", labelled("label")),
    ("headline_mismatch", "SR105", labelled("label")),
    ("copies", "DU101,DU102,DU103", of_one_cluster),
)


def rows_of(data: Path, name: str) -> list[Row]:
    """A set's rows, each with its text."""
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines]
    for row in rows:
        row.setdefault("text", "\n".join(line["text"] for line in row.get("lines", ())))
    return rows


def findings(rows: list[Row], select: str) -> Iterator[Found]:
    """What the command finds in the rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": str(i), "text": row["text"]}) + "\n" for i, row in enumerate(rows))
        command = [sys.executable, "-m", "corpuslint", "check", "--isolated", "--exit-zero", "--select", select]
        done = subprocess.run([*command, "--format", "jsonl", str(path)], capture_output=True, text=True, check=True)
    for line in done.stdout.split("\n"):
        if line and not (finding := json.loads(line))["code"].startswith("CL"):
            related = tuple(int(place["record"]) for place in finding["related"])
            yield Found(int(finding["record"]), finding["code"], finding["start"], finding["end"], related)


def read_by_hand() -> Iterator[tuple[str, Row]]:
    """Figures of findings that were read one by one."""
    for code, sets in json.loads(READ_BY_HAND.read_text(encoding="utf-8")).items():
        for row in sets:
            yield code, figure(row["set"], "precision", row["right"] / row["n"], row["n"])


def codes_of(data: Path, every_code: list[str]) -> Iterator[tuple[str, Row]]:
    """All figures, by code."""
    for name, select, judge in SETS:
        rows = rows_of(data, name)
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        chosen = [code for code in every_code if code.startswith(tuple(select.split(",")))]
        for found in findings(rows, ",".join(chosen)):
            if (right := judge(rows, found)) is not None:
                counts[found.code][int(right)] += 1
        for code, (wrong, hits) in sorted(counts.items()):
            if wrong + hits >= ENOUGH:
                yield code, figure(name, "precision", hits / (wrong + hits), wrong + hits)
    rows = [row for row in rows_of(data, "clean_docs") if row["reg"] in ("edited", "news")]
    sentences = sum(row["n_sents"] for row in rows)
    clean: dict[str, int] = dict.fromkeys(every_code, 0)
    for found in findings(rows, "ALL"):
        clean[found.code] += 1
    for code, count in clean.items():
        yield code, figure("clean_docs", "findings per 1,000 clean sentences", 1000 * count / sentences, sentences)


def figure(name: str, measure: str, value: float, n: int) -> Row:
    return {"set": name, "measure": measure, "value": round(value, 3), "n": n}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the labelled sets, .jsonl.gz")
    parser.add_argument("--out", type=Path, default=PROJECT / "rules" / "corpuslint_rules" / "measured.json")
    arguments = parser.parse_args()
    listed = subprocess.run(
        [sys.executable, "-m", "corpuslint", "rule", "--format", "json"], capture_output=True, text=True, check=True
    )
    measured: dict[str, list[Row]] = defaultdict(list)
    every_code = [page["code"] for page in json.loads(listed.stdout)]
    for code, row in (*codes_of(arguments.data, every_code), *read_by_hand()):
        measured[code].append(row)
    lines = (f" {json.dumps(code)}: {json.dumps(rows)}" for code, rows in sorted(measured.items()))
    arguments.out.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
