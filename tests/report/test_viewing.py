"""Single records and pairs, from findings and verdicts to what the page shows of them."""

from __future__ import annotations

from collections import Counter

from corpuslint.finding import Finding, Place
from corpuslint.formats.report import Report
from corpuslint.html_report.counting import At, Collector, Counts, FindingSpool, Stretch
from corpuslint.html_report.model import Bin
from corpuslint.html_report.ranking import EDGES, bins
from corpuslint.html_report.texts import Read
from corpuslint.html_report.viewing import FINDINGS, LONG, Links, index_row, pair, record_view
from corpuslint.metadata import Metadata
from corpuslint.verdicts.verdict import Counterfactual, Reason, Verdict

TEXT = "One two three. " * 200
NOWHERE = Links({}, {})


def finding(code: str = "PW101", line: int = 1, start: int = 0, end: int = 3, **more: object) -> Finding:
    known = {"path": "a.jsonl", "name": "a-name", "message": "said", "severity": "warning", "record": f"r{line}"}
    values = {**known, "line": line, "column": start + 1, "end_line": line, "end_column": end + 1, **more}
    return Finding(code=code, start=start, end=end, **values)  # type: ignore[arg-type]


def copy(line: int, other: int, code: str = "DU103") -> Finding:
    place = Place("a.jsonl", f"r{other}", other, 1, other, 4, 0, 3)
    return finding(code, line, message=f"copy of {other}", related=(place,))


def verdict(**more: object) -> Verdict:
    known = {"path": "a.jsonl", "line": 7, "record": "r7", "verdict": "drop", "points": 9.0, "density": 20.5}
    return Verdict(**{**known, "percentile": 99.5, "words": 600, "checked": 60, **more})  # type: ignore[arg-type]


def read(line: int = 7, text: str = TEXT) -> Read:
    return Read(
        At("a.jsonl", line), f"r{line}", text, Metadata("A title", "https://a.example", "A. Holm", "2024", "a.example")
    )


def test_a_record_with_all_that_is_said_of_it() -> None:
    reasons = (
        Reason("PW101", "a-name", 2, 13.0),
        Reason("PW", "family-cap", 0, -4.0),
        Reason("DU101", "b-name", 1, 0.0, True),
    )
    judged = verdict(reasons=reasons, counterfactual=Counterfactual(("DU101", "PW101"), "keep"), na=("SR103",))
    view = record_view(3, judged, [finding()], read(), links=Links({}, {At("a.jsonl", 7): [5]}), mode="snippet")
    assert (view.place, view.title, view.checked) == ("a.jsonl:7", "A title", "60 rules; not applicable: SR103")
    assert view.why == "DU101 alone decides, whatever the points. Without DU101, PW101: keep."
    assert [(line.note, line.points) for line in view.receipt] == [
        ("2 × a-name", 13.0),
        ("what is over the cap of the family", -4.0),
        ("b-name; decides by itself", 0.0),
    ]
    assert ("author", "A. Holm") in view.about and ("id", "r7") in view.about
    assert view.text is not None and view.text[0].lines[0][0].begins == (1,)


def test_a_record_whose_text_could_not_be_read() -> None:
    view = record_view(1, verdict(too_short=True, verdict="keep"), [], None, links=NOWHERE, mode="full")
    assert (view.text, view.title, view.why) == (None, "", "Too short to be judged.")


def test_many_findings_are_cut_and_counted() -> None:
    found = [finding(start=at, end=at + 1) for at in range(FINDINGS + 5)]
    view = record_view(1, verdict(), found, read(), links=NOWHERE, mode="snippet")
    assert (len(view.findings.rows), view.findings.total) == (FINDINGS, FINDINGS + 5)


def test_a_long_finding_is_labelled_where_it_begins() -> None:
    found = [finding("DU103", start=30, end=30 + LONG + 1, end_line=9, end_column=2)]
    view = record_view(1, verdict(), found, read(), links=Links({}, {At("a.jsonl", 7): [4]}), mode="full")
    assert view.findings.rows[0].place == "1:31 to 9:2" and view.findings.rows[0].copies == (4,)
    pieces = [piece for snippet in view.text or () for line in snippet.lines for piece in line]
    assert [piece.begins for piece in pieces if piece.begins or piece.findings] == [(1,)]


def test_a_finding_beyond_what_was_read_does_no_harm() -> None:
    found = [finding(start=len(TEXT) + 10, end=len(TEXT) + 20), finding(start=len(TEXT) - 2, end=len(TEXT) + 20)]
    view = record_view(1, verdict(), found, read(), links=NOWHERE, mode="full")
    assert view.text is not None


