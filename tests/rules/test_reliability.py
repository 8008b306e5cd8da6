"""SR: what the rules need of records, lists and other records, and texts that only look like what they find."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.doc import Doc
from corpuslint.errors import UsageError
from corpuslint.linter import linter_for
from corpuslint_rules.reliability import contradiction, headline_body_mismatch, lookalike_domain
from corpuslint_rules.reliability._dates import first_date
from corpuslint_rules.reliability._lists import entries, find, read
from corpuslint_rules.reliability._overlap import features
from corpuslint_rules.reliability.clickbait_headline import score
from corpuslint_rules.reliability.source_lists import main as convert

BEES = """Beekeepers in the southern valleys have lost a third of their colonies this winter, and a mite is to blame.
The parasite weakens the bees in autumn, when the queens stop laying, and a mild December lets it breed on. Inspectors
have counted dead hives in forty villages since New Year. The association wants the treatment to be paid for."""


def codes(text: str, *select: str) -> list[str]:
    return [finding.code for finding in linter_for(select=list(select)).lint(text)]


NOTHING_WRONG = {
    "SR108": """
        As [who?], I want to do [what?] so that [why?].
        The flow goes A-->B[WHO?] and on.
        The choir [applause] sang again.
        It was organised by [who?](https://orrin.example).
    """,
    "SR110": """
        ISBN 978-0-306-40615-7 and ISBN-10: 0-306-40615-2 are the same book.
        ISBN numbers have 10 or 13 digits.
        The DOI prefix is 10.
        See arXiv:math/0309136 and arXiv:0706.0001v2.
        eISSN: 2049-3630
        def test_bad_isbn(): assert not valid("ISBN 978-0-306-40615-8")
    """,
    "SR111": """
        The minister retracted his remark.
        If this article has been retracted, a banner says so.
        The landing gear was retracted.
        Retracted papers are cited for years.
    """,
    "SR113": """
        The marathon is sponsored by a bank.
        This bridge was built in partnership with the county.
        Sponsored runners get a shirt.
    """,
    "SR114": """
        I would like to share this with everyone.
        You can share this with everyone in the office.
        Please don't share this with everyone you know.
        The term deposit pays guaranteed returns at maturity.
        The popups move so that they will not cover the output.
        This oil cures cancer, the swindler claimed.
    """,
    "SR106": """
        source: google/cloud/datalabeling/operations.proto
        Source: Google Sheets, table of 4 May
        See https://www.google.com/search?q=tide for what others say.
    """,
}


@pytest.mark.parametrize(
    ("code", "text"),
    [(code, line.strip()) for code, lines in NOTHING_WRONG.items() for line in lines.split("\n") if line.strip()],
)
def test_what_only_looks_like_it_is_left_alone(code: str, text: str) -> None:
    assert codes(text, code) == []


def test_a_mismatch_is_judged_only_on_enough_words() -> None:
    assert features("Strike", BEES) is None
    assert features("Tram drivers vote to strike", "Too short to tell.") is None
    weights, threshold = headline_body_mismatch.model()
    found = features("Tram drivers vote to strike before the festival", BEES)
    assert found is not None
    assert sum(w * x for w, x in zip(weights, found, strict=True)) > threshold


def test_letter_case_tells_nothing_of_clickbait() -> None:
    headline = "21 things you should never say to a baker"
    assert score(headline) == score(headline.upper()) == score(headline.title())


def contradictions(text: str, **meta: str) -> list[str | None]:
    return [hit.message for hit in contradiction.check(Doc(text, meta=meta))]


def test_a_past_day_after_the_records_date_is_a_contradiction() -> None:
    assert contradictions("The mill was sold on 5 May 2019 to a fund.", date="2019-03-01") == [
        '"5 May 2019" lies after the date of the text, 2019-03-01'
    ]
    assert contradictions("The mill was sold on May 5, 2019.", published="Fri, 01 Mar 2019 10:00:00 GMT")
    assert contradictions("The mill was sold on 5 May 2019.", date="2019-05-04") == []
    assert contradictions("The mill will be sold on 5 May 2019.", date="2019-03-01") == []
    assert contradictions("The mill was sold on 5 May 2019.") == []


def test_a_count_that_the_text_gives_otherwise_is_a_contradiction() -> None:
    body = "Smoke filled the deck and 13 passengers were hurt on the stairs."
    assert contradictions(body, title="12 passengers hurt in ferry fire") == [
        '"12 passengers" in the headline, "13 passengers" in the text'
    ]
    assert contradictions(f"{body} Of these, 12 left the hospital.", title="12 passengers hurt in ferry fire") == []
    assert contradictions(body, title="About 12 passengers hurt in ferry fire") == []
    assert contradictions(f"{body} Another 4 drivers fled.", title="12 drivers hurt") == []


def test_dates_that_do_not_exist_are_passed_over() -> None:
    assert first_date("31 February 2019") is None
    assert str(first_date("published 2019-05-04T10:00")) == "2019-05-04"


@pytest.mark.parametrize(
    "line", ["listed.example", "a.example,x,list,2024,page", ",x,list,2024", "a.example,,list,2024"]
)
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "sites.csv"
    path.write_text(f"# comment\n{line}\n")
    with pytest.raises(UsageError, match=r"sites\.csv:2"):
        list(read(path))


def test_the_longest_prefix_decides(tmp_path: Path) -> None:
    path = tmp_path / "sites.csv"
    path.write_text("a.example,all,l,2024\na.example/opinion,opinion,l,2024\n")
    listed = entries([path])
    for address, status in {
        "https://a.example/opinion/x": "opinion",
        "http://b.A.example:8080/opinions": "all",
        "//user@www.a.example": "all",
        "https://aa.example/": None,
        "http://[::1": None,
    }.items():
        entry = find(listed, address, "link")
        assert (entry.status if entry else None) == status


def test_lists_in_other_forms_are_converted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    domains = tmp_path / "block.txt"
    domains.write_text("# comment\n0.0.0.0 www.One.example\n*.two.example # why\nnot a host\n")
    ut1 = tmp_path / "gambling"
    ut1.mkdir()
    (ut1 / "domains").write_text("bets.example\n")
    (ut1 / "urls").write_text("host.example/bets/\n")
    table = tmp_path / "perennial.csv"
    table.write_text(
        'Source,Status,Domain,Summary\nDaily Tide,deprecated,"tide.example, tide.example.org",Made up tides\n'
    )
    assert convert(["domains", str(domains), "--status", "spam", "--date", "2024-05-01"]) == 0
    assert convert(["ut1", str(ut1), "--date", "2024-05-01"]) == 0
    assert convert(["wikipedia", str(table), "--date", "2024-05-01"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "one.example,spam,block,2024-05-01,,",
        "two.example,spam,block,2024-05-01,,",
        "bets.example,gambling,UT1,2024-05-01,,",
        "host.example/bets,gambling,UT1,2024-05-01,,",
        "tide.example,deprecated,Wikipedia's perennial sources,2024-05-01,,Made up tides",
        "tide.example.org,deprecated,Wikipedia's perennial sources,2024-05-01,,Made up tides",
    ]
    made = tmp_path / "made.csv"
    made.write_text(out)
    assert len(list(read(made))) == 6
    assert convert(["ut1", str(tmp_path), "--date", "2024"]) == 2


@pytest.mark.parametrize("host", ["orrinherаld.com", "orrinheraId.com", "orrin-herald.com", "orrinherald1.com"])
def test_other_spellings_look_alike(host: str) -> None:
    punycode = host.lower().encode("idna").decode()
    site = lookalike_domain.features(Doc("The tide turned.", meta={"url": f"https://www.{punycode}/1"}))
    assert site is not None
    assert lookalike_domain._looks_like(site.host, "orrinherald.com")


@pytest.mark.parametrize(("host", "other"), [("news24.example", "news25.example"), ("bbc.com", "abc.com")])
def test_other_names_do_not(host: str, other: str) -> None:
    assert not lookalike_domain._looks_like(host, other)
