"""SR on records with fields, on lists and on many records together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cli.running import Run

BEES = """Beekeepers in the southern valleys have lost a third of their colonies this winter, and a mite is to blame.
The parasite weakens the bees in autumn, when the queens stop laying, and a mild December lets it breed on. Inspectors
have counted dead hives in forty villages since New Year. The association wants the treatment to be paid for."""


def test_a_headline_from_the_fields_of_a_record_is_judged(tmp_path: Path, run: Run) -> None:
    rows = [
        {"title": "Tram drivers vote to strike before the spring festival", "text": BEES},
        {"title": "Beekeepers blame mite for winter losses", "text": BEES},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run("--select=SR105", "--format=jsonl", "a.jsonl")
    assert [json.loads(line)["line"] for line in result.out.splitlines()] == [1]


LIST = """# our own
listed.example,deprecated,house list,2024-05-01
part.example/blog,blogs,house list,2024-05-01,link,no desk
"""


def test_listed_places_are_found_as_source_and_as_link(tmp_path: Path, run: Run) -> None:
    (tmp_path / "sites.csv").write_text(LIST)
    (tmp_path / "corpuslint.toml").write_text('select = ["SR107"]\n[rules.SR107]\nlists = ["sites.csv"]\n')
    rows = [
        {"url": "https://news.listed.example/tide", "text": "The tide turned."},
        {"url": "https://part.example/blog/1", "text": "The tide turned."},
        {"text": "See https://www.part.example/blog/1 and https://part.example/blogger."},
        {"text": "See https://unlisted.example and listed.example."},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run("--format=jsonl", "a.jsonl")
    found = [json.loads(line) for line in result.out.splitlines()]
    assert [(finding["line"], finding["message"]) for finding in found] == [
        (1, 'from listed.example, "deprecated" in house list of 2024-05-01'),
        (3, 'link to part.example/blog, "blogs" in house list of 2024-05-01: no desk'),
    ]


def test_a_blocked_place_drops_its_records_and_not_those_that_link_to_it(tmp_path: Path, run: Run) -> None:
    (tmp_path / "sites.csv").write_text("bad.example,blocked since May,house list,2024-05-01\n")
    (tmp_path / "corpuslint.toml").write_text('select = ["SR107"]\n[rules.SR107]\nlists = ["sites.csv"]\n')
    rows = [{"url": "https://bad.example/1", "text": BEES}, {"text": f"{BEES} See https://bad.example/1 for more."}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    judged = [json.loads(line) for line in run("--format=verdicts", "a.jsonl").out.splitlines()]
    assert [verdict["verdict"] for verdict in judged] == ["drop", "keep"]
    found = [json.loads(line) for line in run("--format=jsonl", "a.jsonl").out.splitlines()]
    assert [finding.get("status") for finding in found] == ["blocked since May", None]


def test_marks_of_doubt_are_looked_for_where_records_get_verdicts_or_the_family_is_named(
    tmp_path: Path, run: Run
) -> None:
    (tmp_path / "a.txt").write_text(f"{BEES} The mite came by ship.[citation needed]\n")
    assert "SR108" not in run("a.txt").out
    assert "SR108" in run("--select=SR", "a.txt").out
    verdict = json.loads(run("--format=verdicts", "a.txt").out)
    assert [(reason["code"], reason["points"]) for reason in verdict["reasons"]] == [("SR108", 10.0)]
    assert json.loads(run("--ignore=SR", "--format=verdicts", "a.txt").out)["reasons"] == []


def test_without_a_list_the_rule_says_that_it_looked_at_nothing(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("The tide turned.")
    result = run("--select=SR107", "a.txt")
    assert result.code == 0
    assert "SR107 did not look at, as it has no list" in result.err


def messages(rows: Iterable[dict[str, Any]], code: str, folder: Path, run: Run) -> list[str]:
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run(f"--select={code}", "--format=jsonl", "a.jsonl")
    assert result.code < 2, result.err
    return [f"{f['line']}: {f['message']}" for f in map(json.loads, result.out.splitlines())]


def signed(count: int, **more: str) -> list[dict[str, str]]:
    row = {"site": "orrin.example", "author": "Ida Holm", "date": "2019-05-04", **more}
    return [{**row, "text": f"The tide turned {i} times."} for i in range(count)]


def test_a_record_lacks_what_most_of_its_site_have(tmp_path: Path, run: Run) -> None:
    rows = [*signed(10), *signed(1, author="admin"), *signed(1, date=""), *signed(12, site="wire.example", author="")]
    assert messages(rows, "SR103", tmp_path, run) == [
        "11: no author, though 92% of the 12 records of orrin.example have one",
        "12: no date, though 92% of the 12 records of orrin.example have one",
    ]
    assert messages(signed(9) + signed(1, author=""), "SR103", tmp_path, run) != []
    assert messages(signed(8) + signed(1, author=""), "SR103", tmp_path, run) == []


def test_an_address_that_looks_like_a_frequent_one_is_found(tmp_path: Path, run: Run) -> None:
    own = [{"url": f"https://www.orrinherald.com/{i}", "text": "The tide turned."} for i in range(20)]
    hosts = (
        "orrinherald.com.co",
        "0rrinherald.com",
        "orrinhearld.com",
        "sport.orrinherald.com",
        "orrinherald.no",
        "orrinmail.com",
    )
    others = [{"url": f"https://{host}/1", "text": "The tide turned."} for host in hosts]
    assert messages([*own, *others], "SR115", tmp_path, run) == [
        "21: orrinherald.com.co looks like orrinherald.com, of which there are 20 records",
        "22: 0rrinherald.com looks like orrinherald.com, of which there are 20 records",
        "23: orrinhearld.com looks like orrinherald.com, of which there are 20 records",
    ]
    assert messages([*own[:9], *others], "SR115", tmp_path, run) == []


def test_a_text_without_the_references_of_its_corpus_is_found(tmp_path: Path, run: Run) -> None:
    cited = "The tide turned twice a day in those years. [3] Nobody wrote it down before him (Holm 1988). " * 30
    bare = "The tide turned twice a day in those years, and nobody wrote it down before him or after. " * 30
    rows = [{"text": f"{i} {cited}"} for i in range(20)] + [{"text": bare}]
    found = messages(rows, "SR116", tmp_path, run)
    assert len(found) == 1
    assert found[0].startswith("21: 0 references in 540 words; the median is ")
    assert messages([{"text": f"{i} {bare}"} for i in range(21)], "SR116", tmp_path, run) == []
