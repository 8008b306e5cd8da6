"""What tests of verdicts are made of: schemes, records and findings without texts."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

from corpuslint.finding import Finding, Place
from corpuslint.verdicts.facts import RecordFacts
from corpuslint.verdicts.judging import Judgement
from corpuslint.verdicts.ledger import Ledger
from corpuslint.verdicts.scheme import Scheme
from corpuslint.verdicts.verdict import Verdict

GOOD = ("AA101", "AA102", "BB101", "BB102", "CC101")
WEAK = ("AA201", "WW101", "WW102", "WW103", "XX101", "XX102", "XX103", "YY101")
DECISIVE = ("BB201", "DD101")
VETOES = ("DU101", "CL908")


def scheme(**changes: object) -> Scheme:
    """Good, weak and decisive rules with the default points."""
    points = {**dict.fromkeys(GOOD, 300), **dict.fromkeys(WEAK, 100), **dict.fromkeys((*DECISIVE, "DU101"), 1000)}
    names = {code: f"rule-{code.lower()}" for code in points} | {"CL908": "empty", "CL903": "invalid-record"}
    made = Scheme(points, names, frozenset(WEAK), frozenset((*DECISIVE, "DU101")), frozenset(VETOES))
    return made._replace(**changes)  # type: ignore[arg-type]


def facts(path: str = "a.jsonl", line: int = 1, words: int = 400, **more: object) -> RecordFacts:
    return RecordFacts(path, line, f"id-{line}", words, checked=40, **more)  # type: ignore[arg-type]


def finding(code: str, path: str = "a.jsonl", line: int = 1, start: int = 0, keeper: Place | None = None) -> Finding:
    return Finding(
        path=path,
        line=line,
        column=1,
        end_line=line,
        end_column=2,
        code=code,
        name=f"rule-{code.lower()}",
        message="",
        severity="warning",
        start=start,
        end=start + 1,
        related=(keeper,) if keeper else (),
    )


def judged(records: Mapping[int, Iterable[str]], made: Scheme | None = None, words: int = 400) -> dict[int, Verdict]:
    """The verdicts of records of one file, given the codes found in each by line."""
    ledger = Ledger(made or scheme())
    found = [finding(code, line=line) for line, codes in records.items() for code in codes]
    ledger.add([facts(line=line, words=words) for line in records], found)
    return {known.line: verdict for known, verdict in Judgement(ledger)}


def some_codes(rng: random.Random, most: int = 12) -> list[str]:
    """Findings as they may occur: often one rule many times."""
    codes = rng.choices((*GOOD, *WEAK, *DECISIVE), k=rng.randrange(4))
    return [code for code in codes for _ in range(rng.randrange(1, most))]
