"""BP113 on whole pages: what stands around a text is found, with its evidence; what belongs to the text is not."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import corpuslint_rules.furniture
from corpuslint import Doc
from corpuslint.finding import Finding
from corpuslint.linter import linter_for
from corpuslint_rules.furniture import _context, _guards, _lexicon, _ngrams, _text, _trees

MODEL = Path(corpuslint_rules.furniture.__file__).with_name("furniture_run.json")
RUNS = linter_for(select=["BP113"])
ALL = linter_for(select=["PW", "BP", "TD"])

ARTICLE = """\
The lock at Varna Mill was opened to barges again on Thursday, eleven years after its gates were torn off their hinges.
Some four hundred people stood on the towpath when the first boat of 1926 was lifted to the upper basin.
"We had given it up three times," said the chairwoman of the canal society, who had carried stones herself.
The gates are of the county's own oak, and the joiners who made them are both grandsons of the last lock keeper.
The society paid for the work with a loan from its members, which it means to return from the tolls of six summers.
Engineers had warned that the chamber would leak, but on the first day the water fell by less than the width of a thumb.
In autumn the towpath will be paved as far as the aqueduct, so that walkers need not climb over the railway line."""

MENU = """\
Skip to content
Menu
Home
News
Sports
Business
Opinion
Weather
Jobs
About us
Contact us
Subscribe
Log in
Search"""
FOOTER = """\
Share this article
Facebook
Twitter
Email
Related articles
Two anglers rescued from the weir
Ferry fares to rise in spring
Leave a Reply Cancel reply
Your email address will not be published.
Name
Email
Website
About us
Advertise
Careers
Privacy Policy
Terms of Use
© 2021 Valley Gazette. All rights reserved."""
HEADLINE = "Barges climb to the upper basin again as Varna Mill lock opens"
PAGE = f"{MENU}\n{HEADLINE}\n{ARTICLE}\n{FOOTER}"


def lines(findings: list[Finding], text: str) -> set[str]:
    """The lines that findings touch."""
    rows = text.split("\n")
    return {rows[at - 1] for f in findings for at in range(f.line, (f.end_line or f.line) + 1)}


def test_menu_and_footer_are_found_and_the_article_is_not() -> None:
    found = lines(RUNS.lint(PAGE), PAGE)
    around = [*MENU.split("\n"), *FOOTER.split("\n")]
    assert len(found & set(around)) >= 0.75 * len(set(around))
    assert not found & {*ARTICLE.split("\n"), HEADLINE}


def test_a_message_names_kind_place_length_and_a_phrase() -> None:
    messages = [f.message for f in RUNS.lint(PAGE)]
    assert any("lines before the main text" in message for message in messages)
    assert any("lines after the main text" in message for message in messages)
    assert all('"' in message and "(" in message for message in messages if "lines" in message)


def test_what_lies_inside_a_run_is_not_reported_again() -> None:
    findings = ALL.lint(PAGE)
    runs = [f for f in findings if f.code == "BP113"]
    others = [f for f in findings if f.code.startswith("BP") and f.code != "BP113"]
    assert runs
    assert not [o for o in others if any(r.start <= o.start and o.end <= r.end for r in runs)]


def test_a_rule_selected_alone_still_finds_its_lines() -> None:
    assert "Share this article" in lines(linter_for(select=["BP102"]).lint(PAGE), PAGE)
    assert "Leave a Reply Cancel reply" in lines(linter_for(select=["BP103"]).lint(PAGE), PAGE)


TABLE = """\
Lock
Rise in metres
Built
Varna Mill
3.1
1811
Holm
2.4
1812
Ashby
2.9
1815
Kell
3.3
1822"""
LIST = "\n".join(
    ["What to bring", "Boots", "A rope of ten metres", "Bread and cheese", "Matches", "A map", "Dry socks"]
)
DIALOGUE = "\n".join(['"Home?"', '"Not yet."', '"When, then?"', '"After the search."', '"And the news?"', '"Bad."'])
VERSE = """\
Home, I said, is a word of water,
News of the weir in the night,
Search me a stone for the builder's daughter,
Close me the gate on the light;
Next year the reeds will be taller,
Back to the mill goes the kite."""


@pytest.mark.parametrize("body", [TABLE, LIST, DIALOGUE, VERSE], ids=["table", "list", "dialogue", "verse"])
def test_short_lines_of_the_text_itself_stay_silent(body: str) -> None:
    first, *rest = ARTICLE.split("\n")
    text = "\n".join([first, rest[0], rest[1], body, *rest[2:]])
    assert RUNS.lint(text) == []
    assert RUNS.lint(body) == []
    whole_page = f"{MENU}\n{HEADLINE}\n{text}\n{FOOTER}"
    assert not lines(RUNS.lint(whole_page), whole_page) & (set(body.split("\n")) - {""})


ENTRIES = """\
1. Holm, A. The barge trade of the upper valley. Ashby Press, 1987.
2. Report of the canal commission, county archive, 1811, folio 32.
Kell, R. (1994). Oak gates and their joiners. Journal of Locks 7, pp. 12-40.
https://archive.example.org/locks/varna-mill/drawings"""