def test_a_pair() -> None:
    links = Links({At("a.jsonl", 2): 1}, {})
    made = pair(
        4, [copy(2, 9)], (read(2, "one two three four five six"), read(9, "one two three four five")), links, "snippet"
    )
    assert (made.left.place, made.left.record, made.left.keep) == ("a.jsonl:2", 1, False)
    assert (made.right.place, made.right.record, made.right.keep) == ("a.jsonl:9", None, True)
    assert made.right.about == ("A title", "A. Holm", "2024")
    assert made.rows is not None and [row.kind for row in made.rows] == ["same", "differs"]


def test_a_pair_without_texts() -> None:
    assert pair(1, [copy(2, 9)], (None, read(9)), NOWHERE, "full").rows is None
    assert pair(1, [copy(2, 9)], (read(2), read(9)), NOWHERE, "none").rows is None
    assert not pair(1, [copy(2, 9, "DU105")], (None, None), NOWHERE, "none").right.keep


def test_findings_are_counted_by_record() -> None:
    counts = Counts({"a.jsonl"})
    counts.add([finding(line=1), finding(line=1, start=5), finding(line=2), finding("UC101", line=2)])
    counts.add([finding(line=2, start=8), finding("PW102", line=3)])  # line 2 goes on in another piece
    counts.add([finding(path="b.txt", line=4), finding(path="b.txt", line=9)])
    assert counts.findings == {"PW101": 6, "UC101": 1, "PW102": 1}
    assert counts.records == {"PW101": 3, "UC101": 1, "PW102": 1, "PW": 4, "UC": 1}


def test_copies_are_shown_by_kind_and_two_records_once() -> None:
    counts = Counts({"a.jsonl"})
    counts.add([copy(1, 500, "DU101"), *(copy(line, 600) for line in range(2, 150)), copy(2, 600)])
    shown = counts.shown_copies()
    assert len(shown) == 100 and {found.code for (found,) in shown} == {"DU103"}
    assert counts.all_copies() == 150


def test_what_two_findings_say_of_two_records_is_one_pair() -> None:
    counts = Counts({"a.jsonl"})
    counts.add([copy(2, 9, "DU105"), copy(2, 9, "DU102"), copy(3, 9, "DU101")])
    assert [[found.code for found in about] for about in counts.shown_copies()] == [["DU102", "DU105"], ["DU101"]]
    assert counts.all_copies() == 2
    made = pair(1, counts.shown_copies()[0], (None, None), NOWHERE, "none")
    assert (made.code, made.messages, made.right.keep) == ("DU102", ("copy of 9",) * 2, True)


def test_template_lines_are_gathered() -> None:
    def line(here: int, first: int, start: int = 0) -> Finding:
        place = Place("a.jsonl", f"r{first}", first, 1, first, 4, 0, 3)
        return finding("DU104", here, start, start + 3, related=(place,))

    counts = Counts({"a.jsonl"})
    counts.add([line(1, 2), line(2, 1), line(2, 1, 9), line(3, 1), line(5, 1)])
    counts.add([finding("DU104", 9)])
    assert counts.template_lines() == [(Stretch(At("a.jsonl", 1), 0, 3), 4)]


def test_the_spool_gives_back_what_is_wanted_in_order() -> None:
    with FindingSpool() as spool:
        taken = Collector({"a.jsonl"}, spool)
        taken.write([Report(finding(line=2, start=9)), Report(finding(line=3))])
        taken.write([])
        taken.write([Report(finding("DU103", line=2, start=1))])
        found = spool.of({At("a.jsonl", 2)}, taken.counts)
        assert {at: [f.start for f in findings] for at, findings in found.items()} == {At("a.jsonl", 2): [1, 9]}
        assert len(list(spool)) == 3


def test_bars_go_from_nothing_to_the_worst() -> None:
    bars = bins(Counter({(0, "keep"): 3, (2, "review"): 1, (2, "drop"): 2}))
    assert bars == (Bin(0, 0, 3, 0, 0), Bin(0, 2, 0, 0, 0), Bin(2, 4, 0, 1, 2))
    assert bins(Counter({(len(EDGES), "drop"): 1}))[-1] == Bin(50, None, 0, 0, 1)


def test_a_row_of_the_list() -> None:
    row = index_row(
        verdict(reasons=(Reason("PW101", "a-name", 2, 6.0), Reason("PW", "family-cap", 0, -1.0))), "a.example"
    )
    assert (row.place, row.id, row.source, row.codes) == ("a.jsonl:7", "r7", "a.example", ("PW101",))
    assert index_row(verdict(path="a.txt", line=1, record=None), "").place == "a.txt"
