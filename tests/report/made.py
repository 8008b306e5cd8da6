"""Pages to look at and to test with: made up, of any size, and the same on every run."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from corpuslint.html_report.differences import differences
from corpuslint.html_report.marked import Span, marked
from corpuslint.html_report.model import (
    Bin,
    Family,
    Found,
    IndexRow,
    Page,
    Pair,
    Point,
    RecordView,
    RuleRow,
    Run,
    Shown,
    Side,
    SourceTable,
    TemplateLine,
)
from corpuslint.sources.row import Label, SourceRow, Standout
from corpuslint.verdicts.gate import Outcome
from corpuslint.verdicts.verdict import Decision

CODES = {
    "PW101": "sign-in-prompt",
    "BP102": "share-widget",
    "UC101": "vague-attribution",
    "SP101": "split-mid-sentence",
    "DU103": "derived-copy",
    "SR101": "no-named-source",
}
SAID = (
    "the harbour board of a small town met on Thursday and voted to widen its eastern basin while fishermen feared "
    "for crab grounds that lie beyond old breakwater lights where ferries wait whenever wind turns north"
)


def made_page(records: int, hostile: str = "", seed: int = 1) -> Page:
    """A page about so many records. ``hostile`` stands in every field that comes from a corpus or a rule."""
    chance = Random(seed)
    views = tuple(_record(number, chance, hostile) for number in range(1, min(records, 300) + 1))
    drop, review = records // 50 + 1, records // 10 + 1
    keep = max(0, records - drop - review)
    return Page(
        title=f"examples/{hostile}",
        run=Run(
            version="0.1",
            records=records,
            words=records * 412,
            findings=records * 3,
            facts=(("files", "7"), ("rules run", "64"), ("skipped", f"2 undecodable {hostile}")),
        ),
        verdicts={"keep": keep, "review": review, "drop": drop},
        histogram=_histogram(keep, review, drop),
        families=tuple(Family(code[:2], 3 * records, records // (at + 2), 3) for at, code in enumerate(CODES)),
        rules=tuple(_rule(at, code, name, records, hostile) for at, (code, name) in enumerate(CODES.items())),
        sources=(_table("site", records, chance, hostile), _table("file", min(records, 60), chance, hostile)),
        records=Shown(views, records),
        index=Shown(tuple(_index(records, chance, views, hostile)), records),
        copies=Shown(tuple(_pair(number, chance, hostile) for number in range(1, min(100, records // 2) + 1)), records),
        template_lines=Shown((TemplateLine(f"Share this story {hostile}", 12, f"a.jsonl:3{hostile}"),), 1),
        gate=(
            Outcome("drop-share <= 0.05", "pass", 0.02, "0.02, 12 of 600 records"),
            Outcome("new findings = 0", "fail", 12, "12"),
            Outcome("drop <= 3", "not evaluated", None, f"too few {hostile}"),
        ),
        formulas=("Points of a record are added up over windows of 1,000 words.",),
    )


def prose(chance: Random, words: int) -> str:
    """So many words, some sentences and paragraphs."""
    drawn = chance.choices(SAID.split(), k=words)
    for at in range(9, words, 11):
        drawn[at] += "." if at % 3 else ".\n\n"
    return " ".join(drawn).replace("\n ", "\n")


def _record(number: int, chance: Random, hostile: str) -> RecordView:
    text = f"{prose(chance, 150)} {hostile} {prose(chance, 150)}"
    starts = sorted(chance.sample(range(len(text) - 40), 4))
    spans = [Span(start, start + chance.choice((8, 20, 40)), at) for at, start in enumerate(starts, 1)]
    codes = chance.choices(list(CODES), k=4)
    found = tuple(
        Found(at, code, CODES[code], "warning", f"{at}:7", f"something stands here: {hostile}")
        for at, code in enumerate(codes, 1)
    )
    verdict: Decision = "drop" if number < 9 else "review"
    return RecordView(
        number=number,
        place=f"news/part-{number % 7}.jsonl:{number}{hostile}",
        title=f"A title {number} {hostile}",
        verdict=verdict,
        points=400 / (number + 9),
        density=900 / (number + 12),
        words=300,
        findings=Shown(found, 6),
        about=(("author", f"A. N. Author {hostile}"), ("site", f"news.example{hostile}")),
        receipt=(Point("SP101", "3 findings of 3 points", 5.25), Point("SR", "at most 5", -2)),
        why=f"drop: 23 points {hostile}",
        checked="61 of 64 rules; SR103 not applicable (no author)",
        text=marked(text, spans, whole=False, most=4000),
    )


def _index(records: int, chance: Random, views: tuple[RecordView, ...], hostile: str) -> Iterator[IndexRow]:
    for number in range(1, min(records, 20_000) + 1):
        view = views[number - 1] if number <= len(views) else None
        codes = [found.code for found in view.findings.rows] if view else chance.choices(list(CODES), k=2)
        yield IndexRow(
            place=f"news/part-{number % 7}.jsonl:{number}{hostile}",
            id=f"id-{number}",
            verdict=view.verdict if view else "keep",
            points=400 / (number + 9),
            density=900 / (number + 12),
            words=chance.randrange(30, 2000),
            source=f"site-{chance.randrange(300)}.example",
            codes=tuple(sorted(set(codes))),
        )


def _table(by: str, records: int, chance: Random, hostile: str) -> SourceTable:
    rows = [
        _source(f"{by}-{number}.example{hostile}", chance.randrange(10, 900), number, chance)
        for number in range(1, min(1000, records // 4 + 1) + 1)
    ]
    few = (_source("small.example", 3, 0, chance),)
    return SourceTable(by, Shown(tuple(rows), len(rows)), Shown(few, 1), 0.1)


def _source(name: str, records: int, rank: int, chance: Random) -> SourceRow:
    share = chance.random() ** 3
    labels: tuple[Label, ...] = ("many signals", "watch", "no sign above the rest")
    stands_out = Standout(code="UC101", name="vague-attribution", findings=40, records=21, rate=2.1, lift=3.44, low=2.2)
    return SourceRow(
        source=name,
        records=records,
        words=records * 400,
        copies=records // 9,
        keep=records - records // 5,
        review=records // 6,
        drop=records // 30,
        flagged=records // 6 + records // 30,
        share=share,
        low=share * 0.8,
        high=min(1, share * 1.2),
        label="too few records" if records < 10 else labels[min(2, rank // 9)],
        lower=share * 0.8,
        above=0.5,
        reference=0.1,
        rules=(stands_out,),
    )


def _rule(at: int, code: str, name: str, records: int, hostile: str) -> RuleRow:
    return RuleRow(
        code=code,
        name=name,
        summary=f"What {name} finds. {hostile}",
        severity=("error", "warning", "info")[at % 3],
        why=f"Why it matters.\nA second line.\n\nAnother paragraph. {hostile}",
        bad=f"Bad example\nof two lines {hostile}",
        good="A good one",
        notes=(("Known false alarms", f"Poems. {hostile}"),),
        measured=("precision 0.98 on a set (n = 120)",),
        strength=("decisive", "good", "weak")[at % 3],
        points=(10, 3, 1)[at % 3],
        records=records // (at + 2),
        findings=0 if code == "SR101" else 3 * records,
        per_thousand_words=0.7 / (at + 1),
        not_applicable=at * 3,
    )


def _pair(number: int, chance: Random, hostile: str) -> Pair:
    shared, other = prose(chance, 90), prose(chance, 40)
    compared = differences(f"{shared} {hostile} {other}", f"{shared.upper()} and so on", whole=False)
    return Pair(
        number=number,
        code="DU103",
        kind="shortened copy",
        messages=(f"shortened copy of a.jsonl:17 {hostile}",),
        left=Side(f"b.jsonl:{number}{hostile}", (f"Title {hostile}", "2024-03-14"), False, 1),
        right=Side("a.jsonl:17", ("Another title",), True),
        rows=compared.rows,
        unread=compared.unread,
    )


def _histogram(keep: int, review: int, drop: int) -> tuple[Bin, ...]:
    return (
        Bin(0, 0, keep // 2, 0, 0),
        Bin(0, 2, keep - keep // 2, 0, 0),
        Bin(2, 8, 0, review // 3, 0),
        Bin(8, 20, 0, review - review // 3, 0),
        Bin(20, 50, 0, 0, drop - drop // 4),
        Bin(50, None, 0, 0, drop // 4),
    )