def test_references_stay_silent_among_what_closes_a_page() -> None:
    page = f"{MENU}\n{HEADLINE}\n{ARTICLE}\nLeave a comment\nShare\nReferences\n{ENTRIES}\n{FOOTER}"
    assert not lines(RUNS.lint(page), page) & {"References", *ENTRIES.split("\n")}


def test_own_lines_are_amid_the_text_or_right_below_a_heading_of_references() -> None:
    text = _text.read(f"Home\nSources:\n{ENTRIES}\nHome\nAbout the paper mill below the weir\nSee 1811")
    nothing = dict.fromkeys(("kin_before", "kin_after", "links"), np.zeros(text.size))
    assert _guards.own(text, nothing).tolist() == [False, True, True, True, True, False, False, False, False]
    linked = nothing | {"links": np.array([0, 0, 0, 0, 0, 1, 0, 0, 0])}
    assert _guards.own(text, linked).tolist() == [False, True, True, True, True, True, False, False, False]
    amid = nothing | {"kin_before": np.arange(9.0) * 20, "kin_after": np.arange(9.0)[::-1] * 60}
    assert _guards.own(text, amid).tolist() == [False, True, True, True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Usage\n-----\nOpen the lock.", True),
        ("# Usage\n\n```\nlock --open\n```", True),
        (".. code:: sh\n\n    lock --open", True),
        ("- [Home](index.html)\n- [Usage](usage.html)", True),
        ("== Usage ==\nOpen the lock.", True),
        (PAGE, False),
        ("\n".join([*["Open the lock."] * 40, "----"]), False),
    ],
)
def test_texts_in_markup_need_more(text: str, written: bool) -> None:
    assert _guards.written(text, text.count("\n") + 1) == written


@pytest.mark.parametrize(
    "text", [ARTICLE, f"{HEADLINE}\n12 May 2019\n{ARTICLE}", "\n".join([HEADLINE] * 8), "Home\n" * 9]
)
def test_texts_without_furniture_or_without_prose_stay_silent(text: str) -> None:
    assert RUNS.lint(text) == []


def test_a_higher_bar_finds_no_more() -> None:
    strict = linter_for(select=["BP113"], rules={"BP113": {"min-odds": 7.0}})
    assert lines(strict.lint(PAGE), PAGE) < lines(RUNS.lint(PAGE), PAGE)


def test_both_engines_agree_on_whole_pages() -> None:
    source = random.Random(3)
    pages = [PAGE]
    for _ in range(40):
        rows = PAGE.split("\n")
        source.shuffle(rows)
        pages.append(source.choice(["\n", "\r\n", "\n\n", "\r"]).join(rows[: source.randrange(2, len(rows))]))
    judged = linter_for(select=["PW", "BP", "TD"], scanner=False)
    for page, first, second in zip(pages, ALL.lint_many(pages), judged.lint_many(pages), strict=True):
        assert first == second, page


def walked(trees: list[list[Any]], row: Any) -> float:
    """The trees' sum for one row, node by node."""
    total = 0.0
    for tree in trees:
        node = tree[0]
        while isinstance(node, list):
            column, limit, low, high = node
            node = tree[low if row[column] <= np.float32(limit) else high]
        total += node
    return total


def test_all_conditions_at_once_lead_to_the_same_leaves() -> None:
    model = json.loads(MODEL.read_text(encoding="utf-8"))
    rows = np.random.default_rng(0).normal(0, 20, (_trees.ROWS + 50, len(model["columns"]))).astype(np.float32)
    expected = [walked(model["trees"], row) + model["bias"] for row in rows]
    assert np.allclose(_trees.read(MODEL).score([*rows.T.astype(np.float64)]), expected, atol=1e-4)


def test_ngrams_count_the_ends_of_a_line() -> None:
    table = _ngrams.table({"home": 0.5, "< home": 1.0, "home >": 2.0, "< home >": 4.0, "0 min read": 8.0})
    text = _text.read("Home\nHome again\nat home\n12 min read\n***")
    assert _ngrams.scores(text, table).tolist() == [7.5, 1.5, 2.5, 8.0, 0.0]


def test_the_end_of_a_line_that_goes_on_is_not_its_end() -> None:
    table = _ngrams.table({"home >": 1.0})
    fourteen, fifteen = (" ".join(["way"] * more + ["home"]) for more in (13, 14))
    assert _ngrams.scores(_text.read(f"{fourteen}\n{fifteen}"), table).tolist() == [1.0, 0.0]


SCRAPS = [
    "Home",
    " ",
    "\n",
    "\r",
    "\t",
    "it's",
    "’",
    "О’Кей",
    "12",
    "日本",
    "\u2028",
    "\u1680",
    "é",
    "\U0001f600",
    ".",
    "—",
    "©",
]


def test_lines_are_those_of_the_document() -> None:
    source = random.Random(5)
    for _ in range(300):
        text = "".join(source.choices(SCRAPS, k=source.randrange(40)))
        expected = [line.text.strip() for line in Doc(text).lines if line.text.strip()]
        read = _text.read(text)
        assert [text[start:end] for start, end in zip(read.starts, read.ends, strict=True)] == expected
        assert read.words.tolist() == [len(line.split()) for line in expected]
        assert read.line.tolist() == sorted(read.line.tolist())


def test_words_are_letters_digits_and_some_marks() -> None:
    line = "Don’t MISS: 12 offers | it''s «free» ©2020"
    read = _text.read(f"***\n{line}")
    parts = [line[at - 4 : at - 4 + size] for at, size in zip(read.at.tolist(), read.letters.tolist(), strict=True)]
    assert parts == ["Don’t", "MISS", "12", "offers", "|", "it", "s", "free", "»", "©", "2020"]
    assert set(read.line.tolist()) == {1}


def test_equal_words_have_equal_numbers_wherever_they_stand() -> None:
    read = _text.read("Don’t miss Übung\n  ~ don't MISS: übung!\nmiss don't übung\nmiss")
    first, second, third, fourth = read.keys.tolist()
    assert first == second
    assert len({first, third, fourth}) == 3
    assert [keys.tolist() for keys in _text.windows(read.tokens[:3], range(2, 4))][1] == [first]


def test_a_phrase_is_known_alone_and_framed_in_a_longer_line() -> None:
    known = _lexicon.known(
        _text.read("— SHARE THIS ARTICLE —\nPlease share this article today\nHome\nThe barge\n© 1999 X")
    )
    assert known.weights.tolist() == [2, 0, 1, 0, 2]
    assert known.kinds[known.kind[0]] == "share_widget"
    assert (known.framed > 0).tolist() == [True, True, False, False, False]


def test_the_best_segment() -> None:
    assert _context.best_segment(np.array([-1.0, 5, -2, 4, -9, 6, -1])) == (1, 4)
    assert _context.best_segment(np.array([3.0])) == (0, 1)


def test_languages_without_spaces_are_left_alone() -> None:
    """The model counts words: in Chinese a sentence is one, and so looks like an entry of a menu."""
    menu = ["首页", "返回顶部", "发表评论", "相关文章", "Home", "Contact us", "About us", "Privacy policy"]
    prose = [
        "港口委员会星期一投票决定拓宽东部港池，这个项目十年来一直使全城意见分歧。",
        "工程将于明年春天开始，预计需要三年时间才能完成。",
        "渔民担心疏浚会把螃蟹赶得更远，每次出海要多花一个小时。",
        "去年因为水位太低，轮渡公司取消了三分之一的航班。",
    ]
    english = (
        "The harbour board voted on Monday to widen the basin, which has divided the town for more than ten years. "
    )
    text = "\n".join([*menu, *prose * 20, english * 4])
    assert Doc(text).language == "zh"
    assert not linter_for(select=["BP113"]).lint(text)
